import { productRefusals } from "./product-refusals.ts";
import { type Complaint, complaintOf, type ProductRule } from "./refusals.ts";

/** A body as somebody sent it, read by dotted path, and the complaints about it so far; each is of a rule. */
export interface Examination {
  at(path: string): unknown;
  complaints: Complaint[];
  complain(rule: ProductRule, at?: unknown, ...about: unknown[]): void;
  /** Complains unless there is text where the rule looks. */
  text(rule: ProductRule): string | null;
  /** Complains unless there is a whole number within the bounds. */
  number(missing: ProductRule, low: ProductRule, high: ProductRule, minimum: number, maximum: number): number | null;
  /** Complains unless one of the words stands there. */
  oneOf(rule: ProductRule, words: readonly string[]): string | null;
}

export function examine(body: unknown): Examination {
  const complaints: Complaint[] = [];
  const at = (path: string) => valueAt(body, path);
  const complain: Examination["complain"] = (rule, where, ...about) => {
    complaints.push(complaintOf(rule, where, ...about));
  };
  return {
    at,
    complaints,
    complain,
    text(rule) {
      const value = at(productRefusals[rule].at);
      if (typeof value === "string" && value.trim() !== "") return value;
      complain(rule);
      return null;
    },
    number(missing, low, high, minimum, maximum) {
      const value = at(productRefusals[missing].at);
      if (typeof value !== "number" || !Number.isInteger(value)) complain(missing);
      else if (value < minimum) complain(low, "", productRefusals[low].at, minimum);
      else if (value > maximum) complain(high);
      else return value;
      return null;
    },
    oneOf(rule, words) {
      const value = at(productRefusals[rule].at);
      if (typeof value === "string" && words.includes(value)) return value;
      complain(rule);
      return null;
    },
  };
}

export function valueAt(body: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (typeof value === "object" ? (value as Record<string, unknown> | null)?.[key] : undefined),
      body,
    );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listAt(body: unknown, path: string): unknown[] {
  const value = valueAt(body, path);
  return Array.isArray(value) ? value : [];
}
