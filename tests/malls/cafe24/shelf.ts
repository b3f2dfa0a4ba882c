import sharp from "sharp";
import { z } from "zod";
import type { StandInListing } from "../stand-in.ts";
import { isCategory } from "./categories.ts";

export interface ShelfOption {
  name: string;
  value: string[];
}

export interface ShelfVariant {
  variant_code: string;
  options: { name: string; value: string }[] | null;
  display: "T" | "F";
  selling: "T" | "F";
  additional_amount: string;
  quantity: number;
}

export interface ShelfProduct {
  product_no: number;
  body: Record<string, unknown>;
  variants: ShelfVariant[];
  /** The mall's own copies; the first is the main one. */
  picture: Uint8Array | null;
  additional: Uint8Array[];
  createdAt: number;
}

export interface ShelfState {
  lastNumber: number;
  products: Map<number, ShelfProduct>;
  /** Paths that the general upload gave. */
  uploads: Map<string, Uint8Array>;
}

export function createShelf(now: () => number, origin: string) {
  let state: ShelfState = { lastNumber: 0, products: new Map(), uploads: new Map() };

  function create(body: Record<string, unknown>): ShelfProduct {
    state.lastNumber = Math.max(state.lastNumber + 1, now());
    const product_no = state.lastNumber;
    const product: ShelfProduct = {
      product_no,
      body: { display: "F", selling: "F", ...body },
      variants: variantsOf(product_no, (body.options ?? []) as ShelfOption[]),
      picture: null,
      additional: [],
      createdAt: now(),
    };
    state.products.set(product_no, product);
    return product;
  }

  function variantsOf(product_no: number, options: ShelfOption[]): ShelfVariant[] {
    return combinations(options).map((chosen, index) => ({
      variant_code: `P${product_no}${String(index).padStart(3, "0")}`,
      options: chosen,
      display: "T",
      selling: "F",
      additional_amount: "0.00",
      quantity: 0,
    }));
  }

  function describe({ product_no, body, picture }: ShelfProduct) {
    const detail_image = picture ? `${origin}/web/product/big/${product_no}.jpg` : null;
    const { product_name, custom_product_code, price, display, selling } = body;
    return { shop_no: 1, product_no, product_name, custom_product_code, price, display, selling, detail_image };
  }

  function listing(product: ShelfProduct): StandInListing {
    const { body, product_no, createdAt } = product;
    const shown = body.display === "T" && body.selling === "T";
    return {
      reference: String(body.custom_product_code ?? ""),
      remoteId: String(product_no),
      name: String(body.product_name),
      price: Number(body.price),
      stock: product.variants.reduce((sum, { quantity }) => sum + quantity, 0),
      state: shown ? "live" : "withdrawn",
      pictureUrl: product.picture ? `${origin}/web/product/big/${product_no}.jpg` : null,
      disclosure: disclosureOf(String(body.description ?? "")),
      createdAt: new Date(createdAt),
    };
  }

  return {
    create,
    variantsOf,
    describe,
    find: (number: unknown) => state.products.get(Number(number)) ?? null,
    withCode: (code: string) => [...state.products.values()].filter(({ body }) => body.custom_product_code === code),
    remove: (number: number) => state.products.delete(number),
    keepUpload: (bytes: Uint8Array): string => {
      const path = `/web/upload/NNEditor/${state.uploads.size + 1}.jpg`;
      state.uploads.set(path, bytes);
      return `${origin}${path}`;
    },
    listings: (): StandInListing[] => [...state.products.values()].map(listing),
    state: () => state,
    restore: (kept: ShelfState) => {
      state = kept;
    },
  };
}

