import { recordChannelCheck } from "#app/domain/creator/confirm-channel.ts";
import type { WorkerContext } from "../context.ts";

/** Reads a creator's channel and looks for our code in its description. */
export async function checkChannel(
  { database, pages }: Pick<WorkerContext, "database" | "pages">,
  { channelId }: { channelId: string },
): Promise<void> {
  const channel = await database.creatorChannel.findUnique({ where: { id: channelId }, select: { address: true } });
  if (!channel) return;
  await recordChannelCheck(database, { channelId, read: await pages.read(channel.address) });
}
