-- A photo that went on to a product is remembered: a phone that never heard so sends it again, and is told that it is there.
ALTER TABLE "draft_photo" ADD COLUMN "taken_at" TIMESTAMPTZ(3);