/** Why a product is not taken, and under which status; null: it is. `whole`: what a create must have. */
export function complaintAbout(body: Record<string, unknown>, whole: boolean): string | null {
  const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : null);
  for (const name of ["product_name", "supply_price"]) {
    if (whole && !text(name)?.trim()) return `\`${name}\` is a required field. (parameter.${name})`;
  }
  if ((text("product_name") ?? "").length > 250)
    return "`product_name` must be 250 characters or less. (parameter.product_name)";
  for (const name of ["price", "supply_price"]) {
    const said = body[name];
    if (said !== undefined && !(Number(said) > 0 && Number(said) <= 2_147_483_647)) {
      return `\`${name}\` must be a number between 0 and 2147483647. (parameter.${name})`;
    }
  }
  if ((text("custom_product_code") ?? "").length > 40)
    return "`custom_product_code` must be 40 characters or less. (parameter.custom_product_code)";
  if ((text("summary_description") ?? "").length > 255)
    return "`summary_description` must be 255 characters or less. (parameter.summary_description)";
  for (const name of ["display", "selling", "has_option"]) {
    if (body[name] !== undefined && !["T", "F"].includes(String(body[name])))
      return `\`${name}\` must be T or F. (parameter.${name})`;
  }
  if (body.tax_type !== undefined && !["A", "B", "C"].includes(String(body.tax_type)))
    return "`tax_type` must be A, B or C. (parameter.tax_type)";
  if (body.product_condition !== undefined && !/^[NBRUEFS]$/.test(String(body.product_condition)))
    return "`product_condition` is invalid. (parameter.product_condition)";
  if (body.origin_classification !== undefined && !["F", "T", "E"].includes(String(body.origin_classification)))
    return "`origin_classification` is invalid. (parameter.origin_classification)";
  if (body.origin_place_no === 1800 && !text("origin_place_value"))
    return "`origin_place_value` is a required field. (parameter.origin_place_value)";
  if ((text("origin_place_value") ?? "").length > 30)
    return "`origin_place_value` must be 30 characters or less. (parameter.origin_place_value)";
  const chosen = Array.isArray(body.add_category_no) ? body.add_category_no : [];
  if (chosen.some((one) => !isCategory((one as { category_no?: unknown }).category_no)))
    return "`category_no` does not exist. (parameter.category_no)";
  if (body.detail_image !== undefined) return "wrong image path. (parameter.detail_image)";
  const options = Array.isArray(body.options) ? body.options : [];
  if (body.has_option === "T" && (options.length === 0 || options.length > 5))
    return "`options` must have 1 to 5 names. (parameter.options)";
  return null;
}

/** The picture in a base64 text, with or without its data URI; null when there is none. */
export async function readPicture(text: unknown, maximumBytes: number): Promise<Uint8Array | null> {
  if (typeof text !== "string") return null;
  const bytes = Buffer.from(text.replace(/^data:image\/\w+;base64,/, ""), "base64");
  try {
    if (bytes.length > maximumBytes) return null;
    await sharp(bytes).metadata();
    return new Uint8Array(bytes);
  } catch {
    return null;
  }
}

const newOptions = z.object({
  has_option: z.literal("T"),
  option_type: z.enum(["T", "E", "F"]),
  options: z
    .array(z.object({ option_name: z.string().min(1), option_value: z.array(z.object({ option_text: z.string() })) }))
    .min(1)
    .max(5),
});

/** Options said of a product that is there already have other names; null: not to be read. */
export function readNewOptions(request: unknown): ShelfOption[] | null {
  const read = newOptions.safeParse(request);
  if (!read.success) return null;
  return read.data.options.map(({ option_name, option_value }) => ({
    name: option_name,
    value: option_value.map(({ option_text }) => option_text),
  }));
}

function combinations(axes: ShelfOption[]): ({ name: string; value: string }[] | null)[] {
  if (axes.length === 0) return [null];
  return axes.reduce<{ name: string; value: string }[][]>(
    (made, { name, value }) => made.flatMap((one) => value.map((each) => [...one, { name, value: each }])),
    [[]],
  );
}

/** The rows of the table in the product's page, as a shopper reads them. */
function disclosureOf(description: string): [string, string][] {
  const rows = description.matchAll(/<tr><th[^>]*>(.*?)<\/th><td>(.*?)<\/td><\/tr>/gs);
  const plain = (html: string) => html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return [...rows].map(([, label = "", value = ""]) => [plain(label), plain(value)]);
}
