import { expect, test } from "vitest";
import { program } from "#app/domain/account/actor.ts";
import { approveStore } from "#app/domain/store/approve-store.ts";
import { createStore, createStoreInput } from "#app/domain/store/create-store.ts";
import { testDatabase } from "#tests/database.ts";

const typed = createStoreInput.parse({
  kind: "craft",
  name: "문래 / 공방",
  ownerName: "김백선",
  businessNumber: "124-81-00998",
  mailOrderNumber: "",
  phone: "02-123-4567",
  postcode: "07298",
  address: "서울특별시 영등포구 도림로 1",
  districtCode: "11560",
  shippingFee: "3,000원",
  returnFee: "3000",
  exchangeFee: "6000",
});

test("the office adds a store once and approves it", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const made = await createStore(database, program, typed);
  expect(made).toMatchObject({ ok: true });
  expect(await database.store.findFirst()).toMatchObject({
    state: "draft",
    slug: "문래-공방",
    businessNumber: "1248100998",
    mailOrderNumber: null,
    shippingFee: 3000,
  });
  expect(await createStore(database, program, typed)).toMatchObject({
    ok: false,
    issues: [{ code: "store.already_exists", path: { field: "business_number" } }],
  });
  const other = { ...typed, businessNumber: "220-81-62517" };
  expect(await createStore(database, program, other)).toMatchObject({ ok: true });
  expect((await database.store.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug)).toEqual([
    "문래-공방",
    "문래-공방-62517",
  ]);
  const storeId = made.ok ? made.result.storeId : "";
  expect(await approveStore(database, program, { storeId })).toMatchObject({ ok: true });
  expect((await database.auditLine.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
    "create-store",
    "create-store",
    "approve-store",
  ]);
});

test("what is missing or cannot be read is an issue of its field, and nothing is made", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const wrong = { ...typed, name: " ", businessNumber: "123-45-67890", postcode: "07298-1", returnFee: "무료" };
  const outcome = await createStore(database, program, createStoreInput.parse(wrong));
  expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.field])).toEqual([
    ["form.missing", "store_name"],
    ["business_number.checksum", "business_number"],
    ["form.unreadable", "postcode"],
    ["form.unreadable", "return_fee"],
  ]);
  expect(await database.store.count()).toBe(0);
});
