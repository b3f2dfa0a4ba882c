-- What the whole programme waits for and only a person can put right. One that is not seen again is over.
CREATE TABLE "alarm" (
    "code" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "alarm_order" CHECK ("seen_at" >= "since")
);
