// What `npm start`, `npm test` and the other commands run first. Plain Node without any dependency: it installs them.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const read = (path) => readFileSync(inRoot(path), "utf8");

const [command = "start", ...words] = process.argv.slice(2);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Baekseon needs Node 20.19 or newer; this is ${process.versions.node}.`);
}
if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(inRoot("commands", `${command}.ts`))) {
  stop(`There is no command "${command}".`);
}
// Tests and rehearsals bring a world of their own.
if (existsSync(inRoot(".env")) && !["test", "rehearsal"].includes(command)) process.loadEnvFile(inRoot(".env"));

const production = process.env.BAEKSEON_MODE === "production";
install();
generateDatabaseClient();
handOver();

function install() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const some = missing.slice(0, 5).join(", ") + (missing.length > 5 ? ` and ${missing.length - 5} more` : "");
  if (production) stop(`Dependencies are missing: ${some}. Run "npm ci --omit=dev" first.`);
  if (existsSync(inRoot("node_modules"))) process.stderr.write(`Dependencies changed: ${some}\n`);
  process.stderr.write("Installing dependencies (a minute or two)...\n");
  run("npm", ["ci", "--no-audit", "--no-fund"], {});
}

/** Compares what npm says it installed (it writes that file last) with what package-lock.json asks for. */
function missingPackages() {
  const wanted = JSON.parse(read("package-lock.json")).packages;
  const record = inRoot("node_modules", ".package-lock.json");
  const installed = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : {};
  return Object.entries(wanted)
    .filter(([path, entry]) => path && !entry.optional && !entry.devOptional && !(production && entry.dev))
    .filter(([path, entry]) => installed[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

function generateDatabaseClient() {
  const stamp = inRoot("app/services/database/generated/.made-from");
  const version = JSON.parse(read("node_modules/@prisma/client/package.json")).version;
  const source = createHash("sha256").update(version).update(read("prisma/schema.prisma")).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  const prisma = inRoot("node_modules/prisma/build/index.js");
  if (!existsSync(prisma))
    stop('The database client is not generated. Run "npm ci" and "npm run build" before pruning.');
  // Prisma would download an engine that generating never uses.
  run(process.execPath, [prisma, "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  writeFileSync(stamp, source);
}

/** What it prints goes to standard error: standard output belongs to the command. */
function run(file, args, variables) {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    encoding: "utf8",
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  stop(`"${[file, ...args].join(" ")}" failed${error ? `: ${error.message}` : "."}`);
}

function handOver() {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const child = spawn(
    process.execPath,
    // pg warns of Prisma's own adapter, which queues queries inside a transaction: nothing that a reader could act on.
    [
      "--disable-warning=DeprecationWarning",
      ...["--import", pathToFileURL(tsx).href],
      inRoot("commands", `${command}.ts`),
      ...words,
    ],
    // The channel tells the command when we are gone, however we die.
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, TSX_TSCONFIG_PATH: inRoot("tsconfig.json") },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
