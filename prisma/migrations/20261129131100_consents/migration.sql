-- Consents: an answer may be no. It is kept, so that nobody is asked the same twice.
ALTER TABLE "consent" RENAME COLUMN "given_at" TO "answered_at";
ALTER TABLE "consent" ADD COLUMN "agreed" BOOLEAN NOT NULL DEFAULT true;

-- Two indexes said the same.
DROP INDEX "consent_one_valid";
DROP INDEX "consent_in_force";
CREATE UNIQUE INDEX "consent_in_force" ON "consent" ("account_id", "kind", "version") WHERE "agreed" AND "withdrawn_at" IS NULL;
ALTER TABLE "consent"
  ADD CONSTRAINT "consent_only_passing_on_refused" CHECK ("agreed" OR "kind" = 'passing_on'),
  ADD CONSTRAINT "consent_refusal_not_withdrawn" CHECK ("agreed" OR "withdrawn_at" IS NULL);

-- Agreements end by the merchant's withdrawal or because the mall's terms changed.
ALTER TABLE "mall_agreement" RENAME COLUMN "withdrawn_at" TO "ended_at";

-- A mall's terms are not known before the office has entered them; nobody agrees to nothing.
ALTER TABLE "channel"
  ALTER COLUMN "fee_basis_points" DROP NOT NULL, ALTER COLUMN "fee_basis_points" DROP DEFAULT,
  ALTER COLUMN "settlement_days" DROP NOT NULL, ALTER COLUMN "settlement_days" DROP DEFAULT;
UPDATE "channel" SET "fee_basis_points" = NULL, "settlement_days" = NULL;
ALTER TABLE "channel" ADD CONSTRAINT "channel_terms_whole" CHECK (("fee_basis_points" IS NULL) = ("settlement_days" IS NULL));

-- Taken down only because the merchant's word is missing: it goes up again when the word is back.
ALTER TABLE "listing" ADD COLUMN "paused" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "listing" ADD CONSTRAINT "listing_paused_is_withdrawn" CHECK (NOT "paused" OR "wanted" = 'withdrawn');

-- Nothing leaves for a mall without the merchant's word. Whoever takes it back at this moment waits for the send or is seen
-- by it; the order of locks is store, listing, then these.
CREATE FUNCTION "refuse_send_without_word"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1
    FROM "product" JOIN "mall_agreement" ON "mall_agreement"."store_id" = "product"."store_id"
    WHERE "product"."id" = NEW."product_id" AND "mall_agreement"."channel_key" = NEW."channel_key"
      AND "mall_agreement"."ended_at" IS NULL
    FOR SHARE OF "mall_agreement";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'listing % has no agreement with %', NEW."id", NEW."channel_key" USING ERRCODE = 'check_violation';
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
CREATE TRIGGER "listing_sent_with_word" BEFORE UPDATE OF "state" ON "listing"
  FOR EACH ROW WHEN (NEW."state" = 'sending' AND OLD."state" <> 'sending') EXECUTE FUNCTION "refuse_send_without_word"();
