-- What a mall asks of one category only, as it last told us.
ALTER TABLE "channel_category" ADD COLUMN "questions" JSONB, ADD COLUMN "questions_at" TIMESTAMPTZ(3);
