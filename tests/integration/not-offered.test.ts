import { expect, test } from "vitest";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { listMallCategories } from "#app/domain/channel/list-mall-categories.ts";
import { setMallCategory } from "#app/domain/channel/set-mall-category.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { listSubmissions } from "#app/domain/season/list-submissions.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { everySubmission } from "#app/domain/season/submission-filter.ts";
import { findDrafts } from "#app/domain/season/submit-drafts.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, save, submit, twoChecks } from "./season-setup.ts";

const office = { kind: "program" } as const;
const where = { channelKey: "gachi-sapsida", categoryKey: "ETC" };

async function stage() {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  await setMallCategory(database, office, { ...where, mallCode: "", notOffered: "yes" });
  return { database, season };
}

test("the office writes down that a mall takes none of a category, and takes it back", async () => {
  const { database } = await stage();
  const etc = async () =>
    (await listMallCategories(database, "gachi-sapsida")).find(({ categoryKey }) => categoryKey === "ETC");
  expect(await etc()).toMatchObject({ mallCode: null, notOffered: true });
  expect((await listChannels(database)).find(({ key }) => key === "gachi-sapsida")?.categories).toBe(0);
  await setMallCategory(database, office, { ...where, mallCode: "77" });
  expect(await etc()).toMatchObject({ mallCode: "77", notOffered: false });
  await setMallCategory(database, office, { ...where, mallCode: "" });
  expect(await etc()).toMatchObject({ mallCode: null, notOffered: false });
});

test("where it is not offered a product gets no listing and is counted neither as ready nor as lacking", async () => {
  const { database, season } = await stage();
  const rules = await loadMallRules(database, twoChecks);
  const foreign = { text: "중국", kind: "foreign" as const, country: "중국" };
  const [submissionId = ""] = await submit(database, season, [content("A", { origin: foreign })]);
  const { curator, seasonId } = season;
  const filter = everySubmission;
  const { rows } = await listSubmissions(database, { seasonId, curatorId: curator.accountId, filter }, rules);
  expect(rows).toMatchObject([{ readyMalls: 1, malls: 1 }]);
  expect(await selectSubmission(database, curator, { submissionId }, rules)).toMatchObject({ ok: true });
  const listings = await database.listing.findMany();
  expect(listings).toMatchObject([{ channelKey: "naver", state: "waiting" }]);
});

test("a draft that no mall offers anything for is held back without blame", async () => {
  const { database, season } = await stage();
  await setMallCategory(database, office, { channelKey: "naver", categoryKey: "ETC", mallCode: "", notOffered: "yes" });
  await save(database, season, [content("A")]);
  const drafts = await findDrafts(database, season.storeId, await loadMallRules(database, twoChecks));
  expect(drafts?.ready).toEqual([]);
  expect(drafts?.heldBack).toMatchObject([{ sku: "A", issues: [{ code: "category.not_offered" }] }]);
});

test("what no mall could call a category is not written down", async () => {
  const { database } = await stage();
  const where = { channelKey: "naver", categoryKey: "ETC" };
  for (const mallCode of ["😀", "기타 재화", "50 01", "x".repeat(101)]) {
    expect(await setMallCategory(database, office, { ...where, mallCode })).toMatchObject({
      ok: false,
      issues: [{ code: "category.code_unreadable", raw: mallCode }],
    });
  }
  expect(
    await setMallCategory(database, office, { ...where, mallCode: "gid://shopify/TaxonomyCategory/aa-1-2" }),
  ).toMatchObject({ ok: true });
});
