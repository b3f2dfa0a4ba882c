-- Of a listing the newest of what was said to its mall are kept: questions, and apart from them what may have changed something there.
ALTER TABLE "listing_exchange" ADD COLUMN "acts" BOOLEAN NOT NULL DEFAULT false;
UPDATE "listing_exchange" SET "acts" = true WHERE "method" <> 'GET';
