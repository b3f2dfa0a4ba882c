import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import exceljs, { type CellValue, type Worksheet } from "exceljs";
import iconv from "iconv-lite";
import { zipOf } from "../integration/bad-input/zips.ts";
import { scene } from "../unit/made-pictures.ts";

/** A craft cooperative's clerk: 1,200 rows as she keeps them, her own names for the columns, her own mistakes. */
const headings = [
  ...["품번", "상품 이름", "품목", "소비자가(원)", "재고", "원산지", "만든 이", "설명", "사진파일", "재질"],
  ...["입고일", "비고"],
];

export const count = 1_200;

/** Rows by the sheet's own numbers. */
export const slips = {
  /** Called what the programme does not know, all the same. */
  category: [101, 202, 303, 404, 505, 606, 707, 808],
  price: 150,
  stock: 250,
  /** Has the code of row 349. */
  repeated: 350,
  soldOut: [450, 451],
  origin: 550,
  blank: 650,
} as const;

const refused = slips.category.length + 2 + 1 + slips.soldOut.length + 1;
export const counted = { accepted: count - refused - 1, refused, skipped: 1 };

interface Row {
  code: number;
  cells: [name: string, category: string, price: number | string, stock: number | string, origin: string];
  maker: string;
  photo: string;
  /** Serial number of the day it came in. */
  day: number;
}

const photoNames: Record<number, string> = { 4: "백자 찻잔.jpg", 5: "세트.jpg", 6: "세트.jpg", 9: "보자기.heic" };

function rowOf(row: number): Row {
  const code = row === slips.repeated ? 348 : row - 1;
  const name = `${["백자 찻잔", "왕골 바구니", "누비 보자기", "호두나무 도마"][row % 4]} ${row}호`;
  const category = (slips.category as readonly number[]).includes(row) ? "도자기류" : "주방용품";
  return {
    code,
    cells: [
      name,
      category,
      row === slips.price ? "문의" : 12_000 + (row % 90) * 500,
      stockOf(row),
      row === slips.origin ? "공방" : (["국내산", "국내산(경기 이천)", "전남 담양"][row % 3] ?? "국내산"),
    ],
    maker: ["흙담 공방", "왕골 공방"][row % 2] ?? "",
    photo: photoNames[row] ?? "",
    day: 45_900 + (row % 60),
  };
}

function stockOf(row: number): number | string {
  if (row === slips.stock) return "";
  return (slips.soldOut as readonly number[]).includes(row) ? "품절" : row % 40;
}

const rows = Array.from({ length: count }, (_, at) => at + 2);
const description = (row: number) =>
  `손으로 만들어 조금씩 달라요.${row % 10 === 0 ? "\n선물 상자에 담아 드려요." : ""}`;

/** What Korean Excel saves: its font, numbers behind formats, codes that keep their zeros by a format, formulas with what they gave, dates. */
export async function writeClerksWorkbook(path: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  workbook.creator = "사무국";
  const sheet = workbook.addWorksheet("상품목록", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(headings).font = { name: "맑은 고딕", size: 11, bold: true };
  for (const row of rows) addRow(sheet, row);
  sheet.autoFilter = "A1:L1";
  workbook.addWorksheet("메모").addRow(["12월에 다시 확인"]);
  await workbook.xlsx.writeFile(path);
}

function addRow(sheet: Worksheet, row: number): void {
  if (row === slips.blank) {
    sheet.addRow([]);
    return;
  }
  const { code, cells, maker, photo, day } = rowOf(row);
  const [name, category, price, stock, origin] = cells;
  const written: CellValue[] = [code, name, category, price, stock, origin, maker, description(row), photo, "도자기"];
  // Every third price is worked out from what is beside it.
  if (row % 3 === 0 && typeof price === "number") written[3] = { formula: `M${row}*1.1`, result: price };
  const added = sheet.addRow([...written, day, row % 7 === 0 ? "재입고" : null]);
  added.font = { name: "맑은 고딕", size: 11 };
  added.getCell(1).numFmt = "00000";
  added.getCell(4).numFmt = '_-"₩"* #,##0_-;\\-"₩"* #,##0_-;_-"₩"* "-"_-;_-@_-';
  added.getCell(11).numFmt = "yyyy-mm-dd";
}

/** The same sheet as Excel writes it with "CSV (쉼표로 분리)": CP949, as displayed, the won sign being a backslash there. */
export async function writeClerksText(path: string): Promise<void> {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => {
    if (row === slips.blank) return headings.map(() => "");
    const { code, cells, maker, photo, day } = rowOf(row);
    const [name, category, price, stock, origin] = cells;
    const shown = typeof price === "number" ? ` \\${price.toLocaleString("en")} ` : price;
    const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
    return [
      ...[String(code).padStart(5, "0"), name, category, shown, String(stock), origin, maker],
      ...[description(row), photo, "도자기", date, row % 7 === 0 ? "재입고" : ""],
    ];
  });
  const text = [headings, ...lines].map((cells) => cells.map(quoted).join(",")).join("\r\n");
  await writeFile(path, iconv.encode(`${text}\r\n`, "cp949"));
}

/** What her phone and her Mac made of the photos. */
export async function writeClerksPhotos(path: string): Promise<void> {
  const picture = (seed: number) => scene(1_000, 1_000, seed).jpeg().toBuffer();
  const [first, second] = [await picture(1), await picture(2)];
  await writeFile(
    path,
    zipOf([
      { name: "사진/00001.jpg", bytes: first },
      { name: "사진/00001_2.JPG", bytes: second },
      { name: "사진/00002/정면.jpeg", bytes: await picture(3) },
      { name: "사진/백자 찻잔.jpg".normalize("NFD"), bytes: await picture(4) },
      { name: "사진/세트.jpg".normalize("NFD"), bytes: await picture(5) },
      { name: "사진/IMG_0042.jpg", bytes: await picture(6) },
      { name: "사진/00001_3.jpg", bytes: first },
      { name: "사진/보자기.heic".normalize("NFD"), bytes: await madeHeic() },
      { name: "__MACOSX/사진/._00001.jpg", bytes: Buffer.from("x") },
    ]),
  );
}

/** Soft colours of 960 × 720 in HEVC, which nothing here can write. */
function madeHeic(): Promise<Buffer> {
  return readFile(fileURLToPath(new URL("../made-photo.heic", import.meta.url)));
}

/** The marked workbook with the cells put right that it marks. */
export async function mendMarkedWorkbook(marked: string, path: string, texts: Record<string, string>): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(marked);
  for (const [address, text] of Object.entries(texts)) {
    const cell = workbook.worksheets[0]?.getCell(address);
    if (!cell?.note) throw new Error(`${address} is not marked`);
    cell.value = text;
  }
  await workbook.xlsx.writeFile(path);
}

export function clerksFiles(folder: string) {
  return {
    workbook: join(folder, "상품목록.xlsx"),
    text: join(folder, "상품목록.csv"),
    photos: join(folder, "사진.zip"),
    mended: join(folder, "고친 목록.xlsx"),
  };
}
