-- Trigrams serve the search columns.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";


-- CreateEnum
CREATE TYPE "role" AS ENUM ('merchant', 'curator', 'creator', 'office');

-- CreateEnum
CREATE TYPE "account_state" AS ENUM ('active', 'ended');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('invitation', 'password_reset', 'first_office');

-- CreateEnum
CREATE TYPE "consent_kind" AS ENUM ('terms', 'personal_data', 'passing_on');

-- CreateEnum
CREATE TYPE "store_kind" AS ENUM ('hundred_year', 'traditional_market', 'cooperative', 'craft');

-- CreateEnum
CREATE TYPE "store_state" AS ENUM ('draft', 'approved', 'closed');

-- CreateEnum
CREATE TYPE "origin_kind" AS ENUM ('domestic', 'foreign', 'mixed');

-- CreateEnum
CREATE TYPE "tax_kind" AS ENUM ('taxable', 'exempt', 'zero_rated');

-- CreateEnum
CREATE TYPE "kc_rule" AS ENUM ('none', 'recommended', 'required');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('waiting', 'reading', 'done', 'failed');

-- CreateEnum
CREATE TYPE "row_outcome" AS ENUM ('accepted', 'refused', 'skipped');

-- CreateEnum
CREATE TYPE "photo_outcome" AS ENUM ('matched', 'unmatched', 'refused');

-- CreateEnum
CREATE TYPE "season_state" AS ENUM ('preparing', 'intake', 'judging', 'frozen', 'published', 'closed');

