import type { IssueCode } from "#app/domain/issue/codes.ts";
import type { hintCodes } from "#app/domain/issue/hint-codes.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import type { mallCodes } from "#app/domain/issue/mall-codes.ts";
import type { readinessCodes } from "#app/domain/issue/readiness-codes.ts";
import { mendMessages as m } from "#app/messages/product-malls.ts";
import type { Sentence } from "#app/messages/sentence.ts";

/** The screen that puts an issue right, and what its button says. */
export interface Mend {
  to: string;
  word: Sentence;
}

/**
 * `sheet`: what only a sheet can change. `notice`: the form, at the part that the law asks for. `field`: the product's own form, at the field the issue names, else at this one. `mall`: what only that mall asks. `ownShop`:
 * how we get into the merchant's own shop. `office` and `wait`: nothing that a merchant could do.
 */
type Place =
  | { field: string }
  | "product"
  | "photos"
  | "mall"
  | "terms"
  | "store"
  | "agreement"
  | "passingOn"
  | "closing"
  | "notice"
  | "sheet"
  | "ownShop"
  | "office"
  | "wait";

type MendableCode = (typeof readinessCodes)[number] | (typeof hintCodes)[number] | (typeof mallCodes)[number];

/** Every code that can stand beside a product; a new one without a place does not compile. */
export const mendingPlaces: Record<MendableCode, Place> = {
  "photo.none": "photos",
  "photo.below_minimum": "photos",
  "notice.missing": "product",
  "notice.too_long": "product",
  "notice.told_in_detail": "product",
  "kc.missing": { field: "kc" },
  "origin.not_domestic": { field: "origin" },
  "option.stock_missing": { field: "option_stock" },
  "category.code_missing": "office",
  "category.not_offered": "wait",
  "name.too_long": { field: "name" },
  "name.too_many_bytes": { field: "name" },
  "name.forbidden_characters": { field: "name" },
  "text.forbidden_characters": "product",
  "price.above_maximum": { field: "price" },
  "price.step": { field: "price" },
  "stock.none": { field: "stock" },
  "tags.unusable": { field: "tags" },
  "description.missing": { field: "description" },
  "shipping_fee.too_high": { field: "shipping_fee" },
  "return_fee.too_high": "terms",
  "store.return_terms_missing": "terms",
  "store.mail_order_number_missing": "office",
  "store.not_approved": "store",
  "options.too_many": "sheet",
  "options.too_many_names": "sheet",
  "options.no_base_price": "sheet",
  "options.price_too_far": "sheet",
  "mall_field.missing": "mall",
  "mall_field.unit_unknown": "mall",
  "mall_field.too_long": "mall",
  "mall_field.not_offered": "mall",
  "agreement.missing": "agreement",
  "consent.passing_on_missing": "passingOn",
  "account.closing": "closing",
  "hint.photos_few": "photos",
  "hint.photos_small": "photos",
  "hint.photo_blurred": "photos",
  "hint.photo_dark": "photos",
  "hint.photo_burnt": "photos",
  "hint.photo_busy_background": "photos",
  "hint.photo_moving": "photos",
  "hint.photo_small_for": "photos",
  "hint.photo_cropped_small": "photos",
  "hint.photo_same": "photos",
  "hint.photo_alike": "photos",
  "hint.description_short": { field: "description" },
  "hint.price_far": { field: "price" },
  "hint.price_claim": { field: "name" },
  "hint.superlative": { field: "name" },
  "hint.health_claim": { field: "description" },
  "mall.refused": "product",
  "mall.picture_refused": "photos",
  "mall.picture_too_small": "photos",
  "mall.category_refused": "office",
  "mall.notice_refused": "notice",
  "mall.field_refused": "product",
  "mall.courier_refused": "office",
  "mall.return_fee_refused": "terms",
  "mall.price_refused": { field: "price" },
  "mall.tag_refused": { field: "tags" },
  "mall.certificate_refused": { field: "kc" },
  "mall.returned_by_operator": "product",
  "mall.credentials_refused": "office",
  "mall.address_not_allowed": "office",
  "mall.no_online_store": "office",
  "mall.no_stock_location": "office",
  "mall.wrong_currency": "office",
  "own_shop.access_refused": "ownShop",
  "own_shop.no_online_store": "ownShop",
  "own_shop.no_stock_location": "ownShop",
  "own_shop.wrong_currency": "ownShop",
  "mall.rate_limited": "wait",
  "mall.quota_spent": "wait",
  "mall.unavailable": "wait",
  "mall.still_working": "wait",
  "mall.other_version": "office",
  "mall.given_up": "office",
  "mall.answer_unreadable": "wait",
  "mall.outcome_unknown": "wait",
  "mall.listing_gone": "office",
  "mall.duplicate_listings": "office",
  "mall.number_taken": "office",
  "mall.withdrawal_pending": "wait",
};

function isMendable(code: IssueCode): code is MendableCode {
  return code in mendingPlaces;
}

/** Whether nobody has to put anything right: it goes on by itself. */
export function onlyTakesTime({ code }: Issue): boolean {
  return isMendable(code) && mendingPlaces[code] === "wait";
}

/** As its merchant reads it: what a mall's machine said to ours is for the office. */
export function inPlainWords(issue: Issue): Issue {
  const place = isMendable(issue.code) ? mendingPlaces[issue.code] : null;
  if (place !== "wait" && place !== "office" && place !== "ownShop") return issue;
  const { raw: _, ...rest } = issue;
  return rest;
}

/** Null: it is the office's or the mall's turn, and the sentence says so. */
export function whereToMend({ code, path }: Issue, productId: string): Mend | null {
  const place = isMendable(code) ? mendingPlaces[code] : "product";
  const product = `/merchant/products/${productId}`;
  switch (place) {
    case "office":
    case "wait":
      return null;
    case "photos":
      return { to: `${product}/photos`, word: m.toPhotos };
    case "terms":
      return { to: "/merchant/fees", word: m.toField };
    case "store":
      return { to: "/merchant/application", word: m.toStore };
    case "agreement":
      return { to: path.mall ? `/merchant/malls/${path.mall}` : "/merchant/malls", word: m.toAgreement };
    case "passingOn":
      return { to: "/merchant/consents/passing-on", word: m.toAgreement };
    case "closing":
      return { to: "/merchant/closing", word: m.toClosing };
    case "sheet":
      return { to: "/merchant/imports/new", word: m.toSheet };
    case "mall":
      return { to: path.mall ? `${product}/malls/${path.mall}` : `${product}/edit`, word: m.toAnswer };
    case "ownShop":
      return { to: path.mall ? `/merchant/shops/${path.mall}` : "/merchant/malls", word: m.toConnection };
    case "notice":
      return path.field === undefined
        ? { to: `${product}/edit?open=notice#notice`, word: m.toField }
        : { to: editAddress(product, path.field), word: m.toField };
    case "product":
      return { to: editAddress(product, path.field), word: m.toField };
    default:
      return { to: editAddress(product, path.field ?? place.field), word: m.toField };
  }
}

/** A field that the form does not know opens the whole form. */
function editAddress(product: string, field: string | undefined): string {
  return field === undefined ? `${product}/edit` : `${product}/edit?${new URLSearchParams({ field })}`;
}
