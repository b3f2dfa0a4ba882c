import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { ignoreHint, ignoreHintInput } from "#app/domain/picture/ignored-hints.ts";
import { answerLikeness, answerLikenessInput } from "#app/domain/picture/likeness.ts";
import type { Database } from "#app/services/database/database.ts";
import { merchantActor, ownStore } from "../own-store.ts";

/** A press on a hint's button, as `photo-hints.tsx` names it; false: it was none. */
export async function answerHint(database: Database, account: SessionAccount, form: FormData): Promise<boolean> {
  const [answer, sha256, about] = String(form.get("hint") ?? "").split(" ");
  const own = { storeId: ownStore(account), accountId: account.id, sha256 };
  const ignored = ignoreHintInput.safeParse({ ...own, code: about });
  const answered = answerLikenessInput.safeParse({ ...own, answer, like: about });
  if (answer === "ignore" && ignored.success) await ignoreHint(database, merchantActor(account), ignored.data);
  else if (answered.success) await answerLikeness(database, merchantActor(account), answered.data);
  else return false;
  return true;
}
