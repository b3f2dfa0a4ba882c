import type { ConsentKind } from "#app/domain/consent/kinds.ts";

/** `/merchant/consents/passing-on`: where it is asked, shown and withdrawn. */
export function consentAddress(kind: ConsentKind): string {
  return `/merchant/consents/${slugOf(kind)}`;
}

/** `/consents/passing-on`: its text, for everybody. */
export function consentTextAddress(kind: ConsentKind): string {
  return `/consents/${slugOf(kind)}`;
}

/** The consent of `kinds` that an address names. */
export function readConsentSlug<Kind extends ConsentKind>(
  slug: string | undefined,
  kinds: readonly Kind[],
): Kind | null {
  return kinds.find((kind) => slugOf(kind) === slug) ?? null;
}

function slugOf(kind: ConsentKind): string {
  return kind.replace("_", "-");
}
