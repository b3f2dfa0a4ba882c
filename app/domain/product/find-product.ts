import { z } from "zod";
import type { Database } from "#app/services/database/database.ts";
import type {
  ListingState,
  RecallReason,
  SubmissionState,
  WantedState,
} from "#app/services/database/generated/enums.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { mayRetryOwn } from "../listing/retry-own-listing.ts";
import { correctionOf } from "../listing/send-correction.ts";
import { toldState } from "../listing/states.ts";
import { loadProductFacts } from "./load-product-facts.ts";
import type { ProductFacts } from "./product-facts.ts";
import { type ReserveStanding, readReserve, withReserve } from "./reserve-standing.ts";
import { readStageFacts, stagedProducts } from "./staged-products.ts";
import { type ProductStage, stageOf } from "./stages.ts";
import { type TypedBy, typistsOf } from "./typed-by.ts";

export interface ProductDetails {
  id: string;
  stage: ProductStage;
  /** As the latest version says it. */
  facts: ProductFacts;
  /** Column key → id of the account that typed it. */
  typists: Readonly<Record<string, string>>;
  createdAt: Date;
  /** In the current season. */
  submission: {
    state: SubmissionState;
    submittedAt: Date;
    decidedAt: Date | null;
    /** Whether the merchant has changed more since than stock or a lower price. */
    changedSince: boolean;
    reserve: ReserveStanding | null;
  } | null;
  /** While it is recalled; `confirmed` once it is gone from every mall. */
  recall: { reason: RecallReason; confirmed: boolean } | null;
  listings: {
    mall: string;
    wanted: WantedState;
    state: ListingState;
    /** When it was sent, and when the mall last said something. */
    sentAt: Date | null;
    heardAt: Date | null;
    pageUrl: string | null;
    issues: Issue[];
    /** The merchant has put right since what a mall or our checks did not take; the office looks at it. */
    corrected: boolean;
    mayRetry: boolean;
  }[];
}

/** One of the store's own products; null for anybody else's. */
export async function findProduct(
  database: Database,
  { storeId, productId }: { storeId: string; productId: string },
): Promise<ProductDetails | null> {
  if (!z.uuid().safeParse(productId).success) return null;
  const [staged] = await database.$queryRaw<{ facts: string }[]>`
    WITH ${stagedProducts(storeId)} SELECT facts FROM staged WHERE "id" = ${productId}::uuid`;
  if (!staged) return null;
  const product = await database.product.findUniqueOrThrow({
    where: { id: productId },
    include: {
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { variants: { orderBy: { position: "asc" } }, photos: { orderBy: { position: "asc" } } },
      },
      submissions: { orderBy: { season: { year: "desc" } }, take: 1, include: withReserve },
      listings: { orderBy: { channelKey: "asc" } },
      recalls: { where: { liftedAt: null } },
    },
  });
  const latest = product.versions[0];
  const [recall] = product.recalls;
  const facts = latest && (await loadProductFacts(database, [latest.id])).get(latest.id);
  if (!facts) return null;
  const stageFacts = readStageFacts(staged.facts);
  const [submission] = stageFacts.submission === null ? [] : product.submissions;
  return {
    id: product.id,
    stage: stageOf(stageFacts),
    facts,
    typists: typistsOf({
      said: { ...latest, notice: facts.notice, mallFields: facts.mallFields },
      createdById: latest.createdById,
      typedBy: latest.typedBy as TypedBy,
    }),
    createdAt: product.createdAt,
    submission: submission
      ? {
          state: submission.state,
          submittedAt: submission.submittedAt,
          decidedAt: submission.decidedAt,
          changedSince: submission.versionId !== latest.id,
          reserve: readReserve(submission),
        }
      : null,
    recall: recall ? { reason: recall.reason, confirmed: recall.confirmedAt !== null } : null,
    listings: product.listings.map((listing) => {
      const corrected = correctionOf(listing, latest ?? null) !== null;
      return {
        mall: listing.channelKey,
        wanted: listing.wanted,
        state: toldState(listing),
        sentAt: listing.sentAt,
        heardAt: listing.heardAt,
        pageUrl: listing.pageUrl,
        issues: fromStored(listing.issues),
        corrected,
        mayRetry: mayRetryOwn(listing, latest ?? null),
      };
    }),
  };
}
