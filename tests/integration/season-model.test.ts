import fc from "fast-check";
import { expect, test } from "vitest";
import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { changeByHand } from "#app/domain/season/change-by-hand.ts";
import { deselectSubmission } from "#app/domain/season/deselect-submission.ts";
import { findResult } from "#app/domain/season/explain-result.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { withdrawSubmission } from "#app/domain/season/withdraw-submission.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { openRubricSeason, type RubricSeason, smallRules } from "./rubric-season.ts";
import { twoMalls } from "./season-setup.ts";

/** How many histories in a row; fewer in `npm test`. */
const runs = Number(process.env.RUNS ?? 12);
const places = 3;
const reserveSize = 2;
/** Two kinds in turn; of the first at most two have a place. */
const kinds = ["craft", "cooperative", "craft", "cooperative", "craft", "craft"] as const;
const most = 2;

/** What ought to be, kept by other means than the program's. */
interface Model {
  rubric: boolean;
  season: "judging" | "frozen" | "published";
  products: {
    state: "submitted" | "selected" | "rejected" | "withdrawn";
    place: number | null;
    waits: boolean;
    mark: number;
  }[];
}

interface Real {
  database: Database;
  opened: RubricSeason;
  seasonId: string;
  submissions: string[];
}

const free = ({ products }: Model) =>
  [1, 2, 3].find((number) => products.every(({ place }) => place !== number)) ?? null;
const full = ({ products, rubric }: Model, index: number) =>
  rubric &&
  kinds[index] === "craft" &&
  products.filter(({ place }, other) => place !== null && kinds[other] === "craft").length >= most;
/** Best marks first. */
const ranked = ({ products }: Model) =>
  products.map((_, index) => index).sort((one, other) => (products[other]?.mark ?? 0) - (products[one]?.mark ?? 0));

function promote(model: Model, place: number) {
  const next = ranked(model).find((index) => {
    const product = model.products[index];
    return product?.waits && product.state === "submitted" && !full(model, index);
  });
  const product = next === undefined ? undefined : model.products[next];
  if (!product) return;
  Object.assign(product, { place, waits: false, state: model.season === "published" ? "selected" : "submitted" });
}

type Step = (model: Model, real: Real) => Promise<boolean>;

/** A command that may always be tried: the model says whether it must be done or refused. */
class Command implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly name: string,
    readonly expected: (model: Model) => boolean,
    readonly act: Step,
  ) {}
  check() {
    return true;
  }
  async run(model: Model, real: Real) {
    const before = structuredClone(model);
    const did = this.expected(model);
    expect([this.name, await this.act(before, real)]).toEqual([this.name, did]);
    await compare(model, real);
  }
  toString() {
    return this.name;
  }
}

async function compare(model: Model, { database, seasonId, submissions }: Real) {
  const found = await database.submission.findMany({ where: { seasonId }, include: { place: true, reserve: true } });
  const byId = new Map(found.map((one) => [one.id, one]));
  const is = submissions.map((id) => {
    const one = byId.get(id);
    return { state: one?.state, place: one?.place?.number ?? null, waits: one?.reserve?.state === "waiting" };
  });
  expect(is).toEqual(model.products.map(({ state, place, waits }) => ({ state, place, waits })));
  expect(await database.place.count({ where: { seasonId } })).toBeLessThanOrEqual(places);
  if (!model.rubric || model.season === "judging") return;
  const result = await findResult(database, seasonId);
  const numbered = is.flatMap(({ place }, index) => (place === null ? [] : [[place, submissions[index]] as const]));
  expect([...(result?.list ?? [])].sort()).toEqual(numbered.sort());
}

const index = fc.nat(kinds.length - 1);
const reason = "까닭";

