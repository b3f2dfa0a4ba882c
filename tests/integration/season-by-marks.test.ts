import { expect, test } from "vitest";
import { answerChanges } from "#app/domain/change-request/answer-changes.ts";
import { askChange } from "#app/domain/change-request/ask-change.ts";
import { listOpenRequests } from "#app/domain/change-request/list-requests.ts";
import { challengeCurator, decideChallenge } from "#app/domain/judging/challenge-curator.ts";
import { declareConflict } from "#app/domain/judging/declare-conflict.ts";
import { findJudging } from "#app/domain/judging/find-judging.ts";
import { countJudging, findNextToJudge } from "#app/domain/judging/find-next.ts";
import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import { saveMarks } from "#app/domain/judging/save-marks.ts";
import { editProduct } from "#app/domain/product/edit-product.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { listProducts } from "#app/domain/product/list-products.ts";
import type { StoreKind } from "#app/domain/product/product-facts.ts";
import { changeByHand } from "#app/domain/season/change-by-hand.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { explainSubmission, findResult } from "#app/domain/season/explain-result.ts";
import { grantBonus } from "#app/domain/season/grant-bonus.ts";
import { rejectSubmission } from "#app/domain/season/reject-submission.ts";
import { type Rubric, readRules } from "#app/domain/season/rules.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { waiveGate } from "#app/domain/season/waive-gate.ts";
import { withdrawSubmission } from "#app/domain/season/withdraw-submission.ts";
import { testDatabase } from "#tests/database.ts";
import { advance, codesOf, done, judgeAll, openRubricSeason, type RubricSeason, smallRules } from "./rubric-season.ts";
import { twoMalls } from "./season-setup.ts";

const crafts = (count: number): StoreKind[] => Array.from({ length: count }, () => "craft");

async function open(given: Omit<Parameters<typeof openRubricSeason>[1], "products"> & { products?: StoreKind[] } = {}) {
  const { client } = await testDatabase({ untilTestEnds: true });
  return openRubricSeason(client, { products: crafts(4), ...given });
}

const allMarks = (rules: RubricSeason["rules"], mark: number) =>
  Object.fromEntries((rules.rubric as Rubric).criteria.map(({ key }) => [key, mark]));

/** What a judging form of `curator` for the product at `index` sends. */
async function form({ database, products }: RubricSeason, index: number) {
  const { submissionId } = products[index] as RubricSeason["products"][number];
  const { versionId } = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
  return { submissionId, versionId };
}

test("marks propose, the freeze takes them into numbered places, publishing tells each merchant once", async () => {
  const season = await open();
  const { database, seasonId, products } = season;
  const select = () =>
    selectSubmission(database, season.office, { submissionId: products[0]?.submissionId ?? "" }, twoMalls);
  expect(codesOf(await select())).toEqual(["season.by_rubric"]);
  done(await advance(season, "judging"));
  expect(await database.judgingSlot.count({ where: { curatorId: { not: null } } })).toBe(8);
  await judgeAll(season, [3, 5, 4, 3]);
  const proposed = await findResult(database, seasonId);
  expect(proposed?.frozen).toBeNull();
  done(await advance(season, "frozen"));
  const ids = products.map(({ submissionId }) => submissionId);
  const places = await database.place.findMany({ orderBy: { number: "asc" } });
  expect(places.map(({ submissionId }) => submissionId)).toEqual([ids[1], ids[2]]);
  const kept = await findResult(database, seasonId);
  expect(kept?.outcome).toEqual(proposed?.outcome);
  expect([...(kept?.list ?? [])]).toEqual(places.map(({ number, submissionId }) => [number, submissionId]));
  expect(await database.listing.count()).toBe(0);
  expect(await database.outboxMessage.count({ where: { template: { in: ["selected", "not_chosen"] } } })).toBe(0);

  done(await advance(season, "published"));
  expect(codesOf(await advance(season, "published"))).toEqual(["season.cannot_advance"]);
  const states = await database.submission.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
  expect(states.map(({ state, _count }) => [state, _count])).toEqual([
    ["submitted", 2],
    ["selected", 2],
  ]);
  expect(await database.listing.count()).toBe(4);
  const told = await database.outboxMessage.findMany({ where: { template: { in: ["selected", "on_reserve"] } } });
  expect(told.map(({ template }) => template).sort()).toEqual(["on_reserve", "on_reserve", "selected"]);
});

