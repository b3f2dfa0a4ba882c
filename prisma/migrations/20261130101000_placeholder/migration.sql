-- What a photo looks like in about 25 bytes (ThumbHash), shown until its picture has arrived.
ALTER TABLE "original" ADD COLUMN "placeholder" BYTEA;
