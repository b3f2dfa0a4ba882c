import type { Database } from "#app/services/database/database.ts";
import { districtCentres } from "./district-centres.ts";
import { seoulDay } from "./seoul-time.ts";

export interface Stop {
  storeId: string;
  slug: string;
  name: string;
  address: string;
  hours: string;
  latitude: number;
  longitude: number;
  /** The place is that of its market, or only of its district: the way to it is a guess. */
  placedBy: "market" | "district";
  /** When a visit is agreed there on the day. */
  startsAt: Date | null;
}

/** More than anybody visits in a day; up to nine are tried in every order. */
export const mostStops = 9;

/** Kilometres as the crow flies. */
export function distance(
  one: Pick<Stop, "latitude" | "longitude">,
  other: Pick<Stop, "latitude" | "longitude">,
): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((other.latitude - one.latitude) * radians) / 2) ** 2 +
    Math.cos(one.latitude * radians) *
      Math.cos(other.latitude * radians) *
      Math.sin(((other.longitude - one.longitude) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, a)));
}

/** The shortest way through all stops, from any to any; those with an agreed time keep the order of their times. */
export function orderStops<S extends Pick<Stop, "latitude" | "longitude" | "startsAt">>(stops: readonly S[]): S[] {
  let best: { way: S[]; length: number } = { way: [...stops], length: Number.POSITIVE_INFINITY };
  const go = (way: S[], rest: S[], length: number): void => {
    if (length >= best.length) return;
    if (rest.length === 0) {
      best = { way, length };
      return;
    }
    const last = way.at(-1);
    for (const next of rest) {
      const earlier = rest.some(({ startsAt }) => startsAt && next.startsAt && startsAt < next.startsAt);
      if (earlier) continue;
      go(
        [...way, next],
        rest.filter((one) => one !== next),
        length + (last ? distance(last, next) : 0),
      );
    }
  };
  go([], [...stops].slice(0, mostStops), 0);
  return best.way;
}

/** The way through chosen stores on a day, with the visits that are agreed there. */
export async function planRoute(
  database: Database,
  { creatorId, storeIds, day }: { creatorId: string; storeIds: readonly string[]; day: string },
): Promise<Stop[]> {
  const stores = await database.store.findMany({
    where: { id: { in: [...storeIds] }, state: "approved" },
    include: { market: { select: { latitude: true, longitude: true } } },
    orderBy: { name: "asc" },
    take: mostStops,
  });
  const visits = await database.visit.findMany({
    where: { creatorId, state: "agreed", storeId: { in: stores.map(({ id }) => id) } },
    select: { storeId: true, startsAt: true },
    orderBy: { startsAt: "asc" },
  });
  const stops = stores.flatMap(({ id, slug, name, address, hours, districtCode, market }): Stop[] => {
    const startsAt = visits.find((one) => one.storeId === id && seoulDay(one.startsAt) === day)?.startsAt ?? null;
    const told = { storeId: id, slug, name, address, hours, startsAt };
    const { latitude, longitude } = market ?? {};
    if (latitude != null && longitude != null) return [{ ...told, latitude, longitude, placedBy: "market" }];
    const centre = districtCentres[districtCode];
    return centre ? [{ ...told, latitude: centre[0], longitude: centre[1], placedBy: "district" }] : [];
  });
  return orderStops(stops);
}

/** Stores that a creator may put into a day: shortlisted ones and those with a visit to come. */
export async function listRouteStores(database: Database, creatorId: string, now = new Date()) {
  const [shortlist, visits] = await Promise.all([
    database.shortlist.findMany({
      where: { creatorId, place: { leftAt: null, store: { state: "approved" } } },
      select: { place: { select: { store: { select: { id: true, name: true } } } } },
    }),
    database.visit.findMany({
      where: { creatorId, state: "agreed", endsAt: { gt: now } },
      select: { startsAt: true, place: { select: { store: { select: { id: true, name: true } } } } },
    }),
  ]);
  const stores = new Map([...visits, ...shortlist].map(({ place }) => [place.store.id, place.store.name]));
  return [...stores].map(([id, name]) => ({
    ...{ id, name },
    days: visits.filter(({ place }) => place.store.id === id).map(({ startsAt }) => seoulDay(startsAt)),
  }));
}
