import type { ConsentKind } from "#app/services/database/generated/enums.ts";

export type { ConsentKind };

export interface AskedConsent {
  /** Of the text in app/messages/consent-texts that is agreed to today; another one asks everybody again. */
  version: string;
  /** The service works without it. */
  optional: boolean;
}

export type AskedConsents = Readonly<Record<ConsentKind, AskedConsent>>;

/** In the order they are asked. */
export const consentKinds = ["terms", "personal_data", "passing_on"] as const satisfies readonly ConsentKind[];

export const askedConsents: AskedConsents = {
  terms: { version: "2026-11", optional: false },
  personal_data: { version: "2026-11", optional: false },
  passing_on: { version: "2026-11", optional: true },
};
