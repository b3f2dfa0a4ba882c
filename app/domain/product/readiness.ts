import { hasErrors, type Issue } from "../issue/issue.ts";
import type { MallBinding, MallCheck, ProductFacts } from "./product-facts.ts";

/** A mall as the rules see it: its key, its pure check and what was agreed with it for each category. */
export interface MallRules {
  key: string;
  check: MallCheck;
  /** Category key → binding. */
  bindings: ReadonlyMap<string, MallBinding>;
}

export interface Readiness {
  mall: string;
  ready: boolean;
  issues: Issue[];
}

/** The same check in the merchant's form, at selection and before sending. */
export function readinessForMalls(product: ProductFacts, malls: readonly MallRules[]): Readiness[] {
  return malls.map((mall) => readinessForMall(product, mall));
}

export function readinessForMall(product: ProductFacts, mall: MallRules): Readiness {
  const binding = mall.bindings.get(product.categoryKey) ?? { categoryCode: null };
  const issues = mall.check(product, binding).map((one) => ({ ...one, path: { ...one.path, mall: mall.key } }));
  return { mall: mall.key, ready: !hasErrors(issues), issues };
}
