import type { Database } from "#app/services/database/database.ts";

export interface RecentLine {
  id: string;
  at: Date;
  /** Null: the program itself. */
  actor: string | null;
  action: string;
  /** What it was done to, by name; null when it has none or is gone. */
  subject: string | null;
  /** Another mall, state, place: whatever the action noted, as text and numbers. */
  details: Record<string, string | number>;
}

/** Single steps of a job, and what lies beneath a batch or a product that is being entered. */
export const steps = [
  "assign-slot",
  "move-listing",
  "plan-listings",
  "save-products",
  "submit-product",
  "edit-draft-photo",
  "remove-draft-photo",
];

/** What people did last, newest first, without the steps of larger things. */
export async function listRecent(database: Database, take: number): Promise<RecentLine[]> {
  const lines = await database.auditLine.findMany({
    where: { action: { notIn: steps }, actorId: { not: null } },
    orderBy: { id: "desc" },
    take,
  });
  const actors = await database.account.findMany({
    where: { id: { in: lines.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const subjects = await findNames(database, lines);
  return lines.map(({ id, at, actorId, action, subjectKind, subjectId, details }) => ({
    id: String(id),
    at,
    actor: (actorId && names.get(actorId)) ?? null,
    action,
    subject: subjects.get(`${subjectKind} ${subjectId}`) ?? null,
    details: plain(details),
  }));
}

/** `<kind> <id>` → name. */
async function findNames(
  database: Database,
  lines: readonly { subjectKind: string; subjectId: string }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) => lines.filter((line) => line.subjectKind === kind).map(({ subjectId }) => subjectId);
  const version = { select: { name: true } };
  const [
    accounts,
    stores,
    seasons,
    channels,
    submissions,
    listings,
    packages,
    products,
    campaigns,
    visits,
    promotions,
  ] = await Promise.all([
    database.account.findMany({ where: { id: { in: idsOf("account") } }, select: { id: true, name: true } }),
    database.store.findMany({ where: { id: { in: idsOf("store") } }, select: { id: true, name: true } }),
    database.season.findMany({ where: { id: { in: idsOf("season") } }, select: { id: true, name: true } }),
    database.channel.findMany({ where: { key: { in: idsOf("channel") } }, select: { key: true, nameKo: true } }),
    database.submission.findMany({ where: { id: { in: idsOf("submission") } }, select: { id: true, version } }),
    database.listing.findMany({
      where: { id: { in: idsOf("listing") } },
      select: { id: true, wantedVersion: version },
    }),
    database.listing.findMany({
      where: { reference: { in: idsOf("hand_over") } },
      select: { reference: true, wantedVersion: version },
    }),
    database.product.findMany({
      where: { id: { in: idsOf("product") } },
      select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } } },
    }),
    database.campaign.findMany({ where: { id: { in: idsOf("campaign") } }, select: { id: true, name: true } }),
    database.visit.findMany({
      where: { id: { in: idsOf("visit") } },
      select: { id: true, place: { select: { store: { select: { name: true } } } } },
    }),
    database.promotion.findMany({ where: { id: { in: idsOf("promotion") } }, select: { id: true, title: true } }),
  ]);
  return new Map([
    ...accounts.map(({ id, name }) => [`account ${id}`, name] as const),
    ...stores.map(({ id, name }) => [`store ${id}`, name] as const),
    ...seasons.map(({ id, name }) => [`season ${id}`, name] as const),
    ...channels.map(({ key, nameKo }) => [`channel ${key}`, nameKo] as const),
    ...submissions.map((one) => [`submission ${one.id}`, one.version.name] as const),
    ...listings.map(({ id, wantedVersion }) => [`listing ${id}`, wantedVersion.name] as const),
    ...products.map(({ id, versions }) => [`product ${id}`, versions[0]?.name ?? ""] as const),
    ...campaigns.map(({ id, name }) => [`campaign ${id}`, name] as const),
    ...visits.map(({ id, place }) => [`visit ${id}`, place.store.name] as const),
    ...promotions.map(({ id, title }) => [`promotion ${id}`, title] as const),
    ...packages.map(({ reference, wantedVersion }) => [`hand_over ${reference}`, wantedVersion.name] as const),
  ]);
}

function plain(details: unknown): RecentLine["details"] {
  const entries = Object.entries((details ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([key, value]): [string, string | number][] => {
      if (typeof value === "string" || typeof value === "number") return [[key, value]];
      return typeof value === "boolean" ? [[key, value ? "on" : "off"]] : [];
    }),
  );
}
