-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "name" TEXT;
