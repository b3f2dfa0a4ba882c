-- The season's rules, gates, conflicts, judging slots, judgements by a rubric, change requests, decisions, frozen lists and reserve.

CREATE TYPE "decision_kind" AS ENUM ('rule_change', 'waiver', 'waiver_taken_back', 'bonus', 'rejection', 'unfinished_freeze', 'unfreeze', 'by_hand', 'withdrawal', 'promotion');

CREATE TYPE "conflict_kind" AS ENUM ('own', 'family', 'employer', 'adviser', 'challenge');

CREATE TYPE "challenge_state" AS ENUM ('open', 'upheld', 'dismissed');

CREATE TYPE "judgement_state" AS ENUM ('draft', 'given', 'reopened');

CREATE TYPE "change_request_state" AS ENUM ('open', 'answered', 'taken_back');

CREATE TYPE "reserve_state" AS ENUM ('waiting', 'promoted', 'left');

ALTER TABLE "judgement" ADD COLUMN     "given_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" "judgement_state" NOT NULL DEFAULT 'given',
ALTER COLUMN "mark" DROP NOT NULL;

CREATE TABLE "season_rules" (
    "season_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "decision_id" BIGINT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "season_rules_pkey" PRIMARY KEY ("season_id","version")
);

CREATE TABLE "season_decision" (
    "id" BIGSERIAL NOT NULL,
    "season_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "submission_id" UUID,
    "result_id" UUID,
    "reason" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "season_decision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "eligibility" (
    "submission_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "eligible" BOOLEAN NOT NULL,
    "gates" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "eligibility_pkey" PRIMARY KEY ("submission_id")
);

CREATE TABLE "conflict_of_interest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "season_id" UUID NOT NULL,
    "curator_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" "conflict_kind" NOT NULL,
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conflict_of_interest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "curator_challenge" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "season_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "curator_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "challenge_state" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "challenged_by_id" UUID NOT NULL,
    "challenged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "curator_challenge_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "judging_slot" (
    "submission_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "season_id" UUID NOT NULL,
    "curator_id" UUID,
    "claim_ends_at" TIMESTAMPTZ(3),
    "given_at" TIMESTAMPTZ(3),

    CONSTRAINT "judging_slot_pkey" PRIMARY KEY ("submission_id","number")
);

CREATE TABLE "judgement_mark" (
    "judgement_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "mark" SMALLINT NOT NULL,
    "version_id" UUID NOT NULL,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_mark_pkey" PRIMARY KEY ("judgement_id","criterion")
);

CREATE TABLE "change_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "field" TEXT,
    "photo_sha256" TEXT,
    "text" TEXT NOT NULL,
    "state" "change_request_state" NOT NULL DEFAULT 'open',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer_version_id" UUID,
    "answer" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "season_result" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "season_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "outcome" JSONB NOT NULL,
    "frozen_by_id" UUID,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "season_result_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reserve" (
    "season_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "state" "reserve_state" NOT NULL DEFAULT 'waiting',

    CONSTRAINT "reserve_pkey" PRIMARY KEY ("season_id","rank")
);

CREATE INDEX "season_rules_created_by_id_idx" ON "season_rules"("created_by_id");

CREATE UNIQUE INDEX "season_rules_decision_id_season_id_key" ON "season_rules"("decision_id", "season_id");

CREATE INDEX "season_decision_season_id_id_idx" ON "season_decision"("season_id", "id");

CREATE INDEX "season_decision_submission_id_id_idx" ON "season_decision"("submission_id", "id");

CREATE INDEX "season_decision_result_id_idx" ON "season_decision"("result_id");

CREATE INDEX "season_decision_decided_by_id_idx" ON "season_decision"("decided_by_id");

CREATE UNIQUE INDEX "season_decision_id_season_id_key" ON "season_decision"("id", "season_id");

CREATE INDEX "conflict_of_interest_season_id_curator_id_idx" ON "conflict_of_interest"("season_id", "curator_id");

CREATE INDEX "conflict_of_interest_store_id_idx" ON "conflict_of_interest"("store_id");

CREATE INDEX "conflict_of_interest_curator_id_idx" ON "conflict_of_interest"("curator_id");

CREATE INDEX "conflict_of_interest_declared_by_id_idx" ON "conflict_of_interest"("declared_by_id");

CREATE INDEX "curator_challenge_store_id_idx" ON "curator_challenge"("store_id");

CREATE INDEX "curator_challenge_curator_id_idx" ON "curator_challenge"("curator_id");

CREATE INDEX "curator_challenge_challenged_by_id_idx" ON "curator_challenge"("challenged_by_id");

CREATE UNIQUE INDEX "curator_challenge_season_id_store_id_curator_id_key" ON "curator_challenge"("season_id", "store_id", "curator_id");

CREATE INDEX "judging_slot_season_id_curator_id_given_at_idx" ON "judging_slot"("season_id", "curator_id", "given_at");

CREATE INDEX "judging_slot_curator_id_idx" ON "judging_slot"("curator_id");

