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
  const issues = await ensureRenditions(context, plan);
  const drawn = await drawnSlices(context, product, spec);
  if ("issue" in drawn) issues.push(drawn.issue);
  const slices = "slices" in drawn ? drawn.slices : [];
  // Where the page is drawn its photos are in the slices, and do not go by themselves.
  const going = spec.detail.as === "html" ? plan : plan.filter(({ role }) => role !== "detail");
  const addresses = going.map((one) => renditionAddress(one.sha256, one.spec, one.edits));
  const sent = [...addresses, ...slices];
  await context.database.rendition.updateMany({
    where: { address: { in: sent }, pinnedAt: null },
    data: { pinnedAt: new Date() },
  });
  const stored = await context.database.rendition.findMany({ where: { address: { in: sent } } });
  const mediaTypes = new Map(stored.map(({ address, mediaType }) => [address, mediaType]));
  // An erasure may take a drawn page in the moment before it is pinned: the job draws it again, and no mall gets half a page.
  if (slices.some((address) => !mediaTypes.has(address))) throw new Error("A drawn page went before it was pinned");
  const pictureAt = (address: string, role: ListingPicture["role"], format: RenditionSpec["format"]) => {
    const mediaType = mediaTypes.get(address);
    if (!mediaType) return [];
    const url = `${context.publicUrl}/renditions/${address}.${suffixes[format]}`;
    return [{ role, address, url, mediaType, read: () => context.blobs.get(renditionKey(address)) }];
  };
  const pictures = going.flatMap(({ role, spec: { format } }, index) =>
    pictureAt(addresses[index] ?? "", role, format),
  );
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

/** The page by itself, ahead of the listing that needs it; its photos must be made. */
export async function drawListingPage(context: WorkerContext, product: ProductFacts, spec: MallSpec): Promise<void> {
  await drawnSlices(context, product, spec);
}

/** None where the mall takes HTML. */
async function drawnSlices(
  context: WorkerContext,
  product: ProductFacts,
  { detail }: MallSpec,
): Promise<{ slices: string[] } | { issue: Issue }> {
  if (detail.as === "html") return { slices: [] };
  return ensureDetailPage(context, product, detail, await findPagePhotos(context, product, detail));
}
