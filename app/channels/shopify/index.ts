import { z } from "zod";
import {
  type AccountPage,
  type AccountProduct,
  type Heard,
  type ListingChange,
  type ListsAccount,
  type LookUpAnswer,
  type Mall,
  type MallConnection,
  notSent,
  type PublishAnswer,
  type PublishOrder,
  type Unsure,
  type UpdateAnswer,
  type UpdatesPrice,
  type UpdatesStock,
  type WithdrawAnswer,
} from "#app/channels/contract.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { checkForShopify } from "./check.ts";
import { createShopifyCaller, lost } from "./client.ts";
import { pictureIssues, refusalIssues, type UserError, userErrors } from "./complaints.ts";
import type { DocumentName } from "./documents.ts";
import { firstInput, productInput, referenceField } from "./map.ts";
import {
  type Failure,
  failedPictures,
  findProduct,
  isOffered,
  isShown,
  isWorking,
  knownPictures,
  listProducts,
  productShape,
  readProduct,
  type ShopifyProduct,
} from "./products.ts";
import { type ShopifySettings, shopifySettings } from "./settings.ts";
import { createShop, type Places } from "./shop.ts";
import { shopifySpec } from "./spec.ts";
import { type KnownVariant, readVariants, setPrices, setQuantities } from "./variants.ts";
import { shopifyWebhook } from "./webhook.ts";

export type { ShopifySettings } from "./settings.ts";