test("a merchant sees a place on reserve once the list is published, and when it is over", async () => {
  const season = await open();
  const { database, products } = season;
  const [first, chosen] = products as [RubricSeason["products"][number], RubricSeason["products"][number]];
  const { storeId } = first;
  const seen = async () => {
    const { products: listed } = await listProducts(database, { storeId });
    const one = await findProduct(database, { storeId, productId: first.productId });
    expect(listed.find(({ id }) => id === first.productId)?.reserve).toEqual(one?.submission?.reserve);
    expect(listed.find(({ id }) => id === chosen.productId)?.reserve).toBeNull();
    return one?.submission?.reserve;
  };
  done(await advance(season, "judging"));
  // No two alike: a tie would be decided by what was sent in first.
  await judgeAll(season, [3, 5, 4, 2]);
  done(await advance(season, "frozen"));
  expect(await seen()).toBeNull();
  done(await advance(season, "published"));
  expect(await seen()).toEqual({ rank: 1, over: false });
  done(await advance(season, "closed"));
  expect(await seen()).toEqual({ rank: 1, over: true });
});

test("who withdraws makes room for the first of the reserve that fits, and the explanation says so", async () => {
  const rules = smallRules({ places: 2, quotas: { craft: { min: 0, max: 1 } } });
  const season = await open({ rules, products: ["craft", "craft", "cooperative", "cooperative"] });
  const { database, products, office } = season;
  const ids = products.map(({ submissionId }) => submissionId);
  done(await advance(season, "judging"));
  await judgeAll(season, [5, 4, 4, 3]);
  done(await advance(season, "frozen"));
  done(await advance(season, "published"));
  const out = { submissionId: ids[2] ?? "", reason: "문을 닫아요" };
  // The better one on reserve is of a kind at its maximum.
  expect(done(await withdrawSubmission(database, office, out, twoMalls))).toEqual({ place: 2, promoted: ids[3] });
  expect(codesOf(await withdrawSubmission(database, office, out, twoMalls))).toEqual(["submission.not_withdrawable"]);
  expect(await database.submission.findUnique({ where: { id: ids[3] } })).toMatchObject({ state: "selected" });
  expect(await database.listing.count({ where: { productId: products[3]?.productId } })).toBe(2);
  expect(await database.listing.count({ where: { productId: products[2]?.productId, wanted: "live" } })).toBe(0);
  const result = await findResult(database, season.seasonId);
  const places = await database.place.findMany({ orderBy: { number: "asc" } });
  expect([...(result?.list ?? [])].sort()).toEqual(places.map(({ number, submissionId }) => [number, submissionId]));
  const why = await explainSubmission(database, ids[3] ?? "");
  expect(why).toMatchObject({ place: 2, explanation: { standing: "reserve", reserveRank: 2 } });
  expect(why?.decisions).toMatchObject([{ kind: "promotion", decidedById: null, details: { place: 2, rank: 2 } }]);
  const passedOver = await explainSubmission(database, ids[1] ?? "");
  expect(passedOver).toMatchObject({ place: null, explanation: { reason: "kind_full", standing: "reserve" } });
});

