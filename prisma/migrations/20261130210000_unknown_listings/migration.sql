ALTER TABLE "channel"
    ADD COLUMN "looked_through_at" TIMESTAMPTZ(3),
    ADD COLUMN "products_standing" INTEGER,
    ADD COLUMN "products_unknown" INTEGER;

CREATE TABLE "unknown_listing" (
    "channel_key" TEXT NOT NULL,
    "remote_id" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "state" "heard_state" NOT NULL,
    "price" INTEGER,
    "page_url" TEXT,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "left_alone_at" TIMESTAMPTZ(3),

    CONSTRAINT "unknown_listing_pkey" PRIMARY KEY ("channel_key", "remote_id")
);

ALTER TABLE "unknown_listing" ADD CONSTRAINT "unknown_listing_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE CASCADE ON UPDATE CASCADE;
