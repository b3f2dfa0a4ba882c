import type { Database, Transaction } from "#app/services/database/database.ts";
import type { DetailTemplate } from "../detail-page/templates.ts";
import { editedSize, storedEdits } from "../picture/photo-edits.ts";
import type { PhotoMeasures } from "../picture/photo-measures.ts";
import { dayInSeoul } from "../store/designation.ts";
import type { ProductFacts, StoreFacts, VariantFacts } from "./product-facts.ts";

/** As one statement gives it: a worker asks for every listing, and asked table by table it would ask ten times. */
interface StoredFacts extends Omit<ProductFacts, "stock" | "photos" | "store" | "origin"> {
  versionId: string;
  loweredPrice: number | null;
  originText: string;
  originKind: ProductFacts["origin"]["kind"];
  originCountry: string | null;
  variants: VariantFacts[];
  photos: {
    sha256: string;
    edits: unknown;
    width: number;
    height: number;
    measures: PhotoMeasures | null;
    caption: string;
  }[];
  usualTemplate: DetailTemplate | null;
  store: Omit<StoreFacts, "place"> & { district: string; market: string | null };
}

/** Versions in one query: PostgreSQL takes 65,535 parameters, and a store's catalog may have 50,000 products. */
const chunkSize = 5_000;

/** The frozen facts of versions, by version id; an id that does not exist is simply not in the map. */
export async function loadProductFacts(
  database: Database | Transaction,
  versionIds: string[],
): Promise<Map<string, ProductFacts>> {
  const facts = new Map<string, ProductFacts>();
  for (let start = 0; start < versionIds.length; start += chunkSize) {
    const stored = await readFacts(database, versionIds.slice(start, start + chunkSize));
    for (const one of stored) facts.set(one.versionId, factsOf(one));
  }
  return facts;
}

function readFacts(database: Database | Transaction, versionIds: string[]): Promise<StoredFacts[]> {
  const today = dayInSeoul(new Date()).toISOString().slice(0, 10);
  return database.$queryRaw<StoredFacts[]>`
    SELECT version."id" AS "versionId", product."sku", version."name", version."category_key" AS "categoryKey", version."price",
           version."lowered_price" AS "loweredPrice", version."origin_text" AS "originText",
           version."origin_kind"::text AS "originKind", version."origin_country" AS "originCountry", version."maker",
           version."description", version."tax"::text, coalesce(version."shipping_fee", store."shipping_fee") AS "shippingFee",
           version."kc_number" AS "kcNumber", version."tags", version."notice", version."mall_fields" AS "mallFields",
           product."detail_template"::text AS "detailTemplate",
           (SELECT "detail_template"::text FROM "season" ORDER BY "year" DESC LIMIT 1) AS "usualTemplate",
           coalesce((
             SELECT jsonb_agg(jsonb_build_object(
               'key', "key", 'options', "options", 'priceDelta', "price_delta", 'stock', "stock") ORDER BY "position")
             FROM "product_variant" WHERE "version_id" = version."id"
           ), '[]') AS "variants",
           coalesce((
             SELECT jsonb_agg(jsonb_build_object(
               'sha256', photo."sha256", 'edits', photo."edits", 'caption', photo."caption", 'width', original."width",
               'height', original."height", 'measures', original."measures") ORDER BY photo."position")
             FROM "product_photo" AS photo JOIN "original" AS original ON original."sha256" = photo."sha256"
             WHERE photo."version_id" = version."id"
           ), '[]') AS "photos",
           jsonb_build_object(
             'name', store."name", 'kind', store."kind", 'ownerName', store."owner_name",
             'businessNumber', store."business_number", 'mailOrderNumber', store."mail_order_number", 'phone', store."phone",
             'postcode', store."postcode", 'address', store."address", 'story', store."story",
             'district', district."name_ko", 'market', market."name", 'foundedYear', store."founded_year",
             'designatedUntil', (
               SELECT max("valid_to") FROM "designation"
               WHERE "store_id" = store."id" AND ${today}::date BETWEEN "valid_from" AND "valid_to"
             ), 'returnFee', store."return_fee", 'exchangeFee', store."exchange_fee") AS "store"
    FROM "product_version" AS version
    JOIN "product" AS product ON product."id" = version."product_id"
    JOIN "store" AS store ON store."id" = product."store_id"
    JOIN "district" AS district ON district."code" = store."district_code"
    LEFT JOIN "market" AS market ON market."id" = store."market_id"
    WHERE version."id" = ANY(${versionIds}::uuid[])`;
}

function factsOf({ versionId: _, ...stored }: StoredFacts): ProductFacts {
  const { price, loweredPrice, originText, originKind, originCountry, usualTemplate, ...said } = stored;
  const { district, market, ...store } = stored.store;
  return {
    ...said,
    price: loweredPrice ?? price,
    stock: stored.variants.reduce((sum, { stock }) => sum + (stock ?? 0), 0),
    origin: { text: originText, kind: originKind, country: originCountry },
    photos: stored.photos.map(({ sha256, edits: recipe, width, height, measures, caption }) => {
      const edits = storedEdits(recipe);
      return { sha256, edits, ...editedSize({ width, height }, edits), measures, caption };
    }),
    detailTemplate: stored.detailTemplate ?? usualTemplate,
    store: { ...store, place: [`서울 ${district}`, ...(market ? [market] : [])] },
  };
}
