import {
  type AccountPage,
  type AsksMore,
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
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { check } from "./check.ts";
import { type CallCoupang, type CoupangAnswer, createCaller } from "./client.ts";
import { complaintsToIssues } from "./complaints.ts";
import {
  draftStatus,
  type KnownProduct,
  readAccount,
  readOnSale,
  readProduct,
  readRejection,
  readSearch,
  stateOfStatus,
} from "./listing-state.ts";
import { type KnownItem, mapProduct, optionKey, type ProductBody, wantedItems } from "./map.ts";
import { createMetadataReader } from "./metadata.ts";
import { askCoupang, questionsOf } from "./questions.ts";
import type { CoupangSettings } from "./settings.ts";
import { spec } from "./spec.ts";

export type { CoupangSettings } from "./settings.ts";

export const coupang: Mall = { key: "coupang", name: { ko: "쿠팡", en: "Coupang" }, spec, check, ask: askCoupang };

const api = "https://api-gateway.coupang.com";
const products = "/v2/providers/seller_api/apis/api/v1/marketplace/seller-products";
const vendorItems = "/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items";

/** Products on one page of the account's list. */
const largestPage = 100;

/** A new product can't be read, and one in review can't be changed, for ten minutes and more. */
const busySeconds = 120;

/** What reading one product by the mall's own number can give. */
type ReadAnswer = { kind: "product"; product: KnownProduct } | { kind: "registering" } | { kind: "gone" } | Unsure;

type CoupangConnection = MallConnection & AsksMore & UpdatesPrice & UpdatesStock & ListsAccount;

/** Keep one connection for many orders: it remembers what the categories ask for. */
export function connectCoupang(settings: CoupangSettings, wiring: Wiring = ownWiring()): CoupangConnection {
  const call = createCaller(settings, wiring);
  const readMetadata = createMetadataReader(call, wiring.now);
  const pages = settings.baseUrl === api ? "https://www.coupang.com/vp/products/" : `${settings.baseUrl}/store/`;

  async function readQuestions(categoryCode: string) {
    const described = await readMetadata(categoryCode);
    return described.kind === "metadata" && described.metadata ? questionsOf(described.metadata) : null;
  }

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const { categoryCode } = order.binding;
    if (categoryCode === null) return refused([issue("category.code_missing", { mall: "coupang", field: "category" })]);
    const described = await readMetadata(categoryCode);
    if (described.kind === "error") return refused(withMallField(described.message, "displayCategoryCode"));
    if (described.kind !== "metadata") return notSent(unsure(described));
    if (described.metadata === null) return notSent(unreadable());

    const before = order.remoteId === null ? null : await readById(call, order.remoteId);
    if (before !== null && "outcome" in before) return notSent(before);
    if (before?.kind === "registering") return notSent(busy());
    const known = before?.kind === "product" && before.product.statusName !== "상품삭제" ? before.product : null;

    const mapped = mapProduct(order, described.metadata, settings, known?.items);
    if (mapped.kind === "issues") return refused(mapped.issues);
    return known
      ? sendUpdate(mapped.body, known)
      : readCreated(await call({ method: "POST", path: products, body: mapped.body }), order.reference);
  }

  /**
   * An update replaces the whole, so one whose answer was lost is simply sent again. Price and stock of approved options
   * are not read from it: they have calls of their own.
   */
  async function sendUpdate(body: ProductBody, known: KnownProduct): Promise<PublishAnswer> {
    const stopped = await findStopped(known);
    if ("outcome" in stopped) return notSent(stopped);
    const resumed = stopped.items.map(({ vendorItemId }) => ({ path: `${vendorItems}/${vendorItemId}/sales/resume` }));
    const failed = await changeItems([
      ...priceChanges(body.items, known),
      ...stockChanges(body.items, known),
      ...resumed,
    ]);
    if (failed) return failed.outcome === "refused" ? failed : notSent(failed);
    const whole = { ...body, sellerProductId: Number(known.remoteId) };
    const sent = await call({ method: "PUT", path: products, body: whole });
    if (sent.kind === "success") return { outcome: "accepted", heard: heard("in_review", known.remoteId) };
    if (sent.kind !== "error") return notSent(unsure(sent));
    // A product under review can't be changed; that is no fault of the product.
    const waits = /승인\s*대기|심사\s*중/.test(sent.message);
    return waits ? notSent(busy(sent.message)) : refused(complaintsToIssues(sent.message));
  }

  /** The approved options whose sale somebody has stopped, or we, before a deletion that was refused: the product itself does not tell. */
  async function findStopped({ items }: KnownProduct): Promise<{ items: KnownItem[] } | Unsure> {
    const stopped: KnownItem[] = [];
    for (const item of items) {
      if (item.vendorItemId === null) continue;
      const answer = await call({ method: "GET", path: `${vendorItems}/${item.vendorItemId}/inventories` });
      if (answer.kind === "success" && !readOnSale(answer.data)) stopped.push(item);
      if (answer.kind !== "success" && answer.kind !== "error") return unsure(answer);
    }
    return { items: stopped };
  }

  /** Null: all are done. */
  async function changeItems(
    changes: ItemChange[],
  ): Promise<Extract<UpdateAnswer, { reason: Issue } | { issues: Issue[] }> | null> {
    for (const change of changes) {
      const changed = await call({ method: "PUT", ...change });
      if (changed.kind === "error") return refused(complaintsToIssues(changed.message));
      if (changed.kind !== "success") return unsure(changed);
    }
    return null;
  }

  /** The mall's numbers of the options are read first, and with them what it has: only what differs is asked. */
  async function updateItems(
    { remoteId, product }: ListingChange,
    changesOf: (items: WantedItem[], known: KnownProduct) => ItemChange[],
  ): Promise<UpdateAnswer> {
    const read = await readById(call, remoteId);
    if ("outcome" in read) return read;
    if (read.kind === "registering") return busy();
    if (isGone(read)) return refused([issue("mall.listing_gone", { mall: "coupang" })]);
    if (read.kind !== "product") return unreadable();
    const items = wantedItems(product);
    const known = ({ itemName }: WantedItem) =>
      read.product.items.some((one) => one.itemName === itemName && one.vendorItemId !== null);
    if (!items.every(known)) return { outcome: "whole" };
    return (await changeItems(changesOf(items, read.product))) ?? { outcome: "accepted" };
  }

  async function listAccount(page: string | null): Promise<AccountPage | Unsure> {
    const wanted = { vendorId: settings.vendorId, nextToken: page ?? "1", maxPerPage: String(largestPage) };
    const answer = await call({ method: "GET", path: products, query: new URLSearchParams(wanted).toString() });
    if (answer.kind === "error") return unreadable(answer.message);
    if (answer.kind !== "success") return unsure(answer);
    const found = readAccount(answer.data, pages);
    return found ? { outcome: "page", products: found, next: answer.nextToken } : unreadable();
  }

  async function readCreated(sent: CoupangAnswer, reference: string): Promise<PublishAnswer> {
    if (sent.kind === "unknown") return { outcome: "unknown", reason: sent.reason };
    if (sent.kind === "not_sent") return notSent(unsure(sent));
    if (sent.kind === "error") return refused(complaintsToIssues(sent.message));
    const remoteId = productNumber(sent.data);
    if (remoteId !== null) return { outcome: "accepted", heard: heard("in_review", remoteId) };
    // Created without saying which: never guessed, never created again.
    const found = await lookUp(reference, null);
    if (found.outcome === "found") return { outcome: "accepted", heard: found.heard };
    return { outcome: "unknown", reason: issue("mall.outcome_unknown", { mall: "coupang" }) };
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    if (remoteId !== null) {
      const read = await readById(call, remoteId);
      if ("outcome" in read) return read;
      if (read.kind === "registering") return { outcome: "found", heard: heard("registering", remoteId) };
      if (read.kind === "product") return hear(read.product);
    }
    const found = await searchByCode(call, reference);
    if ("outcome" in found) return found;
    const [oldest] = found.remoteIds;
    if (oldest === undefined) return { outcome: "absent" };
    const read = await readById(call, oldest);
    if ("outcome" in read) return read;
    if (read.kind === "gone") return { outcome: "found", heard: heard("withdrawn", oldest) };
    const said: LookUpAnswer =
      read.kind === "registering"
        ? { outcome: "found", heard: heard("registering", oldest) }
        : await hear(read.product);
    if (said.outcome === "found" && found.remoteIds.length > 1) said.heard.issues.push(duplicates(found.remoteIds));
    return said;
  }

  async function hear(product: KnownProduct): Promise<LookUpAnswer> {
    const { remoteId, statusName, productId } = product;
    if (statusName === draftStatus) return askApproval(remoteId);
    const state = stateOfStatus(statusName);
    if (state === null) return unreadable(statusName);
    if (state === "refused") {
      const history = await call({ method: "GET", path: `${products}/${remoteId}/histories` });
      if (history.kind !== "success") return history.kind === "error" ? unreadable(history.message) : unsure(history);
      // What was approved before is sold on while a change of it is refused.
      const stopped = await findStopped(product);
      if ("outcome" in stopped) return stopped;
      const told = heard(state, remoteId, complaintsToIssues(readRejection(history.data)));
      return { outcome: "found", heard: { ...told, stoppedOptions: stopped.items.map(optionKey) } };
    }
    if (state !== "live") return { outcome: "found", heard: { ...heard(state, remoteId), goods: goodsOf(product) } };
    const stopped = await findStopped(product);
    if ("outcome" in stopped) return stopped;
    const approved = product.items.filter(({ vendorItemId }) => vendorItemId !== null);
    const isSold = approved.length === 0 || stopped.items.length < approved.length;
    const pageUrl = productId === null ? null : `${pages}${productId}`;
    const told = heard(isSold ? "live" : "withdrawn", remoteId);
    const stoppedOptions = stopped.items.map(optionKey);
    return { outcome: "found", heard: { ...told, pageUrl, goods: goodsOf(product, stopped.items), stoppedOptions } };
  }

  /** A draft waits for nobody until approval is asked for. */
  async function askApproval(remoteId: string): Promise<LookUpAnswer> {
    const asked = await call({ method: "PUT", path: `${products}/${remoteId}/approvals` });
    if (asked.kind === "success") return { outcome: "found", heard: heard("in_review", remoteId) };
    if (asked.kind !== "error") return unsure(asked);
    return { outcome: "found", heard: heard("refused", remoteId, complaintsToIssues(asked.message)) };
  }

  /** Takes down every product under the reference, and believes only what the mall shows afterwards. */
  async function withdraw(reference: string, remoteId: string | null): Promise<WithdrawAnswer> {
    const found = await searchByCode(call, reference);
    if ("outcome" in found) return found;
    for (const id of new Set(remoteId === null ? found.remoteIds : [remoteId, ...found.remoteIds])) {
      const failed = await takeDown(id);
      if (failed) return failed;
    }
    return { outcome: "withdrawn" };
  }

  /** Null: it is gone, by the mall's own word. */
  async function takeDown(id: string): Promise<Exclude<WithdrawAnswer, { outcome: "withdrawn" }> | null> {
    const read = await readById(call, id);
    if ("outcome" in read) return read;
    if (read.kind === "registering") return busy();
    if (isGone(read)) return null;

    for (const { vendorItemId } of read.product.items) {
      if (vendorItemId === null) continue;
      const stopped = await call({ method: "PUT", path: `${vendorItems}/${vendorItemId}/sales/stop` });
      if (stopped.kind === "error") return refused(complaintsToIssues(stopped.message));
      if (stopped.kind !== "success") return unsure(stopped);
    }
    const deleted = await call({ method: "DELETE", path: `${products}/${id}` });
    if (deleted.kind === "error") {
      const waits = stateOfStatus(read.product.statusName) === "in_review";
      return waits ? busy(deleted.message) : refused(complaintsToIssues(deleted.message));
    }
    if (deleted.kind !== "success") return unsure(deleted);
    const after = await readById(call, id);
    if ("outcome" in after) return after;
    return isGone(after) ? null : busy();
  }

  return {
    publish,
    updatePrice: (change) => updateItems(change, priceChanges),
    updateStock: (change) => updateItems(change, stockChanges),
    lookUp,
    withdraw,
    listAccount,
    readQuestions,
  };
}

