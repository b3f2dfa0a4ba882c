import type { Transaction } from "#app/services/database/database.ts";
import type { ProductPart } from "../product/changed-parts.ts";
import type { Rubric } from "../season/rules.ts";
import { reopen } from "./save-marks.ts";

/** Criteria whose marks rest on one of the parts. */
export function touchedCriteria({ criteria }: Rubric, parts: readonly ProductPart[]): string[] {
  return criteria.filter(({ restsOn }) => restsOn.some((part) => parts.includes(part))).map(({ key }) => key);
}

/** Marks for these criteria are to be given again, and judgements that have such marks too; gives how many judgements. */
export async function reopenTouched(
  transaction: Transaction,
  submission: { seasonId: string; id?: string },
  criteria: readonly string[],
): Promise<number> {
  if (criteria.length === 0) return 0;
  const judgement = {
    submission: {
      seasonId: submission.seasonId,
      state: "submitted" as const,
      ...(submission.id && { id: submission.id }),
    },
    mark: null,
  };
  await transaction.judgementMark.updateMany({
    where: { criterion: { in: [...criteria] }, judgement },
    data: { stale: true },
  });
  const touched = await transaction.judgement.findMany({ where: { ...judgement, state: "given" } });
  for (const one of touched) await reopen(transaction, one);
  return touched.length;
}
