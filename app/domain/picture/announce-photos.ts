import type { Database, Transaction } from "#app/services/database/database.ts";

/** The draft or the product whose photos they are. */
export interface PhotosOf {
  id: string;
  storeId: string;
}

/** Tells open pages that something about these photos has changed, also where no number of them did. */
export async function announcePhotos(database: Database | Transaction, { id, storeId }: PhotosOf): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "progress" ("id", "kind", "store_id", "state") VALUES (${id}::uuid, 'photos', ${storeId}::uuid, 'done')
    ON CONFLICT ("id", "kind") DO UPDATE SET "updated_at" = clock_timestamp()`;
}
