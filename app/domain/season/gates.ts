import { type Issue, issue } from "../issue/issue.ts";
import { checkNotice } from "../notice/rules.ts";
import type { ProductFacts } from "../product/product-facts.ts";
import { isReady, type Readiness } from "../product/readiness.ts";
import type { GateKey, Rules } from "./rules.ts";

export interface GateStanding {
  gate: GateKey;
  met: boolean;
  /** The office lets it pass all the same; the decision says why. */
  waived: boolean;
  /** What is missing. */
  issues: Issue[];
}

export interface GateFacts {
  product: ProductFacts;
  /** At every mall that is on. */
  readiness: readonly Readiness[];
  /** The office has looked at the proof of the store's kind. */
  kindProven: boolean;
  recalled: boolean;
}

/** Where a product stands before it is judged, gate by gate, by the same checks as everywhere. */
export function judgeGates(
  facts: GateFacts,
  { gates, requiredMalls }: Pick<Rules, "gates" | "requiredMalls">,
  waived: ReadonlySet<GateKey>,
): GateStanding[] {
  return gates.map((gate) => {
    const issues = lacking(gate, facts, requiredMalls);
    return { gate, met: issues.length === 0, waived: waived.has(gate), issues };
  });
}

export function isEligible(standing: readonly GateStanding[]): boolean {
  return standing.every(({ met, waived }) => met || waived);
}

function lacking(gate: GateKey, facts: GateFacts, requiredMalls: Rules["requiredMalls"]): Issue[] {
  const { product } = facts;
  switch (gate) {
    case "kind_proof":
      return facts.kindProven ? [] : [issue("gate.kind_proof")];
    case "domestic":
      return product.origin.kind === "domestic" ? [] : [issue("origin.not_domestic", { field: "origin" })];
    case "notice":
      return checkNotice(product.categoryKey, product.notice);
    case "malls":
      return lackingAtMalls(facts.readiness, requiredMalls);
    case "not_recalled":
      return facts.recalled ? [issue("product.recalled")] : [];
  }
}

function lackingAtMalls(readiness: readonly Readiness[], { all, others }: Rules["requiredMalls"]): Issue[] {
  const readyAt = new Set(readiness.filter(isReady).map(({ mall }) => mall));
  const missing = all.filter((mall) => !readyAt.has(mall));
  const further = [...readyAt].filter((mall) => !all.includes(mall)).length;
  const errorsOf = (malls: readonly Readiness[]) =>
    malls.flatMap(({ issues }) => issues).filter(({ severity }) => severity === "error");
  return [
    ...missing.flatMap((mall) => [
      issue("gate.malls", { mall }),
      ...errorsOf(readiness.filter((one) => one.mall === mall)),
    ]),
    ...(further >= others
      ? []
      : [
          issue("gate.other_malls", {}, { params: { needed: others, ready: further } }),
          ...errorsOf(readiness.filter(({ mall }) => !all.includes(mall))),
        ]),
  ];
}
