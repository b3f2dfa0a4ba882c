-- What the office should know of a mall though it works still, such as that it answers by another version of its API.
ALTER TABLE "channel_contact" ADD COLUMN "warning" JSONB;
