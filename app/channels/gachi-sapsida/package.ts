import type { PublishOrder } from "#app/channels/contract.ts";
import { handOverContent } from "./content.ts";
import { documentList } from "./documents.ts";
import { sealZip } from "./sealed-zip.ts";
import { writeWorkbook } from "./workbook.ts";

/** One zip: `product.json`, `상품정보.xlsx`, `서류목록.txt`, `사진/1.jpg` … and `상세페이지/1.jpg` … ; the same order gives the same bytes. */
export async function buildPackage(
  order: PublishOrder,
): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
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
  const content = handOverContent(order, { pictures: names, detail: detailNames });
  files.set("product.json", Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
  files.set("상품정보.xlsx", await writeWorkbook(content));
  // Notepad takes a file without this mark for CP949.
  files.set("서류목록.txt", Buffer.from(`\uFEFF${documentList(order.product)}`));
  return { fileName: `${order.reference}.zip`, mediaType: "application/zip", bytes: await sealZip(files) };
}
