-- A package has editions: an operator's answer names the one it is about, and the former ones stay to be looked at.
CREATE TABLE "hand_over_package" (
    "reference" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,
    "package_blob" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "delivered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hand_over_package_pkey" PRIMARY KEY ("reference", "edition"),
    CONSTRAINT "hand_over_package_edition" CHECK ("edition" > 0)
);

-- Packages of before carry no mark inside; the sheet of answers that we write ourselves gives them this one.
INSERT INTO "hand_over_package" ("reference", "edition", "mark", "package_blob", "file_name", "delivered_at")
SELECT "reference", 1, translate(left(md5("package_blob"), 8), '0123456789abcdef', 'BCDFGHJKMNPQRSTV'), "package_blob", "file_name", "delivered_at"
FROM "hand_over";

ALTER TABLE "hand_over" ADD COLUMN "edition" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_edition" CHECK ("edition" > 0);
ALTER TABLE "hand_over" DROP COLUMN "package_blob", DROP COLUMN "file_name";

ALTER TABLE "hand_over_package" ADD CONSTRAINT "hand_over_package_reference_fkey" FOREIGN KEY ("reference") REFERENCES "hand_over"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;
