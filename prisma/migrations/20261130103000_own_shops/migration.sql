-- A merchant's own shop is a channel of its store; the programme's malls have none.
ALTER TABLE "channel" ADD COLUMN "store_id" UUID;

CREATE INDEX "channel_store_id_idx" ON "channel"("store_id");

ALTER TABLE "channel"
  ADD CONSTRAINT "channel_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- `shopify` is the programme's, `shopify@<store>` that store's own: the key alone tells whose it is.
ALTER TABLE "channel"
  ADD CONSTRAINT "channel_key_tells_store"
  CHECK (CASE WHEN "store_id" IS NULL THEN position('@' in "key") = 0 ELSE split_part("key", '@', 2) = "store_id"::text END);

-- Nobody's products stand in somebody else's shop.
CREATE FUNCTION "refuse_listing_in_anothers_shop"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF position('@' in NEW."channel_key") > 0 AND NOT EXISTS (
    SELECT 1 FROM "product" WHERE "id" = NEW."product_id" AND "store_id"::text = split_part(NEW."channel_key", '@', 2)
  ) THEN
    RAISE EXCEPTION 'a listing in a shop of another store';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "listing_own_shop" BEFORE INSERT OR UPDATE OF "channel_key", "product_id" ON "listing"
  FOR EACH ROW EXECUTE FUNCTION "refuse_listing_in_anothers_shop"();

-- Sending waits for the same word as before; only the agreement to a fee is not asked of a shop of its own.
CREATE OR REPLACE FUNCTION "refuse_send_without_word"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A shop of its own takes no fee that had to be agreed to.
  IF position('@' in NEW."channel_key") = 0 THEN
    PERFORM 1
      FROM "product" JOIN "mall_agreement" ON "mall_agreement"."store_id" = "product"."store_id"
      WHERE "product"."id" = NEW."product_id" AND "mall_agreement"."channel_key" = NEW."channel_key"
        AND "mall_agreement"."ended_at" IS NULL
      FOR SHARE OF "mall_agreement";
    IF NOT FOUND THEN
      RAISE EXCEPTION 'listing % has no agreement with %', NEW."id", NEW."channel_key" USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  PERFORM 1
    FROM "product"
    JOIN "store_member" ON "store_member"."store_id" = "product"."store_id"
    JOIN "account" ON "account"."id" = "store_member"."account_id"
    JOIN "consent" ON "consent"."account_id" = "account"."id"
    WHERE "product"."id" = NEW."product_id" AND "account"."state" = 'active' AND "account"."closing_at" IS NULL
      AND "consent"."kind" = 'passing_on' AND "consent"."agreed" AND "consent"."withdrawn_at" IS NULL
    FOR SHARE OF "account", "consent";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody of the store of listing % lets anything be passed on', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
