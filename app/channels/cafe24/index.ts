import { z } from "zod";
import type {
  Heard,
  ListingPicture,
  LookUpAnswer,
  Mall,
  MallConnection,
  PublishAnswer,
  PublishOrder,
  WithdrawAnswer,
} from "#app/channels/contract.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { checkForCafe24 } from "./check.ts";
import { type Cafe24Answer, type CallCafe24, createCafe24Caller } from "./client.ts";
import { optionRequest, productRequest, variantRequests } from "./map.ts";
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

const productShape = z.object({
  product_no: z.number(),
  display: z.enum(["T", "F"]),
  selling: z.enum(["T", "F"]),
  /** Absent as long as the product has no picture. */
  detail_image: z.string().nullish(),
});

type Cafe24Product = z.infer<typeof productShape>;
type Failure = Exclude<Cafe24Answer, { kind: "done" }>;

const one = z.object({ product: productShape });
const many = z.object({ products: z.array(productShape) });
const variants = z.object({
  variants: z.array(
    z.object({
      variant_code: z.string(),
      options: z.array(z.object({ name: z.string(), value: z.string() })).nullable(),
    }),
  ),
});

/** Seconds until a question with a lost answer is worth repeating. */
const lostAnswerWait = 30;

/**
 * A product is made in several calls: hidden, then its pictures and stock, then shown. Whatever ends it in between, the next
 * publish finds the hidden one by our code and goes on with it; until it has its pictures it counts as absent.
 */
export function connectCafe24(settings: Cafe24Settings, wiring: Wiring = ownWiring()): MallConnection {
  const call = createCafe24Caller(settings, wiring);
  const pages = settings.baseUrl
    ? `${settings.baseUrl}/store/`
    : `https://${settings.mallId}.cafe24.com/product/detail.html?product_no=`;

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const found = order.remoteId === null ? await findProducts(call, order.reference) : [];
    if ("kind" in found) return notSent(found);
    const known = order.remoteId ?? found[0]?.product_no;
    const request = productRequest(order);
    if (known !== undefined) {
      const changed = await call("PUT", `/products/${known}`, { request });
      if (changed.kind === "missing") {
        return { outcome: "refused", issues: [issue("mall.listing_gone", { mall: "cafe24" })] };
      }
      if (changed.kind !== "done") return stepFailed(changed);
      return finish(order, known);
    }
    const hidden = { ...request, ...optionRequest(order.product), display: "F", selling: "F" };
    const created = await call("POST", "/products", { request: hidden });
    // Only here can a lost answer have made something.
    if (created.kind === "lost") return { outcome: "unknown", reason: created.reason };
    if (created.kind !== "done") return stepFailed(created);
    const made = z.object({ product: z.object({ product_no: z.number() }) }).safeParse(created.body);
    if (!made.success) return { outcome: "unknown", reason: unreadable().reason };
    return finish(order, made.data.product.product_no);
  }

  /** Pictures, stock, and then everybody may see it. Each step may be repeated. */
  async function finish({ product, pictures }: PublishOrder, productNo: number | string): Promise<PublishAnswer> {
    const path = `/products/${productNo}`;
    const listed = await call("GET", `${path}/variants`);
    const known = listed.kind === "done" ? variants.safeParse(listed.body) : null;
    if (listed.kind !== "done") return stepFailed(listed);
    if (!known?.success) return notSent({ kind: "lost", reason: unreadable().reason });
    const [main, ...extra] = await Promise.all(pictures.map(asDataUri));
    const steps: [method: "POST" | "PUT", path: string, body: object][] = [
      ["POST", `${path}/images`, { request: { image_upload_type: "A", detail_image: main } }],
      ...(extra.length > 0
        ? [["POST", `${path}/additionalimages`, { request: { additional_image: extra } }] as ["POST", string, object]]
        : []),
      ["PUT", `${path}/variants`, { requests: variantRequests(product, known.data.variants) }],
      ["PUT", path, { request: { display: "T", selling: "T" } }],
    ];
    for (const step of steps) {
      const done = await call(...step);
      if (done.kind !== "done") return stepFailed(done);
    }
    return { outcome: "accepted", heard: heard("live", productNo, `${pages}${productNo}`) };
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    let found = await findProducts(call, reference);
    if (!("kind" in found) && found.length === 0 && remoteId) found = await readProduct(call, remoteId);
    if ("kind" in found) return unsure(found);
    const whole = found.filter(isWhole).toSorted((a, b) => Number(isShown(b)) - Number(isShown(a)));
    const [product] = whole;
    if (!product) return { outcome: "absent" };
    const shown = isShown(product);
    const told = heard(
      shown ? "live" : "withdrawn",
      product.product_no,
      shown ? `${pages}${product.product_no}` : null,
    );
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
    const asked = await call("PUT", `/products/${number}`, { request: { display: "F", selling: "F" } });
    if (asked.kind === "refused") return { outcome: "refused", issues: asked.issues };
    if (asked.kind === "not_sent" || asked.kind === "lost") return unsure(asked);
    const after = await readProduct(call, number);
    if ("kind" in after) return unsure(after);
    const reason = issue("mall.outcome_unknown", { mall: "cafe24" });
    return after.some(isOffered) ? { outcome: "unsure", reason, retryAfterSeconds: lostAnswerWait } : null;
  }

  return { publish, lookUp, withdraw };
}

