import type { DetailSpec } from "#app/channels/picture-rules.ts";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { pageAddress, sliceAddress } from "#app/domain/picture/page-address.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { inTransaction } from "#app/services/database/database.ts";
import type { WorkerContext } from "../../context.ts";

type Drawing = Pick<WorkerContext, "database" | "blobs" | "renderPool">;

/**
 * Draws a product's detail page unless the same page was drawn before, and gives the addresses of its slices from the top.
 * `photos` are the addresses of the page's photos, already made; null: there is none.
 */
export async function ensureDetailPage(
  { database, blobs, renderPool }: Drawing,
  product: ProductFacts,
  { photo, slice }: DetailSpec,
  photos: readonly (string | null)[],
): Promise<{ slices: string[] } | { issue: Issue }> {
  const blocks = buildPage(product);
  const limits = { width: photo.size, maximumHeight: slice.maximumHeight, maximumBytes: slice.maximumBytes };
  const address = pageAddress({ blocks, photos, ...limits });
  const drawn = await database.detailPage.findUnique({ where: { address } });
  if (drawn) return { slices: drawn.slices };

  const bytes = await Promise.all(photos.map((one) => (one ? blobs.get(renditionKey(one)) : null)));
  const result = await renderPool.drawPage({ blocks, photos: bytes, ...limits });
  if (!result.ok) return { issue: result.issue };
  // Stored bytes come before the rows, so that a row always has its bytes.
  const rows = await Promise.all(
    result.slices.map(async ({ bytes: picture, width, height }, index) => {
      const own = sliceAddress(address, index);
      const stored = await blobs.putAt(renditionKey(own), picture);
      const made = { bytes: stored.bytes, sha256: stored.sha256, width, height };
      return { address: own, specKey: `page-${photo.size}`, mediaType: "image/jpeg", ...made };
    }),
  );
  const slices = rows.map(({ address: own }) => own);
  await inTransaction(database, async (transaction) => {
    await transaction.rendition.createMany({ data: rows, skipDuplicates: true });
    await transaction.detailPage.createMany({ data: [{ address, slices }], skipDuplicates: true });
  });
  return { slices };
}
