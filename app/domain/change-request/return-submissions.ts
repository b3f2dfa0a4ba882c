import { z } from "zod";
import type { Database } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import type { Issue } from "../issue/issue.ts";
import { done, type Outcome } from "../outcome.ts";
import { askChange } from "./ask-change.ts";

/** Each is a transaction of its own, and a message to a phone. */
export const mostReturned = 500;

export const returnSubmissionsInput = z.object({
  submissionIds: z.array(z.uuid()).min(1).max(mostReturned),
  /** A column key: `photos`, `price`, `notice.weight`. */
  field: z.string().min(1).max(200),
  text: z.string().trim().min(1).max(1000),
});

export interface Returned {
  asked: number;
  /** Products that were not asked about, and why. */
  kept: { submissionId: string; name: string; issues: Issue[] }[];
}

/** Asks the merchants of many submissions for the same change, each as if it were the only one; a store hears of its own at once. */
export async function returnSubmissions(
  database: Database,
  actor: Actor,
  { submissionIds, field, text }: z.infer<typeof returnSubmissionsInput>,
): Promise<Outcome<Returned>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  const submissions = await database.submission.findMany({
    where: { id: { in: submissionIds } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: { id: true, versionId: true, version: { select: { name: true } } },
  });
  const kept: Returned["kept"] = [];
  for (const { id: submissionId, versionId, version } of submissions) {
    const pin = { kind: "field" as const, field };
    const outcome = await askChange(database, actor, { submissionId, versionId, pin, text });
    if (!outcome.ok) kept.push({ submissionId, name: version.name, issues: outcome.issues });
  }
  return done({ asked: submissions.length - kept.length, kept });
}
