-- A store is found in every category that it has a chosen product in.
ALTER TABLE "search_entry" DROP COLUMN "category_key",
  ADD COLUMN "category_keys" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "market_id" UUID,
  ADD COLUMN "open_slots" SMALLINT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "founded_year" SMALLINT,
  ADD COLUMN "price" INTEGER;

-- Lists without a question are read in these orders, a page at a time.
CREATE INDEX "search_entry_kind_is_public_name_id_idx" ON "search_entry" ("kind", "is_public", "name", "id");
CREATE INDEX "search_entry_kind_is_public_founded_year_id_idx" ON "search_entry" ("kind", "is_public", "founded_year", "id");
CREATE INDEX "search_entry_kind_is_public_price_id_idx" ON "search_entry" ("kind", "is_public", "price", "id");

-- Opening hours and the founding year are now looked for as well.
CREATE OR REPLACE FUNCTION search_store_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_search_of_stores(array(
    SELECT after.id FROM after JOIN before USING (id)
    WHERE (after.name, after.state, after.kind, after.district_code, after.market_id, after.visitable, after.hours, after.founded_year,
           after.erased_at)
      IS DISTINCT FROM (before.name, before.state, before.kind, before.district_code, before.market_id, before.visitable, before.hours,
           before.founded_year, before.erased_at)));
  RETURN NULL;
END $$;

-- What is there already is put in anew.
SELECT note_search_of_stores(array(SELECT id FROM store));

-- A price that was lowered decides the order by price.
CREATE FUNCTION search_price_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_change (kind, id) VALUES ('product', NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_price_changed AFTER UPDATE OF lowered_price ON product
  FOR EACH ROW WHEN (OLD.lowered_price IS DISTINCT FROM NEW.lowered_price) EXECUTE FUNCTION search_price_changed();

-- What a Meilisearch server still has to hear of, and how it stands with one: only used where one is connected.
CREATE TABLE "search_push" (
    "number" BIGSERIAL NOT NULL,
    "kind" "search_kind" NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_push_pkey" PRIMARY KEY ("number")
);
CREATE TABLE "search_server" (
    "url" TEXT NOT NULL,
    "settings_version" TEXT NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_server_pkey" PRIMARY KEY ("url")
);
