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
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { checkForCafe24 } from "./check.ts";
import { createCafe24Caller } from "./client.ts";
import { changeStocks, completeProduct, hidden } from "./complete-product.ts";
import { optionRequest, priceRequest, productRequest } from "./map.ts";
import {
  type Cafe24Product,
  type Failure,
  findProducts,
  isOffered,
  isShown,
  isWhole,
  largestPage,
  listProducts,
  readProduct,
  unreadable,
} from "./products.ts";
import type { Cafe24Settings } from "./settings.ts";
import { cafe24Spec } from "./spec.ts";

export type { Cafe24Settings } from "./settings.ts";

export const cafe24: Mall = {
  key: "cafe24",
  name: { ko: "카페24 자사몰", en: "Cafe24 shop" },
  spec: cafe24Spec,
  check: checkForCafe24,
  ask: () => ({ questions: [], issues: [] }),
};

const createdAnswer = z.object({ product: z.object({ product_no: z.number() }) });

/** Seconds until a question with a lost answer is worth repeating. */
const lostAnswerWait = 30;

/**
 * A product is made in several calls: hidden, then its pictures and stock, then shown. Whatever ends it in between, the next
 * publish finds the hidden one by our code and goes on with it; until it has its pictures it counts as absent.
 */
export function connectCafe24(
  settings: Cafe24Settings,
  wiring: Wiring = ownWiring(),
): MallConnection & UpdatesPrice & UpdatesStock & ListsAccount {
  const call = createCafe24Caller(settings, wiring);
  const pages = settings.baseUrl
    ? `${settings.baseUrl}/store/`
    : `https://${settings.mallId}.cafe24.com/product/detail.html?product_no=`;

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const found = order.remoteId === null ? await findProducts(call, order.reference) : [];
    if ("kind" in found) return notSent(unsure(found));
    const known = order.remoteId ?? found.toSorted(shownFirst)[0]?.product_no;
    const request = productRequest(order);
    if (known !== undefined) {
      const changed = await call("PUT", `/products/${known}`, { request });
      if (changed.kind === "missing") {
        return { outcome: "refused", issues: [gone()] };
      }
      return changed.kind === "done" ? complete(order, known) : stepFailed(changed);
    }
    const whole = { ...request, ...optionRequest(order.product), ...hidden };
    const created = await call("POST", "/products", { request: whole });
    // Only here can a lost answer have made something.
    if (created.kind === "lost") return { outcome: "unknown", reason: created.reason };
    if (created.kind !== "done") return stepFailed(created);
    const made = createdAnswer.safeParse(created.body);
    if (!made.success) return { outcome: "unknown", reason: unreadable().reason };
    return complete(order, made.data.product.product_no);
  }

  async function complete(order: PublishOrder, productNo: number | string): Promise<PublishAnswer> {
    const failed = await completeProduct(call, order, productNo);
    if (failed) return stepFailed(failed);
    return { outcome: "accepted", heard: heard("live", productNo, `${pages}${productNo}`) };
  }

  async function updatePrice({ remoteId, product }: ListingChange): Promise<UpdateAnswer> {
    const changed = await call("PUT", `/products/${remoteId}`, { request: priceRequest(product) });
    return changed.kind === "done" ? { outcome: "accepted" } : updateFailed(changed);
  }

  async function updateStock({ remoteId, product }: ListingChange): Promise<UpdateAnswer> {
    const failed = await changeStocks(call, product, remoteId);
    if (failed === "others") return { outcome: "whole" };
    return failed ? updateFailed(failed) : { outcome: "accepted" };
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    let found = await findProducts(call, reference);
    if (!("kind" in found) && found.length === 0 && remoteId) found = await readProduct(call, remoteId);
    if ("kind" in found) return unsure(found);
    const whole = found.filter(isWhole).toSorted(shownFirst);
    const [product] = whole;
    if (!product) return { outcome: "absent" };
    const number = product.product_no;
    const told = isShown(product) ? heard("live", number, `${pages}${number}`) : heard("withdrawn", number, null);
    told.goods = { price: product.price ?? null, stock: null };
    const standing = whole.filter(isShown);
    if (standing.length > 1) told.issues.push(duplicates(standing));
    return { outcome: "found", heard: told };
  }

  /** Hides every product under our code, and believes only what the mall shows afterwards. */
  async function withdraw(reference: string, remoteId: string | null): Promise<WithdrawAnswer> {
    const found = await findProducts(call, reference);
    if ("kind" in found) return unsure(found);
    const numbers = new Set(found.map(({ product_no }) => String(product_no)));
    if (remoteId) numbers.add(remoteId);
    for (const number of numbers) {
      const failed = await hide(number);
      if (failed) return failed;
    }
    return { outcome: "withdrawn" };
  }

  /** Null: nobody sees it, by the mall's own word. */
  async function hide(number: string): Promise<Exclude<WithdrawAnswer, { outcome: "withdrawn" }> | null> {
    const before = await readProduct(call, number);
    if ("kind" in before) return unsure(before);
    if (!before.some(isOffered)) return null;
    const asked = await call("PUT", `/products/${number}`, { request: hidden });
    if (asked.kind === "refused") return { outcome: "refused", issues: asked.issues };
    if (asked.kind === "not_sent" || asked.kind === "lost") return unsure(asked);
    const after = await readProduct(call, number);
    if ("kind" in after) return unsure(after);
    const reason = issue("mall.outcome_unknown", { mall: "cafe24" });
    return after.some(isOffered) ? { outcome: "unsure", reason, retryAfterSeconds: lostAnswerWait } : null;
  }

  async function listAccount(page: string | null): Promise<AccountPage | Unsure> {
    const found = await listProducts(call, page ?? "0");
    if ("kind" in found) return unsure(found);
    const products = found.map((product): AccountProduct => {
      const number = String(product.product_no);
      const shown = isShown(product);
      return {
        remoteId: number,
        code: product.custom_product_code ?? "",
        name: product.product_name ?? "",
        state: shown ? "live" : "withdrawn",
        price: product.price ?? null,
        pageUrl: shown ? `${pages}${number}` : null,
        createdAt: product.created_date ? new Date(product.created_date) : null,
      };
    });
    return {
      outcome: "page",
      products,
      next: products.length < largestPage ? null : (products.at(-1)?.remoteId ?? null),
    };
  }

  return { publish, updatePrice, updateStock, lookUp, withdraw, listAccount };
}

