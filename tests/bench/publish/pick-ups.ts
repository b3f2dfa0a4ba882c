import { setTimeout as sleep } from "node:timers/promises";
import { listingJob, urgent } from "#app/domain/listing/listing-job.ts";
import type { Database } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";

/** Milliseconds between two jobs that somebody waits for. */
const every = 500;

/** The database writes down how long each job lay there that was of no bulk. */
export async function watchPickUps(database: Database): Promise<void> {
  await database.$executeRaw`CREATE TABLE "pick_up" ("milliseconds" float8 NOT NULL)`;
  await database.$executeRaw`
    CREATE FUNCTION "note_pick_up"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO "pick_up" VALUES (extract(epoch FROM clock_timestamp() - NEW."created_at") * 1000);
      RETURN NULL;
    END $$`;
  await database.$executeRaw`
    CREATE TRIGGER "note_pick_up" AFTER UPDATE OF "locked_at" ON graphile_worker._private_jobs FOR EACH ROW
    WHEN (OLD."locked_at" IS NULL AND NEW."locked_at" IS NOT NULL AND NEW."priority" < 0)
    EXECUTE FUNCTION "note_pick_up"()`;
}

/** Presses "send again" all the while, for a listing that stands and needs nothing, until it is ended. */
export function measurePickUp(database: Database) {
  let going = true;
  const pressing = (async () => {
    const settled = await database.listing.findFirstOrThrow({ where: { state: "live" } });
    while (going) {
      const job = urgent(listingJob(settled));
      await addJob(database, "publish-listing", { listingId: settled.id }, { ...job, key: crypto.randomUUID() });
      await sleep(every);
    }
  })();
  return {
    async end(): Promise<{ jobs: number; median: number; p95: number }> {
      going = false;
      await pressing;
      const rows = await database.$queryRaw<{ milliseconds: number }[]>`
        SELECT "milliseconds" FROM "pick_up" ORDER BY "milliseconds"`;
      const at = (share: number) => Math.round(rows[Math.floor((rows.length - 1) * share)]?.milliseconds ?? 0);
      return { jobs: rows.length, median: at(0.5), p95: at(0.95) };
    },
  };
}
