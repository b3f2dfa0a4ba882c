import { type Issue, issue } from "../issue/issue.ts";

/** What a mall takes of a sale in hundredths of a percent, and the days from delivery until the money comes. */
export interface MallTerms {
  feeBasisPoints: number;
  settlementDays: number;
}

/** A mall's terms; null while the office has not entered them. */
export function termsOf({ feeBasisPoints, settlementDays }: { [Name in keyof MallTerms]: number | null }) {
  return feeBasisPoints !== null && settlementDays !== null ? { feeBasisPoints, settlementDays } : null;
}

/** What a store's people have said that sending to malls rests on. */
export interface StoreWord {
  /** Somebody of the store lets its data be passed on, by today's text. */
  passingOn: boolean;
  /** They are leaving. */
  closing: boolean;
  /** Keys of the channels that ask for no (more) agreement. */
  malls: ReadonlySet<string>;
}

/** What is missing of the merchant's word; no fault of the product. */
export const permissionCodes = ["agreement.missing", "consent.passing_on_missing", "account.closing"] as const;
export type PermissionCode = (typeof permissionCodes)[number];

/** Why nothing of this store may go to this mall. */
export function judgePermission({ passingOn, closing, malls }: StoreWord, mall: string): Issue[] {
  if (closing) return [missingWord("account.closing", mall)];
  return [
    ...(malls.has(mall) ? [] : [missingWord("agreement.missing", mall)]),
    ...(passingOn ? [] : [missingWord("consent.passing_on_missing", mall)]),
  ];
}

export function missingWord(code: PermissionCode, mall: string): Issue {
  return issue(code, { mall });
}

export function isMissingWord({ code }: Issue): boolean {
  return permissionCodes.some((one) => one === code);
}