type WantedItem = Pick<ProductBody["items"][number], "itemName" | "salePrice" | "maximumBuyCount">;

/** Of a call: what stands after an option's own number. */
interface ItemChange {
  path: string;
  query?: string;
}

/** The calls which bring the prices of approved options to what is wanted. */
function priceChanges(items: readonly WantedItem[], known: KnownProduct): ItemChange[] {
  return items.flatMap(({ itemName, salePrice }) => {
    const before = known.items.find((one) => one.itemName === itemName);
    if (!before?.vendorItemId || before.salePrice === salePrice) return [];
    const path = `${vendorItems}/${before.vendorItemId}`;
    const reference = { path: `${path}/original-prices/${salePrice}` };
    const price = { path: `${path}/prices/${salePrice}`, query: "forceSalePriceUpdate=true" };
    // The reference price may at no moment be below the sale price.
    return salePrice > (before.salePrice ?? 0) ? [reference, price] : [price, reference];
  });
}

function stockChanges(items: readonly WantedItem[], known: KnownProduct): ItemChange[] {
  return items.flatMap(({ itemName, maximumBuyCount }) => {
    const before = known.items.find((one) => one.itemName === itemName);
    if (!before?.vendorItemId || before.stock === maximumBuyCount) return [];
    return [{ path: `${vendorItems}/${before.vendorItemId}/quantities/${maximumBuyCount}` }];
  });
}

