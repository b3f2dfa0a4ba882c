import { setTimeout as sleep } from "node:timers/promises";
import { type Config, ConfigError, config } from "#app/config.ts";
import { DatabaseUnusable } from "#app/services/database/external-server.ts";
import { MigrationError } from "#app/services/database/migrations.ts";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";
import { BuildFailed, buildPages, webProgram } from "./start/build-pages.ts";
import { buildWorker, workerProgram } from "./start/build-worker.ts";
import { AlreadyRunning } from "./start/claim.ts";
import { type KeptProcess, keepRunning } from "./start/keep-running.ts";
import { type HeldDatabase, holdDatabase } from "./start/open-database.ts";
import { PortTaken, requireFreePort } from "./start/require-free-port.ts";

const codeFrom = { phone: "code by phone", "email code": "code by e-mail", password: "" };

class StartFailed extends Error {}

const plainErrors = [
  StartFailed,
  ConfigError,
  DatabaseUnusable,
  MigrationError,
  BuildFailed,
  AlreadyRunning,
  PortTaken,
];
const children: KeptProcess[] = [];
let database: HeldDatabase | undefined;
const stopBuilding = new AbortController();
let ready = false;
let ending: Promise<never> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
whenParentIsGone(() => void end(0));

try {
  await start(config());
} catch (error) {
  fail(error);
}

/** Database, pages, web, worker and, in the demonstration, the sandbox malls. */
async function start(settings: Config): Promise<void> {
  const pages = buildPages(stopBuilding.signal, () => say("Building the pages..."));
  const worker = pages.then(buildWorker);
  worker.catch(() => {}); // told where it is awaited, as the pages' failure is
  database = await holdDatabase(settings, fail);
  await requireFreePort("PORT", settings.port, settings.host);
  const firstOfficeLink = await fill(settings, database, pages);
  await pages;

  const shared = {
    DATABASE_URL: database.url,
    DATA_DIR: settings.dataDir,
    NODE_ENV: "production",
    ...(settings.production ? {} : await sandboxEnvironment(settings)),
  };
  keep("web", webProgram, shared);
  await untilAnswering(settings);
  if (ending) return;
  // People wait for the web; what loads beside it would make them wait a second longer.
  if (!settings.production) keep("sandbox", "commands/sandbox.ts", shared);
  await worker;
  keep("worker", workerProgram, shared);
  ready = true;
  await sayReady(settings, database.place, firstOfficeLink);
}

/** What fills it is slow to load, and has nothing to do when it is full and the sources are what they were. */
async function fill(settings: Config, { url, isFilled }: HeldDatabase, newlyBuilt: Promise<boolean>) {
  if (!settings.production && isFilled && !(await newlyBuilt)) return null;
  const { fillForDemonstration, fillForProduction } = await import("./start/fill-database.ts");
  if (settings.production) return fillForProduction(url, settings.webUrl);
  if (!isFilled) say("Making the sample season...");
  await fillForDemonstration(settings, url);
  return null;
}

/** How the others reach the sandbox malls. */
async function sandboxEnvironment({ sandboxPort }: Config): Promise<Record<string, string>> {
  await requireFreePort("SANDBOX_PORT", sandboxPort, "127.0.0.1");
  // Production starts without tests/.
  const { sandboxSettings } = await import("#tests/malls/sandbox-settings.ts");
  // Reviews take seconds here and not hours; the questions after them follow that pace.
  return { FOLLOW_UP_PACE: "0.05", ...sandboxSettings(`http://127.0.0.1:${sandboxPort}`) };
}

/** People wait for the web, nobody for the others: those give way, when pictures are made and when we start. */
function keep(name: "web" | "worker" | "sandbox", path: string, settings: Record<string, string>): void {
  const child = keepRunning(path, settings, name === "web" ? 0 : 5, (reason) => {
    if (ready) process.stderr.write(`The ${name} process ended (${reason}); starting it again.\n`);
    else fail(new StartFailed(`The ${name} process ended (${reason}) before it was ready.`));
    return ready ? "start again" : "stay down";
  });
  children.push(child);
}

async function untilAnswering({ host, port }: Config): Promise<void> {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  while (!ending) {
    const answer = await fetch(`http://${address}:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(30);
  }
}

async function sayReady(settings: Config, place: string, firstOfficeLink: string | null): Promise<void> {
  say("");
  say(`백선 Baekseon is ready: ${settings.webUrl}`);
  if (settings.production) {
    if (firstOfficeLink) say(`  The first office account is made here, once: ${firstOfficeLink}`);
  } else {
    const { demonstrationLogins } = await import("#prisma/seed/demonstration/people.ts");
    for (const { role, name, login, how, password } of demonstrationLogins()) {
      say(`  ${role.padEnd(9)} ${login.padEnd(27)} ${(password ?? codeFrom[how]).padEnd(26)} ${name}`);
    }
    say(`  Codes are printed here below, and kept at ${settings.webUrl}/office/outbox`);
    say(`  Sandbox malls: http://localhost:${settings.sandboxPort}`);
  }
  say(`  Data: ${settings.dataDir}; database: ${place}`);
  say("  Ctrl-C stops it.");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): void {
  if (ending) return;
  const isPlain = plainErrors.some((kind) => error instanceof kind);
  process.stderr.write(`${isPlain ? (error as Error).message : error instanceof Error ? error.stack : error}\n`);
  void end(1);
}

/** Children first, so that nobody misses the database. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    stopBuilding.abort();
    await Promise.all(children.map((child) => child.stop()));
    await database?.close();
    return process.exit(code);
  })();
  return ending;
}
