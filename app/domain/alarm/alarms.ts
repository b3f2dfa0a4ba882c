import type { Database } from "#app/services/database/database.ts";

export const alarmCodes = ["blobs_full", "blobs_unreachable", "search_down", "search_behind"] as const;
export type AlarmCode = (typeof alarmCodes)[number];

export interface Alarm {
  code: AlarmCode;
  since: Date;
}

/** Whatever raises an alarm tries again sooner than this; one that has not been seen for so long is over. */
const secondsToForget = 120;

/** May be called at every failure: the first one counts as the beginning. */
export async function raiseAlarm(database: Database, code: AlarmCode): Promise<void> {
  await database.$executeRaw`
    INSERT INTO alarm AS raised (code) VALUES (${code})
    ON CONFLICT (code) DO UPDATE SET
      seen_at = excluded.seen_at,
      since = CASE WHEN raised.seen_at < excluded.seen_at - make_interval(secs => ${secondsToForget})
        THEN excluded.since ELSE raised.since END`;
}

/** What is the matter now, longest first. */
export async function listAlarms(database: Database): Promise<Alarm[]> {
  return database.$queryRaw<Alarm[]>`
    SELECT code, since FROM alarm WHERE seen_at > now() - make_interval(secs => ${secondsToForget}) ORDER BY since`;
}
