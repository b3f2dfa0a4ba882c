import { createHash } from "node:crypto";
import { z } from "zod";
import { Prisma } from "#app/services/database/database.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { MallBinding, ProductFacts } from "../product/product-facts.ts";

const parts = z.object({
  /** Digest of all that is said; of the price and the stock nothing. */
  content: z.string().nullable(),
  /** Digest of the listing's pictures, in their order. */
  pictures: z.string().nullable(),
  /** Won; what options cost besides belongs to the content. */
  price: z.number().nullable(),
  /** Pieces of each option by its key; the key is empty where there are none. */
  stocks: z.record(z.string(), z.number()).nullable(),
});

/** What a listing says, in parts that malls change by calls of their own. A part is null while nobody knows what arrived of it. */
export type ListingParts = z.infer<typeof parts>;
export type ListingPart = keyof ListingParts;

/** A picture by the address of its rendition. */
interface NamedPicture {
  role: "main" | "extra" | "detail";
  address: string;
}

/** The parts of a listing that is about to be sent. Pure: it asks nobody, and reads no picture. */
export function partsOf(
  mall: string,
  product: ProductFacts,
  binding: MallBinding,
  pictures: readonly NamedPicture[],
): ListingParts {
  const { price, stock: _stock, photos: _photos, variants, mallFields, ...said } = product;
  const addresses = (onPage: boolean) =>
    pictures.filter(({ role }) => (role === "detail") === onPage).map(({ address }) => address);
  const options = variants.map(({ stock: _ofOption, ...option }) => option);
  return {
    content: digest({
      ...said,
      options,
      mallFields: mallFields[mall] ?? {},
      category: binding.categoryCode,
      detail: addresses(true),
    }),
    pictures: digest(addresses(false)),
    price,
    stocks: Object.fromEntries(variants.map(({ key, stock }) => [key, stock ?? 0])),
  };
}

/** Which parts a mall does not have as we want them. */
export function differingParts(sent: ListingParts | null, wanted: ListingParts): ListingPart[] {
  const names = Object.keys(wanted) as ListingPart[];
  return names.filter((name) => sent === null || canonicalJson(sent[name]) !== canonicalJson(wanted[name]));
}

export function totalStock(stocks: Readonly<Record<string, number>>): number {
  return Object.values(stocks).reduce((sum, one) => sum + one, 0);
}

/** As a JSON column holds them. */
export function storedParts(given: ListingParts | null) {
  return given ?? Prisma.DbNull;
}

/** Null: nothing was sent, or nobody knows what. */
export function readParts(column: Prisma.JsonValue): ListingParts | null {
  const read = parts.safeParse(column);
  return read.success ? read.data : null;
}

function digest(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
