CREATE TYPE "recall_reason" AS ENUM ('food_safety', 'product_fault', 'wrong_information', 'merchant_wish');

-- A product is taken down everywhere, and stays down until somebody lifts the recall.
CREATE TABLE "recall" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "product_id" UUID NOT NULL,
    "reason" "recall_reason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "alarmed_at" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "recall_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recall_times" CHECK ("deadline_at" > "asked_at" AND ("lifted_at" IS NULL OR "confirmed_at" IS NOT NULL))
);
CREATE INDEX "recall_product_id_idx" ON "recall"("product_id");
CREATE INDEX "recall_asked_by_id_idx" ON "recall"("asked_by_id");
-- Of one product one recall stands at a time.
CREATE UNIQUE INDEX "recall_standing" ON "recall"("product_id") WHERE "lifted_at" IS NULL;
ALTER TABLE "recall" ADD CONSTRAINT "recall_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recall" ADD CONSTRAINT "recall_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever wants a recalled product on sale, at whatever mall, is refused by the database itself.
CREATE FUNCTION "refuse_sale_of_recalled"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "recall" WHERE "product_id" = NEW."product_id" AND "lifted_at" IS NULL) THEN
    RAISE EXCEPTION 'product % is recalled', NEW."product_id" USING ERRCODE = 'check_violation', CONSTRAINT = 'listing_not_recalled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "listing_not_recalled" BEFORE INSERT OR UPDATE OF "wanted" ON "listing"
  FOR EACH ROW WHEN (NEW."wanted" = 'live') EXECUTE FUNCTION "refuse_sale_of_recalled"();
