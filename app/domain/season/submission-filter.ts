import { StoreKind, SubmissionState } from "#app/services/database/generated/enums.ts";
import { districts } from "../store/districts.ts";
import { type WaitingAge, waitingAges } from "./waiting-age.ts";

/** What somebody wants to see of the submissions; null leaves a question open. */
export interface SubmissionFilter {
  state: SubmissionState | null;
  storeKind: StoreKind | null;
  categoryKey: string | null;
  /** Code of the store's district. */
  district: string | null;
  age: WaitingAge | null;
  /** Means from and to, both included. */
  lowestMean: number | null;
  highestMean: number | null;
  /** Of product, store or code; empty finds all. */
  words: string;
}

export const everySubmission: SubmissionFilter = {
  state: null,
  storeKind: null,
  categoryKey: null,
  district: null,
  age: null,
  lowestMean: null,
  highestMean: null,
  words: "",
};

/** The filter as an address carries it: without a word on the state it is what waits; `all` is everything. */
export function readSubmissionFilter(search: URLSearchParams): SubmissionFilter {
  const state = search.get("state");
  const kind = search.get("kind");
  const district = search.get("district");
  const age = search.get("age");
  return {
    state: state === "all" ? null : (Object.values(SubmissionState).find((one) => one === state) ?? "submitted"),
    storeKind: Object.values(StoreKind).find((one) => one === kind) ?? null,
    categoryKey: search.get("category") || null,
    district: districts.find(({ code }) => code === district)?.code ?? null,
    age: waitingAges.find(({ key }) => key === age)?.key ?? null,
    lowestMean: readMean(search.get("from")),
    highestMean: readMean(search.get("to")),
    words: (search.get("words") ?? "").normalize("NFC").replaceAll("\0", "").trim().slice(0, 60),
  };
}

/** The inverse of `readSubmissionFilter`: an address without what goes without saying. */
export function writeSubmissionFilter(filter: SubmissionFilter): URLSearchParams {
  const { state, storeKind, categoryKey, district, age, lowestMean, highestMean, words } = filter;
  return new URLSearchParams([
    ...(state === "submitted" ? [] : [["state", state ?? "all"]]),
    ...(storeKind ? [["kind", storeKind]] : []),
    ...(categoryKey ? [["category", categoryKey]] : []),
    ...(district ? [["district", district]] : []),
    ...(age ? [["age", age]] : []),
    ...(lowestMean === null ? [] : [["from", String(lowestMean)]]),
    ...(highestMean === null ? [] : [["to", String(highestMean)]]),
    ...(words ? [["words", words]] : []),
  ]);
}

function readMean(text: string | null): number | null {
  return text && /^\d{1,5}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
}
