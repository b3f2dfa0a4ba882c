import { expect } from "vitest";
import type { MallKey } from "#app/channels/contract.ts";
import { updateListings } from "#app/domain/listing/update-listings.ts";
import { findContent } from "#app/domain/product/find-content.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { inTransaction } from "#app/services/database/database.ts";
import type { StandIn } from "#tests/malls/stand-in.ts";
import { compareListing } from "#workers/tasks/compare-listing.ts";
import { followListing } from "#workers/tasks/follow-listing.ts";
import { lookThroughMall } from "#workers/tasks/look-through-mall.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { updateListing } from "#workers/tasks/update-listing.ts";
import { withdrawListing as takeListingDown } from "#workers/tasks/withdraw-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

/** One selected product, and what brings it to the malls and changes it there. */
export async function standingProduct(over: Partial<ProductFacts> = {}) {
  const stage = await publishingStage({ product: over });
  const { context, sandbox, idOf, listing } = stage;
  const { database } = context;
  const store = await database.store.findFirstOrThrow({ include: { members: true } });
  const product = await database.product.findFirstOrThrow();
  const actor = { kind: "person", accountId: store.members[0]?.accountId ?? "", role: "merchant" } as const;

  /** Publishing and following by turns, until the mall shows it. */
  async function untilLive(mall: MallKey) {
    const state = async () => (await listing(mall)).state;
    for (let turn = 0; turn < 20 && (await state()) !== "live"; turn += 1) {
      await publishListing(context, { listingId: idOf(mall) });
      await followListing(context, { listingId: idOf(mall) });
    }
    expect(await state(), mall).toBe("live");
  }

  return {
    ...stage,
    database,
    untilLive,
    shown: (mall: MallKey) =>
      (sandbox.standIns[mall] as StandIn).listings().filter(({ state }) => state !== "withdrawn"),
    compare: (mall: MallKey) => compareListing(context, { listingId: idOf(mall) }),
    lookThrough: (mall: MallKey) => lookThroughMall(context, { channelKey: mall }),
    takeDown: (mall: MallKey) => takeListingDown(context, { listingId: idOf(mall) }),
    update: (mall: MallKey) => updateListing(context, { listingId: idOf(mall) }),
    /** What a merchant saves. */
    async save(change: (content: ProductContent) => Partial<ProductContent>) {
      await inTransaction(database, async (transaction) => {
        const content = await findContent(transaction, { storeId: store.id, productId: product.id });
        if (!content) throw new Error("The product is gone");
        return saveProducts(transaction, actor, store.id, [{ ...content, ...change(content) }]);
      });
    },
    async asked(work: () => Promise<unknown>): Promise<string[]> {
      const before = sandbox.requests().length;
      await work();
      return sandbox.requests().slice(before);
    },
    /** Wants everything compared once more, as a second publication of the same does. */
    again: () => inTransaction(database, (transaction) => updateListings(transaction, [product.id])),
    jobs: async () =>
      (
        await database.$queryRaw<{ task: string }[]>`
          SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier = 'update-listing'`
      ).length,
  };
}
