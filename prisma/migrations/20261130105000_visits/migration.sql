-- Creators, campaigns of visits, slots, visits, and what is published of them.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TYPE "platform" AS ENUM ('youtube', 'naver_blog', 'instagram', 'tiktok', 'other');

CREATE TYPE "creator_channel_state" AS ENUM ('claimed', 'confirmed', 'refused', 'removed');

CREATE TYPE "channel_proof" AS ENUM ('code', 'office');

CREATE TYPE "campaign_state" AS ENUM ('preparing', 'open', 'closed');

CREATE TYPE "benefit" AS ENUM ('none', 'food', 'goods', 'fee');

CREATE TYPE "visit_state" AS ENUM ('proposed', 'offered', 'waiting', 'agreed', 'visited', 'no_show', 'disputed', 'declined', 'withdrawn', 'cancelled', 'lapsed');

CREATE TYPE "visit_side" AS ENUM ('creator', 'store', 'office');

CREATE TYPE "content_form" AS ENUM ('text', 'photos', 'video', 'live');

CREATE TYPE "promotion_state" AS ENUM ('to_correct', 'waiting', 'accepted', 'changed', 'gone', 'withdrawn');

CREATE TYPE "views_source" AS ENUM ('entered', 'read');

CREATE TABLE "creator_profile" (
    "account_id" UUID NOT NULL,
    "pen_name" TEXT NOT NULL,
    "introduction" TEXT NOT NULL DEFAULT '',
    "areas" TEXT[],
    "themes" TEXT[],
    "languages" TEXT[],
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Seoul',
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creator_profile_pkey" PRIMARY KEY ("account_id")
);

CREATE TABLE "creator_channel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "creator_id" UUID NOT NULL,
    "platform" "platform" NOT NULL,
    "address" TEXT NOT NULL,
    "state" "creator_channel_state" NOT NULL DEFAULT 'claimed',
    "code" TEXT NOT NULL,
    "proof" "channel_proof",
    "confirmed_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "issues" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creator_channel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "campaign" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "state" "campaign_state" NOT NULL DEFAULT 'preparing',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "kinds" "store_kind"[],
    "districts" TEXT[],
    "benefit" "benefit" NOT NULL,
    "benefit_value" INTEGER NOT NULL DEFAULT 0,
    "duties" TEXT NOT NULL DEFAULT '',
    "content_days" SMALLINT NOT NULL DEFAULT 14,
    "disclosure_rules" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "campaign_store" (
    "campaign_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "capacity" SMALLINT NOT NULL,
    "booked" SMALLINT NOT NULL DEFAULT 0,
    "house_rules" TEXT NOT NULL DEFAULT '',
    "agrees_at_once" BOOLEAN NOT NULL DEFAULT false,
    "opted_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_store_pkey" PRIMARY KEY ("campaign_id","store_id")
);

CREATE TABLE "shortlist" (
    "creator_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shortlist_pkey" PRIMARY KEY ("creator_id","campaign_id","store_id")
);

CREATE TABLE "visit_slot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_slot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "visit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "visit_state" NOT NULL DEFAULT 'proposed',
    "request" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreed_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "told_by" "visit_side",
    "absent" "visit_side",
    "reason" TEXT NOT NULL DEFAULT '',
    "outcome_at" TIMESTAMPTZ(3),
    "dispute" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "visit_offer" (
    "visit_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,

    CONSTRAINT "visit_offer_pkey" PRIMARY KEY ("visit_id","slot_id")
);

CREATE TABLE "promotion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "visit_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "form" "content_form" NOT NULL,
    "state" "promotion_state" NOT NULL DEFAULT 'to_correct',
    "published_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "issues" JSONB NOT NULL DEFAULT '[]',
    "rules" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "handed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),
    "watch_until" TIMESTAMPTZ(3),
    "seen_hash" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "misses" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "promotion_product" (
    "promotion_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,

    CONSTRAINT "promotion_product_pkey" PRIMARY KEY ("promotion_id","product_id")
);

CREATE TABLE "promotion_views" (
    "promotion_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL,
    "source" "views_source" NOT NULL,

    CONSTRAINT "promotion_views_pkey" PRIMARY KEY ("promotion_id","day")
);

