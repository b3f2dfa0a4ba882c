import type { Prisma, Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";

export interface AuditEntry {
  /** The use case's own name, e.g. `select-submission`. */
  action: string;
  subject: { kind: string; id: string };
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
  await transaction.auditLine.createMany({
    data: entries.map(({ action, subject, versionBefore, versionAfter, batchId, details = {} }) => ({
      actorId: actor.kind === "person" ? actor.accountId : null,
      onBehalfOfId: actor.kind === "person" ? actor.onBehalfOfId : null,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      versionBefore,
      versionAfter,
      batchId,
      details,
    })),
  });
}
