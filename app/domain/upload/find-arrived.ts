import type { Database } from "#app/services/database/database.ts";
import type { ArrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { recordArrival } from "./find-upload.ts";

export interface ArrivedFile {
  id: string;
  name: string;
  /** Bytes, all of them on the disk. */
  size: number;
  path: string;
}

/** An account's uploads that are to be taken, in the order asked for, when every one of them is whole. */
export async function findArrived(
  { database, arriving }: { database: Database; arriving: ArrivingFiles },
  { accountId, ids }: { accountId: string; ids: readonly string[] },
): Promise<Outcome<ArrivedFile[]>> {
  const found = await database.upload.findMany({ where: { id: { in: [...ids] }, accountId, takenAt: null } });
  const byId = new Map(found.map((upload) => [upload.id, upload]));
  const files: ArrivedFile[] = [];
  for (const id of new Set(ids)) {
    const upload = byId.get(id);
    if (!upload) return refused("upload.gone");
    const size = await arriving.size(id);
    if (size === null || size !== Number(upload.bytes)) return refused("upload.not_whole", { photo: upload.fileName });
    // A server that was killed behind the last byte has not noted it.
    if (upload.arrivedAt === null) {
      await arriving.settle(id);
      await recordArrival(database, id);
    }
    files.push({ id, name: upload.fileName, size, path: arriving.pathOf(id) });
  }
  return done(files);
}
