import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { computeResult } from "#app/domain/season/result/compute-result.ts";
import type { Explanation, SeasonFacts, SubmissionFacts } from "#app/domain/season/result/facts.ts";
import { compare, twoDecimals, whole } from "#app/domain/season/result/fraction.ts";
import { scoreOf } from "#app/domain/season/result/score.ts";
import type { GateKey, Quota, Rubric } from "#app/domain/season/rules.ts";

const standard = defaultRules(100).rubric as Rubric;

function product(id: string, over: Partial<SubmissionFacts> = {}): SubmissionFacts {
  return {
    ...{ id, kind: "craft", submittedAt: "2026-09-01T00:00:00.000Z", standing: "entered" },
    ...{ unmet: [], waived: [], bonus: 0, judgements: [] },
    ...over,
  } as SubmissionFacts;
}

/** Every criterion marked alike by each curator. */
function flat(marks: readonly number[]): SubmissionFacts["judgements"] {
  return marks.map((mark, index) => ({
    curatorId: `curator-${index}`,
    marks: Object.fromEntries(standard.criteria.map(({ key }) => [key, mark])),
  }));
}

function facts(submissions: SubmissionFacts[], rules: Partial<SeasonFacts["rules"]> = {}): SeasonFacts {
  return { rules: { places: 2, rubric: standard, quotas: {}, reserveSize: 1, ...rules }, submissions };
}

const byId = (outcome: { explanations: Explanation[] }) =>
  new Map(outcome.explanations.map((explanation) => [explanation.submissionId, explanation]));

describe("the public example of a trimmed mean", () => {
  // Five jurors, eighty points at most; one highest and one lowest left out even when tied; below 85 % is out; a price mark is
  // added; a tie goes to the higher technical mark.
  const jurors = [
    [68, 65, 73, 75, 65],
    [68, 73, 69, 70, 60],
    [68, 62, 69, 65, 60],
    [68, 65, 65, 65, 70],
    [72, 65, 69, 75, 75],
  ];
  const priceMarks = [13, 20, 15, 14, 17];
  const rubric: Rubric = {
    ...standard,
    scale: 80,
    criteria: [
      { key: "technical", label: { ko: "기술", en: "Technical" }, guide: null, weight: 80, restsOn: ["description"] },
    ],
    floor: 68,
    bonusMost: 20,
    tieOrder: ["technical"],
  };
  const firms = priceMarks.map((bonus, index) =>
    product(`firm ${index + 1}`, {
      bonus,
      judgements: jurors.map((marks, juror) => ({
        curatorId: `juror ${juror}`,
        marks: { technical: marks[index] ?? 0 },
      })),
    }),
  );
  const outcome = computeResult(facts(firms, { rubric, places: 1, reserveSize: 5 }));

  it("gives the technical means 68, 65, 69, 70, 65", () => {
    const means = firms.map((firm) => twoDecimals(scoreOf(firm, rubric)?.mean ?? whole(0)));
    expect(means).toEqual(["68.00", "65.00", "69.00", "70.00", "65.00"]);
  });

  it("goes to firm 4, by its higher technical mark", () => {
    expect(outcome.places).toEqual([{ number: 1, submissionId: "firm 4" }]);
    expect(outcome.reserve).toEqual([
      { rank: 1, submissionId: "firm 3" },
      { rank: 2, submissionId: "firm 1" },
    ]);
    const why = byId(outcome);
    expect(twoDecimals(why.get("firm 4")?.score?.total ?? whole(0))).toBe("84.00");
    expect(why.get("firm 4")?.ties).toEqual([{ with: "firm 3", decidedBy: "technical" }]);
    expect(twoDecimals(why.get("firm 1")?.score?.total ?? whole(0))).toBe("81.00");
    for (const out of ["firm 2", "firm 5"]) {
      expect(why.get(out)).toMatchObject({ standing: "out", reason: "below_floor", rank: null });
    }
  });
});

describe("the score", () => {
  it("is the plain mean below five judgements, and leaves out one high and one low from five on", () => {
    const four = scoreOf(product("a", { judgements: flat([1, 5, 5, 5]) }), standard);
    expect(four).toMatchObject({ judgements: 4, leftOut: null });
    expect(twoDecimals(four?.mean ?? whole(0))).toBe("80.00");
    const five = scoreOf(product("a", { judgements: flat([1, 5, 5, 5, 3]) }), standard);
    expect(twoDecimals(five?.mean ?? whole(0))).toBe("86.67");
    expect(five?.leftOut).toEqual({ highest: { n: 500, d: 5 }, lowest: { n: 100, d: 5 } });
  });

  it("is ranked unrounded, and shown with two decimals, half up", () => {
    expect(twoDecimals({ n: 14_909, d: 200 })).toBe("74.55"); // 74.545
    expect(twoDecimals({ n: 74_544, d: 1000 })).toBe("74.54");
    expect(twoDecimals({ n: 1, d: 3 })).toBe("0.33");
    expect(twoDecimals({ n: 299_999, d: 4000 })).toBe("75.00"); // 74.99975: shown as 75, and still below it
    expect(compare({ n: 299_999, d: 4000 }, whole(75))).toBeLessThan(0);
  });

  it("does not lift what is below the floor by rounding or by a bonus", () => {
    // 59.9 of 60
    const marks = [...Array.from({ length: 199 }, () => 3), 2];
    const rubric = { ...standard, trimFrom: 1000 };
    const below = product("a", { judgements: flat(marks), bonus: 5 });
    const outcome = computeResult(facts([below], { rubric }));
    expect(outcome.explanations).toMatchObject([{ standing: "out", reason: "below_floor" }]);
  });
});

