-- A lower price belongs to the versions that it was given for: a later version is sold at its own.
ALTER TABLE "product_version" ADD COLUMN "lowered_price" INTEGER;

CREATE OR REPLACE FUNCTION "refuse_change_of_pinned_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."pinned_at" IS NOT NULL
     AND NOT (TG_OP = 'UPDATE' AND (
       "is_erased_store_version"(OLD."id") OR to_jsonb(NEW) - 'lowered_price' = to_jsonb(OLD) - 'lowered_price')) THEN
    RAISE EXCEPTION 'product version % is pinned', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- What is on sale stays at the price it is sold at today.
UPDATE "product_version" AS version SET "lowered_price" = product."lowered_price"
FROM "product" AS product
WHERE product."id" = version."product_id" AND version."pinned_at" IS NOT NULL AND product."lowered_price" < version."price";

ALTER TABLE "product_version"
  ADD CONSTRAINT "product_version_lowered_price" CHECK ("lowered_price" > 0 AND "lowered_price" < "price"),
  ADD CONSTRAINT "product_version_lowered_once_pinned" CHECK ("lowered_price" IS NULL OR "pinned_at" IS NOT NULL);

DROP TRIGGER search_price_changed ON "product";
ALTER TABLE "product" DROP COLUMN "lowered_price";

CREATE OR REPLACE FUNCTION search_price_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_change (kind, id) VALUES ('product', NEW.product_id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_price_changed AFTER UPDATE OF "lowered_price" ON "product_version"
  FOR EACH ROW WHEN (OLD."lowered_price" IS DISTINCT FROM NEW."lowered_price") EXECUTE FUNCTION search_price_changed();
