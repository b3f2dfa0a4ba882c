import type { StandInListing } from "../stand-in.ts";
import { type ShelfFile, settleFile } from "./files.ts";
import type { FileInput, SetIdentifier, SetInput, VariantInput } from "./product-set.ts";

export interface ShelfProduct {
  number: number;
  /** The value of our app's own metafield; what a person copies does not have it. */
  customId: string | null;
  status: NonNullable<SetInput["status"]>;
  title: string;
  handle: string;
  descriptionHtml: string;
  tags: string[];
  variants: VariantInput[];
  /** Ids of its pictures, in their order. */
  files: string[];
  publications: Set<string>;
  createdAt: number;
  changedAt: number;
}

export interface ShelfState {
  lastNumber: number;
  /** Whether our app has defined its metafield. */
  defined: boolean;
  products: Map<number, ShelfProduct>;
  files: Map<string, ShelfFile>;
}

export interface ShelfOptions {
  origin: string;
  now: () => number;
  /** How long pictures are worked on. */
  pictureMilliseconds: number;
  fetchPicture(url: string): Promise<Response>;
}

export const productId = (number: number) => `gid://shopify/Product/${number}`;

export function createShelf({ origin, now, pictureMilliseconds, fetchPicture }: ShelfOptions) {
  let state: ShelfState = { lastNumber: 0, defined: false, products: new Map(), files: new Map() };

  /** Never one of before, even when everything was forgotten: it follows the clock. */
  function nextNumber(): number {
    state.lastNumber = Math.max(state.lastNumber + 1, now());
    return state.lastNumber;
  }

  function find(identifier: SetIdentifier): ShelfProduct | null {
    const products = [...state.products.values()];
    const { id, handle, customId } = identifier;
    return (
      products.find(
        (one) =>
          (id !== undefined && productId(one.number) === id) ||
          (handle !== undefined && one.handle === handle) ||
          (customId !== undefined && one.customId === customId.value),
      ) ?? null
    );
  }

  function addFile({ originalSource = "", filename, alt = "" }: FileInput): string {
    const id = `gid://shopify/MediaImage/${nextNumber()}`;
    const name = filename ?? originalSource.slice(originalSource.lastIndexOf("/") + 1);
    const taken = [...state.files.values()].some(({ url }) => url.endsWith(`/${name}`));
    const stored = taken ? name.replace(/(\.\w+)?$/, `_${crypto.randomUUID()}$1`) : name;
    const url = `${origin}/cdn/shop/files/${stored}`;
    const doneAt = now() + pictureMilliseconds;
    state.files.set(id, { id, url, alt, source: originalSource, status: "UPLOADED", errors: [], bytes: null, doneAt });
    return id;
  }

  /** What is sent takes the place of what was there; a list wholly. What is left out stays. */
  async function set(product: ShelfProduct | null, input: SetInput, customId: string | null): Promise<ShelfProduct> {
    const number = product?.number ?? nextNumber();
    const changed: ShelfProduct = product ?? {
      number,
      customId,
      status: "ACTIVE",
      title: "",
      handle: String(number),
      descriptionHtml: "",
      tags: [],
      variants: [],
      files: [],
      publications: new Set(),
      createdAt: now(),
      changedAt: now(),
    };
    const { files, status, title, handle, descriptionHtml, tags, variants } = input;
    const said = Object.entries({ status, title, handle, descriptionHtml, tags, variants });
    Object.assign(changed, Object.fromEntries(said.filter(([, value]) => value !== undefined)));
    if (files) changed.files = files.map((file) => file.id ?? addFile(file));
    changed.changedAt = now();
    state.products.set(number, changed);
    return changed;
  }

  async function settle(): Promise<void> {
    for (const file of state.files.values()) await settleFile(file, now(), fetchPicture);
  }

  function copy(number: number): ShelfProduct | null {
    const product = state.products.get(number);
    if (!product) return null;
    const other = nextNumber();
    const publications = new Set(product.publications);
    const copied = { ...product, number: other, customId: null, handle: `${product.handle}-${other}`, publications };
    state.products.set(other, copied);
    return copied;
  }

  function listing(product: ShelfProduct): StandInListing {
    const file = state.files.get(product.files[0] ?? "");
    return {
      reference: product.customId ?? product.variants[0]?.sku ?? "",
      remoteId: String(product.number),
      name: product.title,
      price: Math.min(...product.variants.map(({ price }) => Number(price))),
      stock: product.variants.reduce((sum, { inventoryQuantities: [one] = [] }) => sum + (one?.quantity ?? 0), 0),
      state: product.status === "ACTIVE" && product.publications.size > 0 ? "live" : "withdrawn",
      pictureUrl: file?.status === "READY" ? file.url : null,
      disclosure: disclosureOf(product.descriptionHtml),
      createdAt: new Date(product.createdAt),
    };
  }

  return {
    find,
    set,
    settle,
    copy,
    define: () => {
      const before = state.defined;
      state.defined = true;
      return !before;
    },
    isDefined: () => state.defined,
    all: () => [...state.products.values()],
    file: (id: string) => state.files.get(id) ?? null,
    fileAt: (url: string) => [...state.files.values()].find((one) => one.url === url) ?? null,
    fileCount: () => state.files.size,
    byNumber: (number: number) => state.products.get(number) ?? null,
    remove: (number: number) => void state.products.delete(number),
    listings: () => [...state.products.values()].map(listing),
    state: () => state,
    restore: (kept: ShelfState) => {
      state = kept;
    },
  };
}

/** The rows of the tables in the product's page, as a shopper reads them. */
function disclosureOf(html: string): [string, string][] {
  const rows = html.matchAll(/<tr><th[^>]*>(.*?)<\/th><td>(.*?)<\/td><\/tr>/gs);
  const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return [...rows].map(([, label = "", value = ""]) => [plain(label), plain(value)]);
}
