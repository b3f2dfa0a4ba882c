import { kindWords, mailOrderWords, visitWords } from "./application.ts";
import { fieldLabel } from "./fields.ts";
import { formatWon } from "./format.ts";
import { type Locale, type Sentence, say } from "./sentence.ts";

export interface GivenAnswers {
  /** Field → text as typed. */
  answers: Readonly<Record<string, string>>;
  /** Names of what the answers point to. */
  market: string | null;
  district: Sentence | null;
}

const fees = ["shipping_fee", "return_fee", "exchange_fee"];
/** Fields that share a step with others, and so say which they are. */
const named = ["designation_number", "designation_from", "designation_to", "mail_order_number", ...fees];

const choices: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  kind: Object.fromEntries(Object.entries(kindWords).map(([kind, { name }]) => [kind, name])),
  visitable: visitWords,
  mail_order: mailOrderWords,
};

/** An answer of an application as its writer would say it; null when there is none. */
export function sayAnswer(locale: Locale, field: string, { answers, market, district }: GivenAnswers): string | null {
  const text = answers[field]?.trim() ?? "";
  if (field === "market") return market;
  if (field === "district") return district && say(locale, district);
  if (text === "" || (field === "mail_order_number" && answers.mail_order !== "number")) return null;
  const words = choices[field];
  if (words) return words[text] ? say(locale, words[text]) : null;
  const won = Number(text.replace(/[,\s원]/g, ""));
  return fees.includes(field) && Number.isInteger(won) ? formatWon(locale, won) : text;
}

/** The same where answers of a step stand together: those that need it say what they answer. */
export function sayNamedAnswer(locale: Locale, field: string, given: GivenAnswers): string | null {
  const words = sayAnswer(locale, field, given);
  return words !== null && named.includes(field) ? `${fieldLabel(locale, field)}: ${words}` : words;
}
