import type { IssueCode } from "#app/domain/issue/codes.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { fieldLabel } from "./fields.ts";
import { accountSentences } from "./issues/account.ts";
import { curationSentences } from "./issues/curation.ts";
import { detailSentences } from "./issues/detail.ts";
import { draftSentences } from "./issues/draft.ts";
import { hintSentences } from "./issues/hint.ts";
import { importSentences } from "./issues/import.ts";
import { intakeSentences } from "./issues/intake.ts";
import { mallSentences } from "./issues/mall.ts";
import { marketSentences } from "./issues/market.ts";
import { officeSentences } from "./issues/office.ts";
import { photoSentences } from "./issues/photo.ts";
import { readinessSentences } from "./issues/readiness.ts";
import { recallSentences } from "./issues/recall.ts";
import { seasonSentences } from "./issues/season.ts";
import { uploadSentences } from "./issues/upload.ts";
import { visitSentences } from "./issues/visit.ts";
import { type Locale, type Sentence, say } from "./sentence.ts";

/** A sentence for every code; a code without one does not compile. */
export const issueSentences: Record<IssueCode, Sentence> = {
  ...intakeSentences,
  ...importSentences,
  ...photoSentences,
  ...draftSentences,
  ...detailSentences,
  ...readinessSentences,
  ...hintSentences,
  ...mallSentences,
  ...seasonSentences,
  ...curationSentences,
  ...accountSentences,
  ...officeSentences,
  ...marketSentences,
  ...uploadSentences,
  ...recallSentences,
  ...visitSentences,
};

/** Sentences stay readable with a mall's long answer, and on a phone with a whole letter in a cell. */
const longestQuote = 200;
const longestCell = 60;

/**
 * The issue in words. Placeholders a sentence may use besides the issue's own params: `{field}` and `{label}` (what the field is
 * called), `{row}`, `{photo}`, `{raw}`, and `{said}` (a mall's own words in quotes, led by a space, or nothing).
 */
export function sayIssue(locale: Locale, { code, path, params, raw = "" }: Issue): string {
  const { row = "", photo = "", field, mallField = "" } = path;
  const name = field === undefined ? mallField : fieldLabel(locale, field);
  const quote = shortened(raw, longestQuote);
  const knownNotice = field?.startsWith("notice.") && name !== field;
  return say(locale, issueSentences[code], {
    field: name,
    label: name,
    row,
    photo: shortened(photo, longestQuote),
    raw: shortened(raw, longestCell),
    said: quote && ` “${quote}”`,
    ...readable(params),
    ...(locale === "en" && knownNotice ? { label: name } : {}),
  });
}

/** Large numbers are amounts and get their commas; a row or a year stays as it is. */
function readable(params: Issue["params"]): Issue["params"] {
  const shown = Object.entries(params).map(([name, value]) => {
    if (typeof value === "string") return [name, value.length > longestQuote ? shortened(value, longestQuote) : value];
    return [name, value >= 10_000 ? value.toLocaleString("en-US") : value];
  });
  return Object.fromEntries(shown);
}

function shortened(text: string, longest: number): string {
  const characters = [...text.trim()];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
}
