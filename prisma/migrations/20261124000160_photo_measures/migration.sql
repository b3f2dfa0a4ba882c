-- What a photo looks like in numbers, measured once when it arrives: hints are rules over these.
ALTER TABLE "original" ADD COLUMN "measures" JSONB;
