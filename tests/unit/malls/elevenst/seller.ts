import iconv from "iconv-lite";
import { setupServer } from "msw/node";
import type { ListingPicture, PublishOrder } from "#app/channels/contract.ts";
import { connectElevenst } from "#app/channels/elevenst/index.ts";
import { productXml } from "#app/channels/elevenst/map.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { elevenstEnvironment, sandboxElevenstAccount } from "#tests/malls/elevenst/account.ts";
import { sandboxElevenstCategories } from "#tests/malls/elevenst/categories.ts";
import { createElevenstStandIn, type ElevenstStandInOptions } from "#tests/malls/elevenst/index.ts";
import { readyOrder } from "#tests/malls/ready-product.ts";

export const api = "https://api.11st.co.kr/rest";
const given = readMallSettings("elevenst", elevenstEnvironment("https://api.11st.co.kr")).settings;
if (!given) throw new Error("The sandbox gives settings for 11st");
export const settings = given;
export const binding = { categoryCode: sandboxElevenstCategories.GENERAL_FOOD ?? null };

/** The stand-in behind the real address, a connection to it, and a way to send what no adapter would. */
export function startSeller(options: Partial<ElevenstStandInOptions> = {}) {
  const pictures = new Map<string, ListingPicture>();
  const others = new Map<string, Buffer>();
  const { now = Date.now } = options;
  const standIn = createElevenstStandIn({
    reviewMilliseconds: 0,
    fetchPicture: async (url) => {
      const picture = pictures.get(url);
      const bytes = others.get(url) ?? (await picture?.read());
      return bytes ? new Response(new Uint8Array(bytes)) : new Response(null, { status: 404 });
    },
    ...options,
  });
  const server = setupServer(...standIn.handlers);
  server.listen({ onUnhandledRequest: "error" });

  async function order(overrides: Partial<PublishOrder> = {}): Promise<PublishOrder> {
    const made = await readyOrder({ binding, ...overrides });
    for (const picture of made.pictures) pictures.set(picture.url, picture);
    return made;
  }

  const xml = async () => productXml(await order(), settings, "2026-11-29");
  /** Lets the mall fetch a picture of ours. */
  const serve = (url: string, bytes: Buffer) => void others.set(url, bytes);

  /** The ready product's XML, changed, as bytes of EUC-KR unless they are given. */
  async function send(
    change: (xml: string) => string = (xml) => xml,
    { headers = {}, bytes, path = "/prodservices/product", method = "POST" }: SendOptions = {},
  ) {
    const changed = change(await xml());
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        openapikey: sandboxElevenstAccount.apiKey,
        "content-type": "text/xml; charset=EUC-KR",
        ...headers,
      },
      ...(method === "GET" ? {} : { body: new Uint8Array(bytes ?? iconv.encode(changed, "euc-kr")) }),
    });
    const text = iconv.decode(Buffer.from(await response.arrayBuffer()), "euc-kr");
    const read = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1] ?? null;
    return { status: response.status, text, code: read("resultCode"), message: read("message") };
  }

  return { standIn, server, order, xml, serve, send, connection: connectElevenst(settings, ownWiring(now)) };
}

interface SendOptions {
  headers?: Record<string, string>;
  bytes?: Buffer;
  path?: string;
  method?: string;
}
