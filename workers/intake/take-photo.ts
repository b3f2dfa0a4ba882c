import type { JudgedPhoto } from "#app/domain/intake/record-photos.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { arrivalSet } from "#app/domain/picture/web-set.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import { sha256Of } from "#app/services/blobs/blob-store.ts";
import { ensureRenditions, keepRenditions, photoClaim, type Rendering } from "../images/ensure-renditions.ts";
import { refuseHeavy } from "../images/inspect.ts";

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
  const heavy = refuseHeavy(bytes, fileName);
  if (heavy) return { ok: false, issue: heavy };
  const taken = await takeOnce(context, fileName, bytes);
  if (!taken.ok) return { ok: false, issue: { ...taken.issue, path: { photo: fileName } } };
  // Known already, from another product or from a run that was killed before its first pictures were kept.
  const { sha256 } = taken.original;
  await ensureRenditions(
    context,
    arrivalSet.map((spec) => ({ ...unedited(sha256), spec })),
  );
  return taken;
}

/** The same bytes again cost a look at their hash. */
async function takeOnce(context: Rendering, fileName: string, bytes: Buffer): Promise<TakenPhoto> {
  const sha256 = sha256Of(bytes);
  const findKnown = async () => {
    const select = { sha256: true, bytes: true, mediaType: true, width: true, height: true };
    const original = await context.database.original.findUnique({ where: { sha256 }, select });
    return original && { ok: true as const, original };
  };
  const known = await findKnown();
  if (known) return known;
  return context.claims.holding(
    photoClaim(sha256),
    async () => (await findKnown()) ?? takeNew(context, fileName, bytes),
  );
}

async function takeNew(
  { database, blobs, renderPool }: Rendering,
  fileName: string,
  bytes: Buffer,
): Promise<TakenPhoto> {
  const studied = await renderPool.study(bytes, fileName, [...arrivalSet]);
  if (!studied.ok) return studied;
  const { original, photo } = studied;
  const { perceptualHash, placeholder, measures, subject } = photo.study;
  await blobs.put(bytes);
  await database.original.createMany({
    data: [
      {
        ...original,
        perceptualHash: BigInt.asIntN(64, perceptualHash),
        placeholder: Uint8Array.from(placeholder),
        measures: { ...measures },
        subject: subject ? { ...subject } : undefined,
      },
    ],
    skipDuplicates: true,
  });
  await keepRenditions({ database, blobs }, unedited(original.sha256), photo.renditions);
  return { ok: true, original };
}
