import { type Database, inTransaction } from "#app/services/database/database.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { kindOfFile, largestOf } from "./chosen-files.ts";
import { megabytes, uploadQuota } from "./upload-limits.ts";

const longestName = 255;

/** Notes that a file will arrive, while there is room for it; nobody but its account will see it. */
export async function beginUpload(
  database: Database,
  file: { id: string; accountId: string; storeId: string; name: string; bytes: number },
): Promise<Outcome<{ name: string }>> {
  const { id, accountId, storeId, bytes } = file;
  const name = cleanFileName(file.name);
  const kind = kindOfFile(name);
  if (kind === null) return refused("upload.unknown_kind", { photo: name });
  if (bytes === 0) return refused("upload.empty", { photo: name });
  const largest = largestOf(kind);
  if (bytes > largest) return refused("upload.too_large", {}, { params: { maximum: megabytes(largest) } });
  return inTransaction(database, async (transaction) => {
    // One at a time, so that many at once do not all find the same room.
    await transaction.$executeRaw`SELECT 1 FROM "account" WHERE "id" = ${accountId}::uuid FOR NO KEY UPDATE`;
    const waiting = await transaction.upload.aggregate({
      where: { accountId, takenAt: null },
      _sum: { bytes: true },
      _count: true,
    });
    const full = waiting._count >= uploadQuota.files || Number(waiting._sum.bytes ?? 0) + bytes > uploadQuota.bytes;
    if (full) return refused("upload.no_room");
    await transaction.upload.create({ data: { id, accountId, storeId, fileName: name, bytes } });
    return done({ name });
  });
}

/** Without folders, and without characters that show as nothing or turn the text around. */
function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const shown = base
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/gu, "");
  return [...shown.trim()].slice(-longestName).join("");
}
