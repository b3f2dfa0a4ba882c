import type { Database } from "#app/services/database/database.ts";
import type { ListingState, SeasonState, SubmissionState } from "#app/services/database/generated/enums.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { type Assessment, assessProduct } from "../product/assess-product.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { loadStorePrices } from "../product/load-store-prices.ts";
import type { ProductFacts } from "../product/product-facts.ts";
import type { MallRules } from "../product/readiness.ts";
import { meanOf } from "./list-submissions.ts";

export interface SubmissionDetails {
  id: string;
  seasonId: string;
  seasonState: SeasonState;
  state: SubmissionState;
  versionId: string;
  submittedAt: Date;
  place: number | null;
  product: ProductFacts;
  store: { slug: string; story: string; district: { ko: string; en: string }; foundedYear: number | null };
  assessment: Assessment;
  /** This curator's own mark and note. */
  own: { mark: number; note: string } | null;
  meanMark: number | null;
  marks: number;
  listings: { mall: string; state: ListingState; issues: Issue[]; pageUrl: string | null }[];
  progress: {
    total: number;
    done: number;
    failed: number;
    state: "running" | "done" | "failed";
    updatedAt: Date;
  } | null;
}

/** Everything a curator looks at before deciding, and what came of the decision. */
export async function findSubmission(
  database: Database,
  { submissionId, curatorId }: { submissionId: string; curatorId: string },
  malls: readonly MallRules[],
): Promise<SubmissionDetails | null> {
  const found = await database.submission.findUnique({
    where: { id: submissionId },
    include: {
      season: { select: { state: true } },
      place: { select: { number: true } },
      judgements: { where: { mark: { not: null } } },
      product: {
        include: {
          store: { include: { district: true } },
          listings: { orderBy: { channelKey: "asc" } },
        },
      },
    },
  });
  const product = found && (await loadProductFacts(database, [found.versionId])).get(found.versionId);
  if (!product) return null;
  const prices = await loadStorePrices(database, found.product.storeId);
  const otherPrices = prices.others(product.categoryKey, found.productId);
  const progress = await database.progress.findUnique({
    where: { id_kind: { id: submissionId, kind: "publishing" } },
    select: { total: true, done: true, failed: true, state: true, updatedAt: true },
  });
  const own = found.judgements.find((judgement) => judgement.curatorId === curatorId);
  const { slug, story, district, foundedYear } = found.product.store;
  return {
    id: found.id,
    seasonId: found.seasonId,
    seasonState: found.season.state,
    state: found.state,
    versionId: found.versionId,
    submittedAt: found.submittedAt,
    place: found.place?.number ?? null,
    product,
    store: { slug, story, district: { ko: district.nameKo, en: district.nameEn }, foundedYear },
    assessment: assessProduct(product, malls, { otherPrices }),
    own: own && own.mark !== null ? { mark: own.mark, note: own.note } : null,
    meanMark: meanOf(found.judgements),
    marks: found.judgements.length,
    listings: found.product.listings.map(({ channelKey, state, issues, pageUrl }) => ({
      mall: channelKey,
      state,
      issues: fromStored(issues),
      pageUrl,
    })),
    progress,
  };
}
