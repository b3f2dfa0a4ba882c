import { z } from "zod";
import { type Issue, issue } from "../issue/issue.ts";
import { productParts } from "../product/changed-parts.ts";
import { storeKinds } from "../product/product-facts.ts";

/** What a product must meet before anybody judges it. */
export const gateKeys = ["kind_proof", "domestic", "notice", "malls", "not_recalled"] as const;
export type GateKey = (typeof gateKeys)[number];

/** A tie is decided by the higher mean of a criterion, or by who came first. */
export const bySubmission = "submitted_at";

const label = z.object({ ko: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) });

export const criterionSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  label,
  /** What to look at. */
  guide: label.nullable().default(null),
  /** Points that the highest mark is worth. */
  weight: z.int().min(1).max(1000),
  /** A change of one of these parts makes the marks stale. */
  restsOn: z.array(z.enum(productParts)),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const rubricSchema = z.object({
  /** Marks go from 1 to this. */
  scale: z.int().min(2).max(1000),
  criteria: z.array(criterionSchema).min(1).max(12),
  /** Points; what has fewer gets no place. */
  floor: z.int().min(0).max(10_000),
  /** Points that the office may add to a product, with a reason. */
  bonusMost: z.int().min(0).max(1000),
  /** Judgements a product. */
  judgements: z.int().min(1).max(20),
  /** From so many judgements on the highest and the lowest are left out of the mean. */
  trimFrom: z.int().min(3).max(20),
  /** Until a curator has judged a product, the others' marks are not shown. */
  blind: z.boolean(),
  /** Keys of criteria and `submitted_at`, the first that differs decides. */
  tieOrder: z.array(z.string()).max(13),
});
export type Rubric = z.infer<typeof rubricSchema>;

const moment = z.iso.datetime({ offset: true }).nullable();
const quota = z.object({ min: z.int().min(0).max(1000), max: z.int().min(0).max(1000).nullable() });
export type Quota = z.infer<typeof quota>;

export const rulesSchema = z.object({
  places: z.int().min(1).max(1000),
  dates: z.object({
    /** Merchants may enter products from and until. */
    intakeFrom: moment,
    intakeUntil: moment,
    judgingUntil: moment,
    /** Until when somebody on the reserve list moves up. */
    reserveUntil: moment,
  }),
  /** Null: curators choose directly. */
  rubric: rubricSchema.nullable(),
  gates: z.array(z.enum(gateKeys)),
  /** The gate `malls`: it must be ready for each of `all`, and for so many others. */
  requiredMalls: z.object({ all: z.array(z.string()), others: z.int().min(0).max(20) }),
  quotas: z.partialRecord(z.enum(storeKinds), quota),
  reserveSize: z.int().min(0).max(1000),
});
export type Rules = z.infer<typeof rulesSchema>;

/** A season's rules as far as they are used once it has a rubric. */
export type RubricRules = Rules & { rubric: Rubric };

/** What the parts say of each other. Fields are paths of the rules (`quotas.craft`, `rubric.tieOrder`). */
export function checkRules({ places, dates, rubric, quotas }: Rules): Issue[] {
  const issues: Issue[] = [];
  let reserved = 0;
  for (const [kind, { min, max }] of Object.entries(quotas)) {
    reserved += min;
    if (max !== null && min > max) issues.push(issue("rules.quota_crossed", { field: `quotas.${kind}` }));
  }
  if (reserved > places) {
    issues.push(issue("rules.quota_over_places", { field: "quotas" }, { params: { reserved, places } }));
  }
  const order = [dates.intakeFrom, dates.intakeUntil, dates.judgingUntil, dates.reserveUntil].flatMap((date) =>
    date === null ? [] : [Date.parse(date)],
  );
  if (order.some((date, index) => index > 0 && date <= (order[index - 1] ?? 0))) {
    issues.push(issue("rules.dates_crossed", { field: "dates" }));
  }
  if (!rubric) return issues;
  const keys = rubric.criteria.map(({ key }) => key);
  if (new Set(keys).size < keys.length) issues.push(issue("rules.criterion_twice", { field: "rubric.criteria" }));
  const unknown = rubric.tieOrder.find((key) => key !== bySubmission && !keys.includes(key));
  if (unknown !== undefined) {
    issues.push(issue("rules.tie_unknown", { field: "rubric.tieOrder" }, { params: { criterion: unknown } }));
  }
  const most = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (rubric.floor > most) issues.push(issue("rules.floor_too_high", { field: "rubric.floor" }, { params: { most } }));
  return issues;
}

/** As rows and forms hold them. */
export function readRules(stored: unknown): Rules {
  return rulesSchema.parse(stored);
}
