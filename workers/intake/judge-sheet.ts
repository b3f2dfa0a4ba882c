import { mallKeys } from "#app/channels/contract.ts";
import type { RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { type JudgedRow, judgeRow, type RowPhotos } from "#app/domain/intake/judged-row.ts";
import { readMapping } from "#app/domain/intake/mapping.ts";
import type { PhotoClaimant } from "#app/domain/intake/match-photos.ts";
import { loadMendedCells, withMendedCells } from "#app/domain/intake/mended-cells.ts";
import { readCatalog, shortExample } from "#app/domain/intake/read-catalog.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { withLocalCopy } from "#app/services/blobs/local-copy.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import { openSheetUnread } from "#app/services/sheets/open-sheet.ts";
import type { WorkerContext } from "../context.ts";

/**
 * Rows of one transaction: small enough for live progress, large enough that a chunk's questions to the database cost little. In chunks
 * of 200 the dry run of 10,000 rows takes a sixth longer, and their saving a third.
 */
const chunkSize = 500;

interface Judging {
  /** What is known of the rows' photos. */
  photosOf?: ReadonlyMap<number, RowPhotos>;
  /** Rows that are wanted; all are read, for any may hold a code that another repeats. */
  wants?: (row: number) => boolean;
  onChunk?: (rows: JudgedRow[]) => Promise<void>;
}

export interface JudgedSheet {
  headings: string[];
  claimants: PhotoClaimant[];
  /** What concerns the heading row; a column that is not used carries an `example` of its cells. */
  issues: Issue[];
}

/**
 * Judges an import's sheet, with the cells and columns as its merchant has put them: what the dry run shows and what the commit saves
 * come from here. @throws SheetRefused when the sheet as a whole cannot be read, perhaps only after some chunks
 */
export async function judgeSheet(
  { blobs, database }: WorkerContext,
  { id, sheetBlob, sheetName, mapping }: Pick<Import, "id" | "sheetBlob" | "sheetName" | "mapping">,
  { photosOf, wants = () => true, onChunk = async () => {} }: Judging,
): Promise<JudgedSheet> {
  const mended = await loadMendedCells(database, id);
  return withLocalCopy(blobs, sheetBlob, async (path) => {
    const sheet = withMendedCells(await openSheetUnread({ path, name: sheetName }), mended);
    const catalog = await readCatalog(sheet, { malls: mallKeys, mapping: readMapping(mapping) });
    const claimants: PhotoClaimant[] = [];
    const chunks = oneBehind(onChunk);
    try {
      let chunk: JudgedRow[] = [];
      for await (const verdict of catalog.verdicts) {
        claimants.push(claimantOf(verdict));
        if (!wants(verdict.row)) continue;
        chunk.push(judgeRow(verdict, photosOf?.get(verdict.row)));
        if (chunk.length < chunkSize) continue;
        await chunks.give(chunk);
        chunk = [];
      }
      if (chunk.length > 0) await chunks.give(chunk);
    } finally {
      await chunks.end();
    }
    const { headings, columns, issues, examples } = catalog;
    const exampleOf = new Map(columns.list.map(({ heading }, index) => [heading, examples[index] ?? ""]));
    return { headings, claimants, issues: issues.map((one) => withExample(one, exampleOf)) };
  });
}

/** Chunks are worked on in their order, each while the next one is judged: the database has a core of its own. */
function oneBehind(work: (rows: JudgedRow[]) => Promise<void>) {
  let last = Promise.resolve();
  return {
    async give(rows: JudgedRow[]): Promise<void> {
      await last;
      last = work(rows);
      // What it throws is thrown by the next of these two.
      last.catch(() => undefined);
    },
    end: () => last,
  };
}

/** Of 50,000 rows only this stays in memory. */
function claimantOf({ row, sku, photoNames }: RowVerdict): PhotoClaimant {
  return { row, sku, photoNames };
}

function withExample(one: Issue, exampleOf: ReadonlyMap<string, string>): Issue {
  if (one.code !== "sheet.column_unused") return one;
  const example = exampleOf.get(one.path.field ?? "") ?? "";
  return { ...one, params: { ...one.params, example: shortExample(example) } };
}
