import { z } from "zod";
import type { Benefit, ContentForm } from "#app/services/database/generated/enums.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { clearWords, conditionalWords, type DisclosureRules, rulesOn, unclearWords } from "./disclosure-rules.ts";

/** The places of content in which a disclosure is looked for, as handed in or read. */
export const contentInput = z.object({
  /** What is seen before “more” is pressed: the first lines. */
  opening: z.string().trim().max(4000).default(""),
  /** The last lines. */
  ending: z.string().trim().max(4000).default(""),
  /** In their order, with or without #. */
  tags: z.string().trim().max(1000).default(""),
  /** What stands in the pictures. */
  inPhotos: z.string().trim().max(500).default(""),
  /** Whether that is in every picture. */
  everyPhoto: z.boolean().default(false),
  /** What a film says of it. */
  inVideo: z.string().trim().max(500).default(""),
  /** Where in the film. */
  videoStart: z.boolean().default(false),
  videoEnd: z.boolean().default(false),
  videoRepeated: z.boolean().default(false),
  /** A live show says it every five minutes. */
  everyFiveMinutes: z.boolean().default(false),
  /** What stands behind “more” or in a comment. */
  hidden: z.string().trim().max(1000).default(""),
  /** Where nothing is given: the creator says so. */
  nothingGiven: z.boolean().default(false),
});
export type PublishedContent = z.infer<typeof contentInput>;

export interface PublishedPiece {
  form: ContentForm;
  /** `2026-12-05` */
  publishedOn: string;
  benefit: Benefit;
  title: string;
  content: PublishedContent;
}

/** Sentences that would do, by what is given and by language. */
export const examples: Record<Exclude<Benefit, "none">, Record<"ko" | "en", string>> = {
  food: { ko: "가게에서 음식을 무료로 제공받았어요", en: "Sponsored: I received a free meal" },
  goods: { ko: "가게에서 제품을 무료로 제공받았어요", en: "Sponsored: I received free products" },
  fee: { ko: "[유료 광고] 원고료를 받았어요", en: "Paid advertisement" },
};

/**
 * What the disclosure of published content lacks, by the rules that held on the day it was published. An empty list is a disclosure
 * that stands where it must, in words that tell. Pure: the same content gives the same answer for ever.
 */
export function checkDisclosure(piece: PublishedPiece): { rules: DisclosureRules; issues: Issue[] } {
  const rules = rulesOn(piece.publishedOn);
  const { benefit, content } = piece;
  if (benefit === "none") {
    return {
      rules,
      issues: content.nothingGiven ? [] : [issue("disclosure.statement_missing", { field: "nothingGiven" })],
    };
  }
  const language = languageOf(`${piece.title} ${content.opening} ${content.ending}`);
  const example = examples[benefit][language];
  const found = placesOf(piece).filter(({ text }) => isClear(text, language, rules));
  if (allowed(piece, rules, new Set(found.map(({ place }) => place)))) return { rules, issues: notes(piece) };
  return { rules, issues: [...explain(piece, rules, found, language, example), ...notes(piece)] };
}

type Place = "title" | "opening" | "ending" | "first_tag" | "later_tag" | "photos" | "video" | "hidden";