CREATE INDEX "creator_channel_creator_id_idx" ON "creator_channel"("creator_id");

CREATE INDEX "campaign_state_idx" ON "campaign"("state");

CREATE INDEX "campaign_created_by_id_idx" ON "campaign"("created_by_id");

CREATE INDEX "campaign_store_store_id_idx" ON "campaign_store"("store_id");

CREATE INDEX "shortlist_campaign_id_store_id_idx" ON "shortlist"("campaign_id", "store_id");

CREATE INDEX "visit_slot_campaign_id_store_id_starts_at_idx" ON "visit_slot"("campaign_id", "store_id", "starts_at");

CREATE UNIQUE INDEX "visit_slot_id_campaign_id_store_id_starts_at_ends_at_key" ON "visit_slot"("id", "campaign_id", "store_id", "starts_at", "ends_at");

CREATE INDEX "visit_campaign_id_store_id_asked_at_idx" ON "visit"("campaign_id", "store_id", "asked_at");

CREATE INDEX "visit_creator_id_starts_at_idx" ON "visit"("creator_id", "starts_at");

CREATE INDEX "visit_slot_id_campaign_id_store_id_starts_at_ends_at_idx" ON "visit"("slot_id", "campaign_id", "store_id", "starts_at", "ends_at");

CREATE INDEX "visit_state_starts_at_idx" ON "visit"("state", "starts_at");

CREATE INDEX "visit_offer_slot_id_idx" ON "visit_offer"("slot_id");

CREATE UNIQUE INDEX "promotion_visit_id_key" ON "promotion"("visit_id");

CREATE INDEX "promotion_channel_id_idx" ON "promotion"("channel_id");

CREATE INDEX "promotion_state_read_at_idx" ON "promotion"("state", "read_at");

CREATE INDEX "promotion_product_product_id_idx" ON "promotion_product"("product_id");