async function readById(call: CallCoupang, remoteId: string): Promise<ReadAnswer> {
  const answer = await call({ method: "GET", path: `${products}/${encodeURIComponent(remoteId)}` });
  if (answer.kind === "success") {
    const product = readProduct(answer.data);
    return product === null ? unreadable() : { kind: "product", product };
  }
  if (answer.kind !== "error") return unsure(answer);
  if (/등록\s*중|등록이 진행|being registered/.test(answer.message)) return { kind: "registering" };
  if (/존재하지 않|찾을 수 없|삭제된|not exist|not found/i.test(answer.message)) return { kind: "gone" };
  return unreadable(answer.message);
}

async function searchByCode(call: CallCoupang, reference: string): Promise<{ remoteIds: string[] } | Unsure> {
  const path = `${products}/external-vendor-sku-codes/${encodeURIComponent(reference)}`;
  const answer = await call({ method: "GET", path });
  if (answer.kind === "error") return unreadable(answer.message);
  if (answer.kind !== "success") return unsure(answer);
  return readSearch(answer.data) ?? unreadable();
}

function isGone(read: Exclude<ReadAnswer, Unsure>): read is { kind: "gone" } {
  return read.kind === "gone" || (read.kind === "product" && read.product.statusName === "상품삭제");
}

