import {
  type AccountPage,
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
import { stockOf } from "#app/channels/general-rules.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { checkForElevenst } from "./check.ts";
import { type CallElevenst, createElevenstCaller, type ElevenstAnswer } from "./client.ts";
import { complaintIssues } from "./complaints.ts";
import {
  type ElevenstListing,
  findListings,
  largestPage,
  listProducts,
  type ReadAnswer,
  readListing,
} from "./listings.ts";
import { productXml } from "./map.ts";
import { askElevenst } from "./questions.ts";
import { createQuota, seoulDay } from "./quota.ts";
import type { ElevenstSettings } from "./settings.ts";
import { elevenstSpec } from "./spec.ts";

export type { ElevenstSettings } from "./settings.ts";

export const elevenst: Mall = {
  key: "elevenst",
  name: { ko: "11번가", en: "11st" },
  spec: elevenstSpec,
  check: checkForElevenst,
  ask: askElevenst,
};

const api = "https://api.11st.co.kr/rest";

/** Seconds until a question with a lost answer is worth repeating. */
const lostAnswerWait = 30;

type ElevenstConnection = MallConnection & UpdatesPrice & UpdatesStock & ListsAccount;

/** Keep the connection for the life of the process: it remembers a spent quota. */
export function connectElevenst(settings: ElevenstSettings, wiring: Wiring = ownWiring()): ElevenstConnection {
  const call = createElevenstCaller(settings, wiring);
  const quota = createQuota(wiring.now);
  const pages = settings.baseUrl === api ? "https://www.11st.co.kr/products/" : `${sandboxOf(settings.baseUrl)}/store/`;

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    if (order.remoteId !== null) return update(order, order.remoteId);
    const wait = quota.secondsToWait();
    if (wait > 0) return quotaSpent(wait);
    const body = productXml(order, settings, seoulDay(wiring.now()));
    const sent = await call({ method: "POST", path: "/prodservices/product", body });
    if (sent.kind === "unknown") return { outcome: "unknown", reason: sent.reason };
    if (sent.kind === "not_sent") return notSent(unsure(sent));
    if (sent.kind === "document") return { outcome: "unknown", reason: unreadable(sent.root.name).reason };
    if (sent.code === "400") {
      quota.spent();
      return quotaSpent(quota.secondsToWait(), sent.text);
    }
    if (!isSuccess(sent.code)) return { outcome: "refused", issues: complaintIssues(sent.text) };
    if (sent.productNo) return { outcome: "accepted", heard: heard("in_review", sent.productNo) };
    // Made without saying which: never guessed, never made again.
    const found = await lookUp(order.reference, null);
    if (found.outcome === "found") return { outcome: "accepted", heard: found.heard };
    return { outcome: "unknown", reason: issue("mall.outcome_unknown", { mall: "elevenst" }) };
  }

  /** Replaces the whole; one whose answer was lost is simply sent again. What was taken down is put up again. */
  async function update(order: PublishOrder, prdNo: string): Promise<PublishAnswer> {
    const before = await readListing(call, prdNo);
    if (before.kind !== "listings") return notSent(unsure(before));
    const [known] = before.listings;
    if (!known) return { outcome: "refused", issues: [issue("mall.listing_gone", { mall: "elevenst" })] };
    const body = productXml(order, settings, seoulDay(wiring.now()));
    const sent = await call({ method: "PUT", path: `/prodservices/product/${prdNo}`, body });
    const failed = failureOf(sent);
    if (failed) return failed;
    if (known.state !== "withdrawn") return { outcome: "accepted", heard: heard("in_review", prdNo) };
    const shown = failureOf(await call({ method: "PUT", path: `/prodstatservice/stat/restartdisplay/${prdNo}` }));
    return shown ?? { outcome: "accepted", heard: heard("in_review", prdNo) };
  }

  async function updatePrice({ remoteId, product }: ListingChange): Promise<UpdateAnswer> {
    const path = `/prodservices/product/price/${remoteId}/${product.price}`;
    return updated(await call({ method: "GET", path, changes: true }));
  }

  /** The mall takes no stock of 0 and has no call for another one: what is sold out is not shown. */
  async function updateStock({ remoteId, product }: ListingChange): Promise<UpdateAnswer> {
    if (stockOf(product) > 0) return { outcome: "whole" };
    return (await stop(call, remoteId)) ?? { outcome: "accepted" };
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    let read = await findListings(call, reference);
    if (read.kind === "listings" && read.listings.length === 0 && remoteId) read = await readListing(call, remoteId);
    if (read.kind !== "listings") return unsure(read);
    const [oldest] = read.listings.toSorted((a, b) => Number(isDown(a)) - Number(isDown(b)));
    if (!oldest) return { outcome: "absent" };
    const told: Heard = { ...heard(oldest.state, oldest.prdNo), goods: { price: oldest.price, stock: null } };
    if (oldest.state === "live") told.pageUrl = `${pages}${oldest.prdNo}`;
    if (oldest.state === "refused") {
      told.issues.push(issue("mall.refused", { mall: "elevenst" }, { raw: stateWords[oldest.selStatCd] }));
    }
    const standing = read.listings.filter((one) => !isDown(one));
    if (standing.length > 1) told.issues.push(duplicates(standing));
    return { outcome: "found", heard: told };
  }

  /** Stops every product under the reference, and believes only what the mall shows afterwards. */
  async function withdraw(reference: string, remoteId: string | null): Promise<WithdrawAnswer> {
    const found = await findListings(call, reference);
    if (found.kind !== "listings") return unsure(found);
    const numbers = new Set(found.listings.map(({ prdNo }) => prdNo));
    if (remoteId) numbers.add(remoteId);
    for (const prdNo of numbers) {
      const stopped = await stop(call, prdNo);
      if (stopped) return stopped;
    }
    return { outcome: "withdrawn" };
  }

  async function listAccount(page: string | null): Promise<AccountPage | Unsure> {
    const start = Number(page ?? 1);
    const found = await listProducts(call, start);
    if (found.kind !== "listings") return unsure(found);
    const products = found.listings.map(({ prdNo, code, name, state, price }) => {
      const pageUrl = state === "live" ? `${pages}${prdNo}` : null;
      return { remoteId: prdNo, code, name, state, price, pageUrl, createdAt: null };
    });
    return { outcome: "page", products, next: products.length < largestPage ? null : String(start + largestPage) };
  }

  return { publish, updatePrice, updateStock, lookUp, withdraw, listAccount };
}

