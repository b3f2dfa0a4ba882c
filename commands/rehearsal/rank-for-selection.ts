import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { isReady, type MallRules, readinessForMalls } from "#app/domain/product/readiness.ts";
import type { Stage } from "./stage.ts";

export interface Ranked {
  submissionId: string;
  readyMalls: number;
  warnings: number;
  row: number;
}

/** Products ready for at least one mall, by number of malls ready, fewest warnings, then row. */
export async function rankForSelection(
  { database, seasonId }: Stage,
  importId: string,
  rules: readonly MallRules[],
): Promise<Ranked[]> {
  const submissions = await database.submission.findMany({
    where: { seasonId, state: "submitted" },
    select: { id: true, versionId: true },
  });
  const rows = await database.importRow.findMany({ where: { importId, versionId: { not: null } } });
  const rowOf = new Map(rows.map((one) => [one.versionId, one]));
  const facts = await loadProductFacts(
    database,
    submissions.map(({ versionId }) => versionId),
  );
  return submissions
    .flatMap(({ id, versionId }) => {
      const product = facts.get(versionId);
      const row = rowOf.get(versionId);
      if (!product || !row) return [];
      const readiness = readinessForMalls(product, rules);
      const found = [...fromStored(row.issues), ...readiness.flatMap(({ issues }) => issues)];
      const readyMalls = readiness.filter(isReady).length;
      const warnings = found.filter(({ severity }) => severity === "warning").length;
      return readyMalls === 0 ? [] : [{ submissionId: id, readyMalls, warnings, row: row.row }];
    })
    .sort((a, b) => b.readyMalls - a.readyMalls || a.warnings - b.warnings || a.row - b.row);
}
