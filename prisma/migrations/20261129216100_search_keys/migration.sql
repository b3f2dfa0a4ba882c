-- What a name is typed with: the keys of the two-set keyboard in lower case, so that half-typed syllables, a forgotten switch of the
-- keyboard and doubled consonants all meet. Spaces, digits and Latin letters stay. Works in every locale: no letter of Hangul is left.
CREATE FUNCTION "keystrokes"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(translate(normalize($1, NFD), U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110B\110C\110D\110E\110F\1110\1111\1112\1161\1162\1163\1164\1165\1166\1167\1168\1169\116D\116E\1172\1173\1175\11A8\11A9\11AB\11AE\11AF\11B7\11B8\11BA\11BB\11BC\11BD\11BE\11BF\11C0\11C1\11C2\3131\3132\3134\3137\3138\3139\3141\3142\3143\3145\3146\3147\3148\3149\314A\314B\314C\314D\314E\314F\3150\3151\3152\3153\3154\3155\3156\3157\315B\315C\3160\3161\3163\3133\3135\3136\313A\313B\313C\313D\313E\313F\3140\3144\3158\3159\315A\315D\315E\315F\3162', 'rRseEfaqQtTdwWczxvgkoiOjpuPhynbmlrRsefaqtTdwczxvgrRseEfaqQtTdwWczxvgkoiOjpuPhynbmlᆪᆬᆭᆰᆱᆲᆳᆴᆵᆶᆹᅪᅫᅬᅯᅰᅱᅴ'), U&'\116A', 'hk'), U&'\116B', 'ho'), U&'\116C', 'hl'), U&'\116F', 'nj'), U&'\1170', 'np'), U&'\1171', 'nl'), U&'\1174', 'ml'), U&'\11AA', 'rt'), U&'\11AC', 'sw'), U&'\11AD', 'sg'), U&'\11B0', 'fr'), U&'\11B1', 'fa'), U&'\11B2', 'fq'), U&'\11B3', 'ft'), U&'\11B4', 'fx'), U&'\11B5', 'fv'), U&'\11B6', 'fg'), U&'\11B9', 'qt'))
$$;

-- The keys of each syllable's first consonant.
CREATE FUNCTION "initial_keystrokes"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(normalize($1, NFD), U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110B\110C\110D\110E\110F\1110\1111\1112' || U&'\1161\1162\1163\1164\1165\1166\1167\1168\1169\116A\116B\116C\116D\116E\116F\1170\1171\1172\1173\1174\1175\11A8\11A9\11AA\11AB\11AC\11AD\11AE\11AF\11B0\11B1\11B2\11B3\11B4\11B5\11B6\11B7\11B8\11B9\11BA\11BB\11BC\11BD\11BE\11BF\11C0\11C1\11C2', 'rRseEfaqQtTdwWczxvg'))
$$;

-- The database keeps them, so that no way of writing a name can forget it.
ALTER TABLE "store" DROP COLUMN "name_keys";
ALTER TABLE "store"
  ADD COLUMN "name_keys" TEXT GENERATED ALWAYS AS ("keystrokes"("name")) STORED,
  ADD COLUMN "name_initials" TEXT GENERATED ALWAYS AS ("initial_keystrokes"("name")) STORED;
CREATE INDEX "store_name_keys_idx" ON "store" USING GIN ("name_keys" gin_trgm_ops);
ALTER TABLE "product_version"
  ADD COLUMN "name_keys" TEXT GENERATED ALWAYS AS ("keystrokes"("name")) STORED,
  ADD COLUMN "name_initials" TEXT GENERATED ALWAYS AS ("initial_keystrokes"("name")) STORED;
