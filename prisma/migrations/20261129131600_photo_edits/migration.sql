-- Where the main object lies, as shares of the upright photo: what a crop is suggested from.
ALTER TABLE "original" ADD COLUMN "subject" JSONB;

-- What the merchant asked to be done to a photo: instructions only, the original stays as it came.
ALTER TABLE "product_photo" ADD COLUMN "edits" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_edits" CHECK (jsonb_typeof("edits") = 'object');
ALTER TABLE "draft_photo" ADD COLUMN "edits" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "draft_photo" ADD CONSTRAINT "draft_photo_edits" CHECK (jsonb_typeof("edits") = 'object');
