import type {
  AccountPage,
  Heard,
  ListingChange,
  ListsAccount,
  LookUpAnswer,
  Mall,
  MallConnection,
  PublishAnswer,
  PublishOrder,
  Unsure,
  UpdateAnswer,
  UpdatesPrice,
  UpdatesStock,
  UploadsPictures,
  WithdrawAnswer,
} from "#app/channels/contract.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { checkForNaver } from "./check.ts";
import { CallError, type CallFailure, createNaverClient } from "./client.ts";
import {
  changeOptionStocks,
  changePrice,
  changeStock,
  createProduct,
  findListings,
  listProducts,
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

type NaverConnection = MallConnection & UploadsPictures & UpdatesPrice & UpdatesStock & ListsAccount;

/** Keep the connection for the life of the process: it holds the token. */
export function connectNaver(settings: NaverSettings, wiring: Wiring = ownWiring()): NaverConnection {
  const client = createNaverClient(settings, wiring);
  const uploads = createPictureUpload(client, wiring.pictures(settings.clientId));
  const readLists = createLists(client);
  const pages = publicPages(settings.baseUrl);

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const { binding, product, pictures, detail, remoteId } = order;
    try {
      const lists = await readLists(product, binding.categoryCode ?? "");
      const send = async () => {
        const urls = await uploads.upload([...pictures, ...detail.pictures]);
        const own = { pictures: urls.slice(0, pictures.length), detail: urls.slice(pictures.length) };
        const body = naverProductBody(order, own, settings, lists);
        if (remoteId === null) return create(() => createProduct(client, body), pages);
        return replace(() => replaceProduct(client, remoteId, body), pages);
      };
      return await send().catch(async (error) => {
        if (!hasForgottenPictures(error)) throw error;
        await uploads.forget([...pictures, ...detail.pictures]);
        return send();
      });
    } catch (error) {
      const failure = failureIn(error);
      if ("issues" in failure) return { outcome: "refused", issues: failure.issues };
      // Uploads and a whole replacement change nothing when repeated, so a lost answer needs no look-up.
      return { outcome: "not_sent", ...waitAfter(failure) };
    }
  }

  async function updatePrice({ remoteId, product }: ListingChange): Promise<UpdateAnswer> {
    return change(async () => {
      await changePrice(client, remoteId, product.price);
      return true;
    });
  }

  async function updateStock({ remoteId, product }: ListingChange): Promise<UpdateAnswer> {
    const options = product.variants.filter((variant) => variant.options.length > 0);
    return change(async () => {
      if (options.length > 0) return changeOptionStocks(client, remoteId, options);
      await changeStock(client, remoteId, stockOf(product));
      return true;
    });
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

  async function listAccount(page: string | null): Promise<AccountPage | Unsure> {
    const number = Number(page ?? 1);
    try {
      const { products, isLast } = await listProducts(client, number);
      return {
        outcome: "page",
        products: products.map((one) => ({
          remoteId: String(one.originProductNo),
          code: one.code,
          name: one.name,
          state: one.state,
          price: one.price,
          pageUrl: one.state === "live" && one.channelProductNo ? `${pages}${one.channelProductNo}` : null,
          createdAt: one.createdAt,
        })),
        next: isLast ? null : String(number + 1),
      };
    } catch (error) {
      return unsure(failureIn(error));
    }
  }

  async function isGone(no: string): Promise<boolean> {
    const listing = await readListing(client, no);
    return listing === null || listing.state === "withdrawn" || listing.state === "refused";
  }

  return { publish, updatePrice, updateStock, lookUp, withdraw, listAccount, uploadPictures: uploads.upload };
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
    return { outcome: "refused", issues: [gone(failure.issues[0]?.raw)] };
  }
}

/** `send` gives false where the mall takes it only with everything else. */
async function change(send: () => Promise<boolean>): Promise<UpdateAnswer> {
  try {
    return { outcome: (await send()) ? "accepted" : "whole" };
  } catch (error) {
    const failure = failureIn(error);
    if (failure.kind === "missing") return { outcome: "refused", issues: [gone(failure.issues[0]?.raw)] };
    return failure.kind === "refused" ? { outcome: "refused", issues: failure.issues } : unsure(failure);
  }
}

function gone(raw: string | undefined) {
  return issue("mall.listing_gone", { mall: "naver" }, { raw });
}

/** What stands before a product's number in the address of its public page; a sandbox shows its own. */
function publicPages(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  if (hostname.endsWith(".naver.com")) return "https://smartstore.naver.com/main/products/";
  return `${baseUrl.replace(/\/external$/, "")}/store/`;
}

function heardOf(listing: NaverListing, pages: string): Heard {
  const { originProductNo, channelProductNo, state, statusType, price, stock } = listing;
  return {
    state,
    remoteId: String(originProductNo),
    pageUrl: channelProductNo === null ? null : `${pages}${channelProductNo}`,
    issues: state === "refused" ? [issue("mall.refused", { mall: "naver" }, { raw: statusType })] : [],
    goods: { price, stock },
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

/** An address that the mall gave once and does not know any more. */
function hasForgottenPictures(error: unknown): boolean {
  if (!(error instanceof CallError) || error.failure.kind !== "refused") return false;
  return error.failure.issues.some(
    ({ path, raw }) =>
      /^originProduct\.(images|detailContent)/.test(path.mallField ?? "") || /이미지 URL/.test(raw ?? ""),
  );
}

/** @throws whatever is not a call's failure. */
function failureIn(error: unknown): CallFailure {
  if (error instanceof CallError) return error.failure;
  throw error;
}
