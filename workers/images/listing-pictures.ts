import type { ListingPicture, MallSpec } from "#app/channels/contract.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import type { EditedPhoto } from "#app/domain/picture/photo-edits.ts";
import { type RenditionSpec, renditionAddress } from "#app/domain/picture/rendition.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import type { WorkerContext } from "../context.ts";
import { ensureRenditions, type WantedRendition } from "./ensure-renditions.ts";

const suffixes: Record<RenditionSpec["format"], string> = { jpeg: "jpg", webp: "webp", avif: "avif", png: "png" };

/** Which renditions a mall is sent for these photos: the first photo as main picture, the next ones as extras. */
export function picturePlan(
  photos: readonly EditedPhoto[],
  { pictures: { main, extra, maximumExtra } }: Pick<MallSpec, "pictures">,
): (WantedRendition & { role: ListingPicture["role"] })[] {
  return photos.slice(0, 1 + maximumExtra).map(({ sha256, edits }, index) => ({
    role: index === 0 ? "main" : "extra",
    sha256,
    edits,
    spec: index === 0 ? main : extra,
  }));
}

/** Makes what is missing, pins all of it (the mall may link it for good), and gives the pictures in order. */
export async function listingPictures(
  context: WorkerContext,
  product: ProductFacts,
  spec: MallSpec,
): Promise<{ pictures: ListingPicture[]; issues: Issue[] }> {
  const plan = picturePlan(product.photos, spec);
  const issues = await ensureRenditions(context, plan);
  const addresses = plan.map((one) => renditionAddress(one.sha256, one.spec, one.edits));
  await context.database.rendition.updateMany({
    where: { address: { in: addresses }, pinnedAt: null },
    data: { pinnedAt: new Date() },
  });
  const stored = await context.database.rendition.findMany({ where: { address: { in: addresses } } });
  const mediaTypes = new Map(stored.map(({ address, mediaType }) => [address, mediaType]));
  const pictures = plan.flatMap(({ role, sha256, edits, spec: one }) => {
    const address = renditionAddress(sha256, one, edits);
    const mediaType = mediaTypes.get(address);
    if (!mediaType) return [];
    return [
      {
        role,
        address,
        url: `${context.publicUrl}/renditions/${address}.${suffixes[one.format]}`,
        mediaType,
        read: () => context.blobs.get(renditionKey(address)),
      },
    ];
  });
  return { pictures, issues };
}
