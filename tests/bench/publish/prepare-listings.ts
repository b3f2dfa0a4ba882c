import { pino } from "pino";
import type { MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { loadConfig } from "#app/config.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { sha256Of } from "#app/services/blobs/blob-store.ts";
import { inTransaction } from "#app/services/database/database.ts";
import type { Stage } from "#commands/rehearsal/stage.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import { openContext } from "#workers/context.ts";
import { drawListingPage } from "#workers/images/listing-pictures.ts";
import type { RenderPool } from "#workers/images/render-pool.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { renderVersion } from "#workers/tasks/render-version.ts";

/**
 * Selects so many products, all with one photo, and makes everything that their listings need, so that all that is left is to send them.
 * Every page is stored as its own, but drawn once a width: what it shows is not measured here.
 */
export async function prepareListings(
  stage: Stage,
  products: number,
): Promise<{ id: string; channelKey: string; productId: string }[]> {
  const { database, merchant, curator, seasonId, storeId } = stage;
  const context = await openContext(loadConfig({ ...stage.settings }), pino({ level: "silent" }));
  try {
    const photo = await scene(1_200, 1_200, 7).jpeg().toBuffer();
    const taken = await takePhoto(context, "one.jpg", async () => photo);
    if (!taken.ok) throw new Error(taken.issue.code);
    const photos = [{ sha256: sha256Of(photo), fileName: "one.jpg" }];
    const { store: _store, stock: _stock, photos: _photos, ...said } = readyProduct();
    const goods = Array.from({ length: products }, (_, at) => ({
      ...said,
      sku: `BENCH-${at + 1}`,
      name: `${said.name} ${at + 1}호`,
      photos,
    }));
    await inTransaction(database, (transaction) => saveProducts(transaction, merchant, storeId, goods));
    // No season is so big; a bulk of several is what is measured.
    await database.$executeRaw`ALTER TABLE season DROP CONSTRAINT season_places_range`;
    await database.season.update({ where: { id: seasonId }, data: { places: Math.max(100, products) } });
    const saved = await database.product.findMany({ select: { id: true } });
    const productIds = saved.map(({ id }) => id);
    const submitted = await submitProducts(database, merchant, { seasonId, storeId, productIds });
    if (!submitted.ok) throw new Error(submitted.issues[0]?.code);
    const rules = await loadMallRules(database, malls);
    for (const { id: submissionId } of await database.submission.findMany({ select: { id: true } })) {
      const selected = await selectSubmission(database, curator, { submissionId }, rules);
      if (!selected.ok) throw new Error(selected.issues[0]?.code);
    }

    const drawnOnce = { ...context, renderPool: drawingOnce(context.renderPool) };
    const versions = await database.productVersion.findMany({ select: { id: true } });
    const facts = await loadProductFacts(
      database,
      versions.map(({ id }) => id),
    );
    const [first] = versions;
    if (first) await renderVersion(context, { versionId: first.id });
    const listings = await database.listing.findMany({ orderBy: [{ productId: "asc" }, { channelKey: "asc" }] });
    for (const { channelKey, wantedVersionId } of listings) {
      const product = facts.get(wantedVersionId);
      if (product) await drawListingPage(drawnOnce, product, malls[channelKey as MallKey].spec);
    }
    await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    return listings.map(({ id, channelKey, productId }) => ({ id, channelKey, productId }));
  } finally {
    await context.close();
  }
}

function drawingOnce(pool: RenderPool): RenderPool {
  const drawn = new Map<number, ReturnType<RenderPool["drawPage"]>>();
  return {
    ...pool,
    drawPage(order) {
      const page = drawn.get(order.width) ?? pool.drawPage(order);
      drawn.set(order.width, page);
      return page;
    },
  };
}
