import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  abandonedFolders,
  accountFor,
  type Binaries,
  binariesFor,
  canReach,
  type SystemAccount,
  sharedFolder,
} from "./embedded-place.ts";
import { holdingFile, isAlive } from "./file-lock.ts";
import { runProgram } from "./run-program.ts";

/** A PostgreSQL of our own, reachable on 127.0.0.1 with a random password. */
export interface EmbeddedServer {
  port: number;
  /** It already ran: somebody else uses it too, or its last user was killed. */
  adopted: boolean;
  /** Where the data lies. */
  cluster: string;
  url(databaseName: string): string;
  /** Resolves when the server goes away although nobody called `stop`. */
  lost: Promise<void>;
  /** Stops the server, unless another process uses it as well. */
  stop(): Promise<void>;
  /** Lets go of the server and leaves it running; a throw-away server is then spared by later sweeps. */
  leave(): Promise<void>;
}

/** Kept in `server.json` beside the data, readable by its owner only. */
interface Remembered {
  port: number;
  password: string;
  /** Set when the data had to go where PostgreSQL's own account can reach it. */
  clusterElsewhere?: string;
  /** A throw-away server that somebody wants to look at. */
  kept?: true;
}

interface Place {
  home: string;
  cluster: string;
  remembered: Remembered;
  account: SystemAccount;
  binaries: Binaries;
}

const user = "baekseon";
const holderName = "baekseon holder";
const temporaryPrefix = "baekseon-database-";

const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "timezone=UTC",
  "log_checkpoints=off",
];
/** For servers whose data nobody will miss. */
const carelessSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts the server whose data lies under `dataDirectory`, or adopts it when it already runs. */
export function startEmbeddedServer(dataDirectory: string): Promise<EmbeddedServer> {
  return startUnder(join(resolve(dataDirectory), "postgres"), false);
}

/** A fresh server for tests and rehearsals, without fsync; `stop` removes it. Leftovers of killed runs are swept first. */
export async function startThrowAwayServer(): Promise<EmbeddedServer> {
  for (const name of readdirSync(tmpdir())) if (name.startsWith(temporaryPrefix)) sweep(name);
  const folder = mkdtempSync(join(tmpdir(), `${temporaryPrefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  return startUnder(folder, true);
}

function startUnder(home: string, throwAway: boolean): Promise<EmbeddedServer> {
  const lock = join(home, "starting.lock");
  return holdingFile(lock, async () => {
    const place = await preparePlace(home, throwAway);
    const running = await connectToRunning(place);
    const holder = running ?? (await launch(place, throwAway));
    const { port, password } = place.remembered;

    let stopping = false;
    const lost = new Promise<void>((gone) => {
      holder.on("error", () => {}); // `end` follows
      holder.once("end", () => stopping || gone());
    });
    return {
      port,
      adopted: running !== null,
      cluster: place.cluster,
      url: (databaseName) => `postgresql://${user}:${password}@127.0.0.1:${port}/${databaseName}`,
      lost,
      async leave() {
        stopping = true;
        place.remembered.kept = true;
        remember(place);
        await holder.end();
      },
      async stop() {
        if (stopping) return;
        stopping = true;
        await holdingFile(lock, async () => {
          if (await hasOtherHolders(holder)) return holder.end();
          await holder.end().catch(() => {});
          const mode = throwAway ? "immediate" : "fast";
          await runProgram(place.binaries.pg_ctl, ["stop", "-w", "-m", mode, "-D", place.cluster], place.account);
          if (throwAway) remove(home, place.cluster);
        });
      },
    };
  });
}

async function preparePlace(home: string, throwAway: boolean): Promise<Place> {
  const file = join(home, "server.json");
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Remembered) : null;
  const ownCluster = join(home, "cluster");
  const account = await accountFor(known?.clusterElsewhere ?? ownCluster);
  const binaries = binariesFor(account);
  if (known) return { home, cluster: known.clusterElsewhere ?? ownCluster, remembered: known, account, binaries };

  const remembered: Remembered = { port: await freePort(), password: randomBytes(24).toString("hex") };
  if (!canReach(account, home)) {
    for (const folder of abandonedFolders()) discard(join(folder, "cluster"), folder);
    remembered.clusterElsewhere = join(sharedFolder(randomBytes(8).toString("hex"), home), "cluster");
  }
  const place = { home, cluster: remembered.clusterElsewhere ?? ownCluster, remembered, account, binaries };
  await initialise(place, throwAway);
  remember(place);
  return place;
}

