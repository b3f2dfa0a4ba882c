import type { ConsentKind } from "#app/services/database/generated/enums.ts";

export type { ConsentKind };

export interface AskedConsent {
  /** Of the text in app/messages/consent-texts that is agreed to today; another one asks everybody again. */
  version: string;
  /** The service works without it. */
  optional: boolean;
}

export type AskedConsents = Readonly<Record<ConsentKind, AskedConsent>>;

/** Of merchants, in the order they are asked. */
export const consentKinds = ["terms", "personal_data", "passing_on"] as const satisfies readonly ConsentKind[];

/** Creators are asked for one, beside their profile. */
export const everyConsentKind = [...consentKinds, "creator_data"] as const satisfies readonly ConsentKind[];

export const askedConsents: AskedConsents = {
  terms: { version: "2026-11", optional: false },
  personal_data: { version: "2026-11", optional: false },
  passing_on: { version: "2026-11", optional: true },
  creator_data: { version: "2026-11", optional: false },
};
