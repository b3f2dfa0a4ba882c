-- What a store is found by stands with what products and submissions are found by.
ALTER TABLE "store" DROP COLUMN "name_keys";

-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('store', 'product', 'submission');

-- CreateTable
CREATE TABLE "search_entry" (
    "kind" "search_kind" NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_keys" TEXT NOT NULL,
    "keys" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "district_code" TEXT,
    "store_kind" "store_kind",
    "category_key" TEXT,
    "visitable" BOOLEAN NOT NULL DEFAULT false,
    "badge_to" DATE,
    "season_id" UUID,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "search_change" (
    "number" BIGSERIAL NOT NULL,
    "kind" "search_kind" NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_change_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "search_word" (
    "kind" "search_kind" NOT NULL,
    "keys" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("kind","keys")
);

-- CreateIndex
CREATE INDEX "search_entry_keys_idx" ON "search_entry" USING GIN ("keys" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_entry_name_keys_idx" ON "search_entry" USING GIN ("name_keys" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_entry_initials_idx" ON "search_entry" USING GIN ("initials" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_word_keys_idx" ON "search_word" USING GIN ("keys" gin_trgm_ops);

-- Words that resemble one of a question. A function, for the bar is a setting, and holds only inside.
CREATE FUNCTION similar_search_words(asked_kind search_kind, asked text) RETURNS SETOF search_word
LANGUAGE sql STABLE
SET pg_trgm.similarity_threshold = 0.2
AS $$ SELECT * FROM search_word WHERE kind = asked_kind AND keys % asked ORDER BY similarity(keys, asked) DESC, keys LIMIT 60 $$;

-- Whatever changes what something is found by is noted by the database itself, in the same transaction, so that nobody can forget it.
-- Rows are only ever added here: two transactions never wait for each other over them.

CREATE FUNCTION note_search_of_stores(stores uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_change (kind, id) SELECT 'store', unnest(stores);
  INSERT INTO search_change (kind, id) SELECT 'product', id FROM product WHERE store_id = ANY (stores);
  INSERT INTO search_change (kind, id)
    SELECT 'submission', submission.id FROM submission JOIN product ON product.id = product_id WHERE store_id = ANY (stores);
$$;

CREATE FUNCTION note_search_of_products(products uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_change (kind, id) SELECT 'product', unnest(products);
  INSERT INTO search_change (kind, id) SELECT 'submission', id FROM submission WHERE product_id = ANY (products);
  INSERT INTO search_change (kind, id) SELECT DISTINCT 'store'::search_kind, store_id FROM product WHERE id = ANY (products);
$$;

CREATE FUNCTION search_store_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_search_of_stores(array(SELECT id FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER search_store_added AFTER INSERT ON store
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_store_added();

CREATE FUNCTION search_store_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_search_of_stores(array(
    SELECT after.id FROM after JOIN before USING (id)
    WHERE (after.name, after.state, after.kind, after.district_code, after.market_id, after.visitable)
      IS DISTINCT FROM (before.name, before.state, before.kind, before.district_code, before.market_id, before.visitable)));
  RETURN NULL;
END $$;
CREATE TRIGGER search_store_changed AFTER UPDATE ON store
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION search_store_changed();

CREATE FUNCTION search_designation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_change (kind, id) VALUES ('store', coalesce(NEW.store_id, OLD.store_id));
  RETURN NULL;
END $$;
CREATE TRIGGER search_designation_changed AFTER INSERT OR UPDATE OR DELETE ON designation
  FOR EACH ROW EXECUTE FUNCTION search_designation_changed();

-- Whether visitors are welcome also hangs on what the store's people agreed to.
CREATE FUNCTION search_consent_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_change (kind, id)
    SELECT 'store', store_id FROM store_member WHERE account_id = coalesce(NEW.account_id, OLD.account_id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_consent_changed AFTER INSERT OR UPDATE OR DELETE ON consent
  FOR EACH ROW EXECUTE FUNCTION search_consent_changed();

CREATE FUNCTION search_account_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_change (kind, id) SELECT 'store', store_id FROM store_member WHERE account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_account_changed AFTER UPDATE OF state, closing_at ON account
  FOR EACH ROW EXECUTE FUNCTION search_account_changed();

CREATE FUNCTION search_version_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_search_of_products(array(SELECT DISTINCT product_id FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER search_version_added AFTER INSERT ON product_version
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_version_added();

CREATE FUNCTION search_submission_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_search_of_products(array(SELECT DISTINCT product_id FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER search_submission_added AFTER INSERT ON submission
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_submission_added();

CREATE FUNCTION search_submission_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_search_of_products(array(
    SELECT DISTINCT after.product_id FROM after JOIN before USING (id)
    WHERE (after.state, after.version_id) IS DISTINCT FROM (before.state, before.version_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER search_submission_changed AFTER UPDATE ON submission
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION search_submission_changed();

-- What of it is there already, when the house is not new.
SELECT note_search_of_stores(array(SELECT id FROM store));
