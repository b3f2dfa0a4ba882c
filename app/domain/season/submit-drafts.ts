import { z } from "zod";
import { type Database, Prisma } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { partIssues } from "../product/common-issues.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { isReady, type MallRules, type Readiness, readinessForMalls } from "../product/readiness.ts";
import { findCurrentSeason } from "./find-current-season.ts";
import { statesOpenForSubmission } from "./states.ts";
import { submitProducts } from "./submit-products.ts";

export interface HeldBack {
  productId: string;
  name: string;
  sku: string;
  /** Why no mall would take it; what several malls say alike stands once, without a mall. */
  issues: Issue[];
}

export interface Drafts {
  season: { id: string; name: string };
  /** Products that at least one mall would take. */
  ready: string[];
  /** How many of them each mall would take, by its key. */
  readyByMall: Record<string, number>;
  heldBack: HeldBack[];
}

/** Facts in memory at once. */
const chunkSize = 500;

/** A store's products that are not in the current season yet, and which of them could be sent; null while it takes none. */
export async function findDrafts(
  database: Database,
  storeId: string,
  malls: readonly MallRules[],
): Promise<Drafts | null> {
  const season = await findCurrentSeason(database);
  if (!season || !statesOpenForSubmission.includes(season.state)) return null;
  const latest = await database.$queryRaw<{ productId: string; versionId: string }[]>(Prisma.sql`
    SELECT DISTINCT ON (product."created_at", product."sku", product."id")
           product."id" AS "productId", version."id" AS "versionId"
    FROM "product" AS product JOIN "product_version" AS version ON version."product_id" = product."id"
    WHERE product."store_id" = ${storeId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "submission"
                      WHERE "product_id" = product."id" AND "season_id" = ${season.id}::uuid)
    ORDER BY product."created_at" DESC, product."sku", product."id", version."number" DESC`);
  const drafts: Drafts = {
    season: { id: season.id, name: season.name },
    ready: [],
    readyByMall: Object.fromEntries(malls.map(({ key }) => [key, 0])),
    heldBack: [],
  };
  for (let start = 0; start < latest.length; start += chunkSize) {
    const chunk = latest.slice(start, start + chunkSize);
    const facts = await loadProductFacts(
      database,
      chunk.map(({ versionId }) => versionId),
    );
    for (const { productId, versionId } of chunk) {
      const product = facts.get(versionId);
      if (!product) continue;
      const readiness = readinessForMalls(product, malls);
      const takers = readiness.filter(isReady);
      for (const { mall } of takers) drafts.readyByMall[mall] = (drafts.readyByMall[mall] ?? 0) + 1;
      if (takers.length > 0) drafts.ready.push(productId);
      else {
        const nowhere = readiness.every(({ verdict }) => verdict === "not_offered");
        const issues = nowhere ? [issue("category.not_offered", { field: "category" })] : errorsOf(readiness);
        drafts.heldBack.push({ productId, name: product.name, sku: product.sku, issues });
      }
    }
  }
  return drafts;
}

function errorsOf(readiness: readonly Readiness[]): Issue[] {
  const { common, own } = partIssues(readiness);
  return [...common, ...own.flatMap(({ issues }) => issues)].filter(({ severity }) => severity === "error");
}

export const submitDraftsInput = z.object({ storeId: z.uuid() });

/** Sends every product of a store that is ready for at least one mall to the current season; the others stay as they are. */
export async function submitDrafts(
  database: Database,
  actor: Actor,
  { storeId }: z.infer<typeof submitDraftsInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ submitted: number; heldBack: number }>> {
  const drafts = await findDrafts(database, storeId, malls);
  if (!drafts) return refused("season.not_open");
  const { season, ready, heldBack } = drafts;
  if (ready.length === 0) {
    if (heldBack.length === 0) return refused("submission.already_submitted");
    return refused("submission.not_ready");
  }
  const outcome = await submitProducts(database, actor, { seasonId: season.id, storeId, productIds: ready });
  return outcome.ok ? done({ submitted: outcome.result.submitted, heldBack: heldBack.length }) : outcome;
}
