import { hasErrors, type Issue } from "../issue/issue.ts";
import type { MallBinding, MallCheck, ProductFacts } from "./product-facts.ts";

/** A mall as the rules see it: its key, its pure check and what was agreed with it for each category. */
export interface MallRules {
  key: string;
  check: MallCheck;
  /** Category key → binding. */
  bindings: ReadonlyMap<string, MallBinding>;
}

/** `not_offered`: the mall takes no goods of this category, so the product is neither ready for it nor lacking anything. */
export type ReadinessVerdict = "ready" | "failing" | "not_offered";

export interface Readiness {
  mall: string;
  verdict: ReadinessVerdict;
  issues: Issue[];
}

/** The same check in the merchant's form, at selection and before sending. */
export function readinessForMalls(product: ProductFacts, malls: readonly MallRules[]): Readiness[] {
  return malls.map((mall) => readinessForMall(product, mall));
}

export function readinessForMall(product: ProductFacts, mall: MallRules): Readiness {
  const binding = mall.bindings.get(product.categoryKey) ?? { categoryCode: null };
  if (binding.notOffered) return { mall: mall.key, verdict: "not_offered", issues: [] };
  const issues = mall.check(product, binding).map((one) => ({ ...one, path: { ...one.path, mall: mall.key } }));
  // The mall may lack what the category needs, whatever the office has agreed with it.
  if (issues.some(({ code }) => code === "category.not_offered")) {
    return { mall: mall.key, verdict: "not_offered", issues: [] };
  }
  return { mall: mall.key, verdict: hasErrors(issues) ? "failing" : "ready", issues };
}

/** Whether at least one mall would take it as it is. */
export function isReadyAnywhere(readiness: readonly Readiness[]): boolean {
  return readiness.some(isReady);
}

export function isReady({ verdict }: Readiness): boolean {
  return verdict === "ready";
}
