-- AlterTable
ALTER TABLE "import" ADD COLUMN     "mapping" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "fetched_photo" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "import_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "sha256" TEXT,
    "issues" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "fetched_photo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fetched_photo_import_id_idx" ON "fetched_photo"("import_id");

-- AddForeignKey
ALTER TABLE "fetched_photo" ADD CONSTRAINT "fetched_photo_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
