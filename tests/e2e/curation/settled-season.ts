import { join } from "node:path";
import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { startWebProcess } from "#tests/web-process.ts";
import { freePort } from "../house.ts";
import { enterSeason } from "./entered-season.ts";
import { criteria, rules as handRules, marksOf } from "./marks.ts";

export interface SettledSeason {
  origin: string;
  /** Cookie of the office. */
  session: string;
  /** By place, from 1. */
  placed: string[];
  stop(): Promise<void>;
}

/** A house in which 300 products were judged by five curators and the list is settled, within quotas; the pages must be built. */
export async function openSettledSeason(folder: string): Promise<SettledSeason> {
  const server = await startThrowAwayServer();
  const url = server.url("settled");
  await ensureDatabase(url);
  await applyMigrations(url);
  const database = openDatabase(url);
  const { seasonId, office, products } = await enterSeason(database);
  const actor = { kind: "person" as const, accountId: office.id, role: "office" as const };
  const [least, most] = [handRules.least.hundred_year ?? 0, handRules.most.craft ?? null];
  const rules = {
    ...defaultRules(handRules.places),
    gates: ["domestic" as const],
    quotas: { hundred_year: { min: least, max: null }, craft: { min: 0, max: most } },
  };
  requireDone(await changeRules(database, actor, { seasonId, rules }, []));
  requireDone(await advanceSeason(database, actor, { seasonId, to: "judging" }, []));
  const slots = await database.judgingSlot.findMany({
    orderBy: [{ submissionId: "asc" }, { number: "asc" }],
    include: { submission: { select: { versionId: true } } },
  });
  for (const { submissionId, number, curatorId, submission } of slots) {
    const product = products.find((one) => one.submissionId === submissionId);
    if (!product) continue;
    const marks = marksOf(product.index, product.kind, number - 1);
    const curator = { kind: "person" as const, accountId: curatorId ?? "", role: "curator" as const };
    const typed = Object.fromEntries(criteria.map((key, index) => [key, marks[index] ?? 0]));
    requireDone(
      await giveJudgement(database, curator, { submissionId, versionId: submission.versionId, marks: typed }),
    );
  }
  requireDone(await advanceSeason(database, actor, { seasonId, to: "frozen" }, []));
  const places = await database.place.findMany({ orderBy: { number: "asc" } });
  const web = await startWebProcess({ databaseUrl: url, dataDir: join(folder, "data") }, await freePort());
  return {
    origin: web.origin,
    session: office.session,
    placed: places.map(({ submissionId }) => submissionId),
    async stop() {
      await web.kill();
      await database.$disconnect();
      await server.stop();
    },
  };
}

function requireDone(outcome: { ok: boolean; issues?: unknown }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
}
