-- Who has left has nothing left to erase after the legal term but what names a person.
ALTER TABLE "store" ADD COLUMN "erased_at" TIMESTAMPTZ(3);
ALTER TABLE "store"
  DROP CONSTRAINT "store_business_number_form",
  DROP CONSTRAINT "store_postcode_form";
ALTER TABLE "store"
  ADD CONSTRAINT "store_business_number_form" CHECK ("erased_at" IS NOT NULL OR ("business_number" ~ '^[0-9]{10}$' AND "business_number" !~ '^(.)\1{9}$')),
  ADD CONSTRAINT "store_postcode_form" CHECK ("erased_at" IS NOT NULL OR "postcode" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT "store_erased_after_closing" CHECK ("erased_at" IS NULL OR "state" = 'closed');

-- An ended account says when it is erased, an active one never is.
UPDATE "account" SET "erase_after" = "ended_at" + interval '5 years' WHERE "state" = 'ended' AND "erase_after" IS NULL;
ALTER TABLE "account" ADD CONSTRAINT "account_erased_in_time" CHECK (("state" = 'ended') = ("erase_after" IS NOT NULL));
CREATE INDEX "account_erase_after_idx" ON "account" ("erase_after");
CREATE INDEX "account_closing_at_idx" ON "account" ("closing_at");

-- A pinned version never changes, but for the erasing of its store's people.
CREATE FUNCTION "is_erased_store_version"(version_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "product_version" JOIN "product" ON "product"."id" = "product_version"."product_id"
    JOIN "store" ON "store"."id" = "product"."store_id"
    WHERE "product_version"."id" = version_id AND "store"."erased_at" IS NOT NULL)
$$;
CREATE OR REPLACE FUNCTION "refuse_change_of_pinned_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."pinned_at" IS NOT NULL AND NOT (TG_OP = 'UPDATE' AND "is_erased_store_version"(OLD."id")) THEN
    RAISE EXCEPTION 'product version % is pinned', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE OR REPLACE FUNCTION "refuse_change_below_pinned_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_id uuid := CASE TG_OP WHEN 'INSERT' THEN NEW."version_id" ELSE OLD."version_id" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "product_version" WHERE "id" = version_id AND "pinned_at" IS NOT NULL)
     AND NOT (TG_OP = 'UPDATE' AND "is_erased_store_version"(version_id)) THEN
    RAISE EXCEPTION 'product version % is pinned', version_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
