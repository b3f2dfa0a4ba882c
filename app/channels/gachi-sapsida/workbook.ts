import { answerSheet } from "#app/domain/hand-over/answer-sheet.ts";
import { addSheet } from "#app/services/sheets/write-workbook.ts";
import type { HandOverContent } from "./content.ts";
import { sealZip, unsealZip } from "./sealed-zip.ts";

/** What the operator reads: one sheet on the product, one on its options, one on the disclosure; and one to answer in. */
export async function writeWorkbook(content: HandOverContent): Promise<Buffer> {
  const { merchant, product, origin, delivery, certification, reference, programmeTag, pictures } = content;
  // Loaded when the first workbook is written: 0.2 s that no start should wait for.
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("상품정보");
  sheet.columns = [{ width: 24 }, { width: 80 }];
  sheet.addRow(["항목", "내용"]).font = { bold: true };
  sheet.addRows([
    ["접수번호", reference],
    ["판 번호", content.mark],
    ["상호", merchant.name],
    ["대표자", merchant.ownerName],
    ["사업자등록번호", merchant.businessNumber],
    ["통신판매업 신고번호", merchant.mailOrderNumber],
    ["연락처", merchant.phone],
    ["사업장 주소", `(${merchant.postcode}) ${merchant.address}`],
    ["사업 구분", programmeTag],
    ["상품명", product.name],
    ["분류", product.category],
    ["판매가(원)", product.price],
    ["재고(개)", product.stock],
    ["과세 구분", product.tax],
    ["원산지", origin.text],
    ["제조자", product.maker],
    ["인증번호", certification.kcNumber],
    ["배송비(원)", delivery.shippingFee],
    ["반품 배송비(원)", delivery.returnFee],
    ["교환 배송비(원)", delivery.exchangeFee],
    ["태그", product.tags.join(", ")],
    ["상세설명", product.description],
    ["사진", pictures.join(", ")],
    ["상세페이지", content.detail.join(", ")],
  ]);

  const options = workbook.addWorksheet("옵션");
  options.columns = [{ width: 40 }, { width: 16 }, { width: 16 }];
  options.addRow(["옵션", "추가금(원)", "재고(개)"]).font = { bold: true };
  options.addRows(product.options.map(({ name, priceDelta, stock }) => [name, priceDelta, stock]));

  const notice = workbook.addWorksheet("상품정보제공고시");
  notice.columns = [{ width: 40 }, { width: 80 }];
  notice.addRow(["항목", "내용"]).font = { bold: true };
  notice.addRows(content.notice.map(({ label, value }) => [label, value]));

  addSheet(workbook, answerSheet([{ reference, mark: content.mark, store: merchant.name, product: product.name }]));

  // The library stamps the moment of writing into the file twice: as its properties and as the time of every part.
  workbook.created = workbook.modified = new Date("2000-01-01T00:00:00Z");
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return sealZip(await unsealZip(bytes));
}