/** All that carry our code, oldest first; an empty list is the mall's own "there is none". */
async function findProducts(call: CallCafe24, reference: string): Promise<Cafe24Product[] | Failure> {
  const answer = await call("GET", `/products?${new URLSearchParams({ custom_product_code: reference })}`);
  if (answer.kind !== "done") return answer;
  const read = many.safeParse(answer.body);
  if (!read.success) return { kind: "lost", reason: unreadable().reason };
  return read.data.products.toSorted((a, b) => a.product_no - b.product_no);
}

/** By the mall's number; empty when the mall says that there is none. */
async function readProduct(call: CallCafe24, number: string): Promise<Cafe24Product[] | Failure> {
  const answer = await call("GET", `/products/${encodeURIComponent(number)}`);
  if (answer.kind === "missing") return [];
  if (answer.kind !== "done") return answer;
  const read = one.safeParse(answer.body);
  return read.success ? [read.data.product] : { kind: "lost", reason: unreadable().reason };
}

async function asDataUri(picture: ListingPicture): Promise<string> {
  return `data:${picture.mediaType};base64,${(await picture.read()).toString("base64")}`;
}

function isWhole({ detail_image }: Cafe24Product): boolean {
  return Boolean(detail_image);
}

function isShown({ display, selling }: Cafe24Product): boolean {
  return display === "T" && selling === "T";
}

/** Seen, or sold to whoever has its address. */
function isOffered({ display, selling }: Cafe24Product): boolean {
  return display === "T" || selling === "T";
}

/** What is unfinished is found by its code next time: after every step but the first one may simply begin again. */
function stepFailed(failure: Failure): PublishAnswer {
  return "issues" in failure ? { outcome: "refused", issues: failure.issues } : notSent(failure);
}

function notSent(failure: Failure): PublishAnswer {
  const { reason, retryAfterSeconds } = unsure(failure);
  return { outcome: "not_sent", reason, retryAfterSeconds };
}

function unsure(failure: Failure): Extract<LookUpAnswer, { outcome: "unsure" }> {
  if (failure.kind === "not_sent") {
    return { outcome: "unsure", reason: failure.reason, retryAfterSeconds: failure.retryAfterSeconds };
  }
  const reason = "reason" in failure ? failure.reason : (failure.issues[0] ?? unreadable().reason);
  return { outcome: "unsure", reason, retryAfterSeconds: lostAnswerWait };
}

function unreadable(): { reason: Issue } {
  return { reason: issue("mall.answer_unreadable", { mall: "cafe24" }) };
}

function duplicates(products: Cafe24Product[]): Issue {
  const raw = products.map(({ product_no }) => product_no).join(", ");
  const params = { count: products.length };
  return issue("mall.duplicate_listings", { mall: "cafe24" }, { severity: "warning", params, raw });
}

function heard(state: Heard["state"], productNo: number | string, pageUrl: string | null): Heard {
  return { state, remoteId: String(productNo), pageUrl, issues: [] };
}
