import { isOwnShop } from "#app/domain/channel/channel-key.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { publicationMessages as m } from "#app/messages/publication.ts";
import { type Mend, mendingPlaces, whereToMend } from "#app/ui/plain/where-to-mend.ts";

/** What the office itself puts right; of its other codes the product's page tells more. */
const officePlaces: Partial<Record<IssueCode, "codes" | "connection">> = {
  "category.code_missing": "codes",
  "mall.category_refused": "codes",
  "mall.credentials_refused": "connection",
  "mall.address_not_allowed": "connection",
  "mall.no_online_store": "connection",
  "mall.no_stock_location": "connection",
  "mall.wrong_currency": "connection",
  "mall.courier_refused": "connection",
};

/** The screen on which the office puts an issue of a listing right, with its merchant where that is the merchant's; null: only waiting helps. */
export function whereOfficeMends(
  issue: Issue,
  { productId, categoryKey, mall }: { productId: string; categoryKey?: string; mall: string },
): Mend | null {
  // A shop of its own is its merchant's to put right.
  switch (isOwnShop(mall) ? undefined : officePlaces[issue.code]) {
    case "codes":
      return { to: `/office/malls/${mall}${categoryKey ? `#${categoryKey}` : ""}`, word: m.mendCodes };
    case "connection":
      return { to: `/office/malls/${mall}/connection`, word: m.mendConnection };
  }
  const mend = whereToMend({ ...issue, path: { mall, ...issue.path } }, productId);
  if (mend) return { to: `/help?${new URLSearchParams({ to: mend.to })}`, word: m.mendWithMerchant };
  const isOurs = Object.entries(mendingPlaces).some(([code, place]) => code === issue.code && place === "office");
  return isOurs ? { to: `/office/products/${productId}`, word: m.mendProduct } : null;
}
