import sharp from "sharp";
import type { CoupangAccount } from "./account.ts";
import type { StandInBody } from "./body.ts";

/** What only approval finds, hours after the create was taken: the mall now copies the pictures and reads the terms. */
export async function reviewComplaints(
  body: StandInBody,
  account: CoupangAccount,
  fetchPicture: (url: string) => Promise<Response>,
): Promise<string[]> {
  const paths = new Set(body.items.flatMap((item) => item.images.map((image) => image.vendorPath ?? "")));
  const pictures = await Promise.all([...paths].filter((path) => path !== "").map((url) => look(url, fetchPicture)));
  return [...new Set([...pictures.flat(), ...termsComplaints(body, account)])];
}

async function look(url: string, fetchPicture: (url: string) => Promise<Response>): Promise<string[]> {
  if (!/^https?:\/\//.test(url)) return [`이미지 주소가 올바르지 않습니다: ${url}`];
  try {
    const response = await fetchPicture(url);
    if (!response.ok) return [`이미지를 내려받을 수 없습니다(${response.status}): ${url}`];
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, height, format } = await sharp(bytes).metadata();
    if (format !== "jpeg" && format !== "png") return [`이미지는 JPG, PNG 형식만 등록할 수 있습니다: ${url}`];
    if (bytes.length > 10_000_000) return [`이미지 용량은 10MB를 초과할 수 없습니다: ${url}`];
    if (Math.min(width, height) < 500 || Math.max(width, height) > 5_000) {
      return [`이미지 크기는 최소 500x500px, 최대 5000x5000px이어야 합니다(${width}x${height}).`];
    }
    return width === height ? [] : [`대표이미지와 기타이미지는 정사각형이어야 합니다(${width}x${height}).`];
  } catch {
    return [`이미지를 내려받을 수 없습니다: ${url}`];
  }
}

function termsComplaints(body: StandInBody, account: CoupangAccount): string[] {
  const complaints: string[] = [];
  if (!account.couriers.includes(body.deliveryCompanyCode)) {
    complaints.push(`선택한 출고지에 등록되지 않은 택배사입니다(${body.deliveryCompanyCode}).`);
  }
  const free = body.deliveryChargeType === "FREE";
  const initial = free ? body.deliveryChargeOnReturn : body.deliveryCharge;
  if (free && (body.returnCharge < initial || body.returnCharge > initial * 1.5 || initial === 0)) {
    complaints.push("무료배송 상품의 반품배송비는 초도배송비의 100%~150% 사이여야 합니다.");
  }
  const lowest = Math.min(...body.items.map((item) => item.salePrice));
  if (initial + body.returnCharge > lowest) {
    complaints.push("초도배송비와 반품배송비의 합은 판매가를 초과할 수 없습니다.");
  }
  if (body.requiredDocuments.some((document) => document.vendorDocumentPath.trim() === "")) {
    complaints.push("필수 서류의 경로가 비어 있습니다.");
  }
  return complaints;
}
