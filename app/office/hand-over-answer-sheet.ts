import { answerSheet } from "#app/domain/hand-over/answer-sheet.ts";
import { listHandOvers } from "#app/domain/hand-over/list-hand-overs.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";
import { allow } from "#app/web/allow.server.ts";

/** A workbook in which the operator answers for every package that somebody has to act on. */
export const loader = allow(["office"], async ({ database }) => {
  const open = await listHandOvers(database, "open");
  const rows = open.map(({ reference, mark, storeName, productName }) => ({
    reference,
    mark,
    store: storeName,
    product: productName,
  }));
  const bytes = await writeWorkbook([answerSheet(rows)]);
  const name = "회신표.xlsx";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="answers.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
});
