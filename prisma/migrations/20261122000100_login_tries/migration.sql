-- CreateEnum
CREATE TYPE "login_try_kind" AS ENUM ('password', 'reset');

-- CreateTable
CREATE TABLE "login_try" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "login_try_kind" NOT NULL,
    "destination_hash" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_try_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "login_try_destination_hash_created_at_idx" ON "login_try"("destination_hash", "created_at");

-- CreateIndex
CREATE INDEX "login_try_address_hash_created_at_idx" ON "login_try"("address_hash", "created_at");
