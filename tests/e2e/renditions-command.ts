import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { type BlobStore, renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { openBlobs } from "#app/services/blobs/open-blobs.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { startEmbeddedServer } from "#app/services/database/embedded-server.ts";
import { databaseName } from "#commands/start/open-database.ts";

/** `npm run -s renditions -- …` on a data folder, as the office runs it beside a running copy. */
export async function runRenditions(
  dataDir: string,
  ...words: string[]
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["start.mjs", "renditions", ...words], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, said };
}

/** Database and pictures of a copy that runs. */
export async function besideHouse<T>(
  dataDir: string,
  work: (database: Database, blobs: BlobStore) => Promise<T>,
): Promise<T> {
  const server = await startEmbeddedServer(dataDir);
  const database = openDatabase(server.url(databaseName), { connections: 2 });
  try {
    return await work(database, await openBlobs({ dataDir, s3: null }));
  } finally {
    await database.$disconnect();
    await server.stop();
  }
}

/** A picture as a program of two days ago left it: of a photo that is there, by a recipe that nobody has any more. */
export async function leaveOldPicture(
  database: Database,
  blobs: BlobStore,
  { pinned }: { pinned: boolean },
): Promise<string> {
  const made = await database.rendition.findFirstOrThrow({ where: { originalSha256: { not: null } } });
  const bytes = await blobs.get(renditionKey(made.address));
  const address = sha256Of(randomBytes(32));
  await blobs.putAt(renditionKey(address), bytes);
  const createdAt = new Date(Date.now() - 48 * 3_600_000);
  await database.rendition.create({ data: { ...made, address, createdAt, pinnedAt: pinned ? createdAt : null } });
  return address;
}
