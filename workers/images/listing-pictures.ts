import type { ListingDetail, ListingPicture, MallSpec } from "#app/channels/contract.ts";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { type RenditionSpec, renditionAddress } from "#app/domain/picture/rendition.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import type { WorkerContext } from "../context.ts";
import { ensureDetailPage, findPagePhotos } from "./detail-page/ensure-detail-page.ts";
import { ensureRenditions } from "./ensure-renditions.ts";
import { picturePlan } from "./picture-plan.ts";

const suffixes: Record<RenditionSpec["format"], string> = { jpeg: "jpg", webp: "webp", avif: "avif", png: "png" };

/** Makes what is missing, pins what is sent (the mall may link it for good), and gives the pictures in order. */
export async function listingPictures(
  context: WorkerContext,
  product: ProductFacts,
  spec: MallSpec,
): Promise<{ pictures: ListingPicture[]; detail: ListingDetail; issues: Issue[] }> {
  const plan = picturePlan(product.photos, spec);
  const planned = plan.map((one) => renditionAddress(one.sha256, one.spec, one.edits));
  const issues: Issue[] = [];
  let made = await findMade(context, planned);
  if (missingIn(made, planned).length > 0) {
    issues.push(...(await ensureRenditions(context, plan)));
    made = await findMade(context, planned);
  }
  const drawn = await drawnSlices(context, product, spec, made);
  if ("issue" in drawn) issues.push(drawn.issue);
  const slices = "slices" in drawn ? drawn.slices : [];
  // Where the page is drawn its photos are in the slices, and do not go by themselves.
  const going = plan.flatMap(({ role, spec: { format } }, index) =>
    spec.detail.as === "html" || role !== "detail" ? [{ role, format, address: planned[index] ?? "" }] : [],
  );
  const mediaTypes = await pin(context, [...going.map(({ address }) => address), ...slices], made);
  // An erasure may take a drawn page in the moment before it is pinned: the job draws it again, and no mall gets half a page.
  if (slices.some((address) => !mediaTypes.has(address))) throw new Error("A drawn page went before it was pinned");
  const pictureAt = (address: string, role: ListingPicture["role"], format: RenditionSpec["format"]) => {
    const mediaType = mediaTypes.get(address);
    if (!mediaType) return [];
    const url = `${context.publicUrl}/renditions/${address}.${suffixes[format]}`;
    return [{ role, address, url, mediaType, read: () => context.blobs.get(renditionKey(address)) }];
  };
  const pictures = going.flatMap(({ role, format, address }) => pictureAt(address, role, format));
  const onPage = pictures.filter(({ role }) => role === "detail");
  return {
    pictures: pictures.filter(({ role }) => role !== "detail"),
    detail:
      spec.detail.as === "html"
        ? { blocks: buildPage(product), pictures: onPage }
        : { blocks: [], pictures: slices.flatMap((address) => pictureAt(address, "detail", "jpeg")) },
    issues,
  };
}

/** Pictures by their address. */
type Made = Map<string, { mediaType: string; pinned: boolean }>;

async function findMade({ database }: WorkerContext, addresses: readonly string[]): Promise<Made> {
  if (addresses.length === 0) return new Map();
  const rows = await database.rendition.findMany({
    where: { address: { in: [...addresses] } },
    select: { address: true, mediaType: true, pinnedAt: true },
  });
  return new Map(rows.map(({ address, mediaType, pinnedAt }) => [address, { mediaType, pinned: pinnedAt !== null }]));
}

/** Gives the media types of what stays for good: what was pinned before, by whomever, and what is there and is pinned now. */
async function pin(context: WorkerContext, addresses: readonly string[], made: Made): Promise<Map<string, string>> {
  const known: Made = new Map([...made, ...(await findMade(context, missingIn(made, addresses)))]);
  const loose = addresses.filter((address) => known.get(address)?.pinned === false);
  for (const address of await pinNow(context, loose)) {
    const picture = known.get(address);
    if (picture) picture.pinned = true;
  }
  // Another worker sends the same picture and was quicker, or it is gone.
  const others = loose.filter((address) => known.get(address)?.pinned === false);
  for (const address of others) known.delete(address);
  for (const [address, picture] of await findMade(context, others)) known.set(address, picture);
  return new Map(
    addresses.flatMap((address) => {
      const picture = known.get(address);
      return picture?.pinned ? [[address, picture.mediaType] as const] : [];
    }),
  );
}

function missingIn(made: Made, addresses: readonly string[]): string[] {
  return addresses.filter((address) => !made.has(address));
}

/** Only what is loose: a pinned picture takes no change. */
async function pinNow({ database }: WorkerContext, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await database.rendition.updateManyAndReturn({
    where: { address: { in: [...addresses] }, pinnedAt: null },
    data: { pinnedAt: new Date() },
    select: { address: true },
  });
  return rows.map(({ address }) => address);
}

/** The page by itself, ahead of the listing that needs it; its photos must be made. */
export async function drawListingPage(context: WorkerContext, product: ProductFacts, spec: MallSpec): Promise<void> {
  await drawnSlices(context, product, spec, null);
}

/** None where the mall takes HTML; `made` are the product's pictures, where they are known. */
async function drawnSlices(
  context: WorkerContext,
  product: ProductFacts,
  { detail }: MallSpec,
  made: Made | null,
): Promise<{ slices: string[] } | { issue: Issue }> {
  if (detail.as === "html") return { slices: [] };
  const photos = made
    ? product.photos.map(({ sha256, edits }) => {
        const address = renditionAddress(sha256, detail.photo, edits);
        return made.has(address) ? address : null;
      })
    : await findPagePhotos(context, product, detail);
  return ensureDetailPage(context, product, detail, photos);
}
