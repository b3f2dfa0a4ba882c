import { z } from "zod";
import type { AccountProduct, HeardState } from "#app/channels/contract.ts";
import type { KnownItem } from "./map.ts";

const itemSchema = z.object({
  itemName: z.string(),
  externalVendorSku: z.string().nullish(),
  sellerProductItemId: z.number().nullish(),
  vendorItemId: z.number().nullish(),
  salePrice: z.number().nullish(),
  maximumBuyCount: z.number().nullish(),
});

const productSchema = z.object({
  sellerProductId: z.number(),
  /** Number of the public page; null until approved. */
  productId: z.number().nullish(),
  statusName: z.string(),
  items: z.array(itemSchema),
});

const summariesSchema = z.array(z.object({ sellerProductId: z.number(), statusName: z.string() }));

const accountSchema = z.array(
  z.object({
    sellerProductId: z.coerce.string(),
    sellerProductName: z.string(),
    productId: z.number().nullish(),
    statusName: z.string(),
    createdAt: z.string().nullish(),
  }),
);

const inventorySchema = z.object({ onSale: z.boolean() });

const historySchema = z.array(
  z.object({
    statusName: z.string().optional(),
    status: z.string().optional(),
    comment: z.string().nullish(),
    createdAt: z.string(),
  }),
);

export interface KnownProduct {
  remoteId: string;
  productId: number | null;
  statusName: string;
  items: KnownItem[];
}

/** Null: not the known shape. */
export function readProduct(data: unknown): KnownProduct | null {
  const parsed = productSchema.safeParse(data);
  if (!parsed.success) return null;
  const { sellerProductId, productId = null, statusName, items } = parsed.data;
  return {
    remoteId: String(sellerProductId),
    productId,
    statusName,
    items: items.map((item) => ({
      itemName: item.itemName,
      externalVendorSku: item.externalVendorSku ?? "",
      sellerProductItemId: item.sellerProductItemId ?? null,
      vendorItemId: item.vendorItemId ?? null,
      salePrice: item.salePrice ?? null,
      stock: item.maximumBuyCount ?? null,
    })),
  };
}

/** The seller products that carry one code, oldest first; deleted ones only where no other is left. Null: unreadable. */
export function readSearch(data: unknown): { remoteIds: string[] } | null {
  const parsed = summariesSchema.safeParse(data);
  if (!parsed.success) return null;
  const all = parsed.data.toSorted((a, b) => a.sellerProductId - b.sellerProductId);
  const kept = all.filter(({ statusName }) => statusName !== "상품삭제");
  return { remoteIds: (kept.length > 0 ? kept : all).map(({ sellerProductId }) => String(sellerProductId)) };
}

/** A page of all the account's products; a draft waits for nobody, and is told as one that is turned down. Null: unreadable. */
export function readAccount(data: unknown, pages: string): AccountProduct[] | null {
  const parsed = accountSchema.safeParse(data);
  if (!parsed.success) return null;
  return parsed.data.map(({ sellerProductId, sellerProductName, productId, statusName, createdAt }) => {
    const state = stateOfStatus(statusName) ?? "refused";
    return {
      remoteId: sellerProductId,
      code: null,
      name: sellerProductName,
      state,
      price: null,
      pageUrl: state === "live" && productId ? `${pages}${productId}` : null,
      createdAt: createdAt ? koreanTime(createdAt) : null,
    };
  });
}

/** The mall's times name no zone. */
function koreanTime(text: string): Date | null {
  const time = Date.parse(`${text.slice(0, 19)}+09:00`);
  return Number.isNaN(time) ? null : new Date(time);
}

/** Whether an approved option is sold; what cannot be read is not taken for a stop. */
export function readOnSale(data: unknown): boolean {
  const parsed = inventorySchema.safeParse(data);
  return !parsed.success || parsed.data.onSale;
}

/** The mall's words in its latest rejection; complaints in it are joined with `|`. */
export function readRejection(data: unknown): string {
  const parsed = historySchema.safeParse(data);
  if (!parsed.success) return "";
  const rejections = parsed.data.filter((line) => (line.statusName ?? line.status) === "승인반려");
  return rejections.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]?.comment ?? "";
}

export const draftStatus = "임시저장";

const states: Record<string, HeardState> = {
  임시저장중: "registering",
  심사중: "in_review",
  승인대기중: "in_review",
  승인완료: "live",
  부분승인완료: "live",
  승인반려: "refused",
  상품삭제: "withdrawn",
};

/** Null: a draft, or a status this program has never heard of. */
export function stateOfStatus(statusName: string): HeardState | null {
  return states[statusName] ?? null;
}
