import sharp from "sharp";
import type { CoupangAccount } from "./account.ts";
import type { StandInBody } from "./body.ts";
import { type Complaint, complaint } from "./refusals.ts";

/** What only approval finds, hours after the create was taken: the mall now copies the pictures and reads the terms. */
export async function reviewComplaints(
  body: StandInBody,
  account: CoupangAccount,
  fetchPicture: (url: string) => Promise<Response>,
): Promise<Complaint[]> {
  const paths = new Set(body.items.flatMap((item) => item.images.map((image) => image.vendorPath ?? "")));
  const pictures = await Promise.all([...paths].filter((path) => path !== "").map((url) => look(url, fetchPicture)));
  return [...new Set([...pictures.flat(), ...termsComplaints(body, account)])];
}

async function look(url: string, fetchPicture: (url: string) => Promise<Response>): Promise<Complaint[]> {
  if (!/^https?:\/\//.test(url)) return [complaint("a picture without an address that can be fetched", url)];
  try {
    const response = await fetchPicture(url);
    if (!response.ok) return [complaint("a picture that can't be fetched", response.status, url)];
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, height, format } = await sharp(bytes).metadata();
    if (format !== "jpeg" && format !== "png") return [complaint("a picture of another format", url)];
    if (bytes.length > 10_000_000) return [complaint("a picture above 10 megabytes", url)];
    if (Math.min(width, height) < 500 || Math.max(width, height) > 5_000) {
      return [complaint("a picture below 500 pixels", width, height)];
    }
    return width === height ? [] : [complaint("a picture that is not square", width, height)];
  } catch {
    return [complaint("a picture that breaks off", url)];
  }
}

function termsComplaints(body: StandInBody, account: CoupangAccount): Complaint[] {
  const complaints: Complaint[] = [];
  if (!account.couriers.includes(body.deliveryCompanyCode)) {
    complaints.push(complaint("a courier who does not come to the shipping place", body.deliveryCompanyCode));
  }
  const free = body.deliveryChargeType === "FREE";
  const initial = free ? body.deliveryChargeOnReturn : body.deliveryCharge;
  if (free && (body.returnCharge < initial || body.returnCharge > initial * 1.5 || initial === 0)) {
    complaints.push(complaint("a return fee beyond 100–150 % of the first"));
  }
  const lowest = Math.min(...body.items.map((item) => item.salePrice));
  if (initial + body.returnCharge > lowest) {
    complaints.push(complaint("fees above the price"));
  }
  if (body.requiredDocuments.some((document) => document.vendorDocumentPath.trim() === "")) {
    complaints.push(complaint("a document without a path"));
  }
  return complaints;
}