export const shopify: Mall = {
  key: "shopify",
  name: { ko: "쇼피파이 자사몰", en: "Shopify shop" },
  spec: shopifySpec,
  check: checkForShopify,
  ask: () => ({ questions: [], issues: [] }),
  webhook: shopifyWebhook,
  ownShop: {
    address: shopifySettings.baseUrl.variable,
    key: [shopifySettings.accessToken.variable],
    instead: [shopifySettings.clientId.variable, shopifySettings.clientSecret.variable],
    readAddress: (typed) => {
      const [, name] = /^(?:https:\/\/)?([a-z0-9][a-z0-9-]*)(?:\.myshopify\.com)?\/?$/i.exec(typed) ?? [];
      return name ? `https://${name.toLowerCase()}.myshopify.com` : typed;
    },
    isAddress: (whole) => /^https:\/\/[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(whole),
  },
};

/** Seconds. */
const waits = { lostAnswer: 30, pictures: 3 } as const;

const setAnswer = z.object({ productSet: z.object({ product: productShape.nullable(), userErrors }) });
/** Of two changes in one document. */
const changed = z.record(z.string(), z.object({ userErrors }));

/**
 * A product is made hidden; when the mall has made its pictures ready, the next publish shows it. Our reference identifies it
 * at the mall, so that a create sent twice is one product.
 */
export function connectShopify(
  settings: ShopifySettings,
  wiring: Wiring = ownWiring(),
): MallConnection & UpdatesPrice & UpdatesStock & ListsAccount {
  const ask = createShopifyCaller(settings, wiring);
  const findPlaces = createShop(ask, settings);
  const find = (reference: string, remoteId: string | null, { publicationId }: Places) =>
    findProduct(ask, { reference, id: remoteId && idOf(remoteId), publicationId });

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const places = await findPlaces();
    if ("kind" in places) return stepFailed(places);
    const found = await find(order.reference, order.remoteId, places);
    if ("kind" in found) return stepFailed(found);
    const { product: known } = found;
    if (order.remoteId !== null && known === null) {
      return { outcome: "refused", issues: [issue("mall.listing_gone", { mall: "shopify" })] };
    }
    // A picture that is not ready could not be recognised, and would be sent twice.
    if (known && isWorking(known)) return notSent(stillWorking());
    const set = await setProduct(order, known, places);
    if ("kind" in set) {
      // Only a create's lost answer is worth looking up: a change is simply sent again.
      if (set.kind === "lost" && known === null) return { outcome: "unknown", reason: set.reason };
      return stepFailed(set);
    }
    const failed = failedPictures(set);
    if (failed.length > 0) return { outcome: "refused", issues: picturesRefused(set) };
    if (isShown(set)) return { outcome: "accepted", heard: heardOf(set) };
    return isWorking(set) ? notSent(stillWorking()) : show(set, places);
  }

  async function setProduct(
    order: PublishOrder,
    known: ShopifyProduct | null,
    { publicationId, locationId }: Places,
  ): Promise<ShopifyProduct | Failure> {
    const { reference } = order;
    const input = productInput(order, { locationId }, knownPictures(known));
    const answer = await ask("setProduct", {
      identifier: known ? { id: known.id } : { customId: { key: referenceField.key, value: reference } },
      input: known ? input : { ...input, ...firstInput(reference) },
      publicationId,
    });
    if (answer.kind !== "done") return answer;
    const read = setAnswer.safeParse(answer.data);
    if (!read.success) return lost("mall.answer_unreadable");
    const { product, userErrors: errors } = read.data.productSet;
    if (errors.length > 0) return { kind: "refused", issues: refusalIssues(errors) };
    return product ?? lost("mall.answer_unreadable");
  }

  async function show(product: ShopifyProduct, { publicationId }: Places): Promise<PublishAnswer> {
    const failed = await change("showProduct", product.id, publicationId);
    if (failed) return stepFailed(failed);
    const after = await readProduct(ask, { id: product.id, publicationId });
    if (after === null || "kind" in after) return notSent(after === null ? outcomeUnknown() : unsure(after));
    return isShown(after) ? { outcome: "accepted", heard: heardOf(after) } : notSent(outcomeUnknown());
  }

  /** Null: it was done. Each may be repeated. */
  async function change(name: DocumentName, id: string, publicationId: string): Promise<Failure | null> {
    const answer = await ask(name, { id, publicationId });
    if (answer.kind !== "done") return answer;
    const read = changed.safeParse(answer.data);
    if (!read.success) return lost("mall.answer_unreadable");
    const errors = Object.values(read.data).flatMap((one): UserError[] => one.userErrors);
    return errors.length > 0 ? { kind: "refused", issues: refusalIssues(errors) } : null;
  }

  async function updateVariants(
    { remoteId, product }: ListingChange,
    set: (id: string, known: KnownVariant[], places: Places) => Promise<Failure | null>,
  ): Promise<UpdateAnswer> {
    const places = await findPlaces();
    if ("kind" in places) return unsure(places);
    const id = idOf(remoteId);
    const known = await readVariants(ask, id, product);
    if (known === null) return { outcome: "refused", issues: [issue("mall.listing_gone", { mall: "shopify" })] };
    if (known === "others") return { outcome: "whole" };
    const failed = "kind" in known ? known : await set(id, known, places);
    if (!failed) return { outcome: "accepted" };
    return failed.kind === "refused" ? { outcome: "refused", issues: failed.issues } : unsure(failed);
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    const places = await findPlaces();
    if ("kind" in places) return unsure(places);
    const found = await find(reference, remoteId, places);
    if ("kind" in found) return unsure(found);
    const { product, copies } = found;
    if (!product) return { outcome: "absent" };
    const heard = heardOf(product);
    const shown = [...(isShown(product) ? [product] : []), ...copies.filter((copy) => copy.shown)];
    if (shown.length > 1) {
      const raw = shown.map(({ id }) => numberOf(id)).join(", ");
      const params = { count: shown.length };
      heard.issues.push(issue("mall.duplicate_listings", { mall: "shopify" }, { severity: "warning", params, raw }));
    }
    return { outcome: "found", heard };
  }

  /** Hides every product under our reference, and believes only what the mall shows afterwards. */
  async function withdraw(reference: string, remoteId: string | null): Promise<WithdrawAnswer> {
    const places = await findPlaces();
    if ("kind" in places) return unsure(places);
    const found = await find(reference, remoteId, places);
    if ("kind" in found) return unsure(found);
    const ids = [...(found.product ? [found.product.id] : []), ...found.copies.map(({ id }) => id)];
    for (const id of ids) {
      const failed = await hide(id, places);
      if (failed) return failed;
    }
    return { outcome: "withdrawn" };
  }

  /** Null: nobody sees it, by the mall's own word. */
  async function hide(
    id: string,
    { publicationId }: Places,
  ): Promise<Exclude<WithdrawAnswer, { outcome: "withdrawn" }> | null> {
    const before = await readProduct(ask, { id, publicationId });
    if (before && "kind" in before) return unsure(before);
    if (!before || !isOffered(before)) return null;
    const failed = await change("hideProduct", id, publicationId);
    if (failed) return failed.kind === "refused" ? { outcome: "refused", issues: failed.issues } : unsure(failed);
    const after = await readProduct(ask, { id, publicationId });
    if (after && "kind" in after) return unsure(after);
    return after && isOffered(after) ? outcomeUnknown() : null;
  }

  async function listAccount(page: string | null): Promise<AccountPage | Unsure> {
    const places = await findPlaces();
    if ("kind" in places) return unsure(places);
    const found = await listProducts(ask, { after: page, publicationId: places.publicationId });
    if ("kind" in found) return unsure(found);
    const products = found.nodes.map((one): AccountProduct => {
      const [first, second] = one.variants.nodes;
      return {
        remoteId: numberOf(one.id),
        code: first?.sku ?? "",
        name: one.title,
        state: isShown(one) ? "live" : "withdrawn",
        price: first && !second ? first.price : null,
        pageUrl: one.onlineStoreUrl,
        createdAt: new Date(one.createdAt),
      };
    });
    return { outcome: "page", products, next: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null };
  }

  return {
    publish,
    listAccount,
    updatePrice: (change) => updateVariants(change, (id, known) => setPrices(ask, id, change.product, known)),
    updateStock: (change) =>
      updateVariants(change, (_id, known, places) => setQuantities(ask, places, change.product, known)),
    lookUp,
    withdraw,
  };
}

