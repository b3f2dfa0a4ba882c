import { expect, test } from "vitest";
import { actOnMany } from "#app/curator/act-on-many.server.ts";
import { changeRole } from "#app/domain/account/change-role.ts";
import { endAccount } from "#app/domain/account/end-account.ts";
import { returnSubmissions } from "#app/domain/change-request/return-submissions.ts";
import { assignSlots } from "#app/domain/judging/assign-slots.ts";
import { declareConflict } from "#app/domain/judging/declare-conflict.ts";
import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import { saveMarks } from "#app/domain/judging/save-marks.ts";
import type { StoreKind } from "#app/domain/product/product-facts.ts";
import { liftRecall } from "#app/domain/recall/lift-recall.ts";
import { recallProduct } from "#app/domain/recall/recall-product.ts";
import { explainSubmission, findResult } from "#app/domain/season/explain-result.ts";
import { findSeasonOfYear } from "#app/domain/season/find-season-of-year.ts";
import { findWithdrawable } from "#app/domain/season/find-withdrawable.ts";
import { listSubmissionIds } from "#app/domain/season/list-submissions.ts";
import type { Rubric } from "#app/domain/season/rules.ts";
import { everySubmission } from "#app/domain/season/submission-filter.ts";
import { testDatabase } from "#tests/database.ts";
import { advance, codesOf, done, judgeAll, openRubricSeason, type RubricSeason, smallRules } from "./rubric-season.ts";
import { twoMalls } from "./season-setup.ts";

const settings = { publicUrl: "http://localhost" };
const crafts = (count: number): StoreKind[] => Array.from({ length: count }, () => "craft");

async function open(given: Omit<Parameters<typeof openRubricSeason>[1], "products"> & { products?: StoreKind[] } = {}) {
  const { client } = await testDatabase({ untilTestEnds: true });
  return openRubricSeason(client, { products: crafts(4), ...given });
}

async function marksFor({ database, rules }: RubricSeason, submissionId: string) {
  const { versionId } = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const marks = Object.fromEntries((rules.rubric as Rubric).criteria.map(({ key }) => [key, 4]));
  return { submissionId, versionId, marks };
}

const slotsOf = ({ database }: RubricSeason, curatorId: string | undefined) =>
  database.judgingSlot.count({ where: { curatorId: curatorId ?? null } });

test("what a curator leaves undone is dealt to the others, what they gave stays and counts", async () => {
  const season = await open({ curators: 4 });
  const { database, office, curators } = season;
  done(await advance(season, "judging"));
  const [leaving, ended] = curators;
  if (!leaving || !ended) throw new Error("four curators");
  const [first] = await database.judgingSlot.findMany({ where: { curatorId: leaving.accountId } });
  const given = await marksFor(season, first?.submissionId ?? "");
  done(await giveJudgement(database, leaving, given));
  const role = { accountId: leaving.accountId, role: "creator" as const };
  done(await changeRole(database, office, role, settings));
  expect(await slotsOf(season, leaving.accountId)).toBe(1);
  expect(await slotsOf(season, undefined)).toBe(0);
  done(await endAccount(database, office, { accountId: ended.accountId }));
  expect(await slotsOf(season, ended.accountId)).toBe(0);
  expect(codesOf(await saveMarks(database, leaving, given))).toEqual(["judging.not_curator"]);
  await judgeAll(season, [4, 4, 4, 4]);
  const result = await findResult(database, season.seasonId);
  const facts = result?.facts.submissions.find(({ id }) => id === first?.submissionId);
  expect(facts?.judgements).toHaveLength(2);
  expect(facts?.judgements.map(({ curatorId }) => curatorId)).toContain(leaving.accountId);
}, 60_000);

