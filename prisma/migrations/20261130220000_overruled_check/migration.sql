-- The check of a disclosure reads words, and can be wrong: its creator may say so, and a person of the office may let it pass with a reason.
ALTER TABLE "promotion" ADD COLUMN "objection" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "overrule_reason" TEXT NOT NULL DEFAULT '';
