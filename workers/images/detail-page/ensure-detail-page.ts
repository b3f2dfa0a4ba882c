import type { DetailSpec } from "#app/channels/picture-rules.ts";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { templateOf } from "#app/domain/detail-page/templates.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { type PageRecipe, pageAddress, sliceAddress } from "#app/domain/picture/page-address.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { inTransaction } from "#app/services/database/database.ts";
import type { WorkerContext } from "../../context.ts";
import type { PageSlice } from "./draw-page.ts";

export type Drawing = Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims">;

/**
 * Draws a product's detail page unless the same page was drawn before, and gives the addresses of its slices from the top. However many
 * workers want the same page, one of them draws it. `photos` are the addresses of the page's photos, already made; null: there is none.
 */
export async function ensureDetailPage(
  context: Drawing,
  product: ProductFacts,
  spec: DetailSpec,
  photos: readonly (string | null)[],
): Promise<{ slices: string[] } | { issue: Issue }> {
  const recipe = pageRecipe(product, spec, photos);
  const address = pageAddress(recipe);
  const find = () => context.database.detailPage.findUnique({ where: { address }, select: { slices: true } });
  return (
    (await find()) ??
    context.claims.holding(pageClaim(address), async () => (await find()) ?? (await drawAndKeep(context, recipe)))
  );
}

/** All that a page is drawn by. */
export function pageRecipe(
  product: ProductFacts,
  { photo, slice }: DetailSpec,
  photos: readonly (string | null)[],
): PageRecipe {
  const template = templateOf(product);
  const limits = { width: photo.size, maximumHeight: slice.maximumHeight, maximumBytes: slice.maximumBytes };
  return { template, blocks: buildPage(product, template), photos, ...limits };
}

/** Addresses of a product's photos as they stand on its page; null: it could not be made, or not yet. */
export async function findPagePhotos(
  { database }: Pick<WorkerContext, "database">,
  { photos }: ProductFacts,
  { photo }: DetailSpec,
): Promise<(string | null)[]> {
  const addresses = photos.map(({ sha256, edits }) => renditionAddress(sha256, photo, edits));
  const made = await database.rendition.findMany({
    where: { address: { in: addresses } },
    select: { address: true },
  });
  const there = new Set(made.map(({ address }) => address));
  return addresses.map((address) => (there.has(address) ? address : null));
}

/** Whoever draws a page holds this. */
export function pageClaim(address: string): string {
  return `page:${address}`;
}

export async function drawSlices(
  { blobs, renderPool }: Drawing,
  { template, blocks, photos, width, maximumHeight, maximumBytes }: PageRecipe,
): Promise<{ slices: PageSlice[] } | { issue: Issue }> {
  const bytes = await Promise.all(photos.map((one) => (one ? blobs.get(renditionKey(one)) : null)));
  const order = { template, blocks: [...blocks], photos: bytes, width, maximumHeight, maximumBytes };
  const result = await renderPool.drawPage(order);
  return result.ok ? { slices: result.slices } : { issue: result.issue };
}

/** Under the page's claim. */
export async function drawAndKeep(
  context: Drawing,
  recipe: PageRecipe,
): Promise<{ slices: string[] } | { issue: Issue }> {
  const { database, blobs } = context;
  const drawn = await drawSlices(context, recipe);
  if ("issue" in drawn) return drawn;
  const address = pageAddress(recipe);
  // Stored bytes come before the rows, so that a row always has its bytes.
  const rows = await Promise.all(
    drawn.slices.map(async ({ bytes: picture, width, height }, index) => {
      const own = sliceAddress(address, index);
      const stored = await blobs.putAt(renditionKey(own), picture);
      const made = { bytes: stored.bytes, sha256: stored.sha256, width, height };
      return { address: own, specKey: `page-${recipe.width}`, mediaType: "image/jpeg", ...made };
    }),
  );
  const slices = rows.map(({ address: own }) => own);
  await inTransaction(database, async (transaction) => {
    await transaction.rendition.createMany({ data: rows, skipDuplicates: true });
    await transaction.detailPage.createMany({ data: [{ address, slices }], skipDuplicates: true });
  });
  return { slices };
}
