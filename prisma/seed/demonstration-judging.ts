import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { askChange } from "#app/domain/change-request/ask-change.ts";
import { declareConflict } from "#app/domain/judging/declare-conflict.ts";
import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { grantBonus } from "#app/domain/season/grant-bonus.ts";
import type { Database } from "#app/services/database/database.ts";
import { panel } from "./demonstration/people.ts";

/** Marks on which all agree, in the order of the proposed criteria: quality, demand, distinction, price, fit for online. */
const marks: Record<string, readonly number[]> = {
  "BS-11": [5, 4, 5, 3, 4],
  "BS-12": [4, 4, 3, 4, 4],
  "HP-01": [4, 3, 5, 3, 4],
  "HP-02": [4, 2, 4, 3, 3],
  "YR-01": [4, 4, 3, 4, 4],
  "JB-01": [4, 5, 3, 4, 3],
  "SY-01": [4, 3, 4, 3, 4],
  "SY-02": [3, 3, 3, 3, 3],
  "ML-01": [5, 3, 5, 3, 4],
  "ML-02": [4, 4, 4, 4, 4],
  "HB-01": [5, 4, 4, 3, 5],
  "HB-02": [2, 3, 3, 3, 3],
};
/** Products that the first curator has not judged yet: whoever tries the program begins with them. */
const left = 3;

/**
 * The sample season decided by marks instead: five curators have judged nearly all of it, one has a conflict, a merchant is asked for a
 * change, and the list as the marks stand can be settled and published.
 */
export async function seedJudging(database: Database, seasonId: string, office: Actor): Promise<void> {
  const known = await loadMallRules(database, malls);
  await database.account.createMany({
    data: panel.map((one) => ({ ...one, demonstration: true })),
    skipDuplicates: true,
  });
  const curators = await database.account.findMany({
    where: { role: "curator", demonstration: true },
    orderBy: { email: "asc" },
    select: { id: true },
  });
  const proposed = defaultRules(7);
  const { criteria = [] } = proposed.rubric ?? {};
  const rules = {
    ...proposed,
    quotas: { hundred_year: { min: 2, max: null }, craft: { min: 0, max: 2 } },
    reserveSize: 3,
  };
  must(await changeRules(database, office, { seasonId, rules }, known));
  const adviser = actorOf(curators[1]);
  const advised = await database.store.findUniqueOrThrow({ where: { slug: "haebangchon-knits" } });
  await declareConflict(database, adviser, { seasonId, storeId: advised.id, kind: "adviser" });
  must(await advanceSeason(database, office, { seasonId, to: "judging" }, known));

  const slots = await database.judgingSlot.findMany({
    where: { seasonId, curatorId: { not: null } },
    orderBy: [{ submission: { submittedAt: "asc" } }, { submissionId: "asc" }, { number: "asc" }],
    select: {
      curatorId: true,
      submission: { select: { id: true, versionId: true, product: { select: { sku: true } } } },
    },
  });
  const first = curators[0]?.id;
  const open = new Set(slots.filter(({ curatorId }) => curatorId === first).slice(-left));
  for (const slot of slots) {
    const { id: submissionId, versionId, product } = slot.submission;
    const agreed = marks[product.sku];
    if (!agreed || open.has(slot)) continue;
    const seat = curators.findIndex(({ id }) => id === slot.curatorId);
    const own = Object.fromEntries(
      criteria.map(({ key }, index) => [key, leaning(agreed[index] ?? 3, seat, index + product.sku.length)]),
    );
    must(await giveJudgement(database, actorOf(curators[seat]), { submissionId, versionId, marks: own }));
  }
  const find = (sku: string) => database.submission.findFirstOrThrow({ where: { seasonId, product: { sku } } });
  const granted = await find("YR-01");
  const bonus = { submissionId: granted.id, points: 3, reason: "시장 상인회가 함께 추천했어요." };
  must(await grantBonus(database, office, bonus));
  const { id: submissionId, versionId } = await find("HP-02");
  const pin = { kind: "field" as const, field: "description" };
  const text = "아이가 써도 되는 먹물인지, 옷에 묻으면 어떻게 지우는지 적어 주세요.";
  must(await askChange(database, adviser, { submissionId, versionId, pin, text }));
}

/** One curator is strict, one generous, the others a little apart. */
function leaning(agreed: number, seat: number, turn: number): number {
  const lean = seat === 3 ? -1 : seat === 4 && turn % 2 === 0 ? 1 : (turn + seat) % 5 === 0 ? -1 : 0;
  return Math.min(5, Math.max(1, agreed + lean));
}

function actorOf(account: { id: string } | undefined): Actor {
  return { kind: "person", accountId: account?.id ?? "", role: "curator" };
}

function must(outcome: Outcome<unknown>): void {
  if (outcome.ok) return;
  throw new Error(`The sample season could not be judged: ${outcome.issues.map(({ code }) => code).join(", ")}`);
}
