import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const setMallTermsInput = z.object({
  key: z.string().max(40),
  /** As typed: percent with up to two decimals, and days. */
  feePercent: z.string().max(20),
  settlementDays: z.string().max(20),
});

/**
 * Writes down what a mall takes of a sale and when it pays. Changed terms end every agreement to the old ones, and those
 * merchants are asked again; what is on sale stays on sale.
 */
export async function setMallTerms(
  database: Database,
  actor: Actor,
  { key, feePercent, settlementDays: days }: z.infer<typeof setMallTermsInput>,
): Promise<Outcome<{ askedAgain: number }>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  const feeBasisPoints = readPercent(feePercent);
  const settlementDays = readDays(days);
  if (feeBasisPoints === null || settlementDays === null) {
    const issues: Issue[] = [
      ...(feeBasisPoints === null ? [issue("agreement.fee_unreadable", { field: "fee_percent" })] : []),
      ...(settlementDays === null ? [issue("agreement.days_unreadable", { field: "settlement_days" })] : []),
    ];
    return { ok: false, issues };
  }
  return inTransaction(database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "channel" WHERE "key" = ${key} FOR UPDATE`;
    const channel = await transaction.channel.findUnique({ where: { key } });
    if (!channel) return refused("channel.not_found");
    if (channel.feeBasisPoints === feeBasisPoints && channel.settlementDays === settlementDays) {
      return done({ askedAgain: 0 });
    }
    await transaction.channel.update({ where: { key }, data: { feeBasisPoints, settlementDays } });
    const ended = await transaction.mallAgreement.updateManyAndReturn({
      where: { channelKey: key, endedAt: null },
      data: { endedAt: new Date() },
      select: { id: true, storeId: true },
    });
    await recordAudit(transaction, actor, {
      action: "set-mall-terms",
      subject: { kind: "channel", id: key },
      details: { feeBasisPoints, settlementDays, askedAgain: ended.length },
    });
    for (const { id, storeId } of ended) {
      await notifyStore(transaction, storeId, {
        template: "mall_terms_changed",
        params: { mall: channel.nameKo, page: `/merchant/malls/${key}` },
        event: id,
      });
    }
    return done({ askedAgain: ended.length });
  });
}

/** `3`, `3.5%`, `10,85`: hundredths of a percent, at most the whole price. */
function readPercent(text: string): number | null {
  const [, whole = "", part = ""] =
    /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(text.normalize("NFKC").replace(/\s/g, "")) ?? [];
  const basisPoints = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return whole !== "" && basisPoints <= 10_000 ? basisPoints : null;
}

function readDays(text: string): number | null {
  const digits = text.normalize("NFKC").replace(/[\s일]/g, "");
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 365 ? Number(digits) : null;
}
