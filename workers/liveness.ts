import pg from "pg";
import { livenessLockClass } from "#app/services/queue/liveness-lock.ts";
import { releaseJobsOfTheDead } from "#app/services/queue/lost-workers.ts";

/** Milliseconds: a dead worker's jobs, and the malls' lanes it held, are somebody else's after that. */
const lookEvery = 500;

export interface Liveness {
  /** Holds the lock of one of this process's pools of hands; resolves when it is held. */
  prove(poolId: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * A worker is alive exactly as long as it holds its advisory locks: when its process dies, however it dies, the database
 * sees the connection end and lets go. No heartbeat to tune, no clock to trust. It takes no job before it holds them.
 */
export async function holdLiveness(databaseUrl: string, onLost: (error: Error) => void): Promise<Liveness> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    keepAlive: true,
    application_name: "baekseon-liveness",
  });
  await client.connect();
  let released = false;
  client.on("error", (error) => !released && onLost(error));
  client.on("end", () => !released && onLost(new Error("The liveness connection ended")));
  const held = new Map<string, Promise<void>>();
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    await releaseJobsOfTheDead(client).catch((error) => {
      if (!released) onLost(error);
    });
    busy = false;
  };
  const sweep = setInterval(look, lookEvery);
  return {
    prove(poolId) {
      const proof = held.get(poolId) ?? take(client, poolId);
      held.set(poolId, proof);
      return proof;
    },
    async release() {
      released = true;
      clearInterval(sweep);
      await client.end();
    },
  };
}

async function take(client: pg.Client, poolId: string): Promise<void> {
  await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [livenessLockClass, poolId]);
}
