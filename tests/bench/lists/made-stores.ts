import { districts } from "#app/domain/store/districts.ts";
import type { Database } from "#app/services/database/database.ts";

const marketCount = 300;

/** What the made stores are made of. */
export const storesOf = {
  districts: districts.map(({ code }) => code),
  kinds: ["hundred_year", "traditional_market", "cooperative", "craft"],
  families: "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍".split(" "),
  signs: "방앗간 공방 식품 수산 농원 떡집 기름집 상점 유통 제과 반찬 공예 국밥 양복점 이발관".split(" "),
  /** Lines as merchants write them; the last cannot be read. */
  hours: ["매일 09:00~18:00", "월~금 10:00~19:00", "월~토 11:00~21:30", "24시간", "화~일 05:00~14:00", "", "문의"],
} as const;

/**
 * Approved stores number `from` to `to` - 1, spread over districts, kinds and 300 markets; one of ten takes visitors, one of fifty is
 * designated.
 */
export async function fillStores(database: Database, from: number, to: number): Promise<void> {
  const { families, signs, kinds, hours } = storesOf;
  await database.$executeRaw`
    INSERT INTO market (name, address, district_code, province)
    SELECT '시장 ' || number, '서울 ' || number, (${storesOf.districts}::text[])[1 + number % 25], '서울특별시'
    FROM generate_series(1, ${marketCount}::int) AS number WHERE NOT EXISTS (SELECT FROM market)`;
  await database.$executeRaw`
    WITH placed AS (SELECT id, district_code, row_number() OVER (ORDER BY id) - 1 AS place FROM market)
    INSERT INTO store (slug, kind, state, name, owner_name, business_number, phone, postcode, address, district_code, market_id,
      founded_year, hours, visitable)
    SELECT 'store-' || number, ((${kinds}::text[])[1 + mixed % 4])::store_kind, 'approved',
      (${families}::text[])[1 + mixed % 20] || (${signs}::text[])[1 + mixed / 20 % 15] || ' ' || number,
      '가게 주인', (2000000000 + number)::text, '02-123-4567', '04018', '서울특별시 ' || number,
      placed.district_code, CASE WHEN mixed % 3 = 0 THEN placed.id END,
      CASE WHEN mixed % 4 <> 0 THEN 1900 + mixed % 120 END, (${hours}::text[])[1 + mixed % 7], mixed % 10 = 0
    FROM (SELECT number, (hashint4(number) & 2147483647) AS mixed FROM generate_series(${from}::int, ${to}::int - 1) AS number) AS made
    JOIN placed ON placed.place = mixed / 7 % ${marketCount}`;
  await database.$executeRaw`
    INSERT INTO designation (store_id, number, valid_from, valid_to)
    SELECT id, slug, current_date - 100, current_date + 100 FROM store
    WHERE business_number::bigint - 2000000000 >= ${from} AND business_number::bigint % 50 = 0`;
  // Who takes visitors has somebody who agreed to be named.
  await database.$executeRaw`
    WITH people AS (
      INSERT INTO account (role, name, phone)
      SELECT 'merchant', '가게 주인', '+8210' || right(business_number, 8) FROM store
      WHERE visitable AND business_number::bigint - 2000000000 >= ${from} RETURNING id, phone
    ), consents AS (
      INSERT INTO consent (account_id, kind, version) SELECT id, 'passing_on', '2026-11' FROM people
    )
    INSERT INTO store_member (store_id, account_id)
    SELECT store.id, people.id FROM store JOIN people ON people.phone = '+8210' || right(business_number, 8)`;
  // They are indexed at once, not by what triggers noted.
  await database.$executeRaw`DELETE FROM search_change`;
  await database.$executeRaw`VACUUM ANALYZE store`;
}
