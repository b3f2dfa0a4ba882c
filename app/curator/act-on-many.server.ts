import { z } from "zod";
import type { Actor } from "#app/domain/account/actor.ts";
import {
  type Returned,
  returnSubmissions,
  returnSubmissionsInput,
} from "#app/domain/change-request/return-submissions.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type Assigned, assignSlots, assignSlotsInput } from "#app/domain/judging/assign-slots.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import type { Database } from "#app/services/database/database.ts";

/** What was done to the submissions that were chosen in the queue. */
export type DoneMany =
  | ({ did: "assign"; issues: [] } & Assigned)
  | ({ did: "return"; issues: [] } & Returned)
  | { did: "assign" | "return"; issues: Issue[]; typed: string };

export async function actOnMany(
  database: Database,
  actor: Actor,
  did: "assign" | "return",
  form: FormData,
): Promise<DoneMany> {
  const typed = String(form.get("text") ?? "");
  const refusal = (issues: Issue[]): DoneMany => ({ did, issues, typed });
  const submissionIds = z.array(z.uuid()).safeParse(form.getAll("submission"));
  if (!submissionIds.success || submissionIds.data.length === 0) return refusal([issue("many.none_chosen")]);
  const season = await findCurrentSeason(database);
  if (!season) return refusal([issue("season.none")]);
  if (did === "assign") {
    const curatorId = form.get("curatorId") || null;
    const input = assignSlotsInput.safeParse({ seasonId: season.id, submissionIds: submissionIds.data, curatorId });
    if (!input.success) return refusal([issue("form.unreadable", { field: "curator" })]);
    const outcome = await assignSlots(database, actor, input.data);
    return outcome.ok ? { did, issues: [], ...outcome.result } : refusal(outcome.issues);
  }
  const input = returnSubmissionsInput.safeParse({
    submissionIds: submissionIds.data,
    field: form.get("field"),
    text: typed,
  });
  if (!input.success) return refusal([issue("many.text_missing", { field: "text" })]);
  const outcome = await returnSubmissions(database, actor, input.data);
  return outcome.ok ? { did, issues: [], ...outcome.result } : refusal(outcome.issues);
}
