import type { Database } from "#app/services/database/database.ts";

/** Who types for a merchant at this time, latest first. */
export async function listHelpers(database: Database, merchantId: string, now = new Date()) {
  const helps = await database.help.findMany({
    where: { merchantId, endedAt: null, expiresAt: { gt: now } },
    orderBy: { allowedAt: "desc" },
    include: { helper: { select: { name: true } } },
  });
  return helps.map(({ id, helper, allowedAt, expiresAt }) => ({ id, name: helper.name, allowedAt, expiresAt }));
}
