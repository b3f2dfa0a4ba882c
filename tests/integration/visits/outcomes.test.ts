import { describe, expect, test } from "vitest";
import { listVisits } from "#app/domain/visit/find-visit.ts";
import { lapseVisits, remindOfContent, remindVisits } from "#app/domain/visit/remind-visits.ts";
import { decideDispute, disputeOutcome, tellOutcome } from "#app/domain/visit/tell-outcome.ts";
import { codesOf, later, must, now, visitStage } from "./visit-stage.ts";

describe("what became of a visit", () => {
  test("is said by either side once its time has come, disputed by the other, and decided by the office", async () => {
    const { database, office, merchant, storeId, propose, nari, first, stateOf } = await visitStage();
    const { visitId } = must(await propose(nari, first));
    const creator = { creatorId: nari.accountId };
    const say = (at: Date) => tellOutcome(database, merchant, { storeId }, { visitId, outcome: "no_show" }, at);
    expect(codesOf(await say(now))).toEqual(["visit.not_yet_over"]);
    must(await say(later(5)));
    expect(await database.visit.findUniqueOrThrow({ where: { id: visitId } })).toMatchObject({
      state: "no_show",
      absent: "creator",
    });
    const dispute = { visitId, dispute: "십 분 늦었지만 찾아갔어요" };
    expect(codesOf(await disputeOutcome(database, merchant, { storeId }, dispute, later(6)))).toEqual([
      "visit.not_disputable",
    ]);
    expect(codesOf(await disputeOutcome(database, nari, creator, dispute, later(13)))).toEqual([
      "visit.not_disputable",
    ]);
    must(await disputeOutcome(database, nari, creator, dispute, later(6)));
    const decide = { visitId, outcome: "visited" as const, reason: "사진의 시각이 맞아요" };
    must(await decideDispute(database, office, decide, later(7)));
    expect(await stateOf(visitId)).toBe("visited");
    expect(codesOf(await disputeOutcome(database, merchant, { storeId }, dispute, later(8)))).toEqual([
      "visit.not_disputable",
    ]);
    expect(codesOf(await decideDispute(database, office, decide, later(8)))).toEqual(["visit.not_disputed"]);
  });

  test("both are reminded the day before, once", async () => {
    const { database, propose, nari, first, told } = await visitStage();
    await propose(nari, first);
    expect(await remindVisits(database, later(2, 3))).toBe(0);
    expect(await remindVisits(database, later(3, 3))).toBe(1);
    expect(await remindVisits(database, later(3, 4))).toBe(0);
    expect(await told("visit_tomorrow")).toBe(2);
  });

  test("whoever owes content is reminded once before and three times after its day, and the office sees how late it is", async () => {
    const { database, propose, nari, merchant, storeId, campaignId, first, told } = await visitStage();
    const { visitId } = must(await propose(nari, first));
    must(await tellOutcome(database, merchant, { storeId }, { visitId, outcome: "visited" }, later(5)));
    const owedOn = async (day: number) => (await listVisits(database, { campaignId }, later(day)))[0]?.owed;
    expect(await remindOfContent(database, later(15, 3))).toBe(0);
    expect(await remindOfContent(database, later(16, 15))).toBe(0);
    expect(await remindOfContent(database, later(16, 3))).toBe(1);
    expect(await remindOfContent(database, later(18, 3))).toBe(0);
    expect(await owedOn(18)).toEqual({ dueOn: "2026-12-19", daysLate: 0 });
    expect(await told("content_due")).toBe(1);
    for (const day of [19, 20, 25, 32, 60]) await remindOfContent(database, later(day, 3));
    expect(await told("content_late")).toBe(3);
    expect(await owedOn(25)).toEqual({ dueOn: "2026-12-19", daysLate: 7 });
  });

  test("a request whose time comes first is over", async () => {
    const { database, propose, nari, first, stateOf } = await visitStage({ agreesAtOnce: false });
    const { visitId } = must(await propose(nari, first));
    expect(await lapseVisits(database, later(4))).toBe(0);
    expect(await lapseVisits(database, later(5))).toBe(1);
    expect(await stateOf(visitId)).toBe("lapsed");
  });
});
