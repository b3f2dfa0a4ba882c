import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { schema } from "./schema.ts";

/** What a document may cost at most, on any plan. */
export const maximumCost = 1_000;

interface SetInput {
  files?: unknown[];
  variants?: unknown[];
  metafields?: unknown[];
}

/** Points: an object 1, a list by its size, a change 10, and what a productSet brings. Ours, after the mall's words. */
export function costOf(document: DocumentNode, variables: Record<string, unknown>): number {
  const types = new TypeInfo(schema);
  const sizes: number[] = [1];
  let cost = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const size = sizes.at(-1) ?? 1;
          if (types.getParentType() === schema.getMutationType()) cost += 10;
          else if (isCompositeType(getNamedType(types.getType()))) cost += size;
          sizes.push(size * firstOf(node));
        },
        leave() {
          sizes.pop();
        },
      },
    }),
  );
  return Math.ceil(cost + inputCostOf(variables));
}

/** What is paid whatever the answer holds. */
export function inputCostOf(variables: Record<string, unknown>): number {
  const { files = [], variants = [], metafields = [] } = (variables.input ?? {}) as SetInput;
  return files.length * 1.9 + variants.length * 0.2 + metafields.length * 0.4;
}

/** What was really there: each object that the answer holds, and what a productSet brought. Never more than was asked for. */
export function actualCostOf(data: unknown, requested: number, fixed: number): number {
  return Math.min(requested, fixed + objectsIn(data) - 1);
}

function objectsIn(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  const within = Object.values(value).reduce<number>((sum, one) => sum + objectsIn(one), 0);
  return within + (Array.isArray(value) ? 0 : 1);
}

function firstOf({ arguments: given = [] }: FieldNode): number {
  const first = given.find(({ name }) => name.value === "first")?.value;
  return first?.kind === "IntValue" ? Number(first.value) : 1;
}

/** The points an app has in a shop: what it asks for must fit in, and comes back by and by. */
export function createBucket({ maximum, perSecond, now }: { maximum: number; perSecond: number; now: () => number }) {
  let available = maximum;
  let filledAt = now();
  const count = { spent: 0, refused: 0 };
  function fill(): void {
    available = Math.min(maximum, available + ((now() - filledAt) / 1000) * perSecond);
    filledAt = now();
  }
  return {
    take(cost: number): boolean {
      fill();
      if (cost > available) {
        count.refused += 1;
        return false;
      }
      available -= cost;
      count.spent += cost;
      return true;
    },
    /** What was asked for and not needed. */
    giveBack(cost: number): void {
      available = Math.min(maximum, available + cost);
      count.spent -= cost;
    },
    /** Points that were spent so far, and how often there were too few. */
    count: () => ({ ...count }),
    drain: () => {
      fill();
      available = 0;
    },
    status: () => {
      fill();
      return { maximumAvailable: maximum, currentlyAvailable: Math.floor(available), restoreRate: perSecond };
    },
  };
}
