-- What stands under a photo on the detail page: words of the version, which a curator judges with it.
ALTER TABLE "product_photo" ADD COLUMN "caption" TEXT NOT NULL DEFAULT '';

-- How pages are told whose merchant did not choose; null: what suits the product.
ALTER TABLE "season" ADD COLUMN "detail_template" "detail_template";
