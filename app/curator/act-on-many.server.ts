import { z } from "zod";
import type { Actor } from "#app/domain/account/actor.ts";
import {
  mostReturned,
  type Returned,
  returnSubmissions,
  returnSubmissionsInput,
} from "#app/domain/change-request/return-submissions.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type Assigned, assignSlots, assignSlotsInput, mostAssigned } from "#app/domain/judging/assign-slots.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { listSubmissionIds } from "#app/domain/season/list-submissions.ts";
import type { SubmissionFilter } from "#app/domain/season/submission-filter.ts";
import type { Database } from "#app/services/database/database.ts";

/** What was done to the submissions that were chosen in the queue, one by one or as everything that the filter finds. */
export type DoneMany =
  | ({ did: "assign"; issues: [] } & Assigned)
  | ({ did: "return"; issues: [] } & Returned)
  | { did: "assign" | "return"; issues: Issue[]; typed: string };

export async function actOnMany(
  database: Database,
  actor: Actor,
  did: "assign" | "return",
  form: FormData,
  filter: SubmissionFilter,
): Promise<DoneMany> {
  const typed = String(form.get("text") ?? "");
  const refusal = (issues: Issue[]): DoneMany => ({ did, issues, typed });
  const season = await findCurrentSeason(database);
  if (!season) return refusal([issue("season.none")]);
  const seen = form.get("everything");
  const chosen = z
    .array(z.uuid())
    .safeParse(seen === null ? form.getAll("submission") : await listSubmissionIds(database, season.id, filter));
  if (!chosen.success || (seen === null && chosen.data.length === 0)) return refusal([issue("many.none_chosen")]);
  const submissionIds = chosen.data;
  const now = submissionIds.length;
  if (seen !== null && String(seen) !== String(now)) {
    return refusal([issue("many.changed", {}, { params: { seen: Number(seen) || 0, now } })]);
  }
  const most = did === "assign" ? mostAssigned : mostReturned;
  if (now > most) return refusal([issue("many.too_many", {}, { params: { most, chosen: now } })]);
  if (did === "assign") {
    const curatorId = form.get("curatorId") || null;
    const input = assignSlotsInput.safeParse({ seasonId: season.id, submissionIds, curatorId });
    if (!input.success) return refusal([issue("form.unreadable", { field: "curator" })]);
    const outcome = await assignSlots(database, actor, input.data);
    return outcome.ok ? { did, issues: [], ...outcome.result } : refusal(outcome.issues);
  }
  const input = returnSubmissionsInput.safeParse({
    submissionIds,
    field: form.get("field"),
    text: typed,
  });
  if (!input.success) return refusal([issue("many.text_missing", { field: "text" })]);
  const outcome = await returnSubmissions(database, actor, input.data);
  return outcome.ok ? { did, issues: [], ...outcome.result } : refusal(outcome.issues);
}