test("the office assigns many at once: what is begun, judged or in conflict stays as it is", async () => {
  const season = await open({ curators: 4, products: ["craft", "craft", "craft", "cooperative"] });
  const { database, office, curators, products, seasonId } = season;
  const [first, second] = curators;
  if (!first || !second) throw new Error("four curators");
  const conflict = { seasonId, storeId: products[3]?.storeId ?? "", kind: "own" as const };
  done(await declareConflict(database, first, conflict));
  done(await advance(season, "judging"));
  const submissionIds = products.map(({ submissionId }) => submissionId);
  const own = await database.judgingSlot.count({ where: { curatorId: first.accountId } });
  const assign = { seasonId, submissionIds, curatorId: first.accountId };
  expect(codesOf(await assignSlots(database, first, assign))).toEqual(["account.not_allowed"]);
  expect(done(await assignSlots(database, office, assign))).toEqual({ assigned: 3 - own, passedOver: 1 + own });
  expect(await slotsOf(season, first.accountId)).toBe(3);
  expect(done(await assignSlots(database, office, assign))).toEqual({ assigned: 0, passedOver: 4 });

  // One is begun, one given: dealing anew leaves both.
  const [begun, given] = submissionIds;
  await saveMarks(database, first, { ...(await marksFor(season, begun ?? "")), marks: { quality: 3 } });
  done(await giveJudgement(database, first, await marksFor(season, given ?? "")));
  done(await assignSlots(database, office, { ...assign, curatorId: null }));
  const kept = await database.judgingSlot.findMany({ where: { curatorId: first.accountId } });
  expect(kept.map(({ submissionId }) => submissionId)).toEqual(expect.arrayContaining([begun, given]));
  const counts = await database.judgingSlot.groupBy({ by: ["submissionId"], _count: true });
  expect(counts.map(({ _count }) => _count)).toEqual([2, 2, 2, 2]);
  const lines = await database.auditLine.findMany({ where: { action: "assign-slots" }, orderBy: { id: "asc" } });
  const beneath = await database.auditLine.count({ where: { batchId: lines[0]?.batchId, action: "assign-slot" } });
  expect(beneath).toBe(3 - own);
  const nobody = { ...assign, curatorId: products[0]?.merchantId ?? "" };
  expect(codesOf(await assignSlots(database, office, nobody))).toEqual(["account.not_found"]);
});

test("many are returned for one change, and those that cannot be say why", async () => {
  const season = await open({ products: ["craft", "craft", "cooperative"] });
  const { database, office, curators, products } = season;
  const submissionIds = products.map(({ submissionId }) => submissionId);
  const back = { submissionIds, field: "price", text: "배송비를 넣은 값인지 봐 주세요" };
  expect(codesOf(await returnSubmissions(database, curators[0] as never, back))).toEqual(["account.not_allowed"]);
  expect(
    done(await returnSubmissions(database, office, { ...back, submissionIds: submissionIds.slice(0, 1) })),
  ).toEqual({
    ...{ asked: 1, kept: [] },
  });
  const again = done(await returnSubmissions(database, office, back));
  expect(again).toMatchObject({ asked: 2, kept: [{ submissionId: submissionIds[0] }] });
  expect(again.kept[0]?.issues.map(({ code }) => code)).toEqual(["change_request.exists"]);
  expect(await database.changeRequest.count({ where: { state: "open" } })).toBe(3);
});

