CREATE TYPE "detail_template" AS ENUM ('story', 'photos', 'plain');
-- Null: what suits the product.
ALTER TABLE "product" ADD COLUMN "detail_template" "detail_template";

-- A slice of a detail page is a picture too, made of several originals and of words.
ALTER TABLE "rendition" ALTER COLUMN "original_sha256" DROP NOT NULL;

-- A detail page as pictures, one below the other.
CREATE TABLE "detail_page" (
    "address" TEXT NOT NULL,
    "slices" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "detail_page_pkey" PRIMARY KEY ("address"),
    CONSTRAINT "detail_page_form" CHECK ("address" ~ '^[0-9a-f]{64}$' AND cardinality("slices") > 0)
);
