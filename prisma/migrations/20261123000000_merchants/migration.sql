-- CreateEnum
CREATE TYPE "business_status" AS ENUM ('not_checked', 'active', 'suspended', 'closed', 'unregistered');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('entering', 'sent', 'returned', 'accepted');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('business_registration', 'hundred_year_certificate', 'market_certificate', 'cooperative_registration', 'craft_certificate', 'mail_order_registration', 'store_photo');

-- CreateEnum
CREATE TYPE "draft_photo_state" AS ENUM ('waiting', 'ready', 'refused');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "import_state" ADD VALUE 'judged';
ALTER TYPE "import_state" ADD VALUE 'saving';
ALTER TYPE "import_state" ADD VALUE 'discarded';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "store_state" ADD VALUE 'submitted';
ALTER TYPE "store_state" ADD VALUE 'returned';

-- DropForeignKey
ALTER TABLE "market" DROP CONSTRAINT "market_district_code_fkey";

-- DropIndex
DROP INDEX "market_name_district_code_key";

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "closing_at" TIMESTAMPTZ(3),
ADD COLUMN     "erase_after" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "fee_basis_points" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settlement_days" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "headings" TEXT[],
ADD COLUMN     "judgement" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unattended" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "import_photo" ADD COLUMN     "chosen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "committed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "market" ADD COLUMN     "goods" TEXT[],
ADD COLUMN     "home_page" TEXT,
ADD COLUMN     "issues" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "kind" TEXT,
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "lot_address" TEXT,
ADD COLUMN     "opened_year" SMALLINT,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "province" TEXT NOT NULL DEFAULT '서울특별시',
ADD COLUMN     "registered_at" DATE,
ADD COLUMN     "road_address" TEXT,
ADD COLUMN     "stalls" INTEGER,
ALTER COLUMN "district_code" DROP NOT NULL;

-- AlterTable
ALTER TABLE "product_version" ADD COLUMN     "typed_by" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "help_id" UUID;

-- AlterTable
ALTER TABLE "store" ADD COLUMN     "business_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "business_status" "business_status" NOT NULL DEFAULT 'not_checked',
ADD COLUMN     "issues" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "help" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "helper_id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "help_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_application" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "store_id" UUID,
    "state" "application_state" NOT NULL DEFAULT 'entering',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "typed_by" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "store_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "application_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "blob" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_verification" (
    "store_id" UUID NOT NULL,
    "requirement" TEXT NOT NULL,
    "verified_by_id" UUID NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_verification_pkey" PRIMARY KEY ("store_id","requirement")
);

-- CreateTable
CREATE TABLE "mall_agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "channel_key" TEXT NOT NULL,
    "fee_basis_points" INTEGER NOT NULL,
    "settlement_days" INTEGER NOT NULL,
    "agreed_by_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "mall_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "cells" JSONB NOT NULL DEFAULT '{}',
    "typed_by" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "product_id" UUID,

    CONSTRAINT "product_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_photo" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "draft_photo_state" NOT NULL DEFAULT 'waiting',
    "file_name" TEXT NOT NULL,
    "blob" TEXT NOT NULL,
    "sha256" TEXT,
    "issues" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_cell" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "typed_by_id" UUID NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_cell_pkey" PRIMARY KEY ("import_id","row","column")
);

