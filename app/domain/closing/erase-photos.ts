import { type BlobStore, originalKey, renditionKey, uploadKey } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { redrawSeasonCards } from "../season/season-card.ts";

/** Photos let go in one transaction. */
const chunkSize = 50;

/** Erases the photos of a closed store that never became a product's: of drafts (also those taken out of them), sheets and their addresses. */
export function erasePaperPhotos(database: Database, blobs: BlobStore, storeId: string): Promise<void> {
  return letGo(database, blobs, {
    named: (transaction) => transaction.$queryRaw`
      SELECT DISTINCT "sha256" FROM (
        SELECT photo."sha256" FROM "draft_photo" AS photo JOIN "product_draft" AS draft ON draft."id" = photo."draft_id"
          WHERE draft."store_id" = ${storeId}::uuid
        UNION ALL SELECT photo."sha256" FROM "import_photo" AS photo JOIN "import" ON "import"."id" = photo."import_id"
          WHERE "import"."store_id" = ${storeId}::uuid
        UNION ALL SELECT photo."sha256" FROM "fetched_photo" AS photo JOIN "import" ON "import"."id" = photo."import_id"
          WHERE "import"."store_id" = ${storeId}::uuid
        UNION ALL SELECT split_part("blob", '/', 2) FROM "removed_photo" WHERE "store_id" = ${storeId}::uuid
      ) AS named WHERE "sha256" IS NOT NULL LIMIT ${chunkSize}`,
    async forget(transaction, photos) {
      const sha256 = { in: photos };
      await transaction.draftPhoto.deleteMany({ where: { sha256, draft: { storeId } } });
      await transaction.removedPhoto.deleteMany({ where: { storeId, blob: { in: photos.map(uploadKey) } } });
      await transaction.importPhoto.deleteMany({ where: { sha256, import: { storeId } } });
      await transaction.fetchedPhoto.deleteMany({ where: { sha256, import: { storeId } } });
    },
  });
}

/** Erases the photos of an erased store's products and of the store itself. */
export function eraseStorePhotos(database: Database, blobs: BlobStore, storeId: string): Promise<void> {
  return letGo(database, blobs, {
    named: (transaction) => transaction.$queryRaw`
      SELECT DISTINCT "sha256" FROM (
        SELECT photo."sha256" FROM "product_photo" AS photo
          JOIN "product_version" AS version ON version."id" = photo."version_id"
          JOIN "product" ON "product"."id" = version."product_id" WHERE "product"."store_id" = ${storeId}::uuid
        UNION ALL SELECT "photo_sha256" FROM "store" WHERE "id" = ${storeId}::uuid
      ) AS named WHERE "sha256" IS NOT NULL LIMIT ${chunkSize}`,
    async forget(transaction, photos) {
      await transaction.productPhoto.deleteMany({
        where: { sha256: { in: photos }, version: { product: { storeId } } },
      });
      await transaction.store.updateMany({
        where: { id: storeId, photoSha256: { in: photos } },
        data: { photoSha256: null },
      });
    },
  });
}

/**
 * Erases what was drawn of several photos and that no mall was ever sent: the detail pages of all stores, the cards of all seasons. They
 * hold photos and words of their merchants, and are named by their content alone, so that nobody can tell whose they are; those that are
 * still wanted are drawn again.
 */
export function eraseDrawn(database: Database, blobs: BlobStore): Promise<void> {
  return inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`
      DELETE FROM "detail_page" WHERE EXISTS (
        SELECT FROM "rendition" WHERE "address" = ANY("slices") AND "original_sha256" IS NULL AND "pinned_at" IS NULL)`;
    const slices = await transaction.$queryRaw<{ address: string }[]>`
      DELETE FROM "rendition" WHERE "original_sha256" IS NULL AND "pinned_at" IS NULL RETURNING "address"`;
    for (const { address } of slices) await blobs.remove(renditionKey(address));
    await redrawSeasonCards(transaction, { taken: { some: {} } });
  });
}

interface Names {
  /** Some of the photos that the store still names. */
  named(transaction: Transaction): Promise<{ sha256: string }[]>;
  forget(transaction: Transaction, photos: string[]): Promise<void>;
}

async function letGo(database: Database, blobs: BlobStore, { named, forget }: Names): Promise<void> {
  const some = () =>
    inTransaction(database, async (transaction) => {
      const photos = (await named(transaction)).map(({ sha256 }) => sha256);
      if (photos.length === 0) return false;
      await forget(transaction, photos);
      await eraseUnnamed(transaction, blobs, photos);
      return true;
    });
  while (await some());
}

/**
 * Erases those of the photos that nobody names any more, with what was made of them; a picture that a mall was sent stays, and no longer
 * tells of which photo it was made. Bytes go before the transaction ends: killed in between, the next run finds the same photos again.
 */
async function eraseUnnamed(transaction: Transaction, blobs: BlobStore, photos: string[]): Promise<void> {
  const rows = await transaction.$queryRaw<{ sha256: string }[]>`
    SELECT "sha256" FROM "original" WHERE "sha256" = ANY(${photos})
      AND NOT EXISTS (SELECT FROM "product_photo" WHERE "sha256" = "original"."sha256")
      AND NOT EXISTS (SELECT FROM "store" WHERE "photo_sha256" = "original"."sha256")
      AND NOT EXISTS (SELECT FROM "draft_photo" WHERE "sha256" = "original"."sha256")
      AND NOT EXISTS (SELECT FROM "import_photo" WHERE "sha256" = "original"."sha256")
      AND NOT EXISTS (SELECT FROM "fetched_photo" WHERE "sha256" = "original"."sha256")
    FOR UPDATE`;
  const unnamed = { in: rows.map(({ sha256 }) => sha256) };
  const made = await transaction.rendition.findMany({
    where: { originalSha256: unnamed, pinnedAt: null },
    select: { address: true },
  });
  await transaction.rendition.deleteMany({ where: { originalSha256: unnamed, pinnedAt: null } });
  await transaction.rendition.updateMany({ where: { originalSha256: unnamed }, data: { originalSha256: null } });
  await transaction.original.deleteMany({ where: { sha256: unnamed } });
  for (const { address } of made) await blobs.remove(renditionKey(address));
  for (const { sha256 } of rows) await blobs.erase(originalKey(sha256));
}
