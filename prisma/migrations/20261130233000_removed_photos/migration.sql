-- A photo that its merchant takes out of a draft, and one that went on to a product, leave the uploaded file behind: whose it was is
-- kept until the store closes, so that the file can be erased then.
CREATE TABLE "removed_photo" (
    "store_id" UUID NOT NULL,
    "blob" TEXT NOT NULL,

    CONSTRAINT "removed_photo_pkey" PRIMARY KEY ("store_id","blob")
);

ALTER TABLE "removed_photo" ADD CONSTRAINT "removed_photo_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;