-- CreateTable
CREATE TABLE "column_choice" (
    "store_id" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_choice_pkey" PRIMARY KEY ("store_id","heading")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "arrived_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "help_helper_id_allowed_at_idx" ON "help"("helper_id", "allowed_at");

-- CreateIndex
CREATE INDEX "help_merchant_id_allowed_at_idx" ON "help"("merchant_id", "allowed_at");

-- CreateIndex
CREATE UNIQUE INDEX "store_application_account_id_key" ON "store_application"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "store_application_store_id_key" ON "store_application"("store_id");

-- CreateIndex
CREATE INDEX "store_document_application_id_kind_idx" ON "store_document"("application_id", "kind");

-- CreateIndex
CREATE INDEX "mall_agreement_store_id_channel_key_idx" ON "mall_agreement"("store_id", "channel_key");

-- CreateIndex
CREATE INDEX "product_draft_store_id_updated_at_idx" ON "product_draft"("store_id", "updated_at");

-- CreateIndex
CREATE INDEX "draft_photo_draft_id_position_idx" ON "draft_photo"("draft_id", "position");

-- CreateIndex
CREATE INDEX "upload_account_id_created_at_idx" ON "upload"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "upload_store_id_idx" ON "upload"("store_id");

-- CreateIndex
CREATE UNIQUE INDEX "market_name_address_key" ON "market"("name", "address");

-- CreateIndex
CREATE INDEX "session_help_id_idx" ON "session"("help_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_help_id_fkey" FOREIGN KEY ("help_id") REFERENCES "help"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market" ADD CONSTRAINT "market_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_application" ADD CONSTRAINT "store_application_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_application" ADD CONSTRAINT "store_application_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_document" ADD CONSTRAINT "store_document_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "store_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_verification" ADD CONSTRAINT "store_verification_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mall_agreement" ADD CONSTRAINT "mall_agreement_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mall_agreement" ADD CONSTRAINT "mall_agreement_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mall_agreement" ADD CONSTRAINT "mall_agreement_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_draft" ADD CONSTRAINT "product_draft_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_draft" ADD CONSTRAINT "product_draft_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_draft" ADD CONSTRAINT "product_draft_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_photo" ADD CONSTRAINT "draft_photo_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "product_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_cell" ADD CONSTRAINT "import_cell_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_choice" ADD CONSTRAINT "column_choice_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say

-- An erased account keeps its row for the audit, and nothing that names a person.
ALTER TABLE "account"
  DROP CONSTRAINT "account_reachable",
  DROP CONSTRAINT "account_merchant_has_phone",
  DROP CONSTRAINT "account_others_have_email";
ALTER TABLE "account"
  ADD CONSTRAINT "account_reachable" CHECK ("erased_at" IS NOT NULL OR "phone" IS NOT NULL OR "email" IS NOT NULL),
  ADD CONSTRAINT "account_merchant_has_phone" CHECK ("erased_at" IS NOT NULL OR "role" <> 'merchant' OR "phone" IS NOT NULL),
  ADD CONSTRAINT "account_others_have_email" CHECK ("erased_at" IS NOT NULL OR "role" = 'merchant' OR "email" IS NOT NULL),
  ADD CONSTRAINT "account_erased_after_its_end" CHECK ("erased_at" IS NULL OR "ended_at" IS NOT NULL);

ALTER TABLE "help" ADD CONSTRAINT "help_of_another" CHECK ("helper_id" <> "merchant_id");

-- One agreement and one consent of a kind in force at a time.
CREATE UNIQUE INDEX "mall_agreement_in_force" ON "mall_agreement" ("store_id", "channel_key") WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "consent_in_force" ON "consent" ("account_id", "kind", "version") WHERE "withdrawn_at" IS NULL;

ALTER TABLE "channel" ADD CONSTRAINT "channel_terms" CHECK ("fee_basis_points" BETWEEN 0 AND 10000 AND "settlement_days" BETWEEN 0 AND 365);
ALTER TABLE "store_document" ADD CONSTRAINT "store_document_has_bytes" CHECK ("bytes" > 0);
ALTER TABLE "draft_photo"
  ADD CONSTRAINT "draft_photo_position_not_negative" CHECK ("position" >= 0),
  ADD CONSTRAINT "draft_photo_ready_has_original" CHECK ("state" <> 'ready' OR "sha256" IS NOT NULL);
ALTER TABLE "market" ADD CONSTRAINT "market_place" CHECK (("latitude" IS NULL) = ("longitude" IS NULL));
