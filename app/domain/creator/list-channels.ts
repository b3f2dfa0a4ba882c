import type { Database } from "#app/services/database/database.ts";
import { fromStored } from "../issue/stored-issues.ts";

/** What a creator has told of themselves, and their channels; null before they have. */
export async function findProfile(database: Database, accountId: string) {
  const profile = await database.creatorProfile.findUnique({
    where: { accountId },
    include: { channels: { where: { state: { not: "removed" } }, orderBy: { createdAt: "asc" } } },
  });
  return (
    profile && {
      ...profile,
      channels: profile.channels.map((channel) => ({ ...channel, issues: fromStored(channel.issues) })),
    }
  );
}

/** Channels for the office: what waits to be confirmed first. */
export async function listChannels(database: Database) {
  const rows = await database.creatorChannel.findMany({
    where: { state: { not: "removed" }, creator: { account: { state: "active" } } },
    include: { creator: { select: { penName: true, accountId: true } } },
    orderBy: [{ state: "asc" }, { createdAt: "asc" }],
    take: 500,
  });
  return rows.map((row) => ({ ...row, issues: fromStored(row.issues) }));
}