/** Makes the data folder under another name first, so that a killed start leaves nothing half made. */
async function initialise({ cluster, remembered, account, binaries }: Place, throwAway: boolean): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = `${cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, remembered.password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  const outcome = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      // pg_trgm asks the system's locale what a letter is: in plain C the trigrams of Hangul are empty.
      `--lc-ctype=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
      ...(throwAway ? ["--no-sync"] : []),
    ],
    account,
  );
  rmSync(passwordFile);
  if (outcome.code !== 0) throw new Error(`The embedded PostgreSQL could not be made:\n${outcome.output}`);
  renameSync(unfinished, cluster);
}

function remember({ home, remembered }: Place): void {
  const file = join(home, "server.json");
  writeFileSync(`${file}.new`, JSON.stringify(remembered), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Adopts what already runs, waiting while it recovers or shuts down; null when nothing runs. */
async function connectToRunning(place: Place): Promise<pg.Client | null> {
  for (let waited = 0; ; waited += 50) {
    const postmaster = readPostmaster(place.cluster);
    if (!postmaster) return null;
    if (!isPostgres(postmaster.pid)) {
      // Its pid belongs to a stranger, or to a corpse that nobody buries: PostgreSQL itself would refuse to start.
      if (isAlive(postmaster.pid)) rmSync(join(place.cluster, "postmaster.pid"), { force: true });
      return null;
    }
    try {
      const holder = await connectHolder(place, postmaster.port);
      if (postmaster.port !== place.remembered.port) {
        place.remembered.port = postmaster.port;
        remember(place);
      }
      return holder;
    } catch (error) {
      if (!isPassing(error) || waited >= 60_000) throw error;
      await sleep(50);
    }
  }
}

async function launch(place: Place, throwAway: boolean): Promise<pg.Client> {
  const log = join(place.cluster, "server.log");
  for (let attempt = 1; ; attempt++) {
    if (!(await isFree(place.remembered.port))) place.remembered.port = await freePort();
    const options = [...settings, ...(throwAway ? carelessSettings : [])].map((setting) => `-c ${setting}`).join(" ");
    const outcome = await runProgram(
      place.binaries.pg_ctl,
      ["start", "-w", "-t", "60", "-D", place.cluster, "-l", log, "-o", `-p ${place.remembered.port} ${options}`],
      place.account,
    );
    if (outcome.code === 0) {
      remember(place);
      return connectHolder(place, place.remembered.port);
    }
    // The processes of a killed server need up to 1.5 s to let go of its memory and its pid.
    if (attempt === 20) throw new Error(`The embedded PostgreSQL did not start; its log is ${log}.\n${outcome.output}`);
    await sleep(250);
  }
}

/** A session that says "in use"; it ends with our process, however that dies. */
async function connectHolder(place: Place, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password: place.remembered.password,
    database: "postgres",
    application_name: holderName,
    keepAlive: true,
  });
  await client.connect();
  return client;
}

async function hasOtherHolders(holder: pg.Client): Promise<boolean> {
  try {
    const { rows } = await holder.query(
      "SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid() LIMIT 1",
      [holderName],
    );
    return rows.length > 0;
  } catch {
    return false; // the server is gone already
  }
}

function isPassing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const startingUpOrShuttingDown = "57P03";
  return ["ECONNREFUSED", "ECONNRESET", startingUpOrShuttingDown].includes(code) || /terminated/.test(String(error));
}

/** Line 1 of `postmaster.pid` is the pid, line 2 the data folder, line 4 the port. */
function readPostmaster(cluster: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync("/proc/self/stat")) return true;
  try {
    const [, name, state] = /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return name === "postgres" && state !== "Z";
  } catch {
    return false;
  }
}

/** Removes a throw-away server whose owner was killed. */
function sweep(name: string): void {
  const owner = Number(name.slice(temporaryPrefix.length).split("-")[0]);
  if (isAlive(owner)) return;
  const home = join(tmpdir(), name);
  try {
    const { clusterElsewhere, kept } = JSON.parse(readFileSync(join(home, "server.json"), "utf8")) as Remembered;
    if (kept) return;
    discard(clusterElsewhere ?? join(home, "cluster"), home);
  } catch {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Ends the server of a cluster that nobody will ask for again, and removes it. */
function discard(cluster: string, home: string): void {
  const postmaster = readPostmaster(cluster);
  if (postmaster && isPostgres(postmaster.pid)) process.kill(postmaster.pid, "SIGQUIT");
  remove(home, cluster);
}

function remove(home: string, cluster: string): void {
  const folder = cluster.startsWith(home) ? home : join(cluster, "..");
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOn(port)) !== null;
}

async function freePort(): Promise<number> {
  const port = await listenOn(0);
  if (port === null) throw new Error("No free port on 127.0.0.1.");
  return port;
}

function listenOn(port: number): Promise<number | null> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => answer(typeof address === "object" && address ? address.port : null));
    });
  });
}
