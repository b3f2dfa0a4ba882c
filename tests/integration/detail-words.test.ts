import { expect, test } from "vitest";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { chooseTemplate, chooseTemplateInput, findTemplateChoice } from "#app/domain/detail-page/choose-template.ts";
import { templateOf } from "#app/domain/detail-page/templates.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { captionPhotos } from "#app/domain/product/product-photos.ts";
import { setDetailTemplate, setDetailTemplateInput } from "#app/domain/season/set-detail-template.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, openSeason, save, submit } from "./season-setup.ts";

const captionsOf = async (database: Database, versionId: string) =>
  (await loadProductFacts(database, [versionId])).get(versionId)?.photos.map(({ caption }) => caption);

test("words under photos are the product's: a sheet keeps them, and what was submitted keeps its own", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const { storeId, merchant } = season;
  const photos = [await addPhoto(database, "a.jpg"), await addPhoto(database, "b.jpg")];
  const [saved] = await save(database, season, [content("A-1", { photos })]);
  const { productId } = await database.productVersion.findUniqueOrThrow({ where: { id: saved?.versionId ?? "" } });
  const [first = "", second = ""] = photos.map(({ sha256 }) => sha256);
  const say = (captions: Record<string, string>) => captionPhotos(database, merchant, { storeId, productId, captions });

  expect(await say({ [second]: " 무쇠 솥에\n 볶아요 ", ["f".repeat(64)]: "없는 사진" })).toMatchObject({ ok: true });
  const [submissionId = ""] = await submit(database, season, [content("A-1", { name: "이름만 바뀜", photos })]);
  const submitted = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
  expect(await captionsOf(database, submitted.versionId)).toEqual(["", "무쇠 솥에 볶아요"]);

  expect(await say({ [first]: "새로 적은 말", [second]: "" })).toMatchObject({ ok: true });
  expect(await captionsOf(database, submitted.versionId)).toEqual(["", "무쇠 솥에 볶아요"]);
  const latest = await findProduct(database, { storeId, productId });
  expect(latest?.facts.photos.map(({ caption }) => caption)).toEqual(["새로 적은 말", ""]);
  expect(latest && buildPage(latest.facts).filter(({ kind }) => kind === "photo")).toMatchObject([
    { caption: "새로 적은 말" },
    { caption: "" },
  ]);

  const versions = await database.productVersion.count();
  expect(await say({ [first]: "새로 적은 말" })).toMatchObject({ ok: true });
  expect(await database.productVersion.count()).toBe(versions);
  expect(await say({ [first]: "가".repeat(61) })).toMatchObject({
    ok: false,
    issues: [{ code: "detail.caption_long", path: { photo: "a.jpg" }, params: { maximum: 60 } }],
  });
  const stranger = { storeId: crypto.randomUUID(), productId, captions: { [first]: "남의 말" } };
  expect(await captionPhotos(database, merchant, stranger)).toMatchObject({ ok: false });
});

test("the office sets how pages are told unless a merchant chose", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const { storeId, merchant, seasonId } = season;
  const saved = await save(database, season, [content("A-1"), content("A-2")]);
  const [one, other] = await Promise.all(
    saved.map(({ versionId }) => database.productVersion.findUniqueOrThrow({ where: { id: versionId } })),
  );
  if (!one || !other) throw new Error("Nothing was saved");
  const templates = async () => {
    const facts = await loadProductFacts(database, [one.id, other.id]);
    return [one, other].map(({ id }) => templateOf(facts.get(id) ?? never()));
  };
  const office = { kind: "person" as const, accountId: season.curator.accountId, role: "office" as const };
  const set = (template: string) =>
    setDetailTemplate(database, office, setDetailTemplateInput.parse({ seasonId, template }));

  expect(await templates()).toEqual(["plain", "plain"]);
  await chooseTemplate(database, merchant, { storeId, productId: one.productId, template: "photos" });
  expect(await set("story")).toMatchObject({ ok: true });
  expect(await templates()).toEqual(["photos", "story"]);
  expect(await database.auditLine.count({ where: { action: "set-detail-template" } })).toBe(1);
  expect(await set("")).toMatchObject({ ok: true });
  expect(await templates()).toEqual(["photos", "plain"]);
  // The merchant goes back to what suits the product, which is the season's as long as that has one.
  const choiceOf = async () => {
    const facts = (await loadProductFacts(database, [one.id])).get(one.id) ?? never();
    return findTemplateChoice(database, { productId: one.productId, facts });
  };
  expect(await choiceOf()).toEqual({ own: "photos", usual: "plain" });
  const back = chooseTemplateInput.parse({ storeId, productId: one.productId, template: "" });
  expect(await chooseTemplate(database, merchant, back)).toMatchObject({ ok: true });
  expect(await choiceOf()).toEqual({ own: null, usual: "plain" });
  await set("story");
  expect(await choiceOf()).toEqual({ own: null, usual: "story" });
  expect(await templates()).toEqual(["story", "story"]);
  expect(setDetailTemplateInput.safeParse({ seasonId, template: "king" }).success).toBe(false);
  const none = { seasonId: crypto.randomUUID(), template: "story" as const };
  expect(await setDetailTemplate(database, office, none)).toMatchObject({ ok: false });
});

function never(): never {
  throw new Error("A product without facts");
}
