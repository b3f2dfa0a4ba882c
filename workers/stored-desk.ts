import type { HandOverDesk } from "#app/channels/hand-over-desk.ts";
import { permitToSend } from "#app/channels/send-guard.ts";
import { askWithdrawal } from "#app/domain/hand-over/ask-withdrawal.ts";
import { deliverPackage } from "#app/domain/hand-over/deliver-package.ts";
import { readHandOver } from "#app/domain/hand-over/read-hand-over.ts";
import { type BlobStore, packageKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";

/** A desk of our own, where the mall has no address: packages wait on the office's page, which records what became of them. */
export function storedDesk(database: Database, blobs: BlobStore): HandOverDesk {
  return {
    async deliver({ reference, mark, fileName, bytes }) {
      const packageBlob = packageKey(sha256Of(bytes));
      await blobs.putAt(packageBlob, bytes);
      await permitToSend();
      await deliverPackage(database, { reference, mark, packageBlob, fileName });
      return { outcome: "received" };
    },
    async read(reference) {
      const handOver = await readHandOver(database, reference);
      return handOver ? { outcome: "found", handOver: { ...handOver, remoteId: null } } : { outcome: "absent" };
    },
    async askWithdrawal(reference) {
      const state = await askWithdrawal(database, reference);
      return { outcome: state === null ? "absent" : "asked" };
    },
  };
}