describe("the list", () => {
  it("keeps places for a kind, and lets those it cannot fill flow to the best of all", () => {
    const quotas = { cooperative: { min: 2, max: null } };
    const submissions = [
      product("a", { judgements: flat([5]) }),
      product("b", { judgements: flat([4]) }),
      product("c", { kind: "cooperative", judgements: flat([3]) }),
      product("d", { kind: "hundred_year", judgements: flat([3]) }),
    ];
    const outcome = computeResult(facts(submissions, { quotas, places: 3 }));
    expect(outcome.places.map(({ submissionId }) => submissionId)).toEqual(["a", "b", "c"]);
    expect(byId(outcome).get("c")?.reason).toBe("kept_for_kind");
    expect(byId(outcome).get("d")).toMatchObject({ standing: "reserve", reserveRank: 1, reason: "places_full" });
  });

  it("passes over a kind at its maximum", () => {
    const quotas = { craft: { min: 0, max: 1 } };
    const submissions = [
      product("a", { judgements: flat([5]) }),
      product("b", { judgements: flat([5, 4]) }),
      product("c", { kind: "cooperative", judgements: flat([3]) }),
    ];
    const outcome = computeResult(facts(submissions, { quotas }));
    expect(outcome.places.map(({ submissionId }) => submissionId)).toEqual(["a", "c"]);
    expect(byId(outcome).get("b")).toMatchObject({ standing: "reserve", reason: "kind_full", kindRank: 2 });
  });

  it("decides a tie by criterion, then by who came first, and says by what", () => {
    const marks = (over: Record<string, number>) => [
      { curatorId: "c", marks: { quality: 4, demand: 4, distinction: 4, price: 4, online: 4, ...over } },
    ];
    const submissions = [
      product("a", { judgements: marks({ demand: 5, distinction: 3 }), submittedAt: "2026-09-02T00:00:00.000Z" }),
      product("b", { judgements: marks({}) }),
      product("c", { judgements: marks({ demand: 5, distinction: 3 }) }),
    ];
    const outcome = computeResult(facts(submissions, { reserveSize: 0 }));
    expect(outcome.places.map(({ submissionId }) => submissionId)).toEqual(["b", "c"]);
    const why = byId(outcome);
    expect(why.get("b")?.ties).toEqual([{ with: "c", decidedBy: "distinction" }]);
    expect(why.get("a")?.ties).toEqual([{ with: "c", decidedBy: "submitted_at" }]);
  });

  it("names what stands in the way of everything else", () => {
    const submissions = [
      product("a", { standing: "withdrawn", judgements: flat([5]) }),
      product("b", { standing: "rejected", judgements: flat([5]) }),
      product("c", { unmet: ["domestic"], judgements: flat([5]) }),
      product("d"),
    ];
    const outcome = computeResult(facts(submissions));
    expect(outcome.places).toEqual([]);
    const reasons = outcome.explanations.map(({ reason }) => reason);
    expect(reasons).toEqual(["withdrawn", "rejected", "not_eligible", "not_judged"]);
  });
});

