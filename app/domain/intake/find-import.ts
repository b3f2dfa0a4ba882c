import { z } from "zod";
import type { Database } from "#app/services/database/database.ts";
import type { ImportState, PhotoOutcome } from "#app/services/database/generated/enums.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import type { RowOutcome } from "./catalog-row.ts";

export interface ImportDetails {
  id: string;
  state: ImportState;
  sheetName: string;
  photosName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  /** Which of its judgements this is: what a person does on the screen concerns only this one. */
  judgement: number;
  /** Why the whole sheet could not be read, and what concerns no single row. */
  issues: Issue[];
  rows: Record<RowOutcome, number>;
  photos: Record<PhotoOutcome, number>;
}

/** One of the store's own uploads; null for anybody else's. */
export async function findImport(
  database: Database,
  { storeId, importId }: { storeId: string; importId: string },
): Promise<ImportDetails | null> {
  if (!z.uuid().safeParse(importId).success) return null;
  const found = await database.import.findFirst({ where: { id: importId, storeId } });
  if (!found) return null;
  const [rows, photos] = await Promise.all([
    database.importRow.groupBy({ by: ["outcome"], where: { importId }, _count: true }),
    database.importPhoto.groupBy({ by: ["outcome"], where: { importId }, _count: true }),
  ]);
  const { id, state, sheetName, photosName, createdAt, finishedAt, judgement } = found;
  return {
    id,
    state,
    sheetName,
    photosName,
    createdAt,
    finishedAt,
    judgement,
    issues: fromStored(found.issues),
    rows: { accepted: 0, refused: 0, skipped: 0, ...counts(rows) },
    photos: { matched: 0, unmatched: 0, refused: 0, ...counts(photos) },
  };
}

function counts(groups: { outcome: string; _count: number }[]) {
  return Object.fromEntries(groups.map(({ outcome, _count }) => [outcome, _count]));
}

export interface ToldRow {
  row: number;
  sku: string | null;
  /** Of the product it became; null when it was refused. */
  product: { id: string; name: string } | null;
  issues: Issue[];
}

export interface ToldPhoto {
  ordinal: number;
  fileName: string;
  outcome: PhotoOutcome;
  issues: Issue[];
}

const pageSize = 50;

/** Rows with something to tell, in the sheet's order: refused ones, or those taken in with warnings. @param after a row number */
export async function listToldRows(
  database: Database,
  { importId, refused, after }: { importId: string; refused: boolean; after: number },
): Promise<{ rows: ToldRow[]; next: number | null }> {
  const rows = await database.importRow.findMany({
    where: {
      importId,
      row: { gt: after },
      ...(refused ? { outcome: "refused" } : { outcome: { not: "refused" }, NOT: { issues: { equals: [] } } }),
    },
    include: { version: { select: { name: true, productId: true } } },
    orderBy: { row: "asc" },
    take: pageSize + 1,
  });
  const page = rows.slice(0, pageSize).map(({ row, sku, version, issues }) => ({
    row,
    sku,
    product: version && { id: version.productId, name: version.name },
    issues: fromStored(issues),
  }));
  return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.row ?? null) : null };
}

/** Photos that came to nothing, in the archive's order, but for what their merchant has put aside. @param after an ordinal */
export async function listToldPhotos(
  database: Database,
  { importId, outcomes, after }: { importId: string; outcomes: PhotoOutcome[]; after: number },
): Promise<{ photos: ToldPhoto[]; next: number | null }> {
  const photos = await database.importPhoto.findMany({
    where: { importId, ordinal: { gt: after }, outcome: { in: outcomes }, chosen: false },
    orderBy: { ordinal: "asc" },
    take: pageSize + 1,
  });
  const page = photos.slice(0, pageSize).map(({ ordinal, fileName, outcome, issues }) => ({
    ordinal,
    fileName,
    outcome,
    issues: fromStored(issues),
  }));
  return { photos: page, next: photos.length > pageSize ? (page.at(-1)?.ordinal ?? null) : null };
}

/** A store's latest uploads, newest first. */
export async function listRecentImports(database: Database, storeId: string) {
  return database.import.findMany({
    where: { storeId },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, sheetName: true, state: true, createdAt: true },
  });
}

/** Sheets that wait for their merchant to look at the verdicts, newest first. */
export async function listJudgedImports(database: Database, storeId: string) {
  return database.import.findMany({
    where: { storeId, state: "judged" },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, sheetName: true },
  });
}
