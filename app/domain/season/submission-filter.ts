import type { Prisma } from "#app/services/database/database.ts";
import { StoreKind, SubmissionState } from "#app/services/database/generated/enums.ts";

/** What a curator wants to see of the queue; null leaves a question open. */
export interface SubmissionFilter {
  state: SubmissionState | null;
  storeKind: StoreKind | null;
  categoryKey: string | null;
}

/** The filter as an address carries it: without a word on the state it is what waits; `all` is everything. */
export function readSubmissionFilter(search: URLSearchParams): SubmissionFilter {
  const state = search.get("state");
  const kind = search.get("kind");
  return {
    state: state === "all" ? null : (Object.values(SubmissionState).find((one) => one === state) ?? "submitted"),
    storeKind: Object.values(StoreKind).find((one) => one === kind) ?? null,
    categoryKey: search.get("category") || null,
  };
}

/** The inverse of `readSubmissionFilter`: an address without what goes without saying. */
export function writeSubmissionFilter({ state, storeKind, categoryKey }: SubmissionFilter): URLSearchParams {
  return new URLSearchParams([
    ...(state === "submitted" ? [] : [["state", state ?? "all"]]),
    ...(storeKind ? [["kind", storeKind]] : []),
    ...(categoryKey ? [["category", categoryKey]] : []),
  ]);
}

export function whereSubmissions(
  seasonId: string,
  { state, storeKind, categoryKey }: SubmissionFilter,
): Prisma.SubmissionWhereInput {
  return {
    seasonId,
    ...(state ? { state } : {}),
    ...(storeKind ? { product: { store: { kind: storeKind } } } : {}),
    ...(categoryKey ? { version: { categoryKey } } : {}),
  };
}
