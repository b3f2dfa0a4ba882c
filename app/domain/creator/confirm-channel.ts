import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import type { ChannelProof } from "#app/services/database/generated/enums.ts";
import type { PageRead } from "#app/services/pages/page-reader.ts";
import { type Actor, program } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { notifyCreator } from "../visit/notify-creator.ts";
import { creatorChannelStates } from "./states.ts";

/** Keeps what the channel's page said: with our code in its description it is the creator's. */
export async function recordChannelCheck(
  database: Database,
  { channelId, read }: { channelId: string; read: PageRead },
  now = new Date(),
): Promise<void> {
  const channel = await database.creatorChannel.findUnique({ where: { id: channelId } });
  if (channel?.state !== "claimed" && channel?.state !== "refused") return;
  const { code } = channel;
  if (read.outcome === "read" && `${read.page.description}\n${read.page.text}`.includes(code)) {
    const outcome = await confirm(database, program, channelId, "code", now);
    if (outcome.ok) return;
    await database.creatorChannel.update({
      where: { id: channelId },
      data: { checkedAt: now, issues: toStored(outcome.issues) },
    });
    return;
  }
  const found =
    read.outcome === "read"
      ? issue("creator_channel.code_not_there", {}, { params: { code } })
      : issue("creator_channel.not_readable");
  await database.creatorChannel.update({
    where: { id: channelId },
    data: { checkedAt: now, issues: toStored([found]) },
  });
}

export const decideChannelInput = z.object({ channelId: z.uuid(), confirm: z.boolean() });

/** The office has looked for itself, and says whether the channel is the creator's. */
export async function decideChannel(
  database: Database,
  actor: Actor,
  { channelId, confirm: isTheirs }: z.infer<typeof decideChannelInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  if (isTheirs) return confirm(database, actor, channelId, "office", now);
  return inTransaction(database, async (transaction) => {
    const [refusedOne] = await transaction.creatorChannel.updateManyAndReturn({
      where: { id: channelId, state: { in: creatorChannelStates.sourcesOf("refused") } },
      data: { state: "refused", proof: null, confirmedAt: null },
    });
    if (!refusedOne) return refused("creator_channel.not_found");
    await settle(transaction, actor, { id: channelId, creatorId: refusedOne.creatorId, confirmed: false, at: now });
    return done(null);
  });
}

async function confirm(
  database: Database,
  actor: Actor,
  channelId: string,
  proof: ChannelProof,
  now: Date,
): Promise<Outcome<null>> {
  try {
    return await inTransaction(database, async (transaction) => {
      const [confirmed] = await transaction.creatorChannel.updateManyAndReturn({
        where: { id: channelId, state: { in: creatorChannelStates.sourcesOf("confirmed") } },
        data: { state: "confirmed", proof, confirmedAt: now, checkedAt: now, issues: [] },
      });
      if (!confirmed) return refused("creator_channel.not_found");
      await settle(transaction, actor, { id: channelId, creatorId: confirmed.creatorId, confirmed: true, at: now });
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("creator_channel.taken");
    throw error;
  }
}

async function settle(
  transaction: Transaction,
  actor: Actor,
  { id, creatorId, confirmed, at }: { id: string; creatorId: string; confirmed: boolean; at: Date },
): Promise<void> {
  await recordAudit(transaction, actor, {
    action: confirmed ? "confirm-channel" : "refuse-channel",
    subject: { kind: "account", id: creatorId },
    details: { channel: id },
  });
  await notifyCreator(transaction, creatorId, {
    template: confirmed ? "channel_confirmed" : "channel_refused",
    params: { page: "/creator/profile" },
    event: `${id}:${at.toISOString()}`,
  });
}
