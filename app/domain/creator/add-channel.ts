import { randomInt } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { platforms, readablePlatforms, readChannelAddress } from "./channel-address.ts";

export const addChannelInput = z.object({ platform: z.enum(platforms), address: z.string().max(1000) });

/** A creator names a channel of theirs and is given a code to place in its description. */
export async function addChannel(
  database: Database,
  actor: Actor,
  { platform, address: typed }: z.infer<typeof addChannelInput>,
): Promise<Outcome<{ channelId: string; code: string }>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const address = readChannelAddress(platform, typed);
  if (!address.ok) return address;
  const creatorId = actor.accountId;
  try {
    return await inTransaction(database, async (transaction) => {
      if (!(await transaction.creatorProfile.findUnique({ where: { accountId: creatorId } }))) {
        return refused("profile.missing");
      }
      const code = newCode();
      const { id } = await transaction.creatorChannel.create({
        data: { creatorId, platform, address: address.result, code },
      });
      await recordAudit(transaction, actor, {
        action: "add-channel",
        subject: { kind: "account", id: creatorId },
        details: { channel: id, platform },
      });
      return done({ channelId: id, code });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("creator_channel.exists", { field: "address" });
    throw error;
  }
}

/** Short enough to type on a phone, without letters that look alike. */
function newCode(): string {
  const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  return `BS-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("")}`;
}

export const channelInput = z.object({ channelId: z.uuid() });

/** The creator has placed the code: a worker reads the description. */
export async function requestChannelCheck(
  database: Database,
  actor: Actor,
  { channelId }: z.infer<typeof channelInput>,
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const channel = await database.creatorChannel.findUnique({ where: { id: channelId, creatorId: actor.accountId } });
  if (!channel || channel.state === "removed") return refused("creator_channel.not_found");
  if (channel.state === "confirmed") return done(null);
  if (!readablePlatforms.includes(channel.platform)) return refused("creator_channel.only_by_office");
  await addJob(database, "check-channel", { channelId }, { key: `check-channel:${channelId}` });
  return done(null);
}

/** A channel that nothing was handed in on is taken off the creator's list. */
export async function removeChannel(
  database: Database,
  actor: Actor,
  { channelId }: z.infer<typeof channelInput>,
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const creatorId = actor.accountId;
  return inTransaction(database, async (transaction) => {
    const standing = await transaction.promotion.count({ where: { channelId, state: { not: "withdrawn" } } });
    if (standing > 0) return refused("creator_channel.has_promotions");
    const { count } = await transaction.creatorChannel.updateMany({
      where: { id: channelId, creatorId, state: { not: "removed" } },
      data: { state: "removed" },
    });
    if (count === 0) return refused("creator_channel.not_found");
    await recordAudit(transaction, actor, {
      action: "remove-channel",
      subject: { kind: "account", id: creatorId },
      details: { channel: channelId },
    });
    return done(null);
  });
}
