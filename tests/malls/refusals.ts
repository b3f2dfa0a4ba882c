import type { IssueCode } from "#app/domain/issue/codes.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";

/**
 * Why a refusal is no surprise to a merchant: our check says so first, of such a product; it is about who asks and not about the
 * product, which our adapter holds back and says this of the mall; our map asks for it by the mall's own metadata before anything is
 * sent; our map can't write such a thing, whatever the product; or only the mall can know.
 */
export type Foreseen =
  | { check: IssueCode; of: Partial<ProductFacts> }
  | { held: IssueCode }
  | "asked before"
  | "never written"
  | "only the mall knows";

/** One rule of a mall. A stand-in refuses with nothing but its rules, so that a test can ask for all of them. */
export interface Refusal {
  /** In the mall's words; `{}` stands for what they name. */
  says: string;
  foreseen: Foreseen;
}

export function checked(says: string, check: IssueCode, of: Partial<ProductFacts>): Refusal {
  return { says, foreseen: { check, of } };
}

export function holdsBack(says: string, held: IssueCode): Refusal {
  return { says, foreseen: { held } };
}

export function askedBefore(says: string): Refusal {
  return { says, foreseen: "asked before" };
}

export function neverWritten(says: string): Refusal {
  return { says, foreseen: "never written" };
}

export function onlyTheMallKnows(says: string): Refusal {
  return { says, foreseen: "only the mall knows" };
}

/** A rule that was broken, and what its words name. */
export type Broken<Rule extends string> = readonly [rule: Rule, ...about: unknown[]];

export function sentenceOf({ says }: Refusal, about: readonly unknown[]): string {
  return about.reduce<string>((text, one) => text.replace("{}", () => String(one)), says);
}

/** Its words, whatever they name. */
export function wordsOf({ says }: Pick<Refusal, "says">): RegExp {
  const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(says.split("{}").map(literally).join(".+"));
}
