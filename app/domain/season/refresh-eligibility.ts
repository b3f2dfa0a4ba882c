import type { Database, Transaction } from "#app/services/database/database.ts";
import { toStored } from "../issue/stored-issues.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { type MallRules, readinessForMalls } from "../product/readiness.ts";
import { type GateStanding, isEligible, judgeGates } from "./gates.ts";
import type { GateKey, Rules } from "./rules.ts";

/** Facts in memory at once. */
const chunkSize = 500;

/**
 * Computes where submissions stand at the gates, keeps it, and gives how many pass: of the whole season, or of `submissionIds`.
 */
export async function refreshEligibility(
  transaction: Transaction,
  { seasonId, submissionIds }: { seasonId: string; submissionIds?: readonly string[] },
  rules: Rules,
  malls: readonly MallRules[],
): Promise<{ eligible: number; others: number }> {
  const submissions = await transaction.submission.findMany({
    where: { seasonId, state: "submitted", ...(submissionIds && { id: { in: [...submissionIds] } }) },
    select: { id: true, versionId: true },
    orderBy: { id: "asc" },
  });
  let eligible = 0;
  for (let start = 0; start < submissions.length; start += chunkSize) {
    const chunk = submissions.slice(start, start + chunkSize);
    const standings = await judgeSubmissions(transaction, chunk, rules, malls);
    const rows = chunk.flatMap(({ id, versionId }) => {
      const gates = standings.get(id);
      return gates ? [{ id, versionId, eligible: isEligible(gates), gates: gates.map(storedGate) }] : [];
    });
    eligible += rows.filter((row) => row.eligible).length;
    await transaction.$executeRaw`
      INSERT INTO "eligibility" ("submission_id", "version_id", "eligible", "gates")
      SELECT (row ->> 'id')::uuid, (row ->> 'versionId')::uuid, (row ->> 'eligible')::boolean, row -> 'gates'
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS row
      ON CONFLICT ("submission_id") DO UPDATE
      SET "version_id" = EXCLUDED."version_id", "eligible" = EXCLUDED."eligible", "gates" = EXCLUDED."gates", "computed_at" = now()`;
  }
  return { eligible, others: submissions.length - eligible };
}

/** Where submissions stand at the gates now, by their ids; nothing is written. */
export async function judgeSubmissions(
  database: Database | Transaction,
  submissions: readonly { id: string; versionId: string }[],
  rules: Rules,
  malls: readonly MallRules[],
): Promise<Map<string, GateStanding[]>> {
  const ids = submissions.map(({ id }) => id);
  const [facts, proven, waivers] = [
    await loadProductFacts(
      database,
      submissions.map(({ versionId }) => versionId),
    ),
    await database.submission.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        product: {
          select: {
            recalls: { where: { liftedAt: null }, select: { id: true } },
            store: {
              select: { verifications: { where: { requirement: "kind_proof" }, select: { requirement: true } } },
            },
          },
        },
      },
    }),
    await loadWaivers(database, ids),
  ];
  const byId = new Map(proven.map(({ id, product }) => [id, product]));
  return new Map(
    submissions.flatMap(({ id, versionId }) => {
      const product = facts.get(versionId);
      const known = byId.get(id);
      if (!product || !known) return [];
      const gateFacts = {
        product,
        readiness: readinessForMalls(product, malls),
        kindProven: known.store.verifications.length > 0,
        recalled: known.recalls.length > 0,
      };
      return [[id, judgeGates(gateFacts, rules, waivers.get(id) ?? new Set())] as const];
    }),
  );
}

/** Gates that are waived now, by submission. */
export async function loadWaivers(
  database: Database | Transaction,
  submissionIds: readonly string[],
): Promise<Map<string, Set<GateKey>>> {
  const decisions = await database.seasonDecision.findMany({
    where: { submissionId: { in: [...submissionIds] }, kind: { in: ["waiver", "waiver_taken_back"] } },
    orderBy: { id: "asc" },
    select: { submissionId: true, kind: true, details: true },
  });
  const waived = new Map<string, Set<GateKey>>();
  for (const { submissionId, kind, details } of decisions) {
    if (submissionId === null) continue;
    const gates = waived.get(submissionId) ?? new Set();
    const { gate } = details as { gate: GateKey };
    if (kind === "waiver") gates.add(gate);
    else gates.delete(gate);
    waived.set(submissionId, gates);
  }
  return waived;
}

function storedGate({ issues, ...standing }: GateStanding) {
  return { ...standing, issues: toStored(issues) };
}
