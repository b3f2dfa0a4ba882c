import { z } from "zod";
import { type AskShopify, lost, notSent } from "./client.ts";
import { userErrors } from "./complaints.ts";
import { referenceField } from "./map.ts";
import type { Failure } from "./products.ts";

const shopAnswer = z.object({ shop: z.object({ currencyCode: z.string() }) });
const placesAnswer = z.object({
  publications: z.object({
    nodes: z.array(
      z.object({ id: z.string(), channels: z.object({ nodes: z.array(z.object({ handle: z.string() })) }).nullable() }),
    ),
  }),
  locations: z.object({ nodes: z.array(z.object({ id: z.string(), shipsInventory: z.boolean() })) }),
});
const definitionAnswer = z.object({ metafieldDefinitionCreate: z.object({ userErrors }) });

/** Seconds until somebody may have put the shop right. */
const shopWait = 1800;

/** Where in a shop products are sold and stock lies. */
export interface Places {
  publicationId: string;
  locationId: string;
}

/**
 * What a shop must be before it is given anything: it counts in won, and it knows our reference as a number of its products.
 * Asked once for the life of a connection, as are its places where the settings do not name them.
 */
export function createShop(ask: AskShopify, given: Partial<Places>): () => Promise<Places | Failure> {
  let known: Places | null = null;

  async function check(): Promise<Failure | null> {
    const shop = await ask("readShop", {});
    if (shop.kind !== "done") return shop;
    const read = shopAnswer.safeParse(shop.data);
    if (!read.success) return lost("mall.answer_unreadable");
    const { currencyCode } = read.data.shop;
    // Fifteen thousand won must never be fifteen thousand dollars.
    if (currencyCode !== "KRW") return notSent("mall.wrong_currency", shopWait, currencyCode);
    const { key, type } = referenceField;
    const definition = { name: "Baekseon", key, type, ownerType: "PRODUCT" };
    const defined = await ask("defineReference", { definition });
    if (defined.kind !== "done") return defined;
    const answer = definitionAnswer.safeParse(defined.data);
    if (!answer.success) return lost("mall.answer_unreadable");
    const [wrong] = answer.data.metafieldDefinitionCreate.userErrors.filter(({ code }) => code !== "TAKEN");
    return wrong ? notSent("mall.credentials_refused", shopWait, wrong.message) : null;
  }

  async function findPlaces({ publicationId, locationId }: Partial<Places>): Promise<Places | Failure> {
    if (publicationId !== undefined && locationId !== undefined) return { publicationId, locationId };
    const answer = await ask("readPlaces", {});
    if (answer.kind !== "done") return answer;
    const read = placesAnswer.safeParse(answer.data);
    if (!read.success) return lost("mall.answer_unreadable");
    const { publications, locations } = read.data;
    const store = publications.nodes.find(({ channels }) =>
      channels?.nodes.some(({ handle }) => isOnlineStore(handle)),
    );
    // Another channel alone is no store that buyers find: better to ask than to guess.
    const publication = publicationId ?? store?.id;
    if (publication === undefined) return notSent("mall.no_online_store", shopWait, "");
    const location = locationId ?? locations.nodes.find(({ shipsInventory }) => shipsInventory)?.id;
    if (location === undefined) return notSent("mall.no_stock_location", shopWait, "");
    return { publicationId: publication, locationId: location };
  }

  return async () => {
    if (known) return known;
    const places = (await check()) ?? (await findPlaces(given));
    if (!("kind" in places)) known = places;
    return places;
  };
}

function isOnlineStore(handle: string): boolean {
  return /^online[-_]store$/.test(handle);
}
