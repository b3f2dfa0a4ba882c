import { type ConsentKind, consentKinds } from "#app/domain/consent/kinds.ts";

/** `/merchant/consents/passing-on`: where it is asked, shown and withdrawn. */
export function consentAddress(kind: ConsentKind): string {
  return `/merchant/consents/${slugOf(kind)}`;
}

/** `/consents/passing-on`: its text, for everybody. */
export function consentTextAddress(kind: ConsentKind): string {
  return `/consents/${slugOf(kind)}`;
}

/** The consent that an address names. */
export function readConsentSlug(slug: string | undefined): ConsentKind | null {
  return consentKinds.find((kind) => slugOf(kind) === slug) ?? null;
}

function slugOf(kind: ConsentKind): string {
  return kind.replace("_", "-");
}