/** Null: it is gone, by the mall's own word. */
async function stop(
  call: CallElevenst,
  prdNo: string,
): Promise<Exclude<WithdrawAnswer, { outcome: "withdrawn" }> | null> {
  const before = await readListing(call, prdNo);
  if (before.kind !== "listings") return unsure(before);
  if (before.listings.every(isOffSale)) return null;
  const asked = await call({ method: "PUT", path: `/prodstatservice/stat/stopdisplay/${prdNo}` });
  if (asked.kind === "message" && !isSuccess(asked.code)) {
    return { outcome: "refused", issues: complaintIssues(asked.text) };
  }
  if (asked.kind === "not_sent" || asked.kind === "unknown") return unsure(asked);
  const after = await readListing(call, prdNo);
  if (after.kind !== "listings") return unsure(after);
  const reason = issue("mall.outcome_unknown", { mall: "elevenst" });
  return after.listings.every(isOffSale) ? null : { outcome: "unsure", reason, retryAfterSeconds: lostAnswerWait };
}

const stateWords: Record<string, string> = { "107": "강제종료", "108": "판매금지" };

function isDown({ state }: ElevenstListing): boolean {
  return state === "withdrawn";
}

/** The mall took it off sale itself, or we did. */
function isOffSale({ state }: ElevenstListing): boolean {
  return state === "withdrawn" || state === "refused";
}

function isSuccess(code: string): boolean {
  return code === "200" || code === "210";
}

/** Null: it was done. An update may be repeated, whatever became of it. */
function failureOf(sent: ElevenstAnswer): PublishAnswer | null {
  if (sent.kind === "message") {
    return isSuccess(sent.code) ? null : { outcome: "refused", issues: complaintIssues(sent.text) };
  }
  return notSent(unsure(sent.kind === "document" ? { kind: "unreadable", raw: sent.root.name } : sent));
}

function updated(sent: ElevenstAnswer): UpdateAnswer {
  if (sent.kind === "document") return unreadable(sent.root.name);
  if (sent.kind !== "message") return unsure(sent);
  if (isSuccess(sent.code)) return { outcome: "accepted" };
  const gone = sent.code === "404" ? [issue("mall.listing_gone", { mall: "elevenst" }, { raw: sent.text })] : null;
  return { outcome: "refused", issues: gone ?? complaintIssues(sent.text) };
}

function quotaSpent(retryAfterSeconds: number, raw?: string): PublishAnswer {
  return { outcome: "not_sent", reason: issue("mall.quota_spent", { mall: "elevenst" }, { raw }), retryAfterSeconds };
}

function duplicates(listings: ElevenstListing[]): Issue {
  const raw = listings.map(({ prdNo }) => prdNo).join(", ");
  const params = { count: listings.length };
  return issue("mall.duplicate_listings", { mall: "elevenst" }, { severity: "warning", params, raw });
}

function heard(state: Heard["state"], remoteId: string): Heard {
  return { state, remoteId, pageUrl: null, issues: [] };
}

function unsure(read: Exclude<ReadAnswer, { kind: "listings" }>): Unsure {
  if (read.kind === "unreadable") return unreadable(read.raw);
  const retryAfterSeconds = read.kind === "not_sent" ? read.retryAfterSeconds : lostAnswerWait;
  return { outcome: "unsure", reason: read.reason, retryAfterSeconds };
}

function unreadable(raw: string): Unsure {
  return {
    outcome: "unsure",
    reason: issue("mall.answer_unreadable", { mall: "elevenst" }, { raw }),
    retryAfterSeconds: 300,
  };
}

/** A sandbox shows its own pages beside its API. */
function sandboxOf(baseUrl: string): string {
  return baseUrl.replace(/\/rest$/, "");
}