ALTER TABLE "creator_profile" ADD CONSTRAINT "creator_profile_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "creator_channel" ADD CONSTRAINT "creator_channel_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator_profile"("account_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "campaign" ADD CONSTRAINT "campaign_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "campaign_store" ADD CONSTRAINT "campaign_store_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "campaign_store" ADD CONSTRAINT "campaign_store_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_campaign_id_store_id_fkey" FOREIGN KEY ("campaign_id", "store_id") REFERENCES "campaign_store"("campaign_id", "store_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "visit_slot" ADD CONSTRAINT "visit_slot_campaign_id_store_id_fkey" FOREIGN KEY ("campaign_id", "store_id") REFERENCES "campaign_store"("campaign_id", "store_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "visit" ADD CONSTRAINT "visit_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "visit" ADD CONSTRAINT "visit_campaign_id_store_id_fkey" FOREIGN KEY ("campaign_id", "store_id") REFERENCES "campaign_store"("campaign_id", "store_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "visit" ADD CONSTRAINT "visit_slot_id_campaign_id_store_id_starts_at_ends_at_fkey" FOREIGN KEY ("slot_id", "campaign_id", "store_id", "starts_at", "ends_at") REFERENCES "visit_slot"("id", "campaign_id", "store_id", "starts_at", "ends_at") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "visit_offer" ADD CONSTRAINT "visit_offer_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "visit_offer" ADD CONSTRAINT "visit_offer_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "visit_slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "promotion" ADD CONSTRAINT "promotion_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "promotion" ADD CONSTRAINT "promotion_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "creator_channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "promotion_product" ADD CONSTRAINT "promotion_product_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "promotion_product" ADD CONSTRAINT "promotion_product_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "promotion_views" ADD CONSTRAINT "promotion_views_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "creator_profile" ADD CONSTRAINT "creator_profile_named" CHECK (btrim("pen_name") <> '');

-- Several may say that a channel is theirs; it is confirmed for one.
CREATE UNIQUE INDEX "creator_channel_confirmed_once" ON "creator_channel"("address") WHERE "state" = 'confirmed';
CREATE UNIQUE INDEX "creator_channel_claimed_once" ON "creator_channel"("creator_id", "address") WHERE "state" <> 'removed';
ALTER TABLE "creator_channel" ADD CONSTRAINT "creator_channel_proven"
  CHECK ("state" <> 'confirmed' OR ("proof" IS NOT NULL AND "confirmed_at" IS NOT NULL));

ALTER TABLE "campaign" ADD CONSTRAINT "campaign_period" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_kinds" CHECK (cardinality("kinds") > 0);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_benefit"
  CHECK (CASE WHEN "benefit" = 'none' THEN "benefit_value" = 0 ELSE "benefit_value" > 0 END);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_content_days" CHECK ("content_days" BETWEEN 1 AND 90);

ALTER TABLE "campaign_store" ADD CONSTRAINT "campaign_store_capacity"
  CHECK ("capacity" BETWEEN 1 AND 200 AND "booked" BETWEEN 0 AND "capacity");

-- A store is in one place at a time, in all its campaigns together.
ALTER TABLE "visit_slot" ADD CONSTRAINT "visit_slot_period" CHECK ("ends_at" > "starts_at" AND "ends_at" <= "starts_at" + interval '12 hours');
ALTER TABLE "visit_slot" ADD CONSTRAINT "visit_slot_apart"
  EXCLUDE USING gist ("store_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("removed_at" IS NULL);

-- A slot is booked once, a creator is at one store at a time, and asks a store for one visit at a time.
CREATE UNIQUE INDEX "visit_slot_booked_once" ON "visit"("slot_id") WHERE "state" IN ('agreed', 'visited', 'no_show', 'disputed');
ALTER TABLE "visit" ADD CONSTRAINT "visit_creator_apart"
  EXCLUDE USING gist ("creator_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("state" = 'agreed');
CREATE UNIQUE INDEX "visit_asked_once" ON "visit"("campaign_id", "store_id", "creator_id")
  WHERE "state" IN ('proposed', 'offered', 'waiting', 'agreed');
ALTER TABLE "visit" ADD CONSTRAINT "visit_agreed" CHECK ("state" NOT IN ('agreed', 'visited', 'no_show', 'disputed') OR "agreed_at" IS NOT NULL);
ALTER TABLE "visit" ADD CONSTRAINT "visit_absent" CHECK ("state" <> 'no_show' OR "absent" IS NOT NULL);

-- Counted where it cannot be forgotten: whoever would be one too many waits for the row and breaks its check.
CREATE FUNCTION "count_booked_visits"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before integer := CASE WHEN TG_OP <> 'INSERT' AND OLD."state" IN ('agreed', 'visited', 'no_show', 'disputed') THEN 1 ELSE 0 END;
  after integer := CASE WHEN TG_OP <> 'DELETE' AND NEW."state" IN ('agreed', 'visited', 'no_show', 'disputed') THEN 1 ELSE 0 END;
  place "visit" := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF before <> after THEN
    UPDATE "campaign_store" SET "booked" = "booked" + after - before
    WHERE "campaign_id" = place."campaign_id" AND "store_id" = place."store_id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "visit_counted" AFTER INSERT OR UPDATE OF "state" OR DELETE ON "visit"
  FOR EACH ROW EXECUTE FUNCTION "count_booked_visits"();

-- One address is one promotion; what lacks a disclosure is never shown.
CREATE UNIQUE INDEX "promotion_address_once" ON "promotion"("address") WHERE "state" <> 'withdrawn';
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_accepted"
  CHECK ("state" <> 'accepted' OR ("accepted_at" IS NOT NULL AND "watch_until" IS NOT NULL AND "issues" = '[]'));
ALTER TABLE "promotion_views" ADD CONSTRAINT "promotion_views_counted" CHECK ("views" >= 0);

-- Content is of a channel that was confirmed as its creator's own.
CREATE FUNCTION "refuse_foreign_channel"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "visit" JOIN "creator_channel" AS channel ON channel."creator_id" = "visit"."creator_id"
    WHERE "visit"."id" = NEW."visit_id" AND channel."id" = NEW."channel_id" AND channel."state" = 'confirmed'
  ) THEN
    RAISE EXCEPTION 'channel % is not a confirmed one of the visitor', NEW."channel_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'promotion_own_channel';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "promotion_own_channel" BEFORE INSERT OR UPDATE OF "visit_id", "channel_id" ON "promotion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_foreign_channel"();
