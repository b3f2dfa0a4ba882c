import { z } from "zod";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { findBegunImport, requestUploadedImport } from "#app/domain/intake/request-import.ts";
import { done, type Outcome, refused } from "#app/domain/outcome.ts";
import { sortFiles } from "#app/domain/upload/chosen-files.ts";
import { findArrived } from "#app/domain/upload/find-arrived.ts";
import { uploadQuota } from "#app/domain/upload/upload-limits.ts";
import type { House } from "#app/web/load-context.ts";
import { merchantActor } from "./own-store.ts";
import { storeArrived } from "./take-upload.server.ts";

const idsInput = z.array(z.uuid()).min(1).max(uploadQuota.files);

/** Begins an import with files that have arrived; asked twice with the same, it leads to the same one. @throws UploadRefused */
export async function beginImport(
  { database, blobs, arriving }: Pick<House, "database" | "blobs" | "arriving">,
  account: SessionAccount & { storeId: string },
  asked: FormDataEntryValue[],
): Promise<Outcome<{ importId: string }>> {
  const input = idsInput.safeParse(asked);
  if (!input.success) return refused("upload.no_sheet");
  const { storeId, id: accountId } = account;
  const begun = () => findBegunImport(database, { storeId, uploads: input.data });
  const known = await begun();
  if (known) return done(known);

  const arrived = await findArrived({ database, arriving }, { accountId, ids: input.data });
  if (!arrived.ok) return arrived;
  const sorted = sortFiles(arrived.result);
  if ("fault" in sorted) return refused(sorted.fault);
  const uploads = [sorted.sheet, ...sorted.photos].map(({ id }) => id);
  try {
    const files = await storeArrived(blobs, sorted);
    const actor = merchantActor(account);
    const outcome = await requestUploadedImport(database, actor, { storeId, accountId, uploads, ...files });
    if (outcome.ok) await arriving.remove(uploads);
    return outcome;
  } catch (error) {
    // The same was asked twice at once, and the other took the files from under us.
    const other = (error as NodeJS.ErrnoException).code === "ENOENT" ? await begun() : null;
    if (other) return done(other);
    throw error;
  }
}