test("a change by hand is a decision with a reason, within the quotas; a list that is opened again frees its places", async () => {
  const rules = smallRules({ places: 2, quotas: { cooperative: { min: 1, max: null } } });
  const season = await open({ rules, products: ["craft", "craft", "cooperative", "craft"] });
  const { database, products, office, seasonId } = season;
  const ids = products.map(({ submissionId }) => submissionId);
  done(await advance(season, "judging"));
  await judgeAll(season, [5, 4, 3, 4]);
  done(await advance(season, "frozen"));
  const change = { seasonId, out: ids[2] ?? null, in: ids[1] ?? null, reason: "두 가게가 같은 상품이에요" };
  expect(codesOf(await changeByHand(database, office, change, twoMalls))).toEqual(["by_hand.quota"]);
  const swap = { ...change, out: ids[0] ?? null };
  expect(done(await changeByHand(database, office, swap, twoMalls))).toEqual({ place: 1, promoted: null });
  const why = await explainSubmission(database, ids[1] ?? "");
  expect(why).toMatchObject({ place: 1, decisions: [{ kind: "by_hand", reason: swap.reason }] });
  const changed = { seasonId, rules: smallRules({ places: 3 }), reason: "한 자리를 더해요" };
  expect(codesOf(await changeRules(database, office, changed, twoMalls))).toEqual(["rules.fixed"]);
  expect(codesOf(await advance(season, "judging"))).toEqual(["reason.missing"]);
  done(await advance(season, "judging", "빠진 심사가 있었어요"));
  expect(await database.place.count()).toBe(0);
  expect(codesOf(await changeRules(database, office, { ...changed, reason: undefined }, twoMalls))).toEqual([
    "reason.missing",
  ]);
  expect(done(await changeRules(database, office, changed, twoMalls))).toEqual({ version: 2, reopened: 0 });
  done(await advance(season, "frozen"));
  expect(await database.place.count()).toBe(3);
  expect(await database.seasonResult.count()).toBe(2);
});

test("the database itself keeps rules, frozen lists and decisions as they were, and no place before the freeze", async () => {
  const season = await open();
  const { database, seasonId, products } = season;
  const submissionId = products[0]?.submissionId ?? "";
  const place = { seasonId, number: 1, seasonPlaces: 2, submissionId };
  await expect(database.place.create({ data: place })).rejects.toThrow(/is not frozen/);
  done(await advance(season, "judging"));
  const rules = { seasonId, version: 2, rules: smallRules({ places: 3 }) };
  await expect(database.seasonRules.create({ data: rules })).rejects.toThrow(/judging of season .* has begun/);
  await expect(database.season.update({ where: { id: seasonId }, data: { places: 3 } })).rejects.toThrow(
    /say 2 places/,
  );
  await expect(database.seasonRules.updateMany({ data: { rules: {} } })).rejects.toThrow(/append-only/);
  await judgeAll(season, [3, 3, 3, 3]);
  done(await advance(season, "frozen"));
  await expect(database.seasonResult.updateMany({ data: { outcome: {} } })).rejects.toThrow(/append-only/);
  done(await advance(season, "judging", "다시 봐요"));
  await expect(database.seasonDecision.updateMany({ data: { reason: "달라요" } })).rejects.toThrow(/append-only/);
  await expect(database.seasonDecision.deleteMany()).rejects.toThrow(/append-only/);
  await database.seasonDecision.updateMany({ data: { reason: "" } });
});

