import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type ListingPicture,
  type MallConnection,
  type MallKey,
  mallKeys,
  type PublishAnswer,
  type PublishOrder,
} from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectMall } from "#app/channels/registry.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { ownTokens } from "#app/services/secrets/own-tokens.ts";
import { readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { sandboxCategories } from "#tests/malls/sandbox-categories.ts";
import { sandboxSettings } from "#tests/malls/sandbox-settings.ts";

/** Outlive a connection, as they do in the database. */
const tokens = ownTokens();

const pictures = new Map<string, ListingPicture>();

/** What the web server does: the same path as in the public address. */
export async function servePictures(publicOrigin: string) {
  const server = createServer(async (request, response) => {
    const picture = pictures.get(`${publicOrigin}${request.url}`);
    response.writeHead(picture ? 200 : 404, { "content-type": picture?.mediaType ?? "text/plain" });
    response.end(await picture?.read());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, localOrigin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

export function connectAll(origin: string) {
  return mallKeys.map((key) => {
    const given = readMallSettings(key, sandboxSettings(origin)).settings;
    if (!given) throw new Error(`The sandbox gives no settings for ${key}`);
    return { key, connection: connectMall(key, given, { ...ownWiring(), tokens }) };
  });
}

export async function orderFor(key: MallKey, reference: string, name?: string) {
  const order = await readyOrder({
    reference,
    binding: { categoryCode: sandboxCategories[key].GENERAL_FOOD ?? null },
    ...(name === undefined ? {} : { product: readyProduct({ name }) }),
  });
  for (const picture of order.pictures) pictures.set(picture.url, picture);
  return order;
}

/** Some malls work on the pictures first, and want to be asked again. */
export async function publishWhole(connection: MallConnection, order: PublishOrder): Promise<PublishAnswer> {
  const answer = await connection.publish(order);
  if (answer.outcome !== "not_sent" || answer.reason.code !== "mall.still_working") return answer;
  await new Promise((later) => setTimeout(later, 50));
  return publishWhole(connection, order);
}
