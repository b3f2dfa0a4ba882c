import type { PageBlock } from "#app/domain/detail-page/build-page.ts";
import type {
  AccountPage,
  LookUpAnswer,
  PublishAnswer,
  Unsure,
  UpdateAnswer,
  WithdrawAnswer,
} from "#app/domain/listing/answers.ts";
import type { AskMall, MallQuestion } from "#app/domain/product/mall-questions.ts";
import type { MallBinding, MallCheck, ProductFacts } from "#app/domain/product/product-facts.ts";
import type { HandOverDesk } from "./hand-over-desk.ts";
import type { MallKey } from "./mall-settings.ts";
import type { PictureSpec } from "./picture-rules.ts";

export type {
  AccountPage,
  AccountProduct,
  Heard,
  HeardState,
  LookUpAnswer,
  PublishAnswer,
  Unsure,
  UpdateAnswer,
  WithdrawAnswer,
} from "#app/domain/listing/answers.ts";

export { type MallKey, mallKeys } from "./mall-settings.ts";

/** The half of a mall that pages and rules may use: data and pure functions. */
export interface Mall {
  key: MallKey;
  name: { ko: string; en: string };
  spec: MallSpec;
  check: MallCheck;
  ask: AskMall;
  /** Where a merchant may connect a shop of their own. */
  ownShop?: OwnShopTerms;
  /** Where the mall tells of changes by itself. */
  webhook?: MallWebhook;
}

/** What a mall posts to us when somebody changes a product there, signed by a secret that both know. */
export interface MallWebhook {
  /** The secret's variable among the settings. */
  secret: string;
  /** What the office does at the mall; `{address}` is where it posts to. */
  how: { ko: string; en: string };
  /** Null: the mall did not sign these bytes. Else what it tells of; null where that is nothing we follow. */
  read(message: WebhookMessage, secret: string): { about: ToldChange | null } | null;
}

export interface WebhookMessage {
  /** As it came: a signature is of the bytes. */
  body: Buffer;
  header(name: string): string | undefined;
}

export interface ToldChange {
  remoteId: string;
  /** When it was changed at the mall; null where it does not say. */
  at: Date | null;
}

/** How a merchant lets us into their own shop at a mall; all by the names of its settings' variables. */
export interface OwnShopTerms {
  /** What says where the shop is. */
  address: string;
  /** Beside it: asked at once, and what may be given instead. */
  key: readonly string[];
  instead: readonly string[];
  /** An address as people type it, whole. */
  readAddress(typed: string): string;
  isAddress(whole: string): boolean;
}

export interface MallSpec extends PictureSpec {
  /** What fits into the name of a product there; null: the mall states no limit. */
  title: { maximum: number; count: (text: string) => number } | null;
  /** When to ask again about a listing that waits for the mall, in seconds. */
  followUp: {
    first: number;
    longest: number;
    /** After a lost answer: how old a send must be before the mall's "absent" can be believed. */
    settle: number;
    /** After how many days a review is longer than is usual there, and the office is to ask. */
    usualDays: number;
  };
}

/** A rendition that goes to a mall. */
export interface ListingPicture {
  role: "main" | "extra" | "detail";
  /** Rendition address, 64 hex digits; stands for the bytes. */
  address: string;
  /** Permanent public https address. */
  url: string;
  mediaType: string;
  read(): Promise<Buffer>;
}

/** Everything one publish needs; the reference was stored before this order was made. */
export interface PublishOrder {
  /** Our own reference: at most 30 of `[A-Z0-9-]`, unique over all stores and seasons. */
  reference: string;
  product: ProductFacts;
  binding: MallBinding;
  /** Main picture first. */
  pictures: ListingPicture[];
  detail: ListingDetail;
  /** The mall's own id when it is known from an earlier publish: then this is an update. */
  remoteId: string | null;
  /** The listing has these very pictures from the last time: they need not be sent again. */
  picturesStand: boolean;
}

/** A product's detail page as its mall wants it. */
export interface ListingDetail {
  /** Empty where the page is drawn. */
  blocks: PageBlock[];
  /** Of HTML the photos that its blocks name, by their index; of a drawn page its slices from the top. */
  pictures: ListingPicture[];
}

/** The half that talks to the mall. Every method may be called again after a crash. */
export interface MallConnection {
  publish(order: PublishOrder): Promise<PublishAnswer>;
  /** By our reference; `remoteId` helps a mall that can only search by its own id. */
  lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer>;
  withdraw(reference: string, remoteId: string | null): Promise<WithdrawAnswer>;
}

/** A listing that stands, and its product as it is wanted now: all but the price and the stock is as the mall has it. */
export interface ListingChange {
  reference: string;
  remoteId: string;
  product: ProductFacts;
}

/** Optional: the mall changes a price by a call of its own. Says what is wanted, never by how much: it may be repeated. */
export interface UpdatesPrice {
  updatePrice(change: ListingChange): Promise<UpdateAnswer>;
}

/** Optional: the same of the stock, which may be 0. */
export interface UpdatesStock {
  updateStock(change: ListingChange): Promise<UpdateAnswer>;
}

/** Optional: the mall tells all products of the account, whoever made them. */
export interface ListsAccount {
  /** A page of them; null asks for the first. Which ones a page holds, and in which order, is the mall's. */
  listAccount(page: string | null): Promise<AccountPage | Unsure>;
}

/** Optional: pictures must be uploaded to the mall before a listing can name them. */
export interface UploadsPictures {
  /** Returns the mall's own address for each picture, in order. */
  uploadPictures(pictures: ListingPicture[]): Promise<string[]>;
}

/** Optional: the listing leaves us as a package of files which an operator carries on. */
export interface ExportsPackage {
  buildPackage(order: PublishOrder): Promise<HandOverPackage>;
}

export interface HandOverPackage {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
  /** Eight letters that stand in the package too and differ with what is in it: an answer names them. */
  mark: string;
}

/** Optional: a mall that can do without an address. Its packages then wait at a desk where people record what became of them. */
export interface HandedOverByHand {
  connectAtDesk(desk: HandOverDesk): MallConnection;
}

/** Optional: the mall asks of goods of some categories what no other mall asks. */
export interface AsksMore {
  /** By the mall's own code; null: no answer now. */
  readQuestions(categoryCode: string): Promise<MallQuestion[] | null>;
}

/** A look-up that had to come first gave no answer: nothing was sent. */
export function notSent({ reason, retryAfterSeconds }: Unsure): PublishAnswer {
  return { outcome: "not_sent", reason, retryAfterSeconds };
}

export function asksMore(mall: object): mall is AsksMore {
  return typeof (mall as Partial<AsksMore>).readQuestions === "function";
}

export function updatesPrice(mall: object): mall is UpdatesPrice {
  return typeof (mall as Partial<UpdatesPrice>).updatePrice === "function";
}

export function updatesStock(mall: object): mall is UpdatesStock {
  return typeof (mall as Partial<UpdatesStock>).updateStock === "function";
}

export function listsAccount(mall: object): mall is ListsAccount {
  return typeof (mall as Partial<ListsAccount>).listAccount === "function";
}

export function uploadsPictures(mall: object): mall is UploadsPictures {
  return typeof (mall as Partial<UploadsPictures>).uploadPictures === "function";
}

export function handedOverByHand(mall: object): mall is HandedOverByHand {
  return typeof (mall as Partial<HandedOverByHand>).connectAtDesk === "function";
}

export function exportsPackage(mall: object): mall is ExportsPackage {
  return typeof (mall as Partial<ExportsPackage>).buildPackage === "function";
}
