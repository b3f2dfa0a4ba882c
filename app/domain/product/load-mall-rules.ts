import type { Database, Transaction } from "#app/services/database/database.ts";
import { mallOf } from "../channel/channel-key.ts";
import type { MallBinding, MallCheck } from "./product-facts.ts";
import type { MallRules } from "./readiness.ts";

/** The programme's malls that are on, each with its check (from the channels' registry) and the office's category codes. */
export async function loadMallRules(
  database: Database | Transaction,
  checks: Readonly<Record<string, { check: MallCheck }>>,
): Promise<MallRules[]> {
  const rows = await database.$queryRaw<{ key: string; categoryKey: string | null; mallCode: string | null }[]>`
    SELECT channel."key", category."category_key" AS "categoryKey", category."mall_code" AS "mallCode"
    FROM "channel" AS channel LEFT JOIN "channel_category" AS category ON category."channel_key" = channel."key"
    WHERE channel."on" AND channel."key" = ANY(${Object.keys(checks)}) ORDER BY channel."key"`;
  const bindings = new Map<string, Map<string, MallBinding>>();
  for (const { key, categoryKey, mallCode } of rows) {
    const ofMall = bindings.get(key) ?? new Map<string, MallBinding>();
    if (categoryKey !== null) ofMall.set(categoryKey, bindingOf(mallCode));
    bindings.set(key, ofMall);
  }
  return [...bindings].flatMap(([key, ofMall]) => {
    const mall = checks[key];
    return mall ? [{ key, check: mall.check, bindings: ofMall }] : [];
  });
}

/**
 * The rules of one channel; null when it is off or no mall of ours. An own shop goes by its mall's codes: they are the mall's, whoever
 * has the shop.
 */
export async function loadChannelRules(
  database: Database | Transaction,
  checks: Readonly<Record<string, { check: MallCheck }>>,
  channelKey: string,
): Promise<MallRules | null> {
  const mall = mallOf(channelKey);
  const check = checks[mall]?.check;
  if (!check) return null;
  // One statement: a worker asks for every listing.
  const rows = await database.$queryRaw<{ categoryKey: string | null; mallCode: string | null }[]>`
    SELECT category."category_key" AS "categoryKey", category."mall_code" AS "mallCode"
    FROM "channel" AS channel LEFT JOIN "channel_category" AS category ON category."channel_key" = ${mall}
    WHERE channel."on" AND channel."key" = ${channelKey}`;
  if (rows.length === 0) return null;
  const bindings = rows.flatMap(({ categoryKey, mallCode }) =>
    categoryKey === null ? [] : [[categoryKey, bindingOf(mallCode)] as const],
  );
  return { key: channelKey, check, bindings: new Map(bindings) };
}

function bindingOf(mallCode: string | null): MallBinding {
  return { categoryCode: mallCode, notOffered: mallCode === null };
}
