-- What was said belongs to a season, or to none: each has a chain of hashes of its own.
ALTER TABLE "audit_line" ADD COLUMN "season_id" UUID;
CREATE INDEX "audit_line_season_id_id_idx" ON "audit_line"("season_id", "id");

CREATE TABLE "audit_seal" (
    "line_id" BIGINT NOT NULL,
    "season_id" UUID,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("line_id"),
    CONSTRAINT "audit_seal_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "audit_seal_season_id_line_id_idx" ON "audit_seal"("season_id", "line_id");

-- A line about a season or a submission is that season's without saying so; others say it or belong to none.
CREATE FUNCTION "season_of_audit_line"(subject_kind text, subject_id text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE subject_kind
    WHEN 'season' THEN (SELECT "id" FROM "season" WHERE "id"::text = subject_id)
    WHEN 'submission' THEN (SELECT "season_id" FROM "submission" WHERE "id" = subject_id::uuid)
  END
$$;
CREATE FUNCTION "place_audit_line"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."season_id" := "season_of_audit_line"(NEW."subject_kind", NEW."subject_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_line_placed" BEFORE INSERT ON "audit_line"
  FOR EACH ROW WHEN (NEW."season_id" IS NULL AND NEW."subject_kind" IN ('season', 'submission'))
  EXECUTE FUNCTION "place_audit_line"();

-- For the last time: nothing is sealed yet.
ALTER TABLE "audit_line" DISABLE TRIGGER "audit_line_append_only";
UPDATE "audit_line" SET "season_id" = "season_of_audit_line"("subject_kind", "subject_id")
  WHERE "subject_kind" IN ('season', 'submission');

-- Append-only also for sessions that set other triggers aside, and by right where the owner is no superuser. No foreign key between the
-- two: its check would need the right to change what it checks.
ALTER TABLE "audit_line" ENABLE ALWAYS TRIGGER "audit_line_append_only";
CREATE TRIGGER "audit_seal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_audit"();
ALTER TABLE "audit_seal" ENABLE ALWAYS TRIGGER "audit_seal_append_only";
REVOKE UPDATE, DELETE, TRUNCATE ON "audit_line", "audit_seal" FROM PUBLIC, CURRENT_USER;
