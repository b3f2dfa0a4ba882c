-- Of a store whose people are erased the photos go too, also from pinned versions. Still nobody changes anything else of those.
CREATE OR REPLACE FUNCTION "refuse_change_below_pinned_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_id uuid := CASE TG_OP WHEN 'INSERT' THEN NEW."version_id" ELSE OLD."version_id" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "product_version" WHERE "id" = version_id AND "pinned_at" IS NOT NULL)
     AND NOT ((TG_OP = 'UPDATE' OR (TG_OP = 'DELETE' AND TG_TABLE_NAME = 'product_photo'))
              AND "is_erased_store_version"(version_id)) THEN
    RAISE EXCEPTION 'product version % is pinned', version_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- A picture that a mall was sent stays as it was; all it may ever lose is the name of an erased photo.
CREATE OR REPLACE FUNCTION "refuse_change_of_pinned_rendition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."original_sha256" IS NULL
     AND to_jsonb(NEW) - 'original_sha256' = to_jsonb(OLD) - 'original_sha256' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rendition % is pinned', OLD."address" USING ERRCODE = 'check_violation';
END $$;