function duplicates(remoteIds: string[]): Issue {
  const params = { count: remoteIds.length };
  const raw = remoteIds.join(", ");
  return issue("mall.duplicate_listings", { mall: "coupang" }, { severity: "warning", params, raw });
}

/** What options cost stands in each of them; of several the mall tells no price without. What is stopped is not there to sell. */
function goodsOf({ items }: KnownProduct, stopped: readonly KnownItem[] = []): Heard["goods"] {
  const stocks = items.map((item) => (stopped.includes(item) ? 0 : (item.stock ?? 0)));
  return {
    price: items.length === 1 ? (items[0]?.salePrice ?? null) : null,
    stock: stocks.reduce((sum, one) => sum + one, 0),
  };
}

function productNumber(data: unknown): string | null {
  return (typeof data === "number" && Number.isInteger(data)) || (typeof data === "string" && /^\d+$/.test(data))
    ? String(data)
    : null;
}

function heard(state: Heard["state"], remoteId: string, issues: Issue[] = []): Heard {
  return { state, remoteId, pageUrl: null, issues };
}

function refused(issues: Issue[]): { outcome: "refused"; issues: Issue[] } {
  return { outcome: "refused", issues };
}

function withMallField(message: string, mallField: string): Issue[] {
  return [issue("mall.category_refused", { mall: "coupang", field: "category", mallField }, { raw: message })];
}

function unsure(answer: Exclude<CoupangAnswer, { kind: "success" } | { kind: "error" }>): Unsure {
  const retryAfterSeconds = answer.kind === "not_sent" ? answer.retryAfterSeconds : 30;
  return { outcome: "unsure", reason: answer.reason, retryAfterSeconds };
}

function unreadable(raw?: string): Unsure {
  const reason = issue("mall.answer_unreadable", { mall: "coupang" }, raw ? { raw } : {});
  return { outcome: "unsure", reason, retryAfterSeconds: 300 };
}

function busy(raw?: string): Unsure {
  const reason = issue("mall.still_working", { mall: "coupang" }, raw ? { raw } : {});
  return { outcome: "unsure", reason, retryAfterSeconds: busySeconds };
}