test("a judgement that cannot be given says why, and loses nothing", async () => {
  const season = await open({ curators: 3 });
  const { database, curators, office, rules } = season;
  done(await advance(season, "judging"));
  const slot = await database.judgingSlot.findFirstOrThrow({ where: { curatorId: curators[0]?.accountId } });
  const [curator] = curators;
  if (!curator) throw new Error("three curators");
  const index = season.products.findIndex(({ submissionId }) => submissionId === slot.submissionId);
  const page = await form(season, index);

  const typed = { ...page, marks: { quality: "4", demand: "9" }, note: "향이 좋다" };
  const range = await saveMarks(database, curator, typed);
  expect(codesOf(range)).toEqual(["judging.mark_range"]);
  expect(range.ok ? [] : range.issues).toMatchObject([{ path: { field: "marks.demand" }, raw: "9" }]);
  const judging = { submissionId: page.submissionId, curatorId: curator.accountId };
  const kept = await findJudging(database, judging, twoMalls);
  expect(kept?.own).toMatchObject({ state: "draft", note: "향이 좋다", marks: [{ criterion: "quality", mark: 4 }] });
  const missing = await giveJudgement(database, curator, { ...page, marks: {} });
  expect(new Set(codesOf(missing))).toEqual(new Set(["judging.marks_missing"]));

  // The merchant changed the product meanwhile: marks stay, to be confirmed.
  const { productId, storeId, merchantId } = season.products[index] as RubricSeason["products"][number];
  const merchant = { kind: "person" as const, accountId: merchantId, role: "merchant" as const };
  const pin = { kind: "field" as const, field: "price" };
  done(await askChange(database, office, { ...page, pin, text: "값을 다시 봐 주세요" }));
  expect(await findNextToJudge(database, { seasonId: season.seasonId, curatorId: curator.accountId })).not.toBe(
    page.submissionId,
  );
  expect(await listOpenRequests(database, { storeId })).toMatchObject([{ field: "price", productId }]);
  const answer = { storeId, submissionId: page.submissionId, answers: {} };
  expect(codesOf(await answerChanges(database, merchant, answer, twoMalls))).toEqual(["change_request.nothing_said"]);
  done(await editProduct(database, merchant, { storeId, productId, fields: { price: "15,000" } }));
  expect(done(await answerChanges(database, merchant, answer, twoMalls))).toEqual({ answered: 1, reopened: 0 });
  const stale = await giveJudgement(database, curator, { ...page, marks: allMarks(rules, 4) });
  expect(codesOf(stale)).toEqual(["judging.version_changed"]);
  const after = await findJudging(database, judging, twoMalls);
  expect(after?.own?.marks).toHaveLength(5);
  expect(after?.own?.differences?.fields).toEqual([{ key: "price", before: "12000", after: "15000" }]);
  done(await giveJudgement(database, curator, { ...(await form(season, index)), marks: allMarks(rules, 4) }));
  done(await giveJudgement(database, curator, { ...(await form(season, index)), marks: allMarks(rules, 4) }));
  expect(await database.auditLine.count({ where: { action: "give-judgement" } })).toBe(1);

  // Others have both slots of another product.
  const foreign = await database.judgingSlot.groupBy({
    by: ["submissionId"],
    where: { NOT: { submission: { slots: { some: { curatorId: curator.accountId } } } } },
  });
  const other = season.products.findIndex(({ submissionId }) => submissionId === foreign[0]?.submissionId);
  const taken = { ...(await form(season, other)), marks: allMarks(rules, 5) };
  expect(codesOf(await giveJudgement(database, curator, taken))).toEqual(["judging.no_slot"]);
  expect(await database.judgementMark.count({ where: { judgement: { submissionId: taken.submissionId } } })).toBe(5);

  done(await rejectSubmission(database, office, { submissionId: taken.submissionId, reason: "같은 상품이 있어요" }));
  expect(codesOf(await saveMarks(database, curator, taken))).toEqual(["judging.decided"]);
  done(await withdrawSubmission(database, office, { ...page, reason: "거둬들여요" }, twoMalls));
  expect(codesOf(await giveJudgement(database, curator, { ...page, marks: {} }))).toEqual(["judging.withdrawn"]);
  await database.account.update({ where: { id: curator.accountId }, data: { role: "creator" } });
  expect(codesOf(await giveJudgement(database, curator, { ...page, marks: {} }))).toEqual(["judging.not_curator"]);
});

