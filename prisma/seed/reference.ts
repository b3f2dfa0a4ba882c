import { isDeepStrictEqual } from "node:util";
import { malls } from "#app/channels/registry.ts";
import { categories } from "#app/domain/product/categories.ts";
import type { Database } from "#app/services/database/database.ts";

/** Brings the programme's categories and the malls we know into the database; run at every start, changes what changed. */
export async function loadReferenceData(database: Database): Promise<void> {
  const [knownCategories, knownChannels] = await Promise.all([
    database.category.findMany(),
    database.channel.findMany(),
  ]);
  const newCategories = categories
    .map(({ key, nameKo, kcRule }) => ({ key, nameKo, noticeType: key, kcRule }))
    .filter((one) => !knownCategories.some((known) => isSubset(one, known)));
  const newChannels = Object.values(malls)
    .map(({ key, name }) => ({ key, nameKo: name.ko }))
    .filter((one) => !knownChannels.some((known) => isSubset(one, known)));
  // One upsert takes 15 ms of a start, and nearly always there is nothing to do.
  if (newCategories.length + newChannels.length === 0) return;
  await database.$transaction([
    ...newCategories.map((one) => database.category.upsert({ where: { key: one.key }, create: one, update: one })),
    ...newChannels.map((one) => database.channel.upsert({ where: { key: one.key }, create: one, update: one })),
  ]);
}

function isSubset(part: object, whole: object): boolean {
  return Object.entries(part).every(([name, value]) => isDeepStrictEqual(value, whole[name as keyof typeof whole]));
}

/** The sandbox's own category codes; a real mall's are entered by the office. What is there already stays. */
export async function loadMallCategories(
  database: Database,
  codes: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  await database.channelCategory.createMany({
    data: Object.entries(codes).flatMap(([channelKey, byCategory]) =>
      Object.entries(byCategory).map(([categoryKey, mallCode]) => ({ channelKey, categoryKey, mallCode })),
    ),
    skipDuplicates: true,
  });
}

/** The sandbox's own terms; a real mall's are entered by the office. What is there already stays. */
export async function loadMallTerms(
  database: Database,
  terms: Readonly<Record<string, { feeBasisPoints: number; settlementDays: number }>>,
): Promise<void> {
  for (const [key, data] of Object.entries(terms)) {
    await database.channel.updateMany({ where: { key, feeBasisPoints: null }, data });
  }
}
