import { isOwnShop } from "../channel/channel-key.ts";
import type { IssueCode } from "../issue/codes.ts";
import type { Issue } from "../issue/issue.ts";

/** What the office would mend at a mall of the programme, and at a shop of its own the merchant. */
const forOwner: Partial<Record<IssueCode, IssueCode>> = {
  "mall.credentials_refused": "own_shop.access_refused",
  "mall.no_online_store": "own_shop.no_online_store",
  "mall.no_stock_location": "own_shop.no_stock_location",
  "mall.wrong_currency": "own_shop.wrong_currency",
};

/** Why a channel did not act, said to whoever can mend it. */
export function tellOwner(channelKey: string, reason: Issue): Issue {
  if (!isOwnShop(channelKey)) return reason;
  return { ...reason, code: forOwner[reason.code] ?? reason.code, path: { ...reason.path, mall: channelKey } };
}
