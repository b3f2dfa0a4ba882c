-- What the office entered to connect a mall with, encrypted, and what the last check of it met.
CREATE TABLE "mall_connection" (
    "channel_key" TEXT NOT NULL,
    "sealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "entered_at" TIMESTAMPTZ(3),
    "entered_by_id" UUID,
    "check_asked_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "fault" JSONB,

    CONSTRAINT "mall_connection_pkey" PRIMARY KEY ("channel_key"),
    CONSTRAINT "mall_connection_sealed" CHECK ("sealed" LIKE 'v1.%'),
    CONSTRAINT "mall_connection_version" CHECK ("version" >= 0),
    CONSTRAINT "mall_connection_entered" CHECK (("sealed" IS NULL) = ("entered_at" IS NULL)),
    CONSTRAINT "mall_connection_fault" CHECK ("fault" IS NULL OR "checked_at" IS NOT NULL)
);

ALTER TABLE "mall_connection" ADD CONSTRAINT "mall_connection_channel_key_fkey" FOREIGN KEY ("channel_key") REFERENCES "channel"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mall_connection" ADD CONSTRAINT "mall_connection_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
