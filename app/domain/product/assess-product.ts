import type { Issue } from "../issue/issue.ts";
import { findHints, type Surroundings } from "./hints.ts";
import type { ProductFacts } from "./product-facts.ts";
import { isReady, type MallRules, type Readiness, readinessForMalls } from "./readiness.ts";

export const grades = ["good", "fair", "poor"] as const;
export type Grade = (typeof grades)[number];

/** How good a product is to sell as it stands, and why. */
export interface Assessment {
  grade: Grade;
  /** What would make it better; holds nothing back. */
  hints: Issue[];
  malls: Readiness[];
}

/** Where so many things could be better, the product as a whole is not good yet. */
const manyHints = 3;

/** The same judgement wherever a product is shown: to its merchant, to those who choose, and in the table of the malls. */
export function assessProduct(
  product: ProductFacts,
  rules: readonly MallRules[],
  surroundings: Surroundings,
): Assessment {
  const malls = readinessForMalls(product, rules);
  const hints = findHints(product, surroundings);
  return { grade: gradeOf(hints, malls), hints, malls };
}

/**
 * `poor`: a mall takes its category and none would take it as it is, or a word may break the law, or much could be better.
 * `fair`: something could be better. `good`: nothing.
 */
export function gradeOf(hints: readonly Issue[], malls: readonly Readiness[]): Grade {
  const offered = malls.filter(({ verdict }) => verdict !== "not_offered");
  const unlawful = hints.some(({ code }) => code === "hint.health_claim");
  if (unlawful || hints.length >= manyHints || (offered.length > 0 && !offered.some(isReady))) return "poor";
  return hints.length > 0 ? "fair" : "good";
}