function heardOf(product: ShopifyProduct): Heard {
  const remoteId = numberOf(product.id);
  if (failedPictures(product).length > 0) {
    return { state: "refused", remoteId, pageUrl: null, issues: picturesRefused(product) };
  }
  if (!isShown(product)) return { state: "withdrawn", remoteId, pageUrl: null, issues: [] };
  const state = isWorking(product) ? "in_review" : "live";
  const [only, other] = product.variants.nodes;
  const goods = only && !other ? { price: only.price, stock: only.inventoryQuantity ?? null } : undefined;
  return { state, remoteId, pageUrl: product.onlineStoreUrl, issues: [], goods };
}

function picturesRefused(product: ShopifyProduct) {
  return failedPictures(product).flatMap(({ mediaErrors }) => pictureIssues(mediaErrors));
}

/** What is unfinished is found by our reference next time, and gone on with. */
function stepFailed(failure: Failure): PublishAnswer {
  return failure.kind === "refused" ? { outcome: "refused", issues: failure.issues } : notSent(unsure(failure));
}

function unsure(failure: Failure): Unsure {
  if (failure.kind === "not_sent") {
    return { outcome: "unsure", reason: failure.reason, retryAfterSeconds: failure.retryAfterSeconds };
  }
  const reason = failure.kind === "lost" ? failure.reason : (failure.issues[0] ?? issue("mall.refused"));
  return { outcome: "unsure", reason, retryAfterSeconds: waits.lostAnswer };
}

function stillWorking(): Unsure {
  const reason = issue("mall.still_working", { mall: "shopify" });
  return { outcome: "unsure", reason, retryAfterSeconds: waits.pictures };
}

function outcomeUnknown(): Unsure {
  const reason = issue("mall.outcome_unknown", { mall: "shopify" });
  return { outcome: "unsure", reason, retryAfterSeconds: waits.lostAnswer };
}

/** The mall's number is the end of its id. */
const idPrefix = "gid://shopify/Product/";

function idOf(remoteId: string): string {
  return `${idPrefix}${remoteId}`;
}

function numberOf(id: string): string {
  return id.slice(idPrefix.length);
}
