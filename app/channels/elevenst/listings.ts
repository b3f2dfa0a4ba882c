import type { HeardState } from "#app/channels/contract.ts";
import { childrenOf, tag, textOf, textTag, type XmlElement } from "#app/services/xml/xml-tree.ts";
import type { CallElevenst, ElevenstAnswer } from "./client.ts";

/** One product as the mall shows it. */
export interface ElevenstListing {
  prdNo: string;
  /** The mall's number of its state. */
  selStatCd: string;
  state: HeardState;
  /** Won; null where it is not told. */
  price: number | null;
  name: string;
  /** The seller's own code; "" where it has none. */
  code: string;
}

export type ReadAnswer =
  | { kind: "listings"; listings: ElevenstListing[] }
  | { kind: "unreadable"; raw: string }
  | Extract<ElevenstAnswer, { kind: "not_sent" | "unknown" }>;

const states: Record<string, HeardState> = {
  "101": "in_review",
  "102": "in_review",
  "103": "live",
  // Sold out; it stands there all the same.
  "104": "live",
  "105": "withdrawn",
  "106": "withdrawn",
  "107": "refused",
  "108": "refused",
};

/** All that carry our reference, oldest first; an empty list is the mall's own "there is none". */
export async function findListings(call: CallElevenst, reference: string): Promise<ReadAnswer> {
  return read(
    await call({ method: "GET", path: `/prodmarketservice/sellerprodcode/${encodeURIComponent(reference)}` }),
  );
}

/** By the mall's number. */
export async function readListing(call: CallElevenst, prdNo: string): Promise<ReadAnswer> {
  return read(await call({ method: "GET", path: `/prodmarketservice/prodmarket/${encodeURIComponent(prdNo)}` }));
}

/** As many as the mall gives at once. */
export const largestPage = 500;

/** So many of all the account's products, counted from 1. */
export async function listProducts(call: CallElevenst, start: number): Promise<ReadAnswer> {
  const range = textTag("limit", largestPage) + textTag("start", start) + textTag("end", start + largestPage - 1);
  const body = `<?xml version="1.0" encoding="EUC-KR"?>${tag("SearchProduct", range)}`;
  return read(await call({ method: "POST", path: "/prodmarketservice/prodmarket", body }));
}

function read(answer: ElevenstAnswer): ReadAnswer {
  // Only this and an empty list are proof that nothing is there.
  if (answer.kind === "message") {
    return answer.code === "404" ? { kind: "listings", listings: [] } : { kind: "unreadable", raw: answer.text };
  }
  if (answer.kind !== "document") return answer;
  const { root } = answer;
  const found = root.name === "Product" || root.name === "product" ? [root] : childrenOf(root, "product");
  if (root.name !== "products" && found.length === 0) return { kind: "unreadable", raw: root.name };
  const listings = found.map(listingOf);
  if (listings.some((one) => one === null)) return { kind: "unreadable", raw: root.name };
  const known = listings.filter((one) => one !== null);
  return { kind: "listings", listings: known.sort((a, b) => Number(a.prdNo) - Number(b.prdNo)) };
}

function listingOf(element: XmlElement): ElevenstListing | null {
  const prdNo = textOf(element, "prdNo") ?? "";
  const selStatCd = textOf(element, "selStatCd") ?? "";
  const state = states[selStatCd];
  const price = Number(textOf(element, "selPrc")) || null;
  const said = { name: textOf(element, "prdNm") ?? "", code: textOf(element, "sellerPrdCd") ?? "" };
  return /^\d+$/.test(prdNo) && state ? { prdNo, selStatCd, state, price, ...said } : null;
}
