import { z } from "zod";
import type { Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import type { DraftCells } from "./steps.ts";

export const ownDraft = z.object({ storeId: z.uuid(), draftId: z.uuid() });
export type OwnDraft = z.infer<typeof ownDraft>;

export interface LockedDraft {
  id: string;
  cells: DraftCells;
  typedBy: Readonly<Record<string, string>>;
  /** Set once it has become a product. */
  productId: string | null;
}

/** Two phones that write on one draft do so one after the other. Null: the store has none with this id. */
export async function lockDraft(transaction: Transaction, { storeId, draftId }: OwnDraft): Promise<LockedDraft | null> {
  const [draft] = await transaction.$queryRaw<LockedDraft[]>`
    SELECT "id", "cells", "typed_by" AS "typedBy", "product_id" AS "productId" FROM "product_draft"
    WHERE "id" = ${draftId}::uuid AND "store_id" = ${storeId}::uuid FOR UPDATE`;
  return draft ?? null;
}

/** Only one that is still being written. */
export async function lockOpenDraft(transaction: Transaction, own: OwnDraft): Promise<LockedDraft | null> {
  const draft = await lockDraft(transaction, own);
  return draft?.productId === null ? draft : null;
}

/** Drafts that were just worked on are listed first. */
export async function touchDraft(transaction: Transaction, id: string): Promise<void> {
  await transaction.productDraft.update({ where: { id }, data: { updatedAt: new Date() } });
}

/** Who typed, the helper and not whom they help. */
export function typistOf(actor: Actor, merchantId: string): string {
  return actor.kind === "person" ? actor.accountId : merchantId;
}
