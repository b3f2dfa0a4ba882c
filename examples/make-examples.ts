/** Writes catalog.xlsx, catalog.csv and photos.zip beside this file: `npx tsx examples/make-examples.ts`. */
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import iconv from "iconv-lite";
import yazl from "yazl";
import { photograph } from "#prisma/seed/drawings/photograph.ts";
import { draw, type Picture } from "#prisma/seed/drawings/product-picture.ts";
import { sewingCooperative, villageCooperative } from "./cooperatives.ts";
import { craftMakers } from "./craft-makers.ts";
import { hundredYearStores } from "./hundred-year-stores.ts";
import { marketStalls } from "./market-stalls.ts";
import { type Cells, type Example, mallHeadings, noticeHeadings, sheetHeadings } from "./sheet.ts";

const headings = [...sheetHeadings, ...noticeHeadings, ...mallHeadings];
const blankRow: Cells = {};

const upper = [...marketStalls, ...hundredYearStores];
const lower = [...villageCooperative, ...sewingCooperative, ...craftMakers];
const examples: Example[] = [...upper, ...lower];
const rows = [...upper.map(({ cells }) => cells), blankRow, ...lower.map(({ cells }) => cells)];

/** A photo of the shop that is of no product, and a text file that only calls itself a photo. */
const stray: Picture & { file: string } = {
  file: "IMG_2043.jpg",
  shape: "basket",
  palette: { body: "#8c7a5c", tone: "#5d4f3a", accent: "#b9a988", wall: "#cfd6cf", table: "#7d6450" },
  ...{ width: 1600, height: 1200, closeness: 0.8, tilt: 0 },
};
const notAPhoto = { file: "HU-603_2.jpg", bytes: Buffer.from("꿀 사진은 메신저로 따로 보낼게요.\n") };

/** Local time, so that the archive's own clock reads the same everywhere. */
const taken = new Date(2026, 10, 16, 9, 30);

await writeWorkbook(inThisFolder("catalog.xlsx"));
await writeFile(inThisFolder("catalog.csv"), inCp949(asCsv()));
await writePhotos(inThisFolder("photos.zip"));

function inThisFolder(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

async function writeWorkbook(path: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  workbook.created = taken;
  workbook.modified = taken;
  const sheet = workbook.addWorksheet("상품표", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(headings).font = { bold: true };
  for (const cells of rows) sheet.addRow(headings.map((heading) => asCellValue(heading, cells[heading] ?? "")));
  sheet.columns.forEach((column, index) => {
    column.width = (headings[index] ?? "").length > 8 ? 24 : 16;
  });
  await workbook.xlsx.writeFile(path);
}

/** Plain numbers become numbers, and the gift box a sum, as people leave them in Excel. */
function asCellValue(heading: string, text: string): exceljs.CellValue {
  if (text === "") return null;
  if (heading === "판매가(원)" && text === "26000") return { formula: "13000*2", result: 26000 };
  return /^\d+$/.test(text) && !heading.startsWith("고시:") ? Number(text) : text;
}

function asCsv(): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [headings, ...rows.map((cells) => headings.map((heading) => cells[heading] ?? ""))];
  return lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

function inCp949(text: string): Buffer {
  const bytes = iconv.encode(text, "cp949");
  if (iconv.decode(bytes, "cp949") !== text) throw new Error("A character of the catalog does not exist in CP949");
  return bytes;
}

async function writePhotos(path: string): Promise<void> {
  const archive = new yazl.ZipFile();
  const options = { mtime: taken, mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const { shape, palette, photos } of examples) {
    for (const { file, size: [width, height] = [1600, 1200], closeness = 1, tilt = 0 } of photos) {
      archive.addBuffer(await photograph(draw({ shape, palette, width, height, closeness, tilt })), file, options);
    }
  }
  archive.addBuffer(await photograph(draw(stray)), stray.file, options);
  archive.addBuffer(notAPhoto.bytes, notAPhoto.file, { ...options, compress: true });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
}
