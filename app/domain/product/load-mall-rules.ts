import type { Database, Transaction } from "#app/services/database/database.ts";
import type { MallBinding, MallCheck } from "./product-facts.ts";
import type { MallRules } from "./readiness.ts";

/** The malls that are on, each with its check (from the channels' registry) and the office's category codes. */
export async function loadMallRules(
  database: Database | Transaction,
  checks: Readonly<Record<string, { check: MallCheck }>>,
): Promise<MallRules[]> {
  const channels = await database.channel.findMany({
    where: { on: true, key: { in: Object.keys(checks) } },
    include: { categories: true },
    orderBy: { key: "asc" },
  });
  return channels.flatMap(({ key, categories }) => {
    const mall = checks[key];
    if (!mall) return [];
    const bindings = new Map(categories.map((one) => [one.categoryKey, bindingOf(one.mallCode)]));
    return [{ key, check: mall.check, bindings }];
  });
}

function bindingOf(mallCode: string | null): MallBinding {
  return { categoryCode: mallCode, notOffered: mallCode === null };
}
