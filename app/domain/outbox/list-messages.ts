import type { Database } from "#app/services/database/database.ts";
import type { MessageMedium, MessageState } from "#app/services/database/generated/enums.ts";
import { type MessageParams, type Template, templates } from "./templates.ts";

export interface ListedMessage {
  id: string;
  medium: MessageMedium;
  template: Template;
  state: MessageState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  /** Who got what; null where the office must not see it. */
  content: { recipient: string; locale: "ko" | "en"; params: MessageParams } | null;
}

/** The latest messages, newest first; recipients and contents in the demonstration only. */
export async function listMessages(
  database: Database,
  { take, withContent }: { take: number; withContent: boolean },
): Promise<ListedMessage[]> {
  const rows = await database.outboxMessage.findMany({ orderBy: { createdAt: "desc" }, take });
  return rows.flatMap((row) => {
    const template = templates.find((known) => known === row.template);
    if (!template) return [];
    const { id, medium, sentBy, state, attempts, lastError, createdAt, recipient } = row;
    const locale = row.locale === "en" ? "en" : "ko";
    const content = withContent ? ({ recipient, locale, params: row.params as MessageParams } as const) : null;
    return [{ id, medium: sentBy ?? medium, template, state, attempts, lastError, createdAt, content }];
  });
}
