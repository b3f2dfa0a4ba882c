import type { Prisma, Transaction } from "#app/services/database/database.ts";
import { insertRows } from "#app/services/database/insert-rows.ts";
import type { Actor } from "../account/actor.ts";

export interface AuditEntry {
  /** The use case's own name, e.g. `select-submission`. */
  action: string;
  subject: { kind: string; id: string };
  /** Whose chain it belongs to, where the subject is neither a season nor a submission: those are known. */
  seasonId?: string;
  versionBefore?: string;
  versionAfter?: string;
  /** Shared by the lines of one bulk action. */
  batchId?: string;
  /** Ids, states and numbers only: no personal data. */
  details?: Prisma.InputJsonObject;
}

/** Writes the audit line of a change, in the change's own transaction. */
export async function recordAudit(transaction: Transaction, actor: Actor, entry: AuditEntry): Promise<void> {
  await recordAuditLines(transaction, actor, [entry]);
}

export async function recordAuditLines(transaction: Transaction, actor: Actor, entries: AuditEntry[]): Promise<void> {
  await insertRows(
    transaction,
    "audit_line",
    entries.map(({ action, subject, versionBefore, versionAfter, batchId, details = {}, seasonId }) => ({
      actor_id: actor.kind === "person" ? actor.accountId : null,
      on_behalf_of_id: actor.kind === "person" ? (actor.onBehalfOfId ?? null) : null,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      version_before: versionBefore ?? null,
      version_after: versionAfter ?? null,
      batch_id: batchId ?? null,
      details,
      season_id: seasonId ?? null,
    })),
  );
}
