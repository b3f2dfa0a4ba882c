import type { Database } from "#app/services/database/database.ts";
import type { SubmissionState } from "#app/services/database/generated/enums.ts";
import { submissionStates } from "./states.ts";

/** The submission that a merchant may take back: entered or chosen, in a season that is not closed. */
export async function findWithdrawable(
  database: Database,
  productId: string,
): Promise<{ id: string; state: SubmissionState } | null> {
  return database.submission.findFirst({
    where: {
      productId,
      state: { in: submissionStates.sourcesOf("withdrawn") },
      season: { state: { not: "closed" } },
    },
    orderBy: { submittedAt: "desc" },
    select: { id: true, state: true },
  });
}
