import type { Database } from "#app/services/database/database.ts";
import { type SeasonFile, seasonFileSchema } from "./season-file.ts";

/** A season's file, as one moment of the database; null when there is no such season. */
export async function writeSeasonFile(database: Database, year: number, now = new Date()): Promise<SeasonFile | null> {
  return database.$transaction(
    async (transaction) => {
      const season = await transaction.season.findUnique({ where: { year } });
      if (!season) return null;
      const seasonId = season.id;
      const rules = await transaction.seasonRules.findMany({ where: { seasonId }, orderBy: { version: "asc" } });
      const results = await transaction.seasonResult.findMany({ where: { seasonId }, orderBy: { number: "asc" } });
      const decisions = await transaction.seasonDecision.findMany({ where: { seasonId }, orderBy: { id: "asc" } });
      const places = await transaction.place.findMany({
        where: { seasonId },
        orderBy: { number: "asc" },
        include: {
          submission: {
            include: { version: true, product: { include: { store: { include: { district: true } } } } },
          },
        },
      });
      const seals = await transaction.auditSeal.findMany({ where: { seasonId }, orderBy: { lineId: "asc" } });
      const lines = await transaction.auditLine.findMany({ where: { seasonId }, orderBy: { id: "asc" } });
      const hashes = new Map(seals.map(({ lineId, hash }) => [lineId, hash]));
      const numbers = new Map(results.map(({ id, number }) => [id, number]));
      const { id, name, state } = season;
      // As JSON has it: times are text, and a file that does not keep to its own form is never written.
      return seasonFileSchema.parse(
        JSON.parse(
          JSON.stringify({
            format: "baekseon-season",
            version: 1,
            writtenAt: now,
            season: { id, year, name, state, places: season.places },
            rules: rules.map(({ version, createdAt, rules }) => ({ version, createdAt, rules })),
            results: results.map(({ number, rulesVersion, frozenAt, facts, outcome }) => ({
              ...{ number, rulesVersion, frozenAt, facts, outcome },
            })),
            decisions: decisions.map(
              ({ id, kind, submissionId, resultId, reason, decidedById, decidedAt, details }) => ({
                ...{ id: String(id), kind, submissionId, reason, decidedById, decidedAt, details },
                result: resultId === null ? null : (numbers.get(resultId) ?? null),
              }),
            ),
            list: places.map(({ number, submissionId, submission: { version, product } }) => ({
              ...{ number, submissionId, product: version.name, store: product.store.name },
              ...{ kind: product.store.kind, district: product.store.district.nameKo },
            })),
            audit: lines.flatMap(({ id, ...line }) => {
              const hash = hashes.get(id);
              return hash === undefined ? [] : [{ ...line, id: String(id), hash }];
            }),
          }),
        ),
      );
    },
    { isolationLevel: "RepeatableRead", timeout: 120_000, maxWait: 20_000 },
  );
}

/** What the last sealed line of the season has; whoever notes it can tell a chain that was made anew. */
export function headOf({ audit }: Pick<SeasonFile, "audit">): string | null {
  return audit.at(-1)?.hash ?? null;
}
