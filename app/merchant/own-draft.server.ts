import { redirect } from "@remix-run/node";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { type Draft, findDraft } from "#app/domain/draft/find-draft.ts";
import type { Database } from "#app/services/database/database.ts";
import { draftPath } from "./draft-path.ts";
import { orNotFound, ownStore } from "./own-store.ts";

/** One the merchant is still writing; what has become a product leads to where it says so. */
export async function openOwnDraft(database: Database, account: SessionAccount, id = ""): Promise<Draft> {
  const own = { storeId: ownStore(account), accountId: account.id, draftId: id };
  const draft = orNotFound(await findDraft(database, own));
  if (draft.productId !== null) throw redirect(draftPath(draft.id, "done"));
  return draft;
}
