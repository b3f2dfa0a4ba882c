import type { Database } from "#app/services/database/database.ts";
import type { JudgementState, SeasonState, SubmissionState } from "#app/services/database/generated/enums.ts";
import { findDifferences, type ListedRequest, listRequests } from "../change-request/list-requests.ts";
import type { Differences } from "../product/differences.ts";
import type { MallRules } from "../product/readiness.ts";
import { type Decision, readDecision } from "../season/decisions.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { type GateStanding, isEligible } from "../season/gates.ts";
import { judgeSubmissions } from "../season/refresh-eligibility.ts";
import type { Rubric } from "../season/rules.ts";

export interface JudgingDetails {
  submissionId: string;
  seasonId: string;
  seasonState: SeasonState;
  state: SubmissionState;
  productId: string;
  /** What the marks are for; forms send it back. */
  versionId: string;
  rubric: Rubric;
  /** ISO time after which nothing is given any more; null: open end. */
  judgingUntil: string | null;
  gates: GateStanding[];
  eligible: boolean;
  /** The curator must not judge it. */
  conflict: boolean;
  /** The curator's own slot. */
  slot: { number: number; claimEndsAt: Date | null; givenAt: Date | null } | null;
  /** Of all its slots. */
  slots: { total: number; given: number };
  own: {
    state: JudgementState;
    note: string;
    /** `stale`: what it rests on has changed, to be given again. */
    marks: { criterion: string; mark: number; stale: boolean }[];
    /** Since the version that stale marks were given to; null where nothing changed. */
    differences: Differences | null;
  } | null;
  /** The others' given marks; null while they are not shown yet (blind, and the own is not given). */
  others: { curator: string; marks: Record<string, number>; note: string }[] | null;
  requests: ListedRequest[];
  /** Waivers and bonus, in their order. */
  decisions: Decision[];
}

/**
 * Where one curator stands with one product of a season with a rubric; null in a season without one. `seesAll`: the office, which
 * gives no marks of its own.
 */
export async function findJudging(
  database: Database,
  { submissionId, curatorId, seesAll = false }: { submissionId: string; curatorId: string; seesAll?: boolean },
  malls: readonly MallRules[],
): Promise<JudgingDetails | null> {
  const found = await database.submission.findUnique({
    where: { id: submissionId },
    include: {
      season: true,
      product: { select: { storeId: true } },
      slots: true,
      judgements: { include: { marks: true, curator: { select: { name: true } } }, orderBy: { givenAt: "asc" } },
      decisions: { orderBy: { id: "asc" } },
    },
  });
  if (!found) return null;
  const { season, productId, versionId } = found;
  const { rules } = await findRules(database, season);
  if (!hasRubric(rules)) return null;
  const { storeId } = found.product;
  const [standings, conflict, requests] = await Promise.all([
    judgeSubmissions(database, [found], rules, malls),
    database.conflictOfInterest.findFirst({ where: { seasonId: season.id, curatorId, storeId, endedAt: null } }),
    listRequests(database, submissionId),
  ]);
  const gates = standings.get(submissionId) ?? [];
  const own = found.judgements.find((one) => one.curatorId === curatorId && one.mark === null);
  const slot = found.slots.find((one) => one.curatorId === curatorId);
  const givers = new Set(found.slots.filter(({ givenAt }) => givenAt).map((one) => one.curatorId));
  const before = own?.marks.find(({ stale, versionId: on }) => stale && on !== versionId)?.versionId;
  const shown =
    seesAll || !rules.rubric.blind || own?.state === "given" || !["intake", "judging"].includes(season.state);
  return {
    ...{ submissionId, seasonId: season.id, seasonState: season.state, state: found.state, productId, versionId },
    rubric: rules.rubric,
    judgingUntil: rules.dates.judgingUntil,
    gates,
    eligible: isEligible(gates),
    conflict: conflict !== null,
    slot: slot ? { number: slot.number, claimEndsAt: slot.claimEndsAt, givenAt: slot.givenAt } : null,
    slots: { total: found.slots.length, given: givers.size },
    own: own
      ? {
          state: own.state,
          note: own.note,
          marks: own.marks.map(({ criterion, mark, stale }) => ({ criterion, mark, stale })),
          differences: before ? await findDifferences(database, { productId, before, after: versionId }) : null,
        }
      : null,
    others: shown
      ? found.judgements
          .filter((one) => one.curatorId !== curatorId && one.state === "given" && givers.has(one.curatorId))
          .map(({ curator, marks, note }) => ({
            curator: curator.name,
            marks: Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, mark])),
            note,
          }))
      : null,
    requests,
    decisions: found.decisions.map(readDecision),
  };
}