test("everything that a filter finds is chosen at once, unless it is no longer what was seen", async () => {
  const season = await open({ curators: 4, products: ["craft", "craft", "craft", "cooperative"] });
  const { database, office, curators, products, seasonId } = season;
  done(await advance(season, "judging"));
  const filter = { ...everySubmission, storeKind: "craft" as const };
  const chosen = (seen: number, more: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ everything: String(seen), ...more })) form.set(name, value);
    return form;
  };
  const toFirst = { curatorId: curators[0]?.accountId ?? "" };
  const before = await slotsOf(season, toFirst.curatorId);
  const stale = await actOnMany(database, office, "assign", chosen(2, toFirst), filter);
  expect(stale).toMatchObject({ issues: [{ code: "many.changed", params: { seen: 2, now: 3 } }] });
  expect(await slotsOf(season, toFirst.curatorId)).toBe(before);
  const given = await actOnMany(database, office, "assign", chosen(3, toFirst), filter);
  expect(given).toMatchObject({ issues: [] });
  const own = await database.judgingSlot.findMany({ where: toFirst, select: { submissionId: true } });
  const crafted = products.slice(0, 3).map(({ submissionId }) => submissionId);
  expect(own.map(({ submissionId }) => submissionId)).toEqual(expect.arrayContaining(crafted));

  const back = { field: "price", text: "배송비를 넣은 값인지 봐 주세요" };
  const returned = await actOnMany(database, office, "return", chosen(3, back), filter);
  expect(returned).toMatchObject({ issues: [], asked: 3 });
  const requests = await database.changeRequest.findMany({ select: { submissionId: true } });
  expect(requests.map(({ submissionId }) => submissionId).sort()).toEqual([...crafted].sort());
  const nobody = await actOnMany(database, office, "assign", new FormData(), filter);
  expect(nobody).toMatchObject({ issues: [{ code: "many.none_chosen" }] });
  const refusedTo = await actOnMany(database, curators[0] as never, "assign", chosen(3, toFirst), filter);
  expect(refusedTo).toMatchObject({ issues: [{ code: "account.not_allowed" }] });

  // Everything in the order in which it came, as the pages of the queue have it.
  expect(await listSubmissionIds(database, seasonId, everySubmission)).toHaveLength(4);
});

test("a season of another year is found again, the latest without a word", async () => {
  const { database } = await open();
  const { year } = await database.season.findFirstOrThrow();
  await database.season.create({ data: { year: year + 1, name: "그다음 시즌" } });
  const years = [year + 1, year];
  expect(await findSeasonOfYear(database, null)).toMatchObject({ season: { year: year + 1 }, years });
  expect(await findSeasonOfYear(database, year)).toMatchObject({ season: { year }, years });
  expect(await findSeasonOfYear(database, 1999)).toBeNull();
});

test("a chosen product that is recalled loses its place to the first of the reserve that fits, for good", async () => {
  const rules = smallRules({ places: 2, quotas: { craft: { min: 0, max: 1 } } });
  const season = await open({ rules, products: ["craft", "craft", "cooperative", "cooperative"] });
  const { database, office, products } = season;
  done(await advance(season, "judging"));
  await judgeAll(season, [5, 4, 4, 3]);
  done(await advance(season, "frozen"));
  done(await advance(season, "published"));
  const [, passedOver, recalled, moves] = products;
  const recall = { productId: recalled?.productId ?? "", reason: "food_safety" as const, note: "" };
  done(await recallProduct(database, office, recall, twoMalls));
  const places = await database.place.findMany({ orderBy: { number: "asc" } });
  expect(places[1]).toMatchObject({ number: 2, submissionId: moves?.submissionId });
  expect(await database.submission.findUnique({ where: { id: moves?.submissionId } })).toMatchObject({
    state: "selected",
  });
  const why = await explainSubmission(database, recalled?.submissionId ?? "");
  expect(why).toMatchObject({
    place: null,
    decisions: [{ kind: "withdrawal", details: { place: 2, recalled: true } }],
  });
  expect((await explainSubmission(database, passedOver?.submissionId ?? ""))?.explanation.reason).toBe("kind_full");
  await database.recall.updateMany({ data: { confirmedAt: new Date() } });
  done(await liftRecall(database, office, { productId: recall.productId }));
  expect(await database.place.count()).toBe(2);
  expect(await findWithdrawable(database, recall.productId)).toBeNull();
});

test("a recall that is asked for three times at once frees the place once", async () => {
  const season = await open({ products: crafts(4) });
  const { database, office, products } = season;
  done(await advance(season, "judging"));
  await judgeAll(season, [5, 4, 3, 3]);
  done(await advance(season, "frozen"));
  const { productId } = products[0] as RubricSeason["products"][number];
  const recall = () => recallProduct(database, office, { productId, reason: "product_fault", note: "" }, twoMalls);
  const outcomes = await Promise.all([recall(), recall(), recall()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.place.count()).toBe(2);
  expect(await database.seasonDecision.count({ where: { kind: "promotion" } })).toBe(1);
});
