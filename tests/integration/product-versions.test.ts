import { expect, test } from "vitest";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, openSeason, save, submit } from "./season-setup.ts";

const stock = (amount: number) => [{ key: "", options: [], priceDelta: 0, stock: amount }];

test("the same sheet twice changes nothing; a draft is changed in place", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const photos = [await addPhoto(database, "a.jpg")];
  const [created] = await save(database, season, [content("A", { photos })]);
  expect(created?.outcome).toBe("created");
  expect((await save(database, season, [content("A", { photos })]))[0]?.outcome).toBe("unchanged");
  // A later sheet without photos keeps those that are there.
  expect((await save(database, season, [content("A")]))[0]?.outcome).toBe("unchanged");

  const [changed] = await save(database, season, [content("A", { name: "참나무 도마", variants: stock(3) })]);
  expect(changed).toMatchObject({ outcome: "draft_changed", versionId: created?.versionId });
  const versions = await database.productVersion.findMany({ include: { variants: true, photos: true } });
  expect(versions).toMatchObject([
    { number: 1, name: "참나무 도마", variants: [{ stock: 3 }], photos: [{ position: 0 }] },
  ]);
});

test("after submission stock and a lower price take effect at once, the rest makes a next version", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  await submit(database, season, [content("A")]);
  const pinned = await database.productVersion.findFirstOrThrow();

  const [soldOn] = await save(database, season, [content("A", { price: 11_000, variants: stock(2) })]);
  expect(soldOn).toMatchObject({ outcome: "sold_on", versionId: pinned.id });
  expect(await database.productVersion.findFirst()).toMatchObject({ price: 12_000, loweredPrice: 11_000 });
  expect(await database.productVariant.findFirst({ where: { versionId: pinned.id } })).toMatchObject({ stock: 2 });
  expect((await save(database, season, [content("A", { price: 11_000, variants: stock(2) })]))[0]?.outcome).toBe(
    "unchanged",
  );

  const [dearer] = await save(database, season, [content("A", { price: 15_000, variants: stock(2) })]);
  expect(dearer?.outcome).toBe("next_version");
  const [renamed] = await save(database, season, [
    content("A", { price: 15_000, name: "다른 이름", variants: stock(2) }),
  ]);
  expect(renamed?.outcome).toBe("draft_changed");
  expect(await database.productVersion.findMany({ orderBy: { number: "asc" } })).toMatchObject([
    { number: 1, price: 12_000, loweredPrice: 11_000, name: pinned.name },
    { number: 2, price: 15_000, loweredPrice: null, name: "다른 이름" },
  ]);
});

test("while a next version waits, stock and a lower price still reach the version on sale", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  await submit(database, season, [content("A")]);
  const pinned = await database.productVersion.findFirstOrThrow();
  const renamed = content("A", { name: "다른 이름" });
  expect((await save(database, season, [renamed]))[0]?.outcome).toBe("next_version");
  expect((await save(database, season, [renamed]))[0]?.outcome).toBe("unchanged");

  const cheaper = { ...renamed, price: 9_000, variants: stock(1) };
  expect((await save(database, season, [cheaper]))[0]?.outcome).toBe("draft_changed");
  expect((await save(database, season, [cheaper]))[0]?.outcome).toBe("unchanged");
  expect(await database.productVersion.findUnique({ where: { id: pinned.id } })).toMatchObject({ loweredPrice: 9_000 });
  expect(await database.productVariant.findFirst({ where: { versionId: pinned.id } })).toMatchObject({ stock: 1 });
});

test("a price once lowered is not the price of a later version; a lower one reaches all that are on sale", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  await submit(database, season, [content("A")]);
  await save(database, season, [content("A", { price: 10_000 })]);
  const [dearer] = await save(database, season, [content("A", { price: 15_000 })]);
  const [first, second] = await database.productVersion.findMany({ orderBy: { number: "asc" } });
  await database.productVersion.update({ where: { id: dearer?.versionId }, data: { pinnedAt: new Date() } });
  const prices = async () => {
    const facts = await loadProductFacts(database, [first?.id ?? "", second?.id ?? ""]);
    return [facts.get(first?.id ?? "")?.price, facts.get(second?.id ?? "")?.price];
  };
  expect(await prices()).toEqual([10_000, 15_000]);

  await save(database, season, [content("A", { price: 11_000 })]);
  expect(await prices()).toEqual([10_000, 11_000]);
  await save(database, season, [content("A", { price: 9_000 })]);
  expect(await prices()).toEqual([9_000, 9_000]);
});

test("a pinned version, its variants and photos cannot be changed by anyone; its stock can", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const photos = [await addPhoto(database, "a.jpg")];
  await submit(database, season, [content("A", { photos })]);
  const { id } = await database.productVersion.findFirstOrThrow();
  await expect(database.productVersion.update({ where: { id }, data: { price: 10 } })).rejects.toThrow(/is pinned/);
  await expect(database.productVersion.delete({ where: { id } })).rejects.toThrow();
  const dearer = { where: { id }, data: { loweredPrice: 12_000 } };
  await expect(database.productVersion.update(dearer)).rejects.toThrow(/product_version_lowered_price/);
  await expect(database.productPhoto.deleteMany({ where: { versionId: id } })).rejects.toThrow(/is pinned/);
  await expect(
    database.productVariant.create({ data: { versionId: id, key: "빨강", position: 1, stock: 1 } }),
  ).rejects.toThrow(/is pinned/);
  await expect(
    database.productVariant.updateMany({ where: { versionId: id }, data: { priceDelta: 5 } }),
  ).rejects.toThrow(/is pinned/);
  await database.productVariant.updateMany({ where: { versionId: id }, data: { stock: 0 } });
});

test("audit lines are append-only", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const before = await database.auditLine.count();
  await save(database, season, [content("A")]);
  expect(await database.auditLine.count()).toBe(before + 1);
  await expect(database.auditLine.deleteMany()).rejects.toThrow(/append-only/);
  await expect(database.auditLine.updateMany({ data: { action: "other" } })).rejects.toThrow(/append-only/);
  await expect(database.$executeRaw`TRUNCATE "audit_line"`).rejects.toThrow(/append-only/);
});
