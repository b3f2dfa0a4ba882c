import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const setMallCategoryInput = z.object({
  channelKey: z.string(),
  categoryKey: z.string(),
  mallCode: z.string().trim(),
  /** The mall takes no goods of this category, whatever its code. */
  notOffered: z.literal("yes").optional(),
});

/** Every mall's codes are numbers, or words of Latin letters. */
const codePattern = /^[\x21-\x7e]{0,100}$/;

/** Writes down a mall's own code for one of our categories, or that it takes none of it; an empty code takes both away. */
export async function setMallCategory(
  database: Database,
  actor: Actor,
  { channelKey, categoryKey, mallCode: typed, notOffered }: z.infer<typeof setMallCategoryInput>,
): Promise<Outcome<{ mallCode: string | null }>> {
  if (!codePattern.test(typed)) return refused("category.code_unreadable", {}, { raw: typed });
  return inTransaction(database, async (transaction) => {
    const channel = await transaction.channel.findUnique({ where: { key: channelKey } });
    if (!channel) return refused("channel.not_found");
    const category = await transaction.category.findUnique({ where: { key: categoryKey } });
    if (!category) return refused("category.not_found");
    const where = { channelKey_categoryKey: { channelKey, categoryKey } };
    const before = await transaction.channelCategory.findUnique({ where });
    const mallCode = notOffered ? null : typed || undefined;
    if (before?.mallCode === mallCode) return done({ mallCode: mallCode ?? null });
    if (mallCode === undefined) await transaction.channelCategory.delete({ where });
    else
      await transaction.channelCategory.upsert({
        where,
        create: { channelKey, categoryKey, mallCode },
        update: { mallCode, questionsAt: null },
      });
    await recordAudit(transaction, actor, {
      action: "set-mall-category",
      subject: { kind: "channel", id: channelKey },
      details: {
        category: categoryKey,
        from: before?.mallCode ?? null,
        to: mallCode ?? null,
        notOffered: mallCode === null,
      },
    });
    return done({ mallCode: mallCode ?? null });
  });
}
