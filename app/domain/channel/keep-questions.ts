import type { Database, Prisma } from "#app/services/database/database.ts";
import type { MallQuestion } from "../product/mall-questions.ts";

const freshMilliseconds = 24 * 60 * 60_000;

/** Categories that some product is of and whose mall has not said within a day what it asks of them. */
export async function findUnaskedCategories(
  database: Database,
  channelKeys: readonly string[],
  now = new Date(),
): Promise<{ channelKey: string; categoryKey: string; mallCode: string }[]> {
  const rows = await database.channelCategory.findMany({
    where: {
      channelKey: { in: [...channelKeys] },
      mallCode: { not: null },
      category: { versions: { some: {} } },
      OR: [{ questionsAt: null }, { questionsAt: { lt: new Date(now.getTime() - freshMilliseconds) } }],
    },
    orderBy: [{ channelKey: "asc" }, { categoryKey: "asc" }],
  });
  return rows.flatMap(({ channelKey, categoryKey, mallCode }) =>
    mallCode ? [{ channelKey, categoryKey, mallCode }] : [],
  );
}

/** Only for the code they were asked with: another one may have been entered meanwhile. */
export async function keepQuestions(
  database: Database,
  { channelKey, categoryKey, mallCode }: { channelKey: string; categoryKey: string; mallCode: string },
  questions: readonly MallQuestion[],
  now = new Date(),
): Promise<void> {
  await database.channelCategory.updateMany({
    where: { channelKey, categoryKey, mallCode },
    data: { questions: questions as unknown as Prisma.InputJsonArray, questionsAt: now },
  });
}

/** What the malls ask of a category, by their keys; one that has not said so is not there. */
export async function findQuestions(database: Database, categoryKey: string): Promise<Map<string, MallQuestion[]>> {
  const told = await database.channelCategory.findMany({ where: { categoryKey, questionsAt: { not: null } } });
  return new Map(told.map(({ channelKey, questions }) => [channelKey, questions as unknown as MallQuestion[]]));
}
