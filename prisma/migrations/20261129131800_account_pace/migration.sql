-- How fast an account at a mall may be asked, for all workers together (app/services/pace).
CREATE TABLE "account_pace" (
    "account" TEXT NOT NULL,
    "per_second" DOUBLE PRECISION NOT NULL,
    "capacity" DOUBLE PRECISION NOT NULL,
    "full_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pace_pkey" PRIMARY KEY ("account"),
    CONSTRAINT "account_pace_bucket" CHECK ("per_second" > 0 AND "capacity" >= 1)
);

-- Whether a mall is worth asking at all: what failed in a row, and until when nobody asks.
CREATE TABLE "channel_contact" (
    "channel_key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "closed_until" TIMESTAMPTZ(3),
    "reason" JSONB,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_contact_pkey" PRIMARY KEY ("channel_key"),
    CONSTRAINT "channel_contact_closed" CHECK ("closed_until" IS NULL OR "reason" IS NOT NULL)
);
ALTER TABLE "channel_contact" ADD CONSTRAINT "channel_contact_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said to a mall about a listing and what it answered, without secrets: the newest of each listing.
CREATE TABLE "listing_exchange" (
    "id" BIGSERIAL NOT NULL,
    "listing_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "request" TEXT,
    "status" SMALLINT,
    "request_id" TEXT,
    "answer" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "listing_exchange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "listing_exchange_listing_id_id_idx" ON "listing_exchange"("listing_id", "id");
ALTER TABLE "listing_exchange" ADD CONSTRAINT "listing_exchange_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
