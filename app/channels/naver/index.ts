import type {
  Heard,
  LookUpAnswer,
  Mall,
  MallConnection,
  PublishAnswer,
  PublishOrder,
  UploadsPictures,
  WithdrawAnswer,
} from "#app/channels/contract.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { checkForNaver } from "./check.ts";
import { CallError, type CallFailure, createNaverClient } from "./client.ts";
import {
  createProduct,
  findListings,
  type NaverListing,
  readListing,
  replaceProduct,
  suspendProduct,
} from "./listings.ts";
import { createLists } from "./lists.ts";
import { naverProductBody } from "./map.ts";
import { createPictureUpload } from "./pictures.ts";
import { askNaver } from "./questions.ts";
import type { NaverSettings } from "./settings.ts";
import { naverSpec } from "./spec.ts";

export type { NaverSettings } from "./settings.ts";

export const naver: Mall = {
  key: "naver",
  name: { ko: "네이버 스마트스토어", en: "Naver Smart Store" },
  spec: naverSpec,
  check: checkForNaver,
  ask: askNaver,
};

/** Seconds until a call with a lost answer is worth repeating. */
const lostAnswerWait = 30;

/** Keep the connection for the life of the process: it holds the token and the addresses of uploaded pictures. */
export function connectNaver(settings: NaverSettings, wiring: Wiring = ownWiring()): MallConnection & UploadsPictures {
  const client = createNaverClient(settings, wiring);
  const uploadPictures = createPictureUpload(client);
  const readLists = createLists(client);
  const pages = publicPages(settings.baseUrl);

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const { binding, product, pictures, detail, remoteId } = order;
    try {
      const urls = await uploadPictures([...pictures, ...detail.pictures]);
      const own = { pictures: urls.slice(0, pictures.length), detail: urls.slice(pictures.length) };
      const body = naverProductBody(order, own, settings, await readLists(product, binding.categoryCode ?? ""));
      if (remoteId === null) return await create(() => createProduct(client, body), pages);
      return await replace(() => replaceProduct(client, remoteId, body), pages);
    } catch (error) {
      const failure = failureIn(error);
      if ("issues" in failure) return { outcome: "refused", issues: failure.issues };
      // Uploads and a whole replacement change nothing when repeated, so a lost answer needs no look-up.
      return { outcome: "not_sent", ...waitAfter(failure) };
    }
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    try {
      const listings = await findListings(client, reference);
      const [oldest] = listings.length > 0 || !remoteId ? listings : [await readListing(client, remoteId)];
      if (!oldest) return { outcome: "absent" };
      const heard = heardOf(oldest, pages);
      if (listings.length > 1) heard.issues.push(duplicates(listings));
      return { outcome: "found", heard };
    } catch (error) {
      return unsure(failureIn(error));
    }
  }

  /** Takes down every listing under the reference, and believes only what the mall shows afterwards. */
  async function withdraw(reference: string, remoteId: string | null): Promise<WithdrawAnswer> {
    try {
      const found = (await findListings(client, reference)).map(({ originProductNo }) => String(originProductNo));
      for (const no of new Set(remoteId ? [...found, remoteId] : found)) {
        if (await isGone(no)) continue;
        await suspendProduct(client, no);
        if (!(await isGone(no)))
          return unsure({ kind: "lost", reason: issue("mall.outcome_unknown", { mall: "naver" }) });
      }
      return { outcome: "withdrawn" };
    } catch (error) {
      const failure = failureIn(error);
      return failure.kind === "refused" ? { outcome: "refused", issues: failure.issues } : unsure(failure);
    }
  }

  async function isGone(no: string): Promise<boolean> {
    const listing = await readListing(client, no);
    return listing === null || listing.state === "withdrawn" || listing.state === "refused";
  }

  return { publish, lookUp, withdraw, uploadPictures };
}

/** Only here can a lost answer have made a listing. */
async function create(send: () => Promise<NaverListing>, pages: string): Promise<PublishAnswer> {
  try {
    return { outcome: "accepted", heard: heardOf(await send(), pages) };
  } catch (error) {
    const failure = failureIn(error);
    if (failure.kind === "lost") return { outcome: "unknown", reason: failure.reason };
    throw error;
  }
}

async function replace(send: () => Promise<NaverListing>, pages: string): Promise<PublishAnswer> {
  try {
    return { outcome: "accepted", heard: heardOf(await send(), pages) };
  } catch (error) {
    const failure = failureIn(error);
    if (failure.kind !== "missing") throw error;
    const raw = failure.issues[0]?.raw;
    return { outcome: "refused", issues: [issue("mall.listing_gone", { mall: "naver" }, { raw })] };
  }
}

/** What stands before a product's number in the address of its public page; a sandbox shows its own. */
function publicPages(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  if (hostname.endsWith(".naver.com")) return "https://smartstore.naver.com/main/products/";
  return `${baseUrl.replace(/\/external$/, "")}/store/`;
}

function heardOf({ originProductNo, channelProductNo, state, statusType }: NaverListing, pages: string): Heard {
  return {
    state,
    remoteId: String(originProductNo),
    pageUrl: channelProductNo === null ? null : `${pages}${channelProductNo}`,
    issues: state === "refused" ? [issue("mall.refused", { mall: "naver" }, { raw: statusType })] : [],
  };
}

function duplicates(listings: NaverListing[]) {
  const raw = listings.map(({ originProductNo }) => originProductNo).join(", ");
  const params = { count: listings.length };
  return issue("mall.duplicate_listings", { mall: "naver" }, { severity: "warning", params, raw });
}

function unsure(failure: CallFailure): { outcome: "unsure" } & ReturnType<typeof waitAfter> {
  return { outcome: "unsure", ...waitAfter(failure) };
}

function waitAfter(failure: CallFailure) {
  if ("retryAfterSeconds" in failure) return { reason: failure.reason, retryAfterSeconds: failure.retryAfterSeconds };
  const reason = "reason" in failure ? failure.reason : (failure.issues[0] ?? issue("mall.refused", { mall: "naver" }));
  return { reason, retryAfterSeconds: lostAnswerWait };
}

/** @throws whatever is not a call's failure. */
function failureIn(error: unknown): CallFailure {
  if (error instanceof CallError) return error.failure;
  throw error;
}
