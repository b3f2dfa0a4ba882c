import { type Database, inTransaction, type Prisma } from "#app/services/database/database.ts";
import type { OutboxMessage } from "#app/services/database/generated/client.ts";
import type { MessageState } from "#app/services/database/generated/enums.ts";
import type { MessageProvider, SendAnswer } from "#app/services/messages/provider.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { messageJobKey } from "./queue-message.ts";
import { messageStates } from "./states.ts";
import { type MessageParams, secretParams, type Template } from "./templates.ts";

export interface WrittenNotice {
  subject: string;
  text: string;
  /** The text's own placeholders with their values. */
  variables: Record<string, string>;
}

export interface Delivery {
  provider: MessageProvider;
  /** Puts a template into words. */
  write: (locale: "ko" | "en", template: Template, params: MessageParams) => WrittenNotice;
  /** True in the demonstration only: the office reads codes and links in the outbox. */
  keepSecrets: boolean;
  now?: Date;
}

const mostAttempts = 12;
const firstLookUp = 20;
const lookUpFor = 24 * 60 * 60_000;

/**
 * One step of a message on its way: sends a waiting one, asks after a sent one, and plans the next step. Run again after a
 * kill it never sends twice: a repeatable provider is asked again by its group, with any other the outcome is `unknown`.
 */
export async function deliverMessage(
  database: Database,
  { messageId }: { messageId: string },
  delivery: Delivery,
): Promise<void> {
  const { provider, now = new Date() } = delivery;
  const found = await database.outboxMessage.findUnique({ where: { id: messageId } });
  if (!found) return;
  if (found.state === "sent") return followUp(database, found, provider, now);
  if (found.state === "sending" && !provider.repeatable(found.medium)) {
    return settle(database, found, "unknown", { lastError: "stopped while sending" }, delivery);
  }
  if (found.state !== "waiting" && found.state !== "sending") return;
  if (isStale(found, now)) {
    const lost = found.state === "sending";
    return settle(database, found, lost ? "unknown" : "failed", { lastError: "expired on its way" }, delivery);
  }

  // As the claim finds it: another event may have joined the message since it was read.
  const [claimed] = await database.outboxMessage.updateManyAndReturn({
    where: { id: messageId, state: found.state, attempts: found.attempts },
    data: { state: "sending", attempts: { increment: 1 } },
  });
  if (!claimed) return;
  await record(database, claimed, await provider.send(compose(database, claimed, delivery)), delivery, now);
}

/** The last attempt at it died: one that may have left is `unknown`. */
export async function giveUpMessage(
  database: Database,
  { messageId }: { messageId: string },
  delivery: Pick<Delivery, "keepSecrets" | "now">,
): Promise<void> {
  const found = await database.outboxMessage.findUnique({ where: { id: messageId } });
  if (found?.state !== "waiting" && found?.state !== "sending") return;
  await settle(database, found, found.state === "sending" ? "unknown" : "failed", { lastError: "given up" }, delivery);
}

function compose(database: Database, message: OutboxMessage, { write }: Delivery) {
  const { id, medium, recipient, locale, providerGroup } = message;
  const template = message.template as Template;
  return {
    ...write(locale === "en" ? "en" : "ko", template, message.params as MessageParams),
    id,
    medium,
    recipient,
    template,
    locale,
    group: providerGroup,
    keepGroup: async (group: string) => {
      await database.outboxMessage.update({ where: { id }, data: { providerGroup: group } });
    },
  };
}

async function record(database: Database, message: OutboxMessage, answer: SendAnswer, delivery: Delivery, now: Date) {
  if (answer.outcome === "sent" || answer.outcome === "delivered") {
    const { sentBy, providerId } = answer;
    await settle(database, message, answer.outcome, { sentBy, providerId, sentAt: now, lastError: null }, delivery);
    return;
  }
  const { reason: lastError } = answer;
  if (answer.outcome === "refused") return settle(database, message, "failed", { lastError }, delivery);
  const lost = answer.outcome === "unknown";
  if (message.attempts >= mostAttempts || (lost && !delivery.provider.repeatable(message.medium))) {
    return settle(database, message, lost ? "unknown" : "failed", { lastError }, delivery);
  }
  const seconds = lost ? 10 : answer.retryAfterSeconds;
  await step(database, message, lost ? "sending" : "waiting", { lastError }, after(now, seconds * message.attempts));
}

/** The message has left or never will: what would let somebody in is erased. */
async function settle(
  database: Database,
  message: OutboxMessage,
  state: "sent" | "delivered" | "failed" | "unknown",
  data: Prisma.OutboxMessageUpdateManyMutationInput,
  { keepSecrets, now = new Date() }: Pick<Delivery, "keepSecrets" | "now">,
): Promise<void> {
  const params = Object.entries(message.params as MessageParams).filter(([name]) => !isSecret(name));
  const erased = keepSecrets ? {} : { params: Object.fromEntries(params) };
  const next = state === "sent" && data.providerId ? after(now, firstLookUp) : null;
  await step(database, message, state, { ...data, ...erased }, next);
}

/** Gateways take messages at once and learn later whether they arrived. */
async function followUp(
  database: Database,
  message: OutboxMessage,
  provider: MessageProvider,
  now: Date,
): Promise<void> {
  const { medium, providerId, sentAt } = message;
  const answer = providerId ? await provider.lookUp(medium, providerId) : null;
  if (!answer || !sentAt) return;
  if (answer.outcome === "delivered") return step(database, message, "delivered", { sentBy: answer.sentBy }, null);
  if (answer.outcome === "refused") return step(database, message, "failed", { lastError: answer.reason }, null);
  const age = now.getTime() - sentAt.getTime();
  if (age < lookUpFor) await step(database, message, "sent", {}, after(now, Math.max(firstLookUp, age / 1000)));
}

async function step(
  database: Database,
  { id, state: from }: OutboxMessage,
  to: MessageState,
  data: Prisma.OutboxMessageUpdateManyMutationInput,
  runAt: Date | null,
): Promise<void> {
  if (from !== to && !messageStates.allows(from, to)) throw new Error(`A message cannot go from ${from} to ${to}`);
  await inTransaction(database, async (transaction) => {
    const { count } = await transaction.outboxMessage.updateMany({
      where: { id, state: from },
      data: { ...data, state: to },
    });
    if (count === 1 && runAt)
      await addJob(transaction, "send-message", { messageId: id }, { key: messageJobKey(id), runAt });
  });
}

/** A code that has run out only confuses. */
function isStale({ params }: OutboxMessage, now: Date): boolean {
  const { expiresAt } = params as MessageParams;
  return typeof expiresAt === "string" && new Date(expiresAt) <= now;
}

function isSecret(name: string): boolean {
  return secretParams.some((secret) => secret === name);
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
