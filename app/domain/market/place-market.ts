import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { districts } from "../store/districts.ts";

export const placeMarketInput = z.object({
  marketId: z.uuid(),
  districtCode: z.enum(districts.map(({ code }) => code)),
});

/** A person says in which district a market lies. */
export async function placeMarket(
  database: Database,
  actor: Actor,
  { marketId, districtCode }: z.infer<typeof placeMarketInput>,
): Promise<Outcome<{ name: string }>> {
  return inTransaction(database, async (transaction) => {
    const market = await transaction.market.findUnique({ where: { id: marketId } });
    if (!market) return refused("market.not_found");
    await transaction.market.update({ where: { id: marketId }, data: { districtCode } });
    await recordAudit(transaction, actor, {
      action: "place-market",
      subject: { kind: "market", id: marketId },
      details: { before: market.districtCode, after: districtCode },
    });
    return done({ name: market.name });
  });
}
