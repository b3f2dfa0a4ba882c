import { SheetRefused, type SheetRow, type SheetRows, trimCell } from "#app/services/sheets/sheet-rows.ts";
import type { WrittenSheet } from "#app/services/sheets/write-workbook.ts";

/** The sheet in which an operator answers, in every package and in the workbook of all that are open. */
export const answerSheetName = "회신";

export const answerHeadings = {
  reference: "접수번호",
  mark: "판 번호",
  store: "가게",
  product: "상품",
  result: "결과",
  pageUrl: "상품 페이지 주소",
  reasons: "돌려보낸 까닭",
} as const;

export type AnswerColumn = keyof typeof answerHeadings;
export type AnswerRow = { row: number } & Record<AnswerColumn, string>;

/** What an operator may answer, and how it is written; the first word is the one that we offer. */
export const answerWords = {
  received: ["접수함", "접수"],
  reviewed: ["검토함", "검토", "검토중"],
  published: ["판매 중", "판매", "게시", "게시함", "올림"],
  returned: ["돌려보냄", "반려", "반려함", "반송"],
  withdrawn: ["내림", "판매 종료", "철회"],
} as const;

export type OperatorAnswer = keyof typeof answerWords;

const widths: Record<AnswerColumn, number> = {
  reference: 24,
  mark: 14,
  store: 22,
  product: 36,
  result: 14,
  pageUrl: 44,
  reasons: 60,
};

const notes: Partial<Record<AnswerColumn, string>> = {
  reference: "고치지 말아 주세요. 이 번호로 꾸러미를 찾습니다.",
  mark: "고치지 말아 주세요. 꾸러미가 새로 만들어지면 바뀝니다.",
  result: "고르기만 하면 됩니다. 아직 답이 없으면 비워 두세요.",
  pageUrl: "‘판매 중’일 때 상품 페이지 주소를 적어 주세요.",
  reasons: "‘돌려보냄’일 때 까닭을 한 줄에 하나씩 적어 주세요. 가게에 그대로 보입니다.",
};

/** A sheet to be answered, one row a package. */
export function answerSheet(
  packages: readonly { reference: string; mark: string; store: string; product: string }[],
): WrittenSheet {
  const columns = Object.keys(answerHeadings) as AnswerColumn[];
  return {
    name: answerSheetName,
    columns: columns.map((column) => {
      const note = notes[column];
      return { heading: answerHeadings[column], width: widths[column], ...(note && { note }) };
    }),
    rows: packages.map(({ reference, mark, store, product }) => [reference, mark, store, product, "", "", ""]),
    choices: { [columns.indexOf("result")]: Object.values(answerWords).map(([word]) => word) },
    choicesInRows: true,
  };
}

/** Null: no such answer is known. */
export function readAnswer(text: string): OperatorAnswer | null {
  const said = squeezed(text);
  const found = Object.entries(answerWords).find(([, words]) => words.some((word) => squeezed(word) === said));
  return (found?.[0] as OperatorAnswer | undefined) ?? null;
}

/** The rows that say anything, each with the sheet's own number. @throws SheetRefused when it is no sheet of answers */
export async function readAnswerRows(sheet: SheetRows): Promise<AnswerRow[]> {
  let columns: Map<AnswerColumn, number> | undefined;
  const rows: AnswerRow[] = [];
  for await (const one of sheet) {
    if (one.cells.every((cell) => trimCell(cell) === "")) continue;
    if (columns) rows.push(answerRow(one, columns));
    else columns = findColumns(one.cells);
  }
  if (!columns) throw new SheetRefused("answers.not_an_answer_sheet");
  return rows;
}

function findColumns(cells: readonly string[]): Map<AnswerColumn, number> {
  const said = cells.map(squeezed);
  const columns = new Map<AnswerColumn, number>();
  for (const [column, heading] of Object.entries(answerHeadings)) {
    const index = said.indexOf(squeezed(heading));
    if (index >= 0) columns.set(column as AnswerColumn, index);
  }
  const needed: AnswerColumn[] = ["reference", "mark", "result", "pageUrl", "reasons"];
  if (needed.some((column) => !columns.has(column))) throw new SheetRefused("answers.not_an_answer_sheet");
  return columns;
}

function answerRow({ row, cells }: SheetRow, columns: Map<AnswerColumn, number>): AnswerRow {
  const text = (column: AnswerColumn) => trimCell(cells[columns.get(column) ?? cells.length] ?? "");
  return {
    row,
    reference: text("reference"),
    mark: text("mark"),
    store: text("store"),
    product: text("product"),
    result: text("result"),
    pageUrl: text("pageUrl"),
    reasons: text("reasons"),
  };
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