function shownFirst(one: Cafe24Product, other: Cafe24Product): number {
  return Number(isShown(other)) - Number(isShown(one));
}

/** What is unfinished is found by its code next time: after every step but the first one may simply begin again. */
function stepFailed(failure: Failure): PublishAnswer {
  return "issues" in failure ? { outcome: "refused", issues: failure.issues } : notSent(unsure(failure));
}

function updateFailed(failure: Failure): UpdateAnswer {
  if (failure.kind === "missing") return { outcome: "refused", issues: [gone()] };
  return failure.kind === "refused" ? { outcome: "refused", issues: failure.issues } : unsure(failure);
}

function gone(): Issue {
  return issue("mall.listing_gone", { mall: "cafe24" });
}

function unsure(failure: Failure): Unsure {
  if (failure.kind === "not_sent") {
    return { outcome: "unsure", reason: failure.reason, retryAfterSeconds: failure.retryAfterSeconds };
  }
  const reason = "reason" in failure ? failure.reason : (failure.issues[0] ?? unreadable().reason);
  return { outcome: "unsure", reason, retryAfterSeconds: lostAnswerWait };
}

function duplicates(products: Cafe24Product[]): Issue {
  const raw = products.map(({ product_no }) => product_no).join(", ");
  const params = { count: products.length };
  return issue("mall.duplicate_listings", { mall: "cafe24" }, { severity: "warning", params, raw });
}

function heard(state: Heard["state"], productNo: number | string, pageUrl: string | null): Heard {
  return { state, remoteId: String(productNo), pageUrl, issues: [] };
}
