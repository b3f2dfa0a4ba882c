import type { Database } from "#app/services/database/database.ts";
import type { ArrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { uploadDays } from "./upload-limits.ts";

const day = 24 * 60 * 60_000;

/** Removes uploads that nobody went on with or took, files of those that were taken, and files that nothing tells of. */
export async function sweepUploads(
  { database, arriving }: { database: Database; arriving: ArrivingFiles },
  now = new Date(),
): Promise<void> {
  const files = await arriving.list();
  const changedAt = new Map(files.map((file) => [file.id, file.changedAt]));
  const tooOld = new Date(now.getTime() - uploadDays * day);
  const old = await database.upload.findMany({ where: { createdAt: { lt: tooOld } }, select: { id: true } });
  // One that still grows is somebody's on a slow line.
  const over = old.map(({ id }) => id).filter((id) => (changedAt.get(id) ?? tooOld) <= tooOld);
  await database.upload.deleteMany({ where: { id: { in: over } } });
  const known = await database.upload.findMany({
    where: { id: { in: files.map(({ id }) => id) }, takenAt: null },
    select: { id: true },
  });
  const wanted = new Set(known.map(({ id }) => id));
  await arriving.remove(files.map(({ id }) => id).filter((id) => !wanted.has(id)));
}