const commands = [
  index.map((one) => {
    const may = (model: Model) =>
      !model.rubric && model.season === "judging" && model.products[one]?.state === "submitted" && free(model) !== null;
    return new Command(
      `select ${one}`,
      (model) => {
        if (!may(model)) return false;
        Object.assign(model.products[one] ?? {}, { place: free(model), state: "selected" });
        return true;
      },
      async (_, { database, opened, submissions }) =>
        (await selectSubmission(database, opened.office, { submissionId: submissions[one] ?? "" }, twoMalls)).ok,
    );
  }),
  index.map(
    (one) =>
      new Command(
        `deselect ${one}`,
        (model) => {
          const product = model.products[one];
          if (model.season !== "judging" || product?.state !== "selected") return false;
          Object.assign(product, { place: null, state: "submitted" });
          return true;
        },
        async (_, { database, opened, submissions }) =>
          (await deselectSubmission(database, opened.office, { submissionId: submissions[one] ?? "", reason })).ok,
      ),
  ),
  index.map(
    (one) =>
      new Command(
        `withdraw ${one}`,
        (model) => {
          const product = model.products[one];
          if (!product || (product.state !== "submitted" && product.state !== "selected")) return false;
          const { place } = product;
          Object.assign(product, { state: "withdrawn", place: null, waits: false });
          if (place !== null && model.season !== "judging") promote(model, place);
          return true;
        },
        async (_, { database, opened, submissions }) =>
          (
            await withdrawSubmission(
              database,
              opened.office,
              { submissionId: submissions[one] ?? "", reason },
              twoMalls,
            )
          ).ok,
      ),
  ),
  fc.constant(
    new Command(
      "freeze",
      (model) => {
        if (model.season !== "judging") return false;
        model.season = "frozen";
        if (!model.rubric) return true;
        for (const one of ranked(model)) {
          const product = model.products[one];
          if (product?.state === "submitted" && free(model) !== null && !full(model, one)) product.place = free(model);
        }
        // Numbers follow the rank; the greedy loop gave them in that order already.
        let waiting = 0;
        for (const one of ranked(model)) {
          const product = model.products[one];
          if (product?.state !== "submitted" || product.place !== null || waiting === reserveSize) continue;
          product.waits = true;
          waiting += 1;
        }
        return true;
      },
      (_, real) => advance(real, "frozen"),
    ),
  ),
  fc.constant(
    new Command(
      "open again",
      (model) => {
        if (model.season !== "frozen") return false;
        model.season = "judging";
        if (model.rubric) for (const product of model.products) Object.assign(product, { place: null, waits: false });
        return true;
      },
      (_, real) => advance(real, "judging"),
    ),
  ),
  fc.constant(
    new Command(
      "publish",
      (model) => {
        if (model.season !== "frozen") return false;
        model.season = "published";
        if (!model.rubric) return true;
        for (const product of model.products) {
          if (product.state !== "submitted" || product.waits) continue;
          product.state = product.place === null ? "rejected" : "selected";
        }
        return true;
      },
      (_, real) => advance(real, "published"),
    ),
  ),
  fc.tuple(index, index).map(
    ([out, into]) =>
      new Command(
        `${into} instead of ${out}`,
        (model) => {
          const [leaving, entering] = [model.products[out], model.products[into]];
          if (!model.rubric || model.season !== "frozen" || leaving?.place == null || !entering) return false;
          if (entering.state !== "submitted" || entering.place !== null) return false;
          if (kinds[out] !== kinds[into] && full(model, into)) return false;
          Object.assign(entering, { place: leaving.place, waits: false });
          leaving.place = null;
          return true;
        },
        async (_, { database, opened, seasonId, submissions }) => {
          const input = { seasonId, out: submissions[out] ?? null, in: submissions[into] ?? null, reason };
          return (await changeByHand(database, opened.office, input, twoMalls)).ok;
        },
      ),
  ),
];

async function advance({ database, opened, seasonId }: Real, to: "judging" | "frozen" | "published") {
  return (await advanceSeason(database, opened.office, { seasonId, to, reason }, twoMalls)).ok;
}

test(
  `whatever is selected, taken back, withdrawn, frozen and promoted, in whatever order (${runs} histories)`,
  async () => {
    const { client: database } = await testDatabase({ untilTestEnds: true });
    const one = { key: "worth", label: { ko: "값어치", en: "Worth" }, guide: null, weight: 100, restsOn: [] };
    const rules = smallRules(
      { places, reserveSize, gates: [], quotas: { craft: { min: 0, max: most } } },
      { scale: 100, criteria: [one], floor: 0, judgements: 1, tieOrder: [] },
    );
    const opened = await openRubricSeason(database, { rules, products: [...kinds] });
    let year = 2030;
    const marks = fc.shuffledSubarray([11, 22, 33, 44, 55, 66], { minLength: kinds.length });
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        marks,
        fc.commands(commands, { maxCommands: 14 }),
        async (rubric, given, history) => {
          year += 1;
          const seasonId = await newSeason(database, year, rubric ? rules : null);
          const submissions = await enter(database, opened, seasonId, given);
          const model: Model = {
            rubric,
            season: "judging",
            products: given.map((mark) => ({ state: "submitted", place: null, waits: false, mark })),
          };
          await fc.asyncModelRun(() => ({ model, real: { database, opened, seasonId, submissions } }), history);
        },
      ),
      { numRuns: runs },
    );
  },
  120_000 + runs * 20_000,
);

async function newSeason(database: Database, year: number, rules: RubricSeason["rules"] | null): Promise<string> {
  const { id } = await database.season.create({ data: { year, name: String(year), places, state: "intake" } });
  if (rules) await database.seasonRules.create({ data: { seasonId: id, version: 1, rules } });
  await database.season.update({ where: { id }, data: { state: "judging" } });
  return id;
}

/** Every product in another season, judged by one curator. */
async function enter(database: Database, { products, curators }: RubricSeason, seasonId: string, marks: number[]) {
  const curatorId = curators[0]?.accountId ?? "";
  const submissions: string[] = [];
  for (const [index, { productId }] of products.entries()) {
    await database.listing.deleteMany({ where: { productId } });
    const { id: versionId } = await database.productVersion.findFirstOrThrow({ where: { productId } });
    const { id: submissionId } = await database.submission.create({ data: { seasonId, productId, versionId } });
    submissions.push(submissionId);
    const givenAt = new Date();
    await database.judgingSlot.create({ data: { submissionId, number: 1, seasonId, curatorId, givenAt } });
    await database.judgement.create({
      data: {
        ...{ submissionId, curatorId, state: "given", givenAt },
        marks: { create: { criterion: "worth", mark: marks[index] ?? 0, versionId } },
      },
    });
  }
  return submissions;
}
