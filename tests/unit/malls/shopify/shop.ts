import { setupServer } from "msw/node";
import type { ListingPicture, PublishOrder } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { apiVersion } from "#app/channels/shopify/client.ts";
import { documents } from "#app/channels/shopify/documents.ts";
import { connectShopify } from "#app/channels/shopify/index.ts";
import { firstInput, productInput, referenceField } from "#app/channels/shopify/map.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { readyOrder } from "#tests/malls/ready-product.ts";
import { sandboxShopifyAccount, shopifyEnvironment } from "#tests/malls/shopify/account.ts";
import { sandboxShopifyCategories } from "#tests/malls/shopify/categories.ts";
import { createShopifyStandIn, type ShopifyStandInOptions } from "#tests/malls/shopify/index.ts";

export const origin = `https://${sandboxShopifyAccount.shop}.myshopify.com`;
const given = readMallSettings("shopify", shopifyEnvironment(origin)).settings;
if (!given) throw new Error("The sandbox gives settings for Shopify");
export const settings = given;
export const binding = { categoryCode: sandboxShopifyCategories.GENERAL_FOOD ?? null };
export const reference = "BX26-READY-0001";
const { publicationId } = sandboxShopifyAccount;

/** The stand-in behind the shop's address, a connection to it, and a way to send what no adapter would. */
export function startShop(options: Partial<ShopifyStandInOptions> = {}) {
  const { now = Date.now } = options;
  const shelf = new Map<string, ListingPicture>();
  const standIn = createShopifyStandIn({
    reviewMilliseconds: 0,
    fetchPicture: async (url) => {
      const picture = shelf.get(url);
      return picture ? new Response(new Uint8Array(await picture.read())) : new Response(null, { status: 404 });
    },
    ...options,
  });
  const server = setupServer(...standIn.handlers);
  server.listen({ onUnhandledRequest: "error" });
  const serve = (pictures: ListingPicture[]) => {
    for (const picture of pictures) shelf.set(picture.url, picture);
  };

  async function order(overrides: Partial<PublishOrder> = {}) {
    const made = await readyOrder({ binding, ...overrides });
    serve(made.pictures);
    return made;
  }

  async function send(
    query: string,
    variables: object = {},
    { version = apiVersion, token = sandboxShopifyAccount.accessToken } = {},
  ) {
    const response = await fetch(`${origin}/admin/api/${version}/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, body: await response.json().catch(() => null) };
  }

  /** Our own create of the ready product, changed. */
  async function set(
    change: object = {},
    identifier: object = { customId: { key: referenceField.key, value: reference } },
  ) {
    const input = { ...productInput(await order(), sandboxShopifyAccount, []), ...firstInput(reference), ...change };
    const answer = await send(documents.setProduct, { identifier, input, publicationId });
    return { ...answer, set: answer.body.data?.productSet };
  }

  async function define() {
    const definition = { name: "Baekseon", ...referenceField, ownerType: "PRODUCT" };
    return send(documents.defineReference, { definition });
  }

  const connection = connectShopify(settings, ownWiring(now));
  return { standIn, server, serve, order, send, set, define, connection };
}
