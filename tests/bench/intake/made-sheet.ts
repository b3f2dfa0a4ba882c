import exceljs from "exceljs";
import { commonNoticeFields, noticeOf } from "#app/domain/notice/notices.ts";

/** A workbook of good rows, as Excel writes one. */
export async function writeSheet(path: string, rows: number, columns: number): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = workbook.addWorksheet("상품");
  sheet.addRow(headingsOf(columns)).commit();
  for (let index = 0; index < rows; index += 1) sheet.addRow(rowOf(index, columns)).commit();
  await workbook.commit();
}

const fields: readonly (readonly [heading: string, text: (index: number) => string])[] = [
  ["상품코드", (index) => `BENCH-${index}`],
  ["상품명", (index) => `참기름 선물 세트 ${index}호`],
  ["카테고리", () => "GENERAL_FOOD"],
  ["판매가", (index) => `${(12_000 + (index % 500) * 10).toLocaleString("en")}원`],
  ["재고수량", (index) => String(index % 300)],
  ["원산지", () => "국내산(전북 임실)"],
  ["제조자", () => "망원시장 참기름집"],
  ["상세설명", (index) => `<p>당일 짠 참기름이에요. ${index}번째 병까지 <b>손으로</b> 담아요.</p>`],
  ["사진", (index) => `oil-${index}.jpg, oil-${index}-2.jpg`],
  ["옵션", (index) => (index % 10 === 0 ? "용량=180ml,350ml" : "")],
  ["옵션재고", (index) => (index % 10 === 0 ? "180ml=5; 350ml=3" : "")],
  ["옵션추가금", (index) => (index % 10 === 0 ? "350ml=+6000" : "")],
  ["과세구분", () => "과세"],
  ["배송비", () => "3,000"],
  ["인증번호", () => ""],
  ["태그", () => "참기름, 선물, 명절"],
  ["mall.coupang.수량", () => "1개"],
  ["mall.coupang.개당 용량", () => "350ml"],
  ["mall.naver.브랜드", () => "망원"],
];

const noticeLabels = [...noticeOf("GENERAL_FOOD").fields, ...commonNoticeFields].map(({ labelKo }) => labelKo);

export function headingsOf(columns: number): string[] {
  return [...fields.map(([heading]) => heading), ...noticeLabels.map((label) => `고시:${label}`)]
    .concat(Array.from({ length: columns }, (_, index) => `비고 ${index + 1}`))
    .slice(0, columns);
}

export function rowOf(index: number, columns: number): string[] {
  const said = fields.map(([, text]) => text(index));
  return [...said, ...Array.from({ length: columns }, () => "상품 상세 참조")].slice(0, columns);
}
