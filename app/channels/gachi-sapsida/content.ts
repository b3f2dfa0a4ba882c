import type { PublishOrder } from "#app/channels/contract.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import type { TaxKind } from "#app/domain/product/product-facts.ts";
import { programmeTags, type WantedDocument, wantedDocuments } from "./documents.ts";

/** What a package says, in one shape for the JSON and for the sheet. Money in won. */
export interface HandOverContent {
  format: "baekseon-package/1";
  reference: string;
  /** Eight letters that differ with everything else in the package. */
  mark: string;
  programmeTag: string;
  merchant: {
    name: string;
    ownerName: string;
    businessNumber: string;
    mailOrderNumber: string | null;
    phone: string;
    postcode: string;
    address: string;
  };
  product: {
    name: string;
    categoryKey: string;
    category: string;
    price: number;
    stock: number;
    tax: string;
    maker: string;
    /** Sanitised HTML. */
    description: string;
    tags: string[];
    options: { name: string; priceDelta: number; stock: number | null }[];
  };
  origin: { kind: string; text: string };
  notice: { key: string; label: string; value: string }[];
  certification: { kcNumber: string | null };
  delivery: { shippingFee: number; returnFee: number | null; exchangeFee: number | null };
  /** Names inside the package, the main picture first. */
  pictures: string[];
  /** The detail page drawn as pictures, from the top. */
  detail: string[];
  documents: WantedDocument[];
}

const taxNames: Record<TaxKind, string> = { taxable: "과세", exempt: "면세", zero_rated: "영세" };

export function handOverContent(
  { reference, product }: PublishOrder,
  { pictures, detail }: Pick<HandOverContent, "pictures" | "detail">,
): Omit<HandOverContent, "mark"> {
  const { store } = product;
  const { returnFee, exchangeFee, kind, story: _story, ...merchant } = store;
  return {
    format: "baekseon-package/1",
    reference,
    programmeTag: programmeTags[kind],
    merchant,
    product: {
      name: product.name,
      categoryKey: product.categoryKey,
      category: noticeOf(product.categoryKey)?.nameKo ?? product.categoryKey,
      price: product.price,
      stock: stockOf(product),
      tax: taxNames[product.tax],
      maker: product.maker,
      description: product.description,
      tags: product.tags,
      options: product.variants
        .filter(({ options }) => options.length > 0)
        .map(({ key, priceDelta, stock }) => ({ name: key, priceDelta, stock })),
    },
    origin: { kind: product.origin.kind, text: product.origin.text },
    notice: noticeLines(product.categoryKey, product.notice),
    certification: { kcNumber: product.kcNumber },
    delivery: { shippingFee: product.shippingFee, returnFee, exchangeFee },
    pictures,
    detail,
    documents: wantedDocuments(product),
  };
}

function noticeLines(categoryKey: string, values: Record<string, string | boolean>): HandOverContent["notice"] {
  return (noticeOf(categoryKey)?.fields ?? []).flatMap(({ key, labelKo }) => {
    const value = values[key];
    if (value === undefined || value === "") return [];
    return [{ key, label: labelKo, value: typeof value === "boolean" ? (value ? "해당" : "해당 없음") : value }];
  });
}