test("after an answer only what the marks rest on is judged again", async () => {
  const season = await open({ products: crafts(1) });
  const { database, office, curators, products, seasonId } = season;
  done(await advance(season, "judging"));
  await judgeAll(season, [4]);
  const { storeId, productId, merchantId, submissionId } = products[0] as RubricSeason["products"][number];
  const merchant = { kind: "person" as const, accountId: merchantId, role: "merchant" as const };
  const page = await form(season, 0);
  const pin = { kind: "field" as const, field: "price" };
  done(await askChange(database, office, { ...page, pin, text: "값" }));
  expect(codesOf(await askChange(database, office, { ...page, pin, text: "또" }))).toEqual(["change_request.exists"]);
  done(await editProduct(database, merchant, { storeId, productId, fields: { price: "15,000" } }));
  const answer = { storeId, submissionId, answers: {} };
  expect(done(await answerChanges(database, merchant, answer, twoMalls))).toEqual({ answered: 1, reopened: 2 });
  const [curator] = curators;
  if (!curator) throw new Error("two curators");
  expect(await countJudging(database, { seasonId, curatorId: curator.accountId })).toEqual({
    ...{ dealt: 1, given: 0, reopened: 1 },
  });
  const own = (await findJudging(database, { submissionId, curatorId: curator.accountId }, twoMalls))?.own;
  const stale = own?.marks.filter((mark) => mark.stale).map(({ criterion }) => criterion);
  expect(stale?.sort()).toEqual(["demand", "price"]);
  expect(codesOf(await advance(season, "frozen"))).toEqual(["season.unfinished"]);
  done(await giveJudgement(database, curator, { ...(await form(season, 0)), marks: { demand: 4, price: 2 } }));
  done(await advance(season, "frozen", "한 분이 아파요"));
  const why = await explainSubmission(database, submissionId);
  expect(why?.explanation).toMatchObject({ standing: "in", score: { judgements: 1, mean: { n: 370, d: 5 } } });
});

test("whoever has a conflict is dealt nothing of the store, and what they gave counts no more", async () => {
  const season = await open({ curators: 3, products: ["craft", "craft", "cooperative"] });
  const { database, office, curators, products, seasonId } = season;
  const [first, second] = curators;
  if (!first || !second) throw new Error("three curators");
  const storeId = products[0]?.storeId ?? "";
  done(await declareConflict(database, first, { seasonId, storeId, kind: "family" }));
  expect(codesOf(await declareConflict(database, first, { seasonId, storeId, kind: "own" }))).toEqual([
    "conflict.exists",
  ]);
  done(await advance(season, "judging"));
  const dealt = () =>
    database.judgingSlot.count({ where: { curatorId: first.accountId, submission: { product: { storeId } } } });
  expect(await dealt()).toBe(0);
  await judgeAll(season, [4, 4, 4]);
  const page = await form(season, 0);
  expect(codesOf(await saveMarks(database, first, { ...page, marks: {} }))).toEqual(["judging.conflict"]);
  await expect(
    database.judgingSlot.update({
      where: { submissionId_number: { submissionId: page.submissionId, number: 1 } },
      data: { curatorId: first.accountId },
    }),
  ).rejects.toThrow(/has a conflict/);

  const { merchantId } = products[0] as RubricSeason["products"][number];
  const merchant = { kind: "person" as const, accountId: merchantId, role: "merchant" as const };
  const challenge = { seasonId, storeId, curatorId: second.accountId, reason: "예전에 함께 일했어요" };
  const { challengeId } = done(await challengeCurator(database, merchant, challenge));
  expect(codesOf(await challengeCurator(database, merchant, challenge))).toEqual(["challenge.exists"]);
  done(await decideChallenge(database, office, { challengeId, uphold: true, answer: "맞아요" }));
  const result = await findResult(database, seasonId);
  const judgements = result?.facts.submissions.find(({ id }) => id === page.submissionId)?.judgements;
  expect(judgements?.map(({ curatorId }) => curatorId)).toEqual([curators[2]?.accountId]);
  expect(await database.outboxMessage.count({ where: { template: "challenge_upheld" } })).toBe(1);
});

