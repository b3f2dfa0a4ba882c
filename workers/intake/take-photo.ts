import type { JudgedPhoto } from "#app/domain/intake/record-photos.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { arrivalSet } from "#app/domain/picture/web-set.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import type { WorkerContext } from "../context.ts";
import { ensureRenditions, keepRenditions } from "../images/ensure-renditions.ts";
import { inspectPhoto } from "../images/inspect.ts";

export type TakenPhoto = { ok: true; original: NonNullable<JudgedPhoto["original"]> } | { ok: false; issue: Issue };

/**
 * Takes one photo in: judged by its content, decoded to its end for the first small pictures, and only then stored for good.
 * A photo that will not decode is found here, while the merchant is still looking, and not at a mall.
 */
export async function takePhoto(
  { database, blobs, renderPool }: Pick<WorkerContext, "database" | "blobs" | "renderPool">,
  fileName: string,
  read: () => Promise<Buffer>,
): Promise<TakenPhoto> {
  let bytes: Buffer;
  try {
    bytes = await read();
  } catch (error) {
    if (error instanceof PhotoRefused) return { ok: false, issue: error.issue };
    throw error;
  }
  const inspection = await inspectPhoto(bytes, fileName);
  if (!inspection.ok) return inspection;
  const { sha256, mediaType, width, height } = inspection;
  const original = { sha256, mediaType, width, height, bytes: bytes.length };
  if (await database.original.findUnique({ where: { sha256 } })) {
    // Known already, from another product or from a run that was killed before its first pictures were kept.
    await ensureRenditions(
      { database, blobs, renderPool },
      arrivalSet.map((spec) => ({ ...unedited(sha256), spec })),
    );
    return { ok: true, original };
  }

  const rendered = await renderPool.render(bytes, [...arrivalSet]);
  if (!rendered.ok) return { ok: false, issue: { ...rendered.issue, path: { photo: fileName } } };
  await blobs.put(bytes);
  await database.original.createMany({
    data: [
      {
        ...original,
        perceptualHash: BigInt.asIntN(64, rendered.photo.perceptualHash),
        measures: { ...rendered.photo.measures },
        subject: rendered.photo.subject ? { ...rendered.photo.subject } : undefined,
      },
    ],
    skipDuplicates: true,
  });
  await keepRenditions({ database, blobs }, unedited(sha256), rendered.photo.renditions);
  return { ok: true, original };
}
