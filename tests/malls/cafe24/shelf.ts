import sharp from "sharp";
import { z } from "zod";
import type { Broken } from "../refusals.ts";
import type { StandInListing } from "../stand-in.ts";
import { isCategory } from "./categories.ts";
import type { Cafe24Rule } from "./refusals.ts";

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

  function describe({ product_no, body, picture, createdAt }: ShelfProduct) {
    const detail_image = picture ? `${origin}/web/product/big/${product_no}.jpg` : null;
    const { product_name, custom_product_code = "", price, display, selling } = body;
    const created_date = `${new Date(createdAt + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
    const told = { product_name, custom_product_code, price, display, selling };
    return { shop_no: 1, product_no, ...told, detail_image, created_date };
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
    /** All that have this somewhere in their code; all there are for none. */
    withCode: (code: string) =>
      [...state.products.values()].filter(({ body }) => String(body.custom_product_code ?? "").includes(code)),
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

/** Which rule a product breaks; null: it is taken. `whole`: what a create must have. */
export function complaintAbout(body: Record<string, unknown>, whole: boolean): Broken<Cafe24Rule> | null {
  const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : null);
  const isOneOf = (name: string, words: RegExp) => body[name] === undefined || words.test(String(body[name]));
  if (whole && !text("product_name")?.trim()) return ["no name"];
  if (whole && !text("supply_price")?.trim()) return ["no supply price"];
  if ((text("product_name") ?? "").length > 250) return ["a name of 251 characters"];
  for (const price of [body.price, body.supply_price]) {
    if (price !== undefined && !(Number(price) > 0)) return ["a price of nothing"];
    if (price !== undefined && Number(price) > 2_147_483_647) return ["a price above all"];
  }
  if ((text("custom_product_code") ?? "").length > 40) return ["a code of 41 characters"];
  if ((text("summary_description") ?? "").length > 255) return ["a summary of 256 characters"];
  const unclear = ["display", "selling", "has_option"].find((name) => !isOneOf(name, /^[TF]$/));
  if (unclear) return ["neither T nor F", unclear];
  if (!isOneOf("tax_type", /^[ABC]$/)) return ["an unknown tax"];
  if (!isOneOf("product_condition", /^[NBRUEFS]$/)) return ["an unknown condition"];
  if (!isOneOf("origin_classification", /^[FTE]$/)) return ["an unknown origin"];
  if (body.origin_place_no === 1800 && !text("origin_place_value")) return ["another origin without its words"];
  if ((text("origin_place_value") ?? "").length > 30) return ["an origin of 31 characters"];
  const chosen = Array.isArray(body.add_category_no) ? body.add_category_no : [];
  if (chosen.some((one) => !isCategory((one as { category_no?: unknown }).category_no)))
    return ["a category that is not there"];
  if (body.detail_image !== undefined) return ["a path as the main picture"];
  const options = Array.isArray(body.options) ? body.options : [];
  if (body.has_option === "T" && (options.length === 0 || options.length > 5)) return ["six names of options"];
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