function placesOf({ title, content }: PublishedPiece): { place: Place; text: string }[] {
  const tags = content.tags.split(/[#\s,]+/).filter(Boolean);
  const all: { place: Place; text: string }[] = [
    { place: "title", text: title },
    { place: "opening", text: content.opening },
    { place: "ending", text: content.ending },
    { place: "first_tag", text: tags[0] ?? "" },
    { place: "later_tag", text: tags.slice(1).join(" ") },
    { place: "photos", text: content.inPhotos },
    { place: "video", text: content.inVideo },
    { place: "hidden", text: content.hidden },
  ];
  return all.filter(({ text }) => text !== "");
}

/** Whether the places that hold a clear disclosure are where the rules want one. */
function allowed({ form, content }: PublishedPiece, rules: DisclosureRules, places: ReadonlySet<Place>): boolean {
  switch (form) {
    case "text":
      return places.has("title") || places.has("opening") || (rules.text === "start_or_end" && places.has("ending"));
    case "photos":
      return places.has("opening") || places.has("first_tag") || (places.has("photos") && content.everyPhoto);
    case "video":
      return (
        places.has("title") || (places.has("video") && content.videoStart && content.videoEnd && content.videoRepeated)
      );
    case "live":
      return places.has("video") && content.everyFiveMinutes;
  }
}

function explain(
  piece: PublishedPiece,
  rules: DisclosureRules,
  found: readonly { place: Place }[],
  language: "ko" | "en",
  example: string,
): Issue[] {
  const { form, content } = piece;
  if (found.some(({ place }) => place !== "hidden" && place !== "later_tag")) return [placeIssue(form, rules)];
  if (found.length > 0) return [issue("disclosure.hidden", { field: "opening" })];
  const said = placesOf(piece).map(({ text }) => text);
  const other = language === "ko" ? "en" : "ko";
  if (said.some((text) => isClear(text, other, rules))) {
    return [issue("disclosure.other_language", { field: "opening" }, { params: { example } })];
  }
  for (const { word, pattern } of rules.refusesConditional ? conditionalWords : []) {
    if (said.some((text) => pattern.test(text))) {
      return [issue("disclosure.conditional", { field: "opening" }, { params: { word, example } })];
    }
  }
  const unclear = unclearWords.find(({ pattern }) => said.some((text) => pattern.test(text)));
  if (unclear) {
    return [issue("disclosure.unclear_word", { field: "opening" }, { params: { word: unclear.word, example } })];
  }
  const field = form === "video" || form === "live" ? "inVideo" : content.inPhotos ? "inPhotos" : "opening";
  return [issue("disclosure.missing", { field }, { params: { example } })];
}

function placeIssue(form: ContentForm, rules: DisclosureRules): Issue {
  switch (form) {
    case "text":
      return rules.text === "title_or_start"
        ? issue("disclosure.place_title_or_start", { field: "opening" })
        : issue("disclosure.place_start_or_end", { field: "opening" });
    case "photos":
      return issue("disclosure.place_photos", { field: "opening" });
    case "video":
      return issue("disclosure.place_video", { field: "inVideo" });
    case "live":
      return issue("disclosure.place_live", { field: "everyFiveMinutes" });
  }
}

/** What does not hold it back. */
function notes({ publishedOn }: PublishedPiece): Issue[] {
  return publishedOn < "2020-09-01" ? [issue("disclosure.before_rules", {}, { severity: "warning" })] : [];
}

/** A sentence that denies it, or leaves it open, is no disclosure though it holds the words. */
function isClear(text: string, language: "ko" | "en", rules: DisclosureRules): boolean {
  return text
    .split(/[\n.!?。]+/)
    .some(
      (sentence) =>
        clearWords[language].some((pattern) => pattern.test(sentence)) &&
        !denial.test(sentence) &&
        !(rules.refusesConditional && conditionalWords.some(({ pattern }) => pattern.test(sentence))),
    );
}

/** “Without sponsoring”, “no advertisement at all”, “not a sponsored post”; but not “was given it, and tells of it without a lie”. */
const denial = new RegExp(
  [
    /(제공|지원|협찬|광고|대가|원고료|수수료)(비|글|성)?(을|를|이|가|은|는|도)?\s*((단|하나|하나도|1도|전혀|일절|절대)\s*)*(없|안\s*받|받지\s*(않|못)|아님|아닙|아니|아닌|❌|[xX](?![a-z]))/,
    /(제공|지원|협찬|광고)\s*받(은|는)\s*(적|거|게|건|것|글|곳)\S*\s*(없|아님|아닙|아니|아닌)/,
    /내돈내산(?!\S*\s*(아니|아님|아닙|아닌))/,
    /\b(not|never|no|without)\b[^,:;]{0,20}\b(sponsored|paid|payment|ads?|received|gifted)\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/** Korean where there is any; else English, which also stands for what we have no words of. */
function languageOf(text: string): "ko" | "en" {
  return /[가-힣]/.test(text) ? "ko" : "en";
}
