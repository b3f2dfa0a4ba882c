import { eraseAccount, findErasable } from "#app/domain/closing/erase-account.ts";
import type { WorkerContext } from "../context.ts";
import { finishOneClosing } from "./finish-closing.ts";

/** Every hour: closings whose last listing has gone, and people whose legal term is over. */
export async function eraseAccounts({ database, blobs, log }: WorkerContext): Promise<void> {
  const closing = await database.account.findMany({
    where: { state: "active", closingAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of closing) await finishOneClosing({ database, blobs }, { accountId: id });
  const due = await findErasable(database);
  for (const accountId of due) await eraseAccount(database, blobs, { accountId });
  if (due.length > 0) log.info({ erased: due.length }, "accounts erased");
}
