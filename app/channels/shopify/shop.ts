import { z } from "zod";
import { type AskShopify, lost, notSent } from "./client.ts";
import { userErrors } from "./complaints.ts";
import { referenceField } from "./map.ts";
import type { Failure } from "./products.ts";

const shopAnswer = z.object({ shop: z.object({ currencyCode: z.string() }) });
const definitionAnswer = z.object({ metafieldDefinitionCreate: z.object({ userErrors }) });

/** Seconds until somebody may have put the shop right. */
const shopWait = 1800;

/**
 * What a shop must be before it is given anything: it counts in won, and it knows our reference as a number of its products.
 * Asked once for the life of a connection; null when it is so.
 */
export function createShopCheck(ask: AskShopify): () => Promise<Failure | null> {
  let ready = false;

  async function check(): Promise<Failure | null> {
    const shop = await ask("readShop", {});
    if (shop.kind !== "done") return shop;
    const read = shopAnswer.safeParse(shop.data);
    if (!read.success) return lost("mall.answer_unreadable");
    const { currencyCode } = read.data.shop;
    // Fifteen thousand won must never be fifteen thousand dollars.
    if (currencyCode !== "KRW") return notSent("mall.price_refused", shopWait, `shop currency: ${currencyCode}`);
    const { key, type } = referenceField;
    const definition = { name: "Baekseon", key, type, ownerType: "PRODUCT" };
    const defined = await ask("defineReference", { definition });
    if (defined.kind !== "done") return defined;
    const answer = definitionAnswer.safeParse(defined.data);
    if (!answer.success) return lost("mall.answer_unreadable");
    const [wrong] = answer.data.metafieldDefinitionCreate.userErrors.filter(({ code }) => code !== "TAKEN");
    return wrong ? notSent("mall.credentials_refused", shopWait, wrong.message) : null;
  }

  return async () => {
    if (ready) return null;
    const failure = await check();
    ready = failure === null;
    return failure;
  };
}
