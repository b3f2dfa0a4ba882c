import { createHash } from "node:crypto";
import type { HandOverPackage, PublishOrder } from "#app/channels/contract.ts";
import { handOverContent } from "./content.ts";
import { documentList } from "./documents.ts";
import { sealZip } from "./sealed-zip.ts";
import { writeWorkbook } from "./workbook.ts";

/** One zip: `product.json`, `상품정보.xlsx`, `서류목록.txt`, `사진/1.jpg` … and `상세페이지/1.jpg` … ; the same order gives the same bytes. */
export async function buildPackage(order: PublishOrder): Promise<HandOverPackage> {
  const files = new Map<string, Buffer>();
  const names: string[] = [];
  for (const [index, picture] of order.pictures.entries()) {
    const name = `사진/${index + 1}.${picture.mediaType.replace("image/", "").replace("jpeg", "jpg")}`;
    names.push(name);
    files.set(name, await picture.read());
  }
  const detailNames: string[] = [];
  for (const [index, slice] of order.detail.pictures.entries()) {
    const name = `상세페이지/${index + 1}.jpg`;
    detailNames.push(name);
    files.set(name, await slice.read());
  }
  const said = handOverContent(order, { pictures: names, detail: detailNames });
  // Notepad takes a file without this mark for CP949.
  files.set("서류목록.txt", Buffer.from(`\uFEFF${documentList(order.product)}`));
  const mark = markOf(said, files);
  const content = { ...said, mark };
  files.set("product.json", Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
  files.set("상품정보.xlsx", await writeWorkbook(content));
  return { fileName: `${order.reference}.zip`, mediaType: "application/zip", bytes: await sealZip(files), mark };
}

/** Letters only, for a spreadsheet turns digits into numbers; and none that make a word. */
const letters = "BCDFGHJKMNPQRSTV";

function markOf(said: object, files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256").update(JSON.stringify(said));
  for (const [name, bytes] of files) hash.update(name).update(createHash("sha256").update(bytes).digest());
  return hash
    .digest("hex")
    .slice(0, 8)
    .replace(/./g, (digit) => letters.charAt(Number.parseInt(digit, 16)));
}
