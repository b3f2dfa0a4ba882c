ALTER TYPE "drift_kind" ADD VALUE 'options_stopped';

ALTER TABLE "listing_drift" ADD COLUMN "options" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
