-- Tokens that a mall replaces at every renewal. Whoever renews holds the row, so that no two workers spend the same one.
CREATE TABLE "mall_token" (
    "channel_key" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "access_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "refresh_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mall_token_pkey" PRIMARY KEY ("channel_key", "account"),
    CONSTRAINT "mall_token_sealed" CHECK ("sealed" LIKE 'v1.%')
);

ALTER TABLE "mall_token" ADD CONSTRAINT "mall_token_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
