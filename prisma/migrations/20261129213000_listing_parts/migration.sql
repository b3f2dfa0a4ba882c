-- What a mall was last sent, part by part, so that only differences are sent; and the pictures it has taken in.
ALTER TABLE "listing" ADD COLUMN "sent_parts" JSONB,
                      ADD COLUMN "outdated" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "mall_picture" (
    "channel_key" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "mall_picture_pkey" PRIMARY KEY ("channel_key", "account", "address"),
    CONSTRAINT "mall_picture_address" CHECK ("address" ~ '^[0-9a-f]{64}$')
);

ALTER TABLE "mall_picture" ADD CONSTRAINT "mall_picture_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
