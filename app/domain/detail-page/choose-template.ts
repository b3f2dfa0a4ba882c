import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type DetailTemplate, detailTemplates } from "./templates.ts";

export const chooseTemplateInput = z.object({
  storeId: z.uuid(),
  productId: z.uuid(),
  template: z.enum(detailTemplates),
});

/** How the detail page of one of the store's own products is told, from the next time it is sent to a mall. */
export async function chooseTemplate(
  database: Database,
  actor: Actor,
  { storeId, productId, template }: z.infer<typeof chooseTemplateInput>,
): Promise<Outcome<{ template: DetailTemplate }>> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.product.updateMany({
      where: { id: productId, storeId },
      data: { detailTemplate: template },
    });
    if (count === 0) return refused("product.not_found");
    await recordAudit(transaction, actor, {
      action: "choose-template",
      subject: { kind: "product", id: productId },
      details: { template },
    });
    return done({ template });
  });
}
