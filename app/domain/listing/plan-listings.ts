import type { Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { loadStoreWord } from "../agreement/load-store-word.ts";
import { judgePermission } from "../agreement/permission.ts";
import { recordAuditLines } from "../audit/record.ts";
import { toStored } from "../issue/stored-issues.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { type MallRules, readinessForMalls } from "../product/readiness.ts";
import { askWhereWaiting } from "./ask-for-pictures.ts";
import { countPublishing } from "./count-publishing.ts";
import { newReference } from "./reference.ts";
import { wantVersion } from "./want-version.ts";

/**
 * Wants a product live in every mall that is on and takes its category: one listing a mall, its reference stored before
 * anything is sent. One that is there already wants this version from now on. What our own checks refuse, or what the merchant has not agreed to, is held back with its issues; the
 * rest is rendered and sent by jobs of this transaction.
 */
export async function planListings(
  transaction: Transaction,
  actor: Actor,
  { productId, versionId }: { productId: string; versionId: string },
  malls: readonly MallRules[],
): Promise<void> {
  const facts = (await loadProductFacts(transaction, [versionId])).get(versionId);
  if (!facts) throw new Error(`Product version ${versionId} does not exist`);

  const { storeId } = await transaction.product.findUniqueOrThrow({ where: { id: productId } });
  const word = await loadStoreWord(transaction, storeId);
  const offered = readinessForMalls(facts, malls).filter(({ verdict }) => verdict !== "not_offered");
  const listings = offered.map(({ mall, verdict, issues }) => {
    const missing = judgePermission(word, mall);
    return {
      productId,
      channelKey: mall,
      reference: newReference(),
      wantedVersionId: versionId,
      state: verdict === "ready" && missing.length === 0 ? ("waiting" as const) : ("not_ready" as const),
      issues: toStored([...issues, ...missing]),
    };
  });
  const created = await transaction.listing.createManyAndReturn({ data: listings, skipDuplicates: true });

  await recordAuditLines(
    transaction,
    actor,
    created.map(({ id, state, channelKey }) => ({
      action: "plan-listings",
      subject: { kind: "listing", id },
      versionAfter: versionId,
      details: { state, mall: channelKey },
    })),
  );
  await wantVersion(transaction, actor, { productId, versionId, malls: offered.map(({ mall }) => mall) });
  const [first] = created;
  if (first) await countPublishing(transaction, first.id);
  await askWhereWaiting(transaction, versionId);
}
