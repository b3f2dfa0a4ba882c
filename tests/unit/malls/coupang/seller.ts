import { setupServer } from "msw/node";
import type { ListingPicture } from "#app/channels/contract.ts";
import { type CoupangSettings, connectCoupang } from "#app/channels/coupang/index.ts";
import { mapProduct, type ProductBody } from "#app/channels/coupang/map.ts";
import type { CategoryMetadata } from "#app/channels/coupang/metadata.ts";
import { authorization, signedDate } from "#app/channels/coupang/signature.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { standInCategories } from "#tests/malls/coupang/categories.ts";
import {
  type CoupangStandInOptions,
  createCoupangStandIn,
  sandboxCoupangCategories,
  sandboxCoupangSettings,
} from "#tests/malls/coupang/index.ts";
import { listingPictures, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";

export const apiOrigin = "https://api-gateway.coupang.com";
export const productsPath = "/v2/providers/seller_api/apis/api/v1/marketplace/seller-products";
export const binding = { categoryCode: sandboxCoupangCategories.GENERAL_FOOD ?? null };

/** The stand-in behind the real address, a connection to it, and a way to send what no adapter would. */
export function startCoupang(options: Partial<CoupangStandInOptions> = {}) {
  const pictures = new Map<string, ListingPicture>();
  const others = new Map<string, Buffer>();
  const standIn = createCoupangStandIn({
    reviewMilliseconds: 0,
    requestsPerSecond: 1_000,
    fetchPicture: async (url) => {
      const picture = pictures.get(url);
      const other = others.get(url);
      if (other) return new Response(new Uint8Array(other));
      return picture
        ? new Response(new Uint8Array(await picture.read()), { headers: { "content-type": picture.mediaType } })
        : new Response(null, { status: 404 });
    },
    ...options,
  });
  const server = setupServer(...standIn.handlers);
  server.listen({ onUnhandledRequest: "error" });
  const hasty: CoupangSettings = { ...settings, timeoutMilliseconds: 150, requestsPerSecond: 1_000 };

  /** The ready product's order for this mall; its pictures can be fetched by the mall. */
  async function order(overrides: Parameters<typeof readyOrder>[0] & { side?: number } = {}) {
    const { side = 1_000, ...rest } = overrides;
    const made = await readyOrder({ binding, pictures: await listingPictures(2, side), ...rest });
    for (const picture of made.pictures) pictures.set(picture.url, picture);
    return made;
  }

  /** Lets the mall fetch a picture of ours. */
  const serve = (url: string, bytes: Buffer) => void others.set(url, bytes);

  async function send(
    method: string,
    path: string,
    { body, query = "", date = new Date(), headers = {} }: SendOptions = {},
  ): Promise<{ status: number; code: unknown; message: string; data: unknown }> {
    const response = await fetch(`${apiOrigin}${path}${query === "" ? "" : `?${query}`}`, {
      method,
      headers: {
        Authorization: authorization({ method, path, query }, settings, signedDate(date)),
        "Content-Type": "application/json;charset=UTF-8",
        "X-Requested-By": settings.vendorId,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text.startsWith("{") ? JSON.parse(text) : { code: null, message: text, data: null };
    return { status: response.status, code: answer.code, message: answer.message, data: answer.data };
  }

  return { standIn, server, settings: hasty, connection: connectCoupang(hasty), order, serve, send };
}

export const metadata = standInCategories.get(binding.categoryCode ?? "") as CategoryMetadata;
export const settings = sandboxCoupangSettings(apiOrigin);

export async function body(
  change: (body: ProductBody) => void = () => undefined,
  product: ProductFacts = readyProduct(),
): Promise<ProductBody> {
  const categoryCode = sandboxCoupangCategories[product.categoryKey] ?? "";
  const ofCategory = standInCategories.get(categoryCode) as CategoryMetadata;
  const mapped = mapProduct(await readyOrder({ binding: { categoryCode }, product }), ofCategory, settings);
  if (mapped.kind !== "body") throw new Error(JSON.stringify(mapped.issues));
  change(mapped.body);
  return mapped.body;
}

export function firstItem(made: ProductBody): ProductBody["items"][number] {
  const item = made.items[0];
  if (!item) throw new Error("A body has at least one item");
  return item;
}

export function firstAttribute(made: ProductBody) {
  const attribute = firstItem(made).attributes[0];
  if (!attribute) throw new Error("A food has attributes");
  return attribute;
}

interface SendOptions {
  body?: unknown;
  query?: string;
  date?: Date;
  headers?: Record<string, string>;
}
