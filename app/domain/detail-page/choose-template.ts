import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { ProductFacts } from "../product/product-facts.ts";
import { findCurrentSeason } from "../season/find-current-season.ts";
import { type DetailTemplate, detailTemplates, templateOf } from "./templates.ts";

export const chooseTemplateInput = z.object({
  storeId: z.uuid(),
  productId: z.uuid(),
  /** Empty: what suits the product. */
  template: z.enum([...detailTemplates, ""]).transform((chosen) => (chosen === "" ? null : chosen)),
});

/** How the detail page of one of the store's own products is told, from the next time it is sent to a mall. */
export async function chooseTemplate(
  database: Database,
  actor: Actor,
  { storeId, productId, template }: z.infer<typeof chooseTemplateInput>,
): Promise<Outcome<{ template: DetailTemplate | null }>> {
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

/** The merchant's own choice for a product, null where there is none, and what holds without one. */
export async function findTemplateChoice(
  database: Database,
  { productId, facts }: { productId: string; facts: ProductFacts },
): Promise<{ own: DetailTemplate | null; usual: DetailTemplate }> {
  const [season, product] = await Promise.all([
    findCurrentSeason(database),
    database.product.findUniqueOrThrow({ where: { id: productId }, select: { detailTemplate: true } }),
  ]);
  const usual = templateOf({ ...facts, detailTemplate: season?.detailTemplate ?? null });
  return { own: product.detailTemplate, usual };
}
