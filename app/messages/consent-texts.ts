import type { ConsentKind } from "#app/domain/consent/kinds.ts";
import { creatorDataTexts } from "./consent-texts/creator-data.ts";
import { passingOnTexts } from "./consent-texts/passing-on.ts";
import { personalDataTexts } from "./consent-texts/personal-data.ts";
import { termsTexts } from "./consent-texts/terms.ts";
import type { Sentence } from "./sentence.ts";

/** One version of a document that people agree to. What was ever agreed to stays here as it was, to be read. */
export interface ConsentText {
  version: string;
  /** First day it holds, `2026-11-01`. */
  since: string;
  sections: readonly ConsentSection[];
}

export interface ConsentSection {
  title: Sentence;
  paragraphs?: readonly Sentence[];
  /** What is listed by name: items, purpose, term, recipients. */
  facts?: readonly { name: Sentence; text: Sentence }[];
}

/** The newest first. */
export const consentTexts: Record<ConsentKind, readonly ConsentText[]> = {
  terms: termsTexts,
  personal_data: personalDataTexts,
  passing_on: passingOnTexts,
  creator_data: creatorDataTexts,
};

export function findConsentText(kind: ConsentKind, version: string): ConsentText | null {
  return consentTexts[kind].find((text) => text.version === version) ?? null;
}
