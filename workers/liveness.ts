import pg from "pg";
import { livenessLockClass } from "#app/services/queue/liveness-lock.ts";
import { releaseJobsOfTheDead } from "#app/services/queue/lost-workers.ts";

/** Milliseconds: a dead worker's jobs, and the malls' lanes it held, are somebody else's after that. */
const lookEvery = 500;

/**
 * A worker is alive exactly as long as it holds its advisory lock: when its process dies, however it dies, the database
 * sees the connection end and lets go. No heartbeat to tune, no clock to trust. It takes no job before it holds the lock.
 */
export async function holdLiveness(databaseUrl: string, poolId: string, onLost: (error: Error) => void) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    keepAlive: true,
    application_name: "baekseon-liveness",
  });
  await client.connect();
  let released = false;
  client.on("error", (error) => !released && onLost(error));
  client.on("end", () => !released && onLost(new Error("The liveness connection ended")));
  await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [livenessLockClass, poolId]);
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    await releaseJobsOfTheDead(client).catch((error) => {
      if (!released) onLost(error);
    });
    busy = false;
  };
  void look();
  const sweep = setInterval(look, lookEvery);
  return {
    async release(): Promise<void> {
      released = true;
      clearInterval(sweep);
      await client.end();
    },
  };
}
