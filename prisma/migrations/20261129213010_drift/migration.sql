-- What a mall shows otherwise than it was sent.
CREATE TYPE "drift_kind" AS ENUM ('price', 'stock', 'taken_down', 'deleted', 'duplicate');
CREATE TYPE "drift_rule" AS ENUM ('ask', 'send_ours', 'accept_deletion');
CREATE TYPE "drift_end" AS ENUM ('sent_ours', 'accepted', 'vanished');

ALTER TABLE "channel" ADD COLUMN "drift_rule" "drift_rule" NOT NULL DEFAULT 'ask';
ALTER TABLE "listing" ADD COLUMN "heard_price" INTEGER,
                      ADD COLUMN "heard_stock" INTEGER,
                      ADD COLUMN "checked_at" TIMESTAMPTZ(3);

CREATE TABLE "listing_drift" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "kind" "drift_kind" NOT NULL,
    "ours" INTEGER,
    "theirs" INTEGER,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended" "drift_end",

    CONSTRAINT "listing_drift_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "listing_drift_ended" CHECK (("ended" IS NULL) = ("ended_at" IS NULL))
);

CREATE INDEX "listing_drift_listing_id_idx" ON "listing_drift"("listing_id");
CREATE UNIQUE INDEX "listing_drift_open" ON "listing_drift"("listing_id", "kind") WHERE "ended_at" IS NULL;
ALTER TABLE "listing_drift" ADD CONSTRAINT "listing_drift_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
