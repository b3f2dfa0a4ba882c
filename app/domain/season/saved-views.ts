import { z } from "zod";
import type { Database } from "#app/services/database/database.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { readSubmissionFilter, writeSubmissionFilter } from "./submission-filter.ts";

export interface SavedView {
  id: string;
  name: string;
  /** Of the address. */
  query: string;
}

const mostViews = 20;

export const saveViewInput = z.object({ name: z.string().trim().min(1).max(40), query: z.string().max(500) });

/** A person's own views, by name. */
export async function listViews(database: Database, accountId: string): Promise<SavedView[]> {
  return database.savedView.findMany({
    where: { accountId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
  });
}

/** Keeps a filter under a name; the same name again replaces it. */
export async function saveView(
  database: Database,
  accountId: string,
  { name, query: asked }: z.infer<typeof saveViewInput>,
): Promise<Outcome<Record<string, never>>> {
  const query = String(writeSubmissionFilter(readSubmissionFilter(new URLSearchParams(asked))));
  const others = await database.savedView.count({ where: { accountId, name: { not: name } } });
  if (others >= mostViews) return refused("view.too_many", { field: "name" }, { params: { most: mostViews } });
  await database.savedView.upsert({
    where: { accountId_name: { accountId, name } },
    create: { accountId, name, query },
    update: { query },
  });
  return done({});
}

/** Nobody removes another person's. */
export async function deleteView(database: Database, accountId: string, { id }: { id: string }): Promise<void> {
  await database.savedView.deleteMany({ where: { id, accountId } });
}
