import { z } from "zod";
import type { Prisma, Transaction } from "#app/services/database/database.ts";

/** Normalised heading → a column's key, `notice.<label>`, `mall.<mall>.<field>`, or empty: not used. */
export type Mapping = Readonly<Record<string, string>>;

const mapping = z.record(z.string(), z.string()).catch({});

/** A mapping as a JSON column holds it. */
export function readMapping(column: Prisma.JsonValue): Mapping {
  return mapping.parse(column);
}

/** What a store's people have chosen for headings so far. */
export async function rememberedMapping(transaction: Transaction, storeId: string): Promise<Mapping> {
  const choices = await transaction.columnChoice.findMany({ where: { storeId } });
  return Object.fromEntries(choices.map(({ heading, column }) => [heading, column]));
}
