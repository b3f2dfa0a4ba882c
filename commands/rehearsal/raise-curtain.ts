import type { Database } from "#app/services/database/database.ts";
import { giveWord } from "#prisma/seed/give-word.ts";

/** The people, the store and the season of a rehearsal; the store has stated its terms, and agreed to what it is asked. */
export async function raiseCurtain(database: Database) {
  const merchant = await database.account.create({
    data: { role: "merchant", name: "리허설 상인", phone: "+821000000000", demonstration: true },
  });
  const curator = await database.account.create({
    data: { role: "curator", name: "리허설 심사위원", email: "curator@baekseon.example", demonstration: true },
  });
  const store = await database.store.create({
    data: {
      slug: "rehearsal",
      kind: "cooperative",
      state: "approved",
      name: "리허설 협동조합",
      ownerName: "리허설 상인",
      businessNumber: "1248100998",
      mailOrderNumber: "제2026-서울마포-0001호",
      phone: "02-1234-5678",
      postcode: "04018",
      address: "서울특별시 마포구 망원로8길 27",
      districtCode: "11440",
      shippingFee: 3000,
      returnFee: 3000,
      exchangeFee: 6000,
      members: { create: { accountId: merchant.id } },
    },
  });
  const season = await database.season.create({ data: { year: 2026, name: "리허설 시즌", state: "intake" } });
  const actor = { kind: "person" as const, accountId: merchant.id, role: "merchant" as const };
  await giveWord(database, actor, store.id);
  return {
    merchant: actor,
    curator: { kind: "person" as const, accountId: curator.id, role: "curator" as const },
    storeId: store.id,
    seasonId: season.id,
  };
}
