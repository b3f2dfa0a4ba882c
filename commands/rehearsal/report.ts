import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import type { Stage } from "./stage.ts";

/** The rehearsal's JSON, a fixed contract; every number is read back from the database or counted by the malls. */
export interface Report {
  rows: { total: number; accepted: number; refused: number; skipped: number };
  issues: { row: number; field: string; code: string; severity: string; raw: string }[];
  photos: { given: number; matched: number; unmatched: string[]; refused: { file: string; code: string }[] };
  selected: number;
  renditions: { made: number; reused: number };
  channels: Record<string, ChannelReport>;
  malls: Record<string, { listings: number; duplicates: number }>;
  seconds: { intake: number; photos: number; publish: number; total: number };
}

export interface ChannelReport extends Record<Verdict, number> {
  issues: { sku: string; code: string; field: string }[];
}

const verdicts = ["live", "refused", "waiting", "failed", "not_ready"] as const;
type Verdict = (typeof verdicts)[number];

const verdictOf: Record<ListingState, Verdict> = {
  not_ready: "not_ready",
  waiting: "waiting",
  sending: "waiting",
  unknown: "waiting",
  in_review: "waiting",
  live: "live",
  refused: "refused",
  failed: "failed",
  withdrawing: "waiting",
  withdrawn: "waiting",
};

interface Played {
  importId: string;
  selected: number;
  seconds: Report["seconds"];
}

export async function writeReport(stage: Stage, { importId, selected, seconds }: Played): Promise<Report> {
  return {
    ...(await rowsAndIssues(stage, importId)),
    photos: await photos(stage, importId),
    selected,
    renditions: await renditions(stage),
    channels: Object.fromEntries(
      await Promise.all(mallKeys.map(async (key) => [key, await channel(stage, key, selected)] as const)),
    ),
    malls: stage.countListings(),
    seconds,
  };
}

async function rowsAndIssues({ database }: Stage, importId: string): Promise<Pick<Report, "rows" | "issues">> {
  const imported = await database.import.findUniqueOrThrow({ where: { id: importId } });
  const rows = await database.importRow.findMany({ where: { importId }, orderBy: { row: "asc" } });
  const count = (outcome: string) => rows.filter((one) => one.outcome === outcome).length;
  const found = [
    ...fromStored(imported.issues).map((one) => ({ row: one.path.row ?? 1, one })),
    ...rows.flatMap(({ row, issues }) => fromStored(issues).map((one) => ({ row, one }))),
  ];
  return {
    rows: { total: rows.length, accepted: count("accepted"), refused: count("refused"), skipped: count("skipped") },
    issues: found.map(({ row, one }) => ({
      row,
      field: one.path.field ?? "",
      code: one.code,
      severity: one.severity,
      raw: one.raw ?? "",
    })),
  };
}

async function photos({ database }: Stage, importId: string): Promise<Report["photos"]> {
  const given = await database.importPhoto.findMany({ where: { importId }, orderBy: { ordinal: "asc" } });
  return {
    given: given.length,
    matched: given.filter(({ outcome }) => outcome === "matched").length,
    unmatched: given.filter(({ outcome }) => outcome === "unmatched").map(({ fileName }) => fileName),
    refused: given
      .filter(({ outcome }) => outcome === "refused")
      .map(({ fileName, issues }) => ({ file: fileName, code: fromStored(issues)[0]?.code ?? "photo.not_an_image" })),
  };
}

/** A use is one picture of one listing or page; what several uses share was made once. */
async function renditions({ database }: Stage): Promise<Report["renditions"]> {
  const made = await database.rendition.count();
  const [row] = await database.$queryRaw<{ uses: number }[]>`
    SELECT count(*)::int AS uses
    FROM "listing" JOIN "product_photo" AS photo ON photo."version_id" = "listing"."sent_version_id"
    JOIN "rendition" ON "rendition"."original_sha256" = photo."sha256" AND "rendition"."pinned_at" IS NOT NULL`;
  const pinned = await database.rendition.count({ where: { pinnedAt: { not: null } } });
  return { made, reused: Math.max(0, (row?.uses ?? 0) - pinned) };
}

async function channel({ database }: Stage, key: MallKey, selected: number): Promise<ChannelReport> {
  const listings = await database.listing.findMany({
    where: { channelKey: key },
    include: { product: { select: { sku: true } } },
    orderBy: { product: { sku: "asc" } },
  });
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { state } of listings) counts[verdictOf[state]] += 1;
  // A mall that takes none of a category has no listing of it, and is no less held back by us.
  counts.not_ready += selected - listings.length;
  const unsuccessful = listings.filter(({ state }) => state !== "live");
  return {
    ...counts,
    issues: unsuccessful.flatMap(({ product, issues }) =>
      fromStored(issues).map(({ code, path }) => ({
        sku: product.sku,
        code,
        field: path.field ?? path.mallField ?? "",
      })),
    ),
  };
}