CREATE UNIQUE INDEX "judging_slot_submission_id_curator_id_key" ON "judging_slot"("submission_id", "curator_id");

CREATE INDEX "judgement_mark_version_id_idx" ON "judgement_mark"("version_id");

CREATE INDEX "change_request_submission_id_state_idx" ON "change_request"("submission_id", "state");

CREATE INDEX "change_request_version_id_idx" ON "change_request"("version_id");

CREATE INDEX "change_request_answer_version_id_idx" ON "change_request"("answer_version_id");

CREATE INDEX "change_request_asked_by_id_idx" ON "change_request"("asked_by_id");

CREATE INDEX "season_result_frozen_by_id_idx" ON "season_result"("frozen_by_id");

CREATE UNIQUE INDEX "season_result_season_id_number_key" ON "season_result"("season_id", "number");

CREATE UNIQUE INDEX "season_result_id_season_id_key" ON "season_result"("id", "season_id");

CREATE UNIQUE INDEX "reserve_submission_id_key" ON "reserve"("submission_id");

CREATE UNIQUE INDEX "reserve_submission_id_season_id_key" ON "reserve"("submission_id", "season_id");

ALTER TABLE "season_rules" ADD CONSTRAINT "season_rules_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_rules" ADD CONSTRAINT "season_rules_decision_id_season_id_fkey" FOREIGN KEY ("decision_id", "season_id") REFERENCES "season_decision"("id", "season_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_rules" ADD CONSTRAINT "season_rules_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_submission_id_season_id_fkey" FOREIGN KEY ("submission_id", "season_id") REFERENCES "submission"("id", "season_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_result_id_season_id_fkey" FOREIGN KEY ("result_id", "season_id") REFERENCES "season_result"("id", "season_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "eligibility" ADD CONSTRAINT "eligibility_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_curator_id_fkey" FOREIGN KEY ("curator_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "curator_challenge" ADD CONSTRAINT "curator_challenge_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "curator_challenge" ADD CONSTRAINT "curator_challenge_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "curator_challenge" ADD CONSTRAINT "curator_challenge_curator_id_fkey" FOREIGN KEY ("curator_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "curator_challenge" ADD CONSTRAINT "curator_challenge_challenged_by_id_fkey" FOREIGN KEY ("challenged_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "judging_slot" ADD CONSTRAINT "judging_slot_submission_id_season_id_fkey" FOREIGN KEY ("submission_id", "season_id") REFERENCES "submission"("id", "season_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "judging_slot" ADD CONSTRAINT "judging_slot_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "judging_slot" ADD CONSTRAINT "judging_slot_curator_id_fkey" FOREIGN KEY ("curator_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "judgement_mark" ADD CONSTRAINT "judgement_mark_judgement_id_fkey" FOREIGN KEY ("judgement_id") REFERENCES "judgement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "judgement_mark" ADD CONSTRAINT "judgement_mark_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "product_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "change_request" ADD CONSTRAINT "change_request_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "change_request" ADD CONSTRAINT "change_request_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "product_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "change_request" ADD CONSTRAINT "change_request_answer_version_id_fkey" FOREIGN KEY ("answer_version_id") REFERENCES "product_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "change_request" ADD CONSTRAINT "change_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_result" ADD CONSTRAINT "season_result_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "season_result" ADD CONSTRAINT "season_result_frozen_by_id_fkey" FOREIGN KEY ("frozen_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "reserve" ADD CONSTRAINT "reserve_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reserve" ADD CONSTRAINT "reserve_submission_id_season_id_fkey" FOREIGN KEY ("submission_id", "season_id") REFERENCES "submission"("id", "season_id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "judgement" SET "given_at" = "created_at";

ALTER TABLE "judgement"
  ADD CONSTRAINT "judgement_single_mark" CHECK ("mark" IS NULL OR "state" = 'given'),
  ADD CONSTRAINT "judgement_given" CHECK (("state" = 'draft') = ("given_at" IS NULL));
ALTER TABLE "judgement" ALTER COLUMN "state" SET DEFAULT 'draft';
ALTER TABLE "judgement_mark" ADD CONSTRAINT "judgement_mark_range" CHECK ("mark" BETWEEN 0 AND 1000);
ALTER TABLE "season_rules" ADD CONSTRAINT "season_rules_version" CHECK ("version" > 0);
ALTER TABLE "season_result" ADD CONSTRAINT "season_result_number" CHECK ("number" > 0);
ALTER TABLE "reserve" ADD CONSTRAINT "reserve_rank" CHECK ("rank" > 0);
ALTER TABLE "judging_slot"
  ADD CONSTRAINT "judging_slot_number" CHECK ("number" BETWEEN 1 AND 100),
  ADD CONSTRAINT "judging_slot_dealt" CHECK ("curator_id" IS NOT NULL OR ("claim_ends_at" IS NULL AND "given_at" IS NULL));
ALTER TABLE "change_request"
  ADD CONSTRAINT "change_request_pinned" CHECK (("field" IS NULL) <> ("photo_sha256" IS NULL)),
  ADD CONSTRAINT "change_request_closed" CHECK (("state" = 'open') = ("closed_at" IS NULL));
ALTER TABLE "curator_challenge" ADD CONSTRAINT "curator_challenge_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL));
-- Of one curator and store one conflict stands at a time.
CREATE UNIQUE INDEX "conflict_of_interest_standing" ON "conflict_of_interest"("season_id", "curator_id", "store_id") WHERE "ended_at" IS NULL;

-- Rules are kept as they were; once judging began, a decision goes before a new version of them.
CREATE FUNCTION "refuse_silent_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  season_state "season_state";
BEGIN
  SELECT "state" INTO season_state FROM "season" WHERE "id" = NEW."season_id";
  IF season_state IN ('published', 'closed') THEN
    RAISE EXCEPTION 'the list of season % is published', NEW."season_id" USING ERRCODE = 'check_violation', CONSTRAINT = 'season_rules_published';
  END IF;
  IF season_state IN ('judging', 'frozen') AND NOT EXISTS (
    SELECT FROM "season_decision" WHERE "id" = NEW."decision_id" AND "season_id" = NEW."season_id" AND "kind" = 'rule_change'
  ) THEN
    RAISE EXCEPTION 'judging of season % has begun', NEW."season_id" USING ERRCODE = 'check_violation', CONSTRAINT = 'season_rules_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "season_rules_decided" BEFORE INSERT ON "season_rules"
  FOR EACH ROW EXECUTE FUNCTION "refuse_silent_rules"();

CREATE FUNCTION "refuse_change_of_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
-- Of each row: an account that decided nothing may be deleted, and the key that points at it is then set to nothing in no row.
CREATE TRIGGER "season_rules_append_only" BEFORE UPDATE OR DELETE ON "season_rules"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "season_rules_kept" BEFORE TRUNCATE ON "season_rules"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "season_result_append_only" BEFORE UPDATE OR DELETE ON "season_result"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "season_result_kept" BEFORE TRUNCATE ON "season_result"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "season_decision_kept" BEFORE DELETE OR TRUNCATE ON "season_decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
-- Only a reason is erased, with the store that it speaks of.
CREATE TRIGGER "season_decision_append_only" BEFORE UPDATE ON "season_decision"
  FOR EACH ROW WHEN (NEW."reason" <> '' OR to_jsonb(NEW) - 'reason' <> to_jsonb(OLD) - 'reason')
  EXECUTE FUNCTION "refuse_change_of_record"();

-- The number of places is a rule like the others.
CREATE FUNCTION "refuse_silent_places"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  latest "season_rules";
BEGIN
  SELECT * INTO latest FROM "season_rules" WHERE "season_id" = NEW."id" ORDER BY "version" DESC LIMIT 1;
  IF FOUND AND (latest."rules" ->> 'places')::int <> NEW."places" THEN
    RAISE EXCEPTION 'the rules of season % say % places', NEW."id", latest."rules" ->> 'places'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'season_places_ruled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "season_places_ruled" BEFORE UPDATE OF "places" ON "season"
  FOR EACH ROW WHEN (NEW."places" <> OLD."places") EXECUTE FUNCTION "refuse_silent_places"();

-- Where a rubric proposes, no place is taken before the list is frozen.
CREATE FUNCTION "refuse_early_place"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "rules" -> 'rubric' FROM "season_rules" WHERE "season_id" = NEW."season_id" ORDER BY "version" DESC LIMIT 1) <> 'null'::jsonb
    AND (SELECT "state" FROM "season" WHERE "id" = NEW."season_id") NOT IN ('frozen', 'published') THEN
    RAISE EXCEPTION 'the list of season % is not frozen', NEW."season_id" USING ERRCODE = 'check_violation', CONSTRAINT = 'place_after_freeze';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "place_after_freeze" BEFORE INSERT ON "place"
  FOR EACH ROW EXECUTE FUNCTION "refuse_early_place"();

-- Nobody is dealt a product of a store with which they have a conflict.
CREATE FUNCTION "refuse_conflicted_curator"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "submission" JOIN "product" ON "product"."id" = "submission"."product_id"
    JOIN "conflict_of_interest" AS conflict ON conflict."store_id" = "product"."store_id"
    WHERE "submission"."id" = NEW."submission_id" AND conflict."season_id" = NEW."season_id"
      AND conflict."curator_id" = NEW."curator_id" AND conflict."ended_at" IS NULL
  ) THEN
    RAISE EXCEPTION 'curator % has a conflict with submission %', NEW."curator_id", NEW."submission_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'judging_slot_without_conflict';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "judging_slot_without_conflict" BEFORE INSERT OR UPDATE OF "curator_id" ON "judging_slot"
  FOR EACH ROW WHEN (NEW."curator_id" IS NOT NULL) EXECUTE FUNCTION "refuse_conflicted_curator"();
