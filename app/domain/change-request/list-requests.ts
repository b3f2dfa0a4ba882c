import type { Database } from "#app/services/database/database.ts";
import type { ChangeRequestState } from "#app/services/database/generated/enums.ts";
import { type Differences, differencesBetween } from "../product/differences.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";

export interface ListedRequest {
  id: string;
  submissionId: string;
  productId: string;
  productName: string;
  state: ChangeRequestState;
  /** One of the two. */
  field: string | null;
  photoSha256: string | null;
  text: string;
  askedAt: Date;
  answer: string;
  closedAt: Date | null;
  versionId: string;
  answerVersionId: string | null;
}

/** A store's requests that wait for its answer, the oldest first: what the merchant sees on the phone. */
export async function listOpenRequests(
  database: Database,
  { storeId, productId }: { storeId: string; productId?: string },
): Promise<ListedRequest[]> {
  const submission = { state: "submitted" as const, product: { storeId, ...(productId && { id: productId }) } };
  return list(database, { state: "open", submission });
}

/** Everything that was asked about a submission and answered, the oldest first. */
export async function listRequests(database: Database, submissionId: string): Promise<ListedRequest[]> {
  return list(database, { submissionId });
}

async function list(
  database: Database,
  where: NonNullable<Parameters<Database["changeRequest"]["findMany"]>[0]>["where"],
): Promise<ListedRequest[]> {
  const found = await database.changeRequest.findMany({
    where,
    orderBy: { askedAt: "asc" },
    include: { submission: { select: { productId: true, version: { select: { name: true } } } } },
  });
  return found.map(({ submission, askedById: _asker, ...request }) => ({
    ...request,
    productId: submission.productId,
    productName: submission.version.name,
  }));
}

/** Two versions of a product side by side; null where one of them is of another product. */
export async function findDifferences(
  database: Database,
  { productId, before, after }: { productId: string; before: string; after: string },
): Promise<Differences | null> {
  const own = await database.productVersion.count({ where: { productId, id: { in: [before, after] } } });
  if (own < new Set([before, after]).size) return null;
  const facts = await loadProductFacts(database, [before, after]);
  const [was, is] = [facts.get(before), facts.get(after)];
  return was && is ? differencesBetween(was, is) : null;
}