test("a product that fails a gate is not judged, unless the office waives it with a reason", async () => {
  const rules = smallRules({ gates: ["domestic", "kind_proof"] });
  const season = await open({ rules, products: crafts(2) });
  const { database, office, products } = season;
  done(await advance(season, "judging"));
  expect(await database.judgingSlot.count()).toBe(0);
  const submissionId = products[0]?.submissionId ?? "";
  const waiver = { submissionId, gate: "kind_proof" as const, reason: "서류를 눈으로 봤어요" };
  expect(done(await waiveGate(database, office, waiver, twoMalls))).toEqual({ eligible: true });
  expect(codesOf(await waiveGate(database, office, waiver, twoMalls))).toEqual(["waiver.not_needed"]);
  expect(await database.judgingSlot.count()).toBe(2);
  const bonus = { submissionId, points: 6, reason: "인증이 있어요" };
  expect(codesOf(await grantBonus(database, office, bonus))).toEqual(["bonus.range"]);
  done(await grantBonus(database, office, { ...bonus, points: 5 }));
  await judgeAll(season, [3, 3]);
  done(await advance(season, "frozen"));
  const [why, other] = [
    await explainSubmission(database, submissionId),
    await explainSubmission(database, products[1]?.submissionId ?? ""),
  ];
  expect(why).toMatchObject({ explanation: { standing: "in", waived: ["kind_proof"], score: { bonus: 5 } } });
  expect(why?.decisions.map(({ kind }) => kind)).toEqual(["waiver", "bonus"]);
  expect(other?.explanation).toMatchObject({ standing: "out", reason: "not_eligible", unmet: ["kind_proof"] });
});

test("a change of rules while judging begins anew only what it touches", async () => {
  const season = await open({ products: crafts(2), curators: 3 });
  const { database, office, seasonId, rules } = season;
  done(await advance(season, "judging"));
  await judgeAll(season, [4, 4]);
  const change = async (rubric: Partial<Rubric>) =>
    done(
      await changeRules(
        database,
        office,
        { seasonId, rules: smallRules({}, { judgements: 3, ...rubric }), reason: "고쳐요" },
        twoMalls,
      ),
    );
  // Weights and floor only change what is computed; a third judgement is dealt.
  expect(await change({ floor: 50 })).toEqual({ version: 2, reopened: 0 });
  expect(await database.judgingSlot.count({ where: { givenAt: null, curatorId: { not: null } } })).toBe(2);
  const criteria = (rules.rubric as Rubric).criteria.map((one) =>
    one.key === "price" ? { ...one, label: { ko: "값", en: "What it costs" } } : one,
  );
  expect(await change({ criteria })).toEqual({ version: 3, reopened: 4 });
  const stored = await database.seasonRules.findMany({ orderBy: { version: "asc" }, include: { decision: true } });
  expect(stored.map(({ decision }) => decision?.kind ?? null)).toEqual([null, "rule_change", "rule_change"]);
  expect(readRules(stored[0]?.rules)).toEqual(rules);
});

test("a season past its dates takes nothing in, and keeps marks that come too late as drafts", async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  const season = await open({ products: crafts(2) });
  const { database, office, seasonId, curators, products } = season;
  const dates = { intakeFrom: null, intakeUntil: yesterday, judgingUntil: null, reserveUntil: null };
  done(await changeRules(database, office, { seasonId, rules: smallRules({ dates }) }, twoMalls));
  const { merchantId, storeId, productId } = products[0] as RubricSeason["products"][number];
  const merchant = { kind: "person" as const, accountId: merchantId, role: "merchant" as const };
  const late = await submitProducts(database, merchant, { seasonId, storeId, productIds: [productId] });
  expect(late).toMatchObject({ ok: false, issues: [{ code: "season.intake_over", params: { date: yesterday } }] });
  const over = smallRules({ dates: { ...dates, intakeUntil: null, judgingUntil: yesterday } });
  done(await changeRules(database, office, { seasonId, rules: over }, twoMalls));
  done(await advance(season, "judging"));
  const [curator] = curators;
  if (!curator) throw new Error("two curators");
  const page = { ...(await form(season, 0)), marks: allMarks(over, 4) };
  expect(codesOf(await giveJudgement(database, curator, page))).toEqual(["season.judging_over"]);
  expect(await database.judgementMark.count()).toBe(5);
});
