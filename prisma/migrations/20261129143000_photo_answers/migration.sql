-- What a store's merchant said when asked of two photos that look alike; asked once.
CREATE TYPE "likeness_answer" AS ENUM ('same', 'different', 'intended');
CREATE TABLE "photo_likeness" (
    "store_id" UUID NOT NULL,
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "answer" "likeness_answer" NOT NULL,
    "answered_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photo_likeness_pkey" PRIMARY KEY ("store_id", "one", "other"),
    CONSTRAINT "photo_likeness_order" CHECK ("one" <= "other")
);
ALTER TABLE "photo_likeness" ADD CONSTRAINT "photo_likeness_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "photo_likeness" ADD CONSTRAINT "photo_likeness_one_fkey" FOREIGN KEY ("one") REFERENCES "original"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "photo_likeness" ADD CONSTRAINT "photo_likeness_other_fkey" FOREIGN KEY ("other") REFERENCES "original"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "photo_likeness" ADD CONSTRAINT "photo_likeness_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hints of a photo that its merchant has seen and wants no more.
CREATE TABLE "ignored_hint" (
    "store_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "ignored_by_id" UUID NOT NULL,
    "ignored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ignored_hint_pkey" PRIMARY KEY ("store_id", "sha256", "code")
);
ALTER TABLE "ignored_hint" ADD CONSTRAINT "ignored_hint_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ignored_hint" ADD CONSTRAINT "ignored_hint_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "original"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ignored_hint" ADD CONSTRAINT "ignored_hint_ignored_by_id_fkey" FOREIGN KEY ("ignored_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A photo whose turn has come is being looked at; before, it waits.
ALTER TABLE "draft_photo" ADD COLUMN "begun_at" TIMESTAMPTZ(3);

-- How a draft's photos stand is progress like any other: an open page hears of each as it is committed.
CREATE FUNCTION "count_draft_photos"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  draft UUID := COALESCE(NEW."draft_id", OLD."draft_id");
  owner UUID := (SELECT "store_id" FROM "product_draft" WHERE "id" = draft);
BEGIN
  -- The draft itself is being deleted, and nothing goes on in it any more.
  IF owner IS NULL THEN
    DELETE FROM "progress" WHERE "id" = draft AND "kind" = 'photos';
    RETURN NULL;
  END IF;
  INSERT INTO "progress" ("id", "kind", "store_id") VALUES (draft, 'photos', owner) ON CONFLICT DO NOTHING;
  -- Counted once the row is ours, or two photos that are done at the same time would not see each other.
  PERFORM 1 FROM "progress" WHERE "id" = draft AND "kind" = 'photos' FOR UPDATE;
  UPDATE "progress" SET
    "total" = counted."total", "done" = counted."done", "failed" = counted."failed",
    "state" = (CASE WHEN counted."total" > counted."done" + counted."failed" THEN 'running' ELSE 'done' END)::"progress_state",
    "updated_at" = clock_timestamp()
  FROM (
    SELECT count(*) AS "total", count(*) FILTER (WHERE "state" = 'ready') AS "done", count(*) FILTER (WHERE "state" = 'refused') AS "failed"
    FROM "draft_photo" WHERE "draft_id" = draft
  ) AS counted
  WHERE "id" = draft AND "kind" = 'photos';
  RETURN NULL;
END $$;
CREATE TRIGGER "draft_photo_counted" AFTER INSERT OR DELETE OR UPDATE OF "state", "begun_at" ON "draft_photo"
  FOR EACH ROW EXECUTE FUNCTION "count_draft_photos"();
