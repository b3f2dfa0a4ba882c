-- Tells whether anything that can be found has changed, so that what was counted is kept until then.
CREATE TABLE "search_edition" (
    "kind" "search_kind" NOT NULL,
    "number" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "search_edition_pkey" PRIMARY KEY ("kind")
);
INSERT INTO search_edition (kind) VALUES ('store'), ('product'), ('submission');

CREATE FUNCTION search_entry_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_edition SET number = number + 1 WHERE kind IN (SELECT DISTINCT changed.kind FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();

-- A list that is narrowed by one of these begins where its own entries are, however many others there are.
CREATE INDEX "search_entry_kind_is_public_district_code_name_id_idx" ON "search_entry" ("kind", "is_public", "district_code", "name", "id");
CREATE INDEX "search_entry_kind_is_public_store_kind_name_id_idx" ON "search_entry" ("kind", "is_public", "store_kind", "name", "id");
CREATE INDEX "search_entry_kind_is_public_market_id_name_id_idx" ON "search_entry" ("kind", "is_public", "market_id", "name", "id");
CREATE INDEX "search_entry_category_keys_idx" ON "search_entry" USING GIN ("category_keys");
CREATE INDEX "search_entry_open_slots_idx" ON "search_entry" USING GIN ("open_slots");
