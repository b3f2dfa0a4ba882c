import sharp from "sharp";
import { childOf, childrenOf, textOf, type XmlElement } from "#app/services/xml/xml-tree.ts";
import type { Broken } from "../refusals.ts";
import type { StandInListing, StandInOptions } from "../stand-in.ts";
import { noticeTypes } from "./categories.ts";
import type { ElevenstRule } from "./refusals.ts";

export interface ShelfProduct {
  prdNo: number;
  body: XmlElement;
  /** 101 … 108; what waits for approval is on sale when its time has come. */
  status: string;
  reviewAt: number | null;
  createdAt: number;
  /** The mall's own copies, 600 × 600. */
  pictures: Uint8Array[];
}

/** What it still knows when it is started again. */
export interface ShelfState {
  lastNumber: number;
  products: Map<number, ShelfProduct>;
  /** Creates of one day in Seoul. */
  day: string;
  created: number;
}

export interface ShelfOptions extends StandInOptions {
  now: () => number;
  dailyCreates: number;
}

export const origin = "https://api.11st.co.kr";

export function createShelf({ now, reviewMilliseconds, fetchPicture, dailyCreates }: ShelfOptions) {
  let state: ShelfState = { lastNumber: 0, products: new Map(), day: "", created: 0 };

  /** Whether one more product may be made today. */
  function mayCreate(): boolean {
    const day = new Date(now() + 9 * 3_600_000).toISOString().slice(0, 10);
    if (state.day !== day) Object.assign(state, { day, created: 0 });
    return state.created < dailyCreates;
  }

  /** Copies the pictures; the reason why not, when one can't be had. */
  async function copyPictures(
    body: XmlElement,
  ): Promise<{ pictures: Uint8Array[] } | { broken: Broken<ElevenstRule> }> {
    const pictures: Uint8Array[] = [];
    for (const number of [1, 2, 3, 4]) {
      const url = textOf(body, `prdImage0${number}`);
      if (url === null) continue;
      try {
        const response = await fetchPicture(url);
        if (!response.ok) return { broken: ["a picture that can't be fetched", url] };
        const bytes = Buffer.from(await response.arrayBuffer());
        const { width, height, format } = await sharp(bytes).metadata();
        if (!["jpeg", "png", "webp"].includes(format)) return { broken: ["a picture of another format"] };
        if (Math.min(width, height) < 600) return { broken: ["a picture below 600 pixels"] };
        if (bytes.length > 3_000_000) return { broken: ["a picture above 3 megabytes"] };
        pictures.push(new Uint8Array(await sharp(bytes).resize(600, 600, { fit: "fill" }).jpeg().toBuffer()));
      } catch {
        return { broken: ["a picture that can't be fetched", url] };
      }
    }
    return { pictures };
  }

  function create(body: XmlElement, pictures: Uint8Array[]): ShelfProduct {
    state.lastNumber = Math.max(state.lastNumber + 1, now());
    const createdAt = now();
    const product: ShelfProduct = {
      prdNo: state.lastNumber,
      body,
      status: "101",
      reviewAt: createdAt + reviewMilliseconds,
      createdAt,
      pictures,
    };
    state.products.set(product.prdNo, product);
    state.created += 1;
    return product;
  }

  function find(prdNo: unknown): ShelfProduct | null {
    const product = state.products.get(Number(prdNo)) ?? null;
    if (product) settle(product);
    return product;
  }

  function settle(product: ShelfProduct): void {
    if (product.reviewAt === null || now() < product.reviewAt) return;
    product.reviewAt = null;
    product.status = "103";
  }

  function withCode(code: string): ShelfProduct[] {
    const found = [...state.products.values()].filter(({ body }) => textOf(body, "sellerPrdCd") === code);
    for (const product of found) settle(product);
    return found;
  }

  function all(): ShelfProduct[] {
    const found = [...state.products.values()];
    for (const product of found) settle(product);
    return found;
  }

  function listing(product: ShelfProduct): StandInListing {
    settle(product);
    const { prdNo, body, createdAt, pictures, status } = product;
    return {
      reference: textOf(body, "sellerPrdCd") ?? "",
      remoteId: String(prdNo),
      name: textOf(body, "prdNm") ?? "",
      price: Number(textOf(body, "selPrc")),
      stock: Number(textOf(body, "prdSelQty")),
      state: states[status] ?? "refused",
      pictureUrl: pictures.length > 0 ? `${origin}/pictures/${prdNo}/0.jpg` : null,
      disclosure: disclosureOf(body),
      createdAt: new Date(createdAt),
    };
  }

  return {
    mayCreate,
    copyPictures,
    create,
    find,
    withCode,
    all,
    /** Nobody may make another today. */
    spendQuota: () => {
      mayCreate();
      state.created = dailyCreates;
    },
    listings: (): StandInListing[] => [...state.products.values()].map(listing),
    remove: (prdNo: number) => state.products.delete(prdNo),
    state: () => state,
    restore: (kept: ShelfState) => {
      state = kept;
    },
  };
}

const states: Record<string, StandInListing["state"]> = {
  "101": "in_review",
  "102": "in_review",
  "103": "live",
  "104": "live",
  "105": "withdrawn",
  "106": "withdrawn",
  "107": "refused",
  "108": "refused",
};

function disclosureOf(body: XmlElement): [label: string, value: string][] {
  const notice = childOf(body, "ProductNotification");
  const labels = noticeTypes.get((notice && textOf(notice, "type")) ?? "");
  return (notice ? childrenOf(notice, "item") : []).map((item) => [
    labels?.get(textOf(item, "code") ?? "") ?? "",
    textOf(item, "name") ?? "",
  ]);
}
