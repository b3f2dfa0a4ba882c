import { createHash } from "node:crypto";
import { districts } from "#app/domain/store/districts.ts";
import type { Database } from "#app/services/database/database.ts";
import { insertRows } from "#app/services/database/insert-rows.ts";

const places = ["광장시장", "망원시장", "통인시장", "경동시장", "남대문", "성수동", "을지로", "문래", "창신동", "종로"];
const kinds = ["hundred_year", "traditional_market", "cooperative", "craft"] as const;
const goods = [
  "참기름",
  "수제화",
  "떡볶이 소스",
  "나무 도마",
  "가죽 지갑",
  "한과",
  "놋그릇",
  "누빔 가방",
  "은반지",
  "묵",
];
const qualities = ["수제", "전통", "국내산", "3대째", "햇", "작은", "큰", "선물용", "가정용", "유기농"];

/** Seconds since the last of them was sent in. */
const apart = 240;

/**
 * Stores of every district and kind, and so many submissions of theirs, the first the oldest; in a few statements. Photos are no more
 * than their originals' rows, none like another.
 */
export async function makeSubmissions(
  database: Database,
  seasonId: string,
  count: number,
  { photosEach = 0 }: { photosEach?: number } = {},
): Promise<string[]> {
  const stores = Array.from({ length: 100 }, (_, index) => {
    const name = `${places[index % places.length]} ${goods[Math.floor(index / 10)]} ${index}호`;
    return {
      id: idOf(1, index),
      slug: `made-${index}`,
      kind: kinds[index % kinds.length],
      state: "approved",
      name,
      owner_name: "김상인",
      business_number: String(2_000_000_000 + index),
      phone: "02-123-4567",
      postcode: "04018",
      address: "서울특별시",
      district_code: districts[(index * 7) % districts.length]?.code,
      created_at: new Date(),
    };
  });
  const category = await database.category.findFirstOrThrow({ select: { key: true } });
  const rows = Array.from({ length: count }, (_, index) => {
    const store = stores[(index * 13) % stores.length];
    const name = `${qualities[index % 10]} ${goods[Math.floor(index / 10) % 10]} ${index}`;
    return { index, store, name, at: new Date(Date.now() - (count - index) * apart * 1000) };
  });
  await insertRows(database, "store", stores);
  await insertRows(
    database,
    "product",
    rows.map(({ index, store, at }) => ({
      id: idOf(2, index),
      store_id: store?.id,
      sku: `M-${index}`,
      created_at: at,
    })),
  );
  await insertRows(
    database,
    "product_version",
    rows.map(({ index, name, at }) => ({
      id: idOf(3, index),
      product_id: idOf(2, index),
      number: 1,
      name,
      category_key: category.key,
      price: 10_000 + (index % 50) * 100,
      origin_text: "국내산",
      origin_kind: "domestic",
      maker: "공방",
      description: "",
      tax: "taxable",
      tags: [],
      notice: {},
      mall_fields: {},
      typed_by: {},
      content_hash: String(index),
      created_at: at,
    })),
  );
  const photos = rows.flatMap(({ index }) =>
    Array.from({ length: photosEach }, (_, position) => ({
      sha256: createHash("sha256").update(`${index} ${position}`).digest("hex"),
      ...{ version_id: idOf(3, index), position, file_name: `${position}.jpg`, edits: {}, caption: "" },
    })),
  );
  await insertRows(
    database,
    "original",
    photos.map(({ sha256 }) => ({
      ...{ sha256, bytes: 1, media_type: "image/jpeg", width: 1280, height: 960, created_at: new Date() },
      perceptual_hash: String(Buffer.from(sha256, "hex").readBigInt64BE()),
    })),
  );
  await insertRows(database, "product_photo", photos);
  await database.$executeRaw`UPDATE "product_version" SET "pinned_at" = "created_at"`;
  await insertRows(
    database,
    "submission",
    rows.map(({ index, at }) => ({
      id: idOf(4, index),
      season_id: seasonId,
      product_id: idOf(2, index),
      version_id: idOf(3, index),
      state: "submitted",
      submitted_at: at,
    })),
  );
  await database.$executeRaw`ANALYZE`;
  return rows.map(({ index }) => idOf(4, index));
}

/** The same every time: what is made alike is listed alike. */
function idOf(kind: number, index: number): string {
  return `00000000-0000-4000-800${kind}-${String(index).padStart(12, "0")}`;
}