-- CreateEnum
CREATE TYPE "submission_state" AS ENUM ('submitted', 'selected', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "wanted_state" AS ENUM ('live', 'withdrawn');

-- CreateEnum
CREATE TYPE "listing_state" AS ENUM ('not_ready', 'waiting', 'sending', 'unknown', 'in_review', 'live', 'refused', 'failed', 'withdrawing', 'withdrawn');

-- CreateEnum
CREATE TYPE "sent_outcome" AS ENUM ('accepted', 'refused', 'unknown');

-- CreateEnum
CREATE TYPE "heard_state" AS ENUM ('registering', 'in_review', 'live', 'refused', 'withdrawn', 'absent');

-- CreateEnum
CREATE TYPE "hand_over_state" AS ENUM ('received', 'reviewed', 'published', 'returned', 'withdrawal_asked', 'withdrawn');

-- CreateEnum
CREATE TYPE "progress_kind" AS ENUM ('import', 'photos', 'publishing');

-- CreateEnum
CREATE TYPE "progress_state" AS ENUM ('running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('waiting', 'sending', 'sent', 'delivered', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "message_medium" AS ENUM ('kakao', 'sms', 'email');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "role" "role" NOT NULL,
    "state" "account_state" NOT NULL DEFAULT 'active',
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "password_hash" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "login_code" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "destination_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "tries_left" SMALLINT NOT NULL DEFAULT 3,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "token_hash" TEXT NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "kind" "consent_kind" NOT NULL,
    "version" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "on_behalf_of_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "version_before" TEXT,
    "version_after" TEXT,
    "batch_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "district" (
    "code" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "market" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "market_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "kind" "store_kind" NOT NULL,
    "state" "store_state" NOT NULL DEFAULT 'draft',
    "name" TEXT NOT NULL,
    "name_keys" TEXT NOT NULL DEFAULT '',
    "owner_name" TEXT NOT NULL,
    "business_number" TEXT NOT NULL,
    "mail_order_number" TEXT,
    "phone" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "market_id" UUID,
    "founded_year" SMALLINT,
    "story" TEXT NOT NULL DEFAULT '',
    "hours" TEXT NOT NULL DEFAULT '',
    "visitable" BOOLEAN NOT NULL DEFAULT false,
    "shipping_fee" INTEGER NOT NULL DEFAULT 0,
    "return_fee" INTEGER,
    "exchange_fee" INTEGER,
    "photo_sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_member" (
    "store_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_member_pkey" PRIMARY KEY ("store_id","account_id")
);

-- CreateTable
CREATE TABLE "designation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "designation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "key" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "notice_type" TEXT NOT NULL,
    "kc_rule" "kc_rule" NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "lowered_price" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "product_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "category_key" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "origin_text" TEXT NOT NULL,
    "origin_kind" "origin_kind" NOT NULL,
    "origin_country" TEXT,
    "maker" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tax" "tax_kind" NOT NULL DEFAULT 'taxable',
    "shipping_fee" INTEGER,
    "kc_number" TEXT,
    "tags" TEXT[],
    "notice" JSONB NOT NULL DEFAULT '{}',
    "mall_fields" JSONB NOT NULL DEFAULT '{}',
    "content_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pinned_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_variant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "options" JSONB NOT NULL DEFAULT '[]',
    "price_delta" INTEGER NOT NULL DEFAULT 0,
    "stock" INTEGER,

    CONSTRAINT "product_variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "original" (
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "perceptual_hash" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "original_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "product_photo" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,

    CONSTRAINT "product_photo_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "rendition" (
    "address" TEXT NOT NULL,
    "original_sha256" TEXT NOT NULL,
    "spec_key" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pinned_at" TIMESTAMPTZ(3),

    CONSTRAINT "rendition_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'waiting',
    "sheet_name" TEXT NOT NULL,
    "sheet_blob" TEXT NOT NULL,
    "photos_name" TEXT,
    "photos_blob" TEXT,
    "issues" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" "row_outcome" NOT NULL,
    "sku" TEXT,
    "version_id" UUID,
    "issues" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "import_photo" (
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "outcome" "photo_outcome" NOT NULL,
    "row" INTEGER,
    "sha256" TEXT,
    "issues" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_photo_pkey" PRIMARY KEY ("import_id","ordinal")
);

-- CreateTable
CREATE TABLE "season" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "year" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "season_state" NOT NULL DEFAULT 'preparing',
    "places" INTEGER NOT NULL DEFAULT 100,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "season_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "season_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "state" "submission_state" NOT NULL DEFAULT 'submitted',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "curator_id" UUID NOT NULL,
    "mark" SMALLINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "season_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "season_places" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_pkey" PRIMARY KEY ("season_id","number")
);

-- CreateTable
CREATE TABLE "channel" (
    "key" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "channel_category" (
    "channel_key" TEXT NOT NULL,
    "category_key" TEXT NOT NULL,
    "mall_code" TEXT NOT NULL,

    CONSTRAINT "channel_category_pkey" PRIMARY KEY ("channel_key","category_key")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "product_id" UUID NOT NULL,
    "channel_key" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "listing_state" NOT NULL DEFAULT 'waiting',
    "issues" JSONB NOT NULL DEFAULT '[]',
    "wanted" "wanted_state" NOT NULL DEFAULT 'live',
    "wanted_version_id" UUID NOT NULL,
    "wanted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "sent_version_id" UUID,
    "sent_outcome" "sent_outcome",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "heard_at" TIMESTAMPTZ(3),
    "heard_state" "heard_state",
    "remote_id" TEXT,
    "page_url" TEXT,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "reference" TEXT NOT NULL,
    "state" "hand_over_state" NOT NULL DEFAULT 'received',
    "package_blob" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "reasons" TEXT[],
    "page_url" TEXT,
    "delivered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "progress" (
    "id" UUID NOT NULL,
    "kind" "progress_kind" NOT NULL,
    "store_id" UUID NOT NULL,
    "state" "progress_state" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("id","kind")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "medium" "message_medium" NOT NULL,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "locale" TEXT NOT NULL DEFAULT 'ko',
    "dedupe_key" TEXT NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'waiting',
    "sent_by" "message_medium",
    "provider_group" TEXT,
    "provider_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_key" ON "account"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "login_code_destination_hash_created_at_idx" ON "login_code"("destination_hash", "created_at");

-- CreateIndex
CREATE INDEX "login_code_address_hash_created_at_idx" ON "login_code"("address_hash", "created_at");

-- CreateIndex
CREATE INDEX "one_time_link_account_id_idx" ON "one_time_link"("account_id");

-- CreateIndex
CREATE INDEX "consent_account_id_kind_idx" ON "consent"("account_id", "kind");

-- CreateIndex
CREATE INDEX "audit_line_subject_kind_subject_id_id_idx" ON "audit_line"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_line_batch_id_idx" ON "audit_line"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "district_name_ko_key" ON "district"("name_ko");

-- CreateIndex
CREATE INDEX "market_district_code_idx" ON "market"("district_code");

-- CreateIndex
CREATE UNIQUE INDEX "market_name_district_code_key" ON "market"("name", "district_code");

-- CreateIndex
CREATE UNIQUE INDEX "store_slug_key" ON "store"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "store_business_number_key" ON "store"("business_number");

-- CreateIndex
CREATE INDEX "store_district_code_idx" ON "store"("district_code");

-- CreateIndex
CREATE INDEX "store_kind_state_idx" ON "store"("kind", "state");

-- CreateIndex
CREATE INDEX "store_market_id_idx" ON "store"("market_id");

-- CreateIndex
CREATE INDEX "store_name_keys_idx" ON "store" USING GIN ("name_keys" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "store_member_account_id_idx" ON "store_member"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "designation_number_key" ON "designation"("number");

-- CreateIndex
CREATE INDEX "designation_store_id_idx" ON "designation"("store_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_store_id_sku_key" ON "product"("store_id", "sku");

-- CreateIndex
CREATE UNIQUE INDEX "product_version_product_id_number_key" ON "product_version"("product_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "product_version_id_product_id_key" ON "product_version"("id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_variant_version_id_key_key" ON "product_variant"("version_id", "key");

-- CreateIndex
CREATE INDEX "product_photo_sha256_idx" ON "product_photo"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "product_photo_version_id_sha256_key" ON "product_photo"("version_id", "sha256");

-- CreateIndex
CREATE INDEX "rendition_original_sha256_idx" ON "rendition"("original_sha256");

-- CreateIndex
CREATE INDEX "import_store_id_created_at_idx" ON "import"("store_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_version_id_idx" ON "import_row"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "season_year_key" ON "season"("year");

-- CreateIndex
CREATE UNIQUE INDEX "season_id_places_key" ON "season"("id", "places");

-- CreateIndex
CREATE INDEX "submission_season_id_state_submitted_at_idx" ON "submission"("season_id", "state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_season_id_product_id_key" ON "submission"("season_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_id_season_id_key" ON "submission"("id", "season_id");

-- CreateIndex
CREATE INDEX "judgement_curator_id_idx" ON "judgement"("curator_id");

-- CreateIndex
CREATE UNIQUE INDEX "judgement_submission_id_curator_id_key" ON "judgement"("submission_id", "curator_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_submission_id_key" ON "place"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_submission_id_season_id_key" ON "place"("submission_id", "season_id");

-- CreateIndex
CREATE INDEX "channel_category_category_key_idx" ON "channel_category"("category_key");

-- CreateIndex
CREATE UNIQUE INDEX "listing_reference_key" ON "listing"("reference");

-- CreateIndex
CREATE INDEX "listing_channel_key_state_idx" ON "listing"("channel_key", "state");

-- CreateIndex
CREATE INDEX "listing_wanted_version_id_idx" ON "listing"("wanted_version_id");

-- CreateIndex
CREATE INDEX "listing_sent_version_id_idx" ON "listing"("sent_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_product_id_channel_key_key" ON "listing"("product_id", "channel_key");

-- CreateIndex
CREATE UNIQUE INDEX "listing_channel_key_remote_id_key" ON "listing"("channel_key", "remote_id");

-- CreateIndex
CREATE INDEX "progress_store_id_updated_at_idx" ON "progress"("store_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_dedupe_key_key" ON "outbox_message"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_message_state_created_at_idx" ON "outbox_message"("state", "created_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market" ADD CONSTRAINT "market_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_market_id_fkey" FOREIGN KEY ("market_id") REFERENCES "market"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_photo_sha256_fkey" FOREIGN KEY ("photo_sha256") REFERENCES "original"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_member" ADD CONSTRAINT "store_member_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_member" ADD CONSTRAINT "store_member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designation" ADD CONSTRAINT "designation_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_version" ADD CONSTRAINT "product_version_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_version" ADD CONSTRAINT "product_version_category_key_fkey" FOREIGN KEY ("category_key") REFERENCES "category"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_variant" ADD CONSTRAINT "product_variant_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "product_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "product_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "original"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_original_sha256_fkey" FOREIGN KEY ("original_sha256") REFERENCES "original"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "product_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_photo" ADD CONSTRAINT "import_photo_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_version_id_product_id_fkey" FOREIGN KEY ("version_id", "product_id") REFERENCES "product_version"("id", "product_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_curator_id_fkey" FOREIGN KEY ("curator_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_season_id_season_places_fkey" FOREIGN KEY ("season_id", "season_places") REFERENCES "season"("id", "places") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_submission_id_season_id_fkey" FOREIGN KEY ("submission_id", "season_id") REFERENCES "submission"("id", "season_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_category" ADD CONSTRAINT "channel_category_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_category" ADD CONSTRAINT "channel_category_category_key_fkey" FOREIGN KEY ("category_key") REFERENCES "category"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_wanted_version_id_fkey" FOREIGN KEY ("wanted_version_id") REFERENCES "product_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_sent_version_id_fkey" FOREIGN KEY ("sent_version_id") REFERENCES "product_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_reference_fkey" FOREIGN KEY ("reference") REFERENCES "listing"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say ---------------------------------------------------------------------------

-- people
ALTER TABLE "account"
  ADD CONSTRAINT "account_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{7,14}$'),
  ADD CONSTRAINT "account_email_form" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
  ADD CONSTRAINT "account_reachable" CHECK ("phone" IS NOT NULL OR "email" IS NOT NULL),
  ADD CONSTRAINT "account_merchant_has_phone" CHECK ("role" <> 'merchant' OR "phone" IS NOT NULL),
  ADD CONSTRAINT "account_others_have_email" CHECK ("role" = 'merchant' OR "email" IS NOT NULL),
  ADD CONSTRAINT "account_ended_has_time" CHECK (("state" = 'ended') = ("ended_at" IS NOT NULL));
ALTER TABLE "login_code" ADD CONSTRAINT "login_code_tries" CHECK ("tries_left" BETWEEN 0 AND 3);
CREATE UNIQUE INDEX "consent_one_valid" ON "consent" ("account_id", "kind", "version") WHERE "withdrawn_at" IS NULL;

-- stores
ALTER TABLE "store"
  ADD CONSTRAINT "store_business_number_form" CHECK ("business_number" ~ '^[0-9]{10}$' AND "business_number" !~ '^(.)\1{9}$'),
  ADD CONSTRAINT "store_slug_form" CHECK ("slug" <> '' AND "slug" !~ '[/?#[:space:]]'),
  ADD CONSTRAINT "store_postcode_form" CHECK ("postcode" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT "store_founded_year_range" CHECK ("founded_year" BETWEEN 1300 AND 2200),
  ADD CONSTRAINT "store_fees_not_negative" CHECK ("shipping_fee" >= 0 AND "return_fee" >= 0 AND "exchange_fee" >= 0);
ALTER TABLE "designation" ADD CONSTRAINT "designation_dates" CHECK ("valid_from" < "valid_to");

-- products
ALTER TABLE "product"
  ADD CONSTRAINT "product_sku_form" CHECK (char_length("sku") BETWEEN 1 AND 30),
  ADD CONSTRAINT "product_lowered_price_positive" CHECK ("lowered_price" > 0);
ALTER TABLE "product_version"
  ADD CONSTRAINT "product_version_number_positive" CHECK ("number" > 0),
  ADD CONSTRAINT "product_version_name_length" CHECK (char_length("name") BETWEEN 1 AND 100),
  ADD CONSTRAINT "product_version_price_range" CHECK ("price" BETWEEN 100 AND 100000000 AND "price" % 10 = 0),
  ADD CONSTRAINT "product_version_shipping_fee_not_negative" CHECK ("shipping_fee" >= 0),
  ADD CONSTRAINT "product_version_tags_most" CHECK (cardinality("tags") <= 10);
ALTER TABLE "product_variant" ADD CONSTRAINT "product_variant_stock_range" CHECK ("stock" BETWEEN 0 AND 99999);
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_position_not_negative" CHECK ("position" >= 0);
ALTER TABLE "original"
  ADD CONSTRAINT "original_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "original_has_size" CHECK ("bytes" > 0 AND "width" > 0 AND "height" > 0);
ALTER TABLE "rendition"
  ADD CONSTRAINT "rendition_address_form" CHECK ("address" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "rendition_has_size" CHECK ("bytes" > 0 AND "width" > 0 AND "height" > 0);

-- A version that a submission pinned is what curators judged and malls get: it never changes again, nor do its variants
-- (their stock excepted) and photos.
CREATE FUNCTION "refuse_change_of_pinned_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."pinned_at" IS NOT NULL THEN
    RAISE EXCEPTION 'product version % is pinned', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "product_version_pinned" BEFORE UPDATE OR DELETE ON "product_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_pinned_version"();

CREATE FUNCTION "refuse_change_below_pinned_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_id uuid := CASE TG_OP WHEN 'INSERT' THEN NEW."version_id" ELSE OLD."version_id" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "product_version" WHERE "id" = version_id AND "pinned_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'product version % is pinned', version_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "product_variant_pinned" BEFORE INSERT OR DELETE OR UPDATE OF "version_id", "key", "position", "options", "price_delta"
  ON "product_variant" FOR EACH ROW EXECUTE FUNCTION "refuse_change_below_pinned_version"();
CREATE TRIGGER "product_photo_pinned" BEFORE INSERT OR UPDATE OR DELETE ON "product_photo"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_below_pinned_version"();

-- A picture ever sent to a mall stays for good.
CREATE FUNCTION "refuse_change_of_pinned_rendition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rendition % is pinned', OLD."address" USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "rendition_pinned" BEFORE UPDATE OR DELETE ON "rendition"
  FOR EACH ROW WHEN (OLD."pinned_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change_of_pinned_rendition"();

-- the season
ALTER TABLE "season" ADD CONSTRAINT "season_places_range" CHECK ("places" BETWEEN 1 AND 1000);
ALTER TABLE "place" ADD CONSTRAINT "place_within_season" CHECK ("number" BETWEEN 1 AND "season_places");
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_mark_range" CHECK ("mark" BETWEEN 1 AND 5);

-- malls
ALTER TABLE "listing" ADD CONSTRAINT "listing_reference_form" CHECK ("reference" ~ '^[A-Z0-9-]{1,30}$');

-- the audit is append-only
CREATE FUNCTION "refuse_change_of_audit"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit lines are append-only' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "audit_line_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_line"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_audit"();

-- progress is announced as it is committed
ALTER TABLE "progress" ADD CONSTRAINT "progress_counts" CHECK ("total" >= 0 AND "done" >= 0 AND "failed" >= 0);
CREATE FUNCTION "announce_progress"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('progress', NEW."id"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "progress_announced" AFTER INSERT OR UPDATE ON "progress"
  FOR EACH ROW EXECUTE FUNCTION "announce_progress"();

-- Seoul's districts are facts, not settings
INSERT INTO "district" ("code", "name_ko", "name_en") VALUES
  ('11110', '종로구', 'Jongno-gu'), ('11140', '중구', 'Jung-gu'), ('11170', '용산구', 'Yongsan-gu'),
  ('11200', '성동구', 'Seongdong-gu'), ('11215', '광진구', 'Gwangjin-gu'), ('11230', '동대문구', 'Dongdaemun-gu'),
  ('11260', '중랑구', 'Jungnang-gu'), ('11290', '성북구', 'Seongbuk-gu'), ('11305', '강북구', 'Gangbuk-gu'),
  ('11320', '도봉구', 'Dobong-gu'), ('11350', '노원구', 'Nowon-gu'), ('11380', '은평구', 'Eunpyeong-gu'),
  ('11410', '서대문구', 'Seodaemun-gu'), ('11440', '마포구', 'Mapo-gu'), ('11470', '양천구', 'Yangcheon-gu'),
  ('11500', '강서구', 'Gangseo-gu'), ('11530', '구로구', 'Guro-gu'), ('11545', '금천구', 'Geumcheon-gu'),
  ('11560', '영등포구', 'Yeongdeungpo-gu'), ('11590', '동작구', 'Dongjak-gu'), ('11620', '관악구', 'Gwanak-gu'),
  ('11650', '서초구', 'Seocho-gu'), ('11680', '강남구', 'Gangnam-gu'), ('11710', '송파구', 'Songpa-gu'),
  ('11740', '강동구', 'Gangdong-gu');
