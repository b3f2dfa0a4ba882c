import type { JudgedPhoto } from "#app/domain/intake/record-photos.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { arrivalSet } from "#app/domain/picture/web-set.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import { ensureRenditions, keepRenditions, photoClaim, type Rendering } from "../images/ensure-renditions.ts";
import { inspectPhoto } from "../images/inspect.ts";

export type TakenPhoto = { ok: true; original: NonNullable<JudgedPhoto["original"]> } | { ok: false; issue: Issue };

/**
 * Takes one photo in: judged by its content, decoded to its end for the first small pictures, and only then stored for good.
 * A photo that will not decode is found here, while the merchant is still looking, and not at a mall.
 */
export async function takePhoto(
  context: Rendering,
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
  const isKnown = () => context.database.original.findUnique({ where: { sha256 }, select: { sha256: true } });
  if (!(await isKnown())) {
    const issue = await context.claims.holding(photoClaim(sha256), async () =>
      (await isKnown()) ? null : takeNew(context, original, bytes),
    );
    if (issue) return { ok: false, issue: { ...issue, path: { photo: fileName } } };
  }
  // Known already, from another product or from a run that was killed before its first pictures were kept.
  await ensureRenditions(
    context,
    arrivalSet.map((spec) => ({ ...unedited(sha256), spec })),
  );
  return { ok: true, original };
}

/** Null when it was taken. */
async function takeNew(
  { database, blobs, renderPool }: Rendering,
  original: NonNullable<JudgedPhoto["original"]>,
  bytes: Buffer,
): Promise<Issue | null> {
  const rendered = await renderPool.render(bytes, [...arrivalSet]);
  if (!rendered.ok) return rendered.issue;
  const { perceptualHash, measures, subject, renditions } = rendered.photo;
  await blobs.put(bytes);
  await database.original.createMany({
    data: [
      {
        ...original,
        perceptualHash: BigInt.asIntN(64, perceptualHash),
        measures: { ...measures },
        subject: subject ? { ...subject } : undefined,
      },
    ],
    skipDuplicates: true,
  });
  await keepRenditions({ database, blobs }, unedited(original.sha256), renditions);
  return null;
}
