import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openSession } from "#app/domain/account/open-session.ts";
import type { Database } from "#app/services/database/database.ts";
import { freePort } from "#tests/free-port.ts";
import { tusCaller } from "#tests/tus.ts";
import { startWebProcess } from "#tests/web-process.ts";
import { residentMegabytes } from "#workers/images/resident-memory.ts";
import { buildPages } from "../../../commands/start/build-pages.ts";

const uploads = 10;
const uploadBytes = 20 * 1024 * 1024;

/**
 * Megabytes that the web server grows by, at its highest, while ten archives of 20 MB arrive at once, piece by piece and as plain
 * forms, and ten imports begin with them.
 */
export async function serverGrownBy(database: Database, databaseUrl: string, folder: string): Promise<number> {
  await buildPages();
  const web = await startWebProcess({ databaseUrl, dataDir: join(folder, "data") }, await freePort());
  try {
    const cookie = `session=${await logIn(database)}`;
    const archive = new Uint8Array(randomBytes(uploadBytes));
    await fetch(`${web.origin}/merchant/imports/new`, { headers: { cookie } }).then((answer) => answer.text());
    const before = await residentMegabytes(web.pid);
    let highest = before;
    const watch = setInterval(async () => {
      highest = Math.max(highest, await residentMegabytes(web.pid));
    }, 20);
    const all = Array.from({ length: uploads });
    await Promise.all(all.map(() => bringInPieces(web.origin, cookie, archive)));
    await Promise.all(all.map(() => bringAsForm(web.origin, cookie, archive)));
    clearInterval(watch);
    return highest - before;
  } finally {
    await web.kill();
  }
}

async function logIn(database: Database): Promise<string> {
  const store = await database.store.findFirstOrThrow();
  const account = await database.account.create({
    data: { role: "merchant", name: "김공방", phone: "+821012345678", memberships: { create: { storeId: store.id } } },
  });
  const { token } = await openSession(database, { account: { id: account.id, role: "merchant" }, now: new Date() });
  return token;
}

const sheet = new TextEncoder().encode("상품코드,상품명\r\n");

async function bringInPieces(origin: string, cookie: string, archive: Uint8Array<ArrayBuffer>): Promise<void> {
  const merchant = tusCaller(origin, cookie);
  const bring = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const { url, id } = await merchant.announce(name, bytes.length);
    const { status } = await merchant.send(url, 0, bytes);
    if (status !== 204) throw new Error(`An upload was answered with ${status}`);
    return id;
  };
  requireImport(await merchant.begin([await bring("sheet.csv", sheet), await bring("photos.zip", archive)]));
}

async function bringAsForm(origin: string, cookie: string, archive: Uint8Array<ArrayBuffer>): Promise<void> {
  const body = new FormData();
  body.set("sheet", new Blob([sheet]), "sheet.csv");
  body.set("photos", new Blob([archive]), "photos.zip");
  const headers = { cookie, origin };
  const answer = await fetch(`${origin}/merchant/imports/new`, { method: "POST", headers, body, redirect: "manual" });
  await answer.text();
  requireImport(answer.headers.get("location") ?? `status ${answer.status}`);
}

function requireImport(address: string): void {
  if (!/^\/merchant\/imports\/[0-9a-f-]{36}$/.test(address)) throw new Error(`No import began: ${address}`);
}