describe("whatever the facts", () => {
  const quota = fc.option(
    fc
      .tuple(fc.nat(4), fc.option(fc.nat(6)))
      .map(([min, over]): Quota => ({ min, max: over === null ? null : min + over })),
    { nil: undefined },
  );
  const season = fc
    .record({
      places: fc.integer({ min: 1, max: 12 }),
      reserveSize: fc.nat(5),
      quotas: fc.record(Object.fromEntries(storeKinds.map((kind) => [kind, quota]))),
      submissions: fc.array(
        fc.record({
          kind: fc.constantFrom(...storeKinds),
          submittedAt: fc.integer({ min: 1, max: 3 }).map((day) => `2026-09-0${day}T00:00:00.000Z`),
          standing: fc.constantFrom<SubmissionFacts["standing"]>(
            "entered",
            "entered",
            "entered",
            "entered",
            "rejected",
            "withdrawn",
          ),
          unmet: fc.constantFrom<GateKey[]>([], [], [], ["domestic"]),
          bonus: fc.nat(5),
          judgements: fc.array(
            fc.record(Object.fromEntries(standard.criteria.map(({ key }) => [key, fc.integer({ min: 2, max: 5 })]))),
            { maxLength: 6 },
          ),
        }),
        { maxLength: 25 },
      ),
    })
    .map(({ submissions, quotas, ...rules }): SeasonFacts => {
      const kept = Object.values(quotas).reduce((sum, one) => sum + (one?.min ?? 0), 0);
      return facts(
        submissions.map(({ judgements, ...rest }, index) =>
          product(`p${String(index).padStart(2, "0")}`, {
            ...rest,
            judgements: judgements.map((marks, judge) => ({ curatorId: `c${judge}`, marks })),
          }),
        ),
        { ...rules, quotas, places: Math.max(rules.places, kept) },
      );
    });

  it("the same facts give the same list, in whatever order they come", () => {
    fc.assert(
      fc.property(season, fc.infiniteStream(fc.nat()), (given, order) => {
        const outcome = computeResult(given);
        expect(computeResult(JSON.parse(JSON.stringify(given)))).toEqual(outcome);
        const shuffled = shuffle(given.submissions, order).map((one) => ({
          ...one,
          judgements: shuffle(one.judgements, order),
        }));
        expect(computeResult({ ...given, submissions: shuffled })).toEqual(outcome);
      }),
    );
  });

  it("places and reserve are never more than there are, nobody has two, and every submission is explained once", () => {
    fc.assert(
      fc.property(season, (given) => {
        const { places, reserve, explanations } = computeResult(given);
        expect(places.length).toBeLessThanOrEqual(given.rules.places);
        expect(reserve.length).toBeLessThanOrEqual(given.rules.reserveSize);
        expect(places.map(({ number }) => number)).toEqual(places.map((_, index) => index + 1));
        expect(reserve.map(({ rank }) => rank)).toEqual(reserve.map((_, index) => index + 1));
        const named = [...places, ...reserve].map(({ submissionId }) => submissionId);
        expect(new Set(named).size).toBe(named.length);
        expect(explanations.map(({ submissionId }) => submissionId)).toEqual(
          given.submissions.map(({ id }) => id).sort(),
        );
        const inOrder = explanations.filter(({ rank }) => rank !== null);
        for (const one of inOrder) {
          for (const other of inOrder) {
            if (!one.score || !other.score || (one.rank ?? 0) >= (other.rank ?? 0)) continue;
            expect(compare(one.score.total, other.score.total)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it("quotas hold: no kind has more than its maximum, none fewer than its minimum while it had more to give", () => {
    fc.assert(
      fc.property(season, (given) => {
        const { explanations } = computeResult(given);
        for (const kind of storeKinds) {
          const quota = given.rules.quotas[kind];
          const contending = explanations.filter((one) => one.kind === kind && one.rank !== null);
          const taken = contending.filter(({ standing }) => standing === "in").length;
          if (quota?.max != null) expect(taken).toBeLessThanOrEqual(quota.max);
          expect(taken).toBeGreaterThanOrEqual(Math.min(quota?.min ?? 0, contending.length));
        }
        // A place stays empty only where everybody else was kept out by a maximum.
        const taken = explanations.filter(({ standing }) => standing === "in").length;
        const others = explanations.filter(({ rank, standing }) => rank !== null && standing !== "in");
        if (taken < given.rules.places) expect(others.every(({ reason }) => reason === "kind_full")).toBe(true);
      }),
    );
  });

  it("a higher mark never costs a place", () => {
    fc.assert(
      fc.property(season, fc.nat(), fc.nat(), fc.nat(), (given, which, judge, criterion) => {
        const before = byId(computeResult(given));
        const chosen = given.submissions[which % Math.max(given.submissions.length, 1)];
        const raised = chosen?.judgements[judge % Math.max(chosen.judgements.length, 1)];
        const key = standard.criteria[criterion % standard.criteria.length]?.key ?? "";
        if (!chosen || !raised || (raised.marks[key] ?? 5) >= 5) return;
        const after = byId(
          computeResult({
            ...given,
            submissions: given.submissions.map((one) =>
              one.id !== chosen.id
                ? one
                : {
                    ...one,
                    judgements: one.judgements.map((judgement) =>
                      judgement === raised
                        ? { ...raised, marks: { ...raised.marks, [key]: (raised.marks[key] ?? 0) + 1 } }
                        : judgement,
                    ),
                  },
            ),
          }),
        );
        const [was, is] = [before.get(chosen.id), after.get(chosen.id)];
        if (was?.standing === "in") expect(is?.standing).toBe("in");
        if (was?.rank != null) expect(is?.rank).toBeLessThanOrEqual(was.rank);
      }),
      { numRuns: 500 },
    );
  });
});

function shuffle<Item>(items: readonly Item[], order: fc.Stream<number>): Item[] {
  const numbers = [...order.take(items.length)];
  return items
    .map((item, index) => ({ item, number: numbers[index] ?? 0 }))
    .sort((one, other) => one.number - other.number)
    .map(({ item }) => item);
}
