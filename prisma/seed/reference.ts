import { malls } from "#app/channels/registry.ts";
import { categories } from "#app/domain/product/categories.ts";
import type { Database } from "#app/services/database/database.ts";

/** Brings the programme's categories and the malls we know into the database; run at every start, changes what changed. */
export async function loadReferenceData(database: Database): Promise<void> {
  await database.$transaction([
    ...categories.map(({ key, nameKo, kcRule }) =>
      database.category.upsert({
        where: { key },
        create: { key, nameKo, noticeType: key, kcRule },
        update: { nameKo, noticeType: key, kcRule },
      }),
    ),
    ...Object.values(malls).map(({ key, name }) =>
      database.channel.upsert({ where: { key }, create: { key, nameKo: name.ko }, update: { nameKo: name.ko } }),
    ),
  ]);
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
