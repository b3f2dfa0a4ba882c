import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type BlobKey,
  BlobMisnamed,
  BlobMissing,
  type BlobStore,
  originalKey,
  packageKey,
  renditionKey,
  sha256Of,
  uploadKey,
} from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { openS3Blobs } from "#app/services/blobs/s3-blobs.ts";
import { serveRenditions } from "#app/services/blobs/serve-renditions.ts";
import { openS3Server, type S3Server } from "#tests/blobs/s3-server.ts";

let root: string;
let blobs: BlobStore;
let server: S3Server;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "blobs-"));
  blobs = await openLocalBlobs(root);
});
afterEach(() => rm(root, { recursive: true }));

const bytes = Buffer.from("0123456789");
const address = sha256Of(Buffer.from("an address"));

describe.each(["folder", "bucket"])("a blob store in a %s", (place) => {
  beforeEach(async () => {
    if (place === "folder") return;
    server = await openS3Server();
    blobs = openS3Blobs({ ...server.credentials, endpoint: server.endpoint });
    return () => server.close();
  });

  it("gives back what was put, by the hash of the bytes", async () => {
    const stored = await blobs.put(bytes);
    expect(stored).toEqual({ sha256: sha256Of(bytes), bytes: 10 });
    const key = originalKey(stored.sha256);
    expect(await blobs.get(key)).toEqual(bytes);
    expect(await blobs.has(key)).toBe(true);
    expect(await blobs.size(key)).toBe(10);
    expect(await buffer(await blobs.stream(key, { start: 2, end: 4 }))).toEqual(Buffer.from("234"));
    expect(await blobs.put(bytes)).toEqual(stored);
  });

  it("removes renditions and nothing else", async () => {
    await blobs.putAt(renditionKey(address), bytes);
    await blobs.remove(renditionKey(address));
    expect(await blobs.has(renditionKey(address))).toBe(false);
    await blobs.remove(renditionKey(address));
    const { sha256 } = await blobs.put(bytes);
    await expect(blobs.remove(originalKey(sha256))).rejects.toThrow(TypeError);
    expect(await blobs.has(originalKey(sha256))).toBe(true);
  });

  it("never replaces bytes: the first writer wins and the second is told", async () => {
    const first = await blobs.putAt(renditionKey(address), bytes);
    expect(await blobs.putAt(renditionKey(address), Buffer.from("other bytes"))).toEqual(first);
    expect(await blobs.get(renditionKey(address))).toEqual(bytes);
  });

  it("lets exactly one of many writers at once win", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => blobs.putAt(renditionKey(address), Buffer.from(`writer ${index}`))),
    );
    const lying = sha256Of(await blobs.get(renditionKey(address)));
    expect(new Set(answers.map((answer) => answer.sha256))).toEqual(new Set([lying]));
  });

  it("takes a file of any size, twice the same", async () => {
    const path = join(root, "photos.zip");
    const large = Buffer.alloc(34 * 1024 * 1024, "photos");
    await writeFile(path, large);
    const stored = await blobs.putFile(path);
    expect(stored).toEqual({ key: uploadKey(sha256Of(large)), sha256: sha256Of(large), bytes: large.length });
    expect(sha256Of(await blobs.get(stored.key))).toBe(stored.sha256);
    expect(await blobs.putFile(path)).toEqual(stored);
  });

  it("refuses bytes under the name of others", async () => {
    await expect(blobs.putAt(packageKey(address), bytes)).rejects.toThrow(BlobMisnamed);
    expect(await blobs.has(packageKey(address))).toBe(false);
  });

  it("says what is missing", async () => {
    const key = originalKey(address);
    expect(await blobs.has(key)).toBe(false);
    await expect(blobs.get(key)).rejects.toThrow(BlobMissing);
    await expect(blobs.size(key)).rejects.toThrow(BlobMissing);
    await expect(blobs.stream(key)).rejects.toThrow(BlobMissing);
  });

  it("erases for good what the law wants erased, also twice", async () => {
    await blobs.putAt(packageKey(sha256Of(bytes)), bytes);
    await blobs.erase(packageKey(sha256Of(bytes)));
    await blobs.erase(packageKey(sha256Of(bytes)));
    expect(await blobs.has(packageKey(sha256Of(bytes)))).toBe(false);
  });

  it("takes no key that could leave its folder", async () => {
    for (const key of ["originals/../../etc/passwd", "renditions/abc", `secrets/${address}`, `originals/${address}/`]) {
      await expect(async () => blobs.get(key as BlobKey)).rejects.toThrow(TypeError);
    }
  });
});

describe("a folder", () => {
  it("keeps no drafts of writers who lost", async () => {
    await Promise.all([1, 2, 3].map((writer) => blobs.putAt(renditionKey(address), Buffer.from(`writer ${writer}`))));
    expect(await readdir(join(root, "incoming"))).toEqual([]);
  });

  it("clears drafts of killed writers once nobody can be writing them", async () => {
    const [old, young] = [join(root, "incoming", "old"), join(root, "incoming", "young")];
    await writeFile(old, "half");
    await writeFile(young, "half");
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(old, yesterday, yesterday);
    await openLocalBlobs(root);
    expect(await readdir(join(root, "incoming"))).toEqual(["young"]);
  });
});

describe("a bucket", () => {
  beforeEach(async () => {
    server = await openS3Server();
    blobs = openS3Blobs({ ...server.credentials, endpoint: server.endpoint });
    return () => server.close();
  });

  it("gets a large file in parts, and none of it stays half", async () => {
    const path = join(root, "photos.zip");
    await writeFile(path, Buffer.alloc(34 * 1024 * 1024, "photos"));
    await blobs.putFile(path);
    expect(server.requests.filter((one) => one.includes("partNumber"))).toHaveLength(3);
    expect(server.openUploads()).toBe(0);
  });

  it.each([["cut"], [503], [500]] as const)("is asked again after %s", async (failure) => {
    server.fail(failure, failure);
    const stored = await blobs.putAt(renditionKey(address), bytes);
    expect(stored).toEqual({ sha256: sha256Of(bytes), bytes: 10 });
    server.fail(failure);
    expect(await blobs.get(renditionKey(address))).toEqual(bytes);
  });

  it("says what went wrong once it stays away, and has nothing then", async () => {
    server.fail(500, 500, 500, 500, 500);
    await expect(blobs.put(bytes)).rejects.toThrow("InternalError");
    expect(server.objects.size).toBe(0);
    expect(await blobs.put(bytes)).toEqual({ sha256: sha256Of(bytes), bytes: 10 });
  });

  it("is not entered with another secret", async () => {
    const stranger = openS3Blobs({ ...server.credentials, secretAccessKey: "guessed", endpoint: server.endpoint });
    await expect(stranger.put(bytes)).rejects.toThrow("SignatureDoesNotMatch");
  });

  it("tells the hash of bytes that somebody else put there", async () => {
    server.objects.set(renditionKey(address), { bytes, metadata: {} });
    const stored = await blobs.putAt(renditionKey(address), Buffer.from("other"));
    expect(stored).toEqual({ sha256: sha256Of(bytes), bytes: 10 });
  });
});

describe("renditions over HTTP", () => {
  let origin: string;
  let close: () => void;
  beforeEach(async () => {
    const known = { mediaType: "image/jpeg", sha256: sha256Of(bytes) };
    await blobs.putAt(renditionKey(address), bytes);
    const app = express();
    app.use(serveRenditions(blobs, async (asked) => (asked === address || asked === "f".repeat(64) ? known : null)));
    const server = createServer(app).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterEach(() => close());

  const ask = (name: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(`${origin}/renditions/${name}`, { method, headers });

  it.each(["", ".jpg", ".webp"])("serves an address with the ending '%s' for a year", async (ending) => {
    const answer = await ask(address + ending);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": "10",
      "cache-control": "public, max-age=31536000, immutable",
      etag: `"${sha256Of(bytes)}"`,
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
    });
  });

  it("answers HEAD without a body and 304 to who has it", async () => {
    const head = await ask(address, {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "10", ""]);
    // Node's fetch would add `no-cache`, which asks for the whole answer.
    const conditions = { "If-None-Match": `"${sha256Of(bytes)}"`, "Cache-Control": "max-age=0" };
    const fresh = await ask(address, conditions);
    expect([fresh.status, await fresh.text()]).toEqual([304, ""]);
  });

  it.each([
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=20-30", 416, "", "bytes */10"],
    ["bytes=0-1,5-6", 200, "0123456789", null],
    ["lines=1-2", 200, "0123456789", null],
  ])("range %s", async (range, status, body, contentRange) => {
    const answer = await ask(address, { Range: range });
    expect([answer.status, await answer.text(), answer.headers.get("content-range")]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  it("gives the whole picture when the range is of other bytes", async () => {
    expect((await ask(address, { Range: "bytes=2-4", "If-Range": '"older"' })).status).toBe(200);
  });

  it("answers 404, never cached, to anything else", async () => {
    const unknown = [
      sha256Of(Buffer.from("unknown")),
      "f".repeat(64),
      "abc",
      `${address}.exe`,
      `${address}x`,
      "%2e%2e%2fx",
    ];
    for (const name of unknown) {
      const answer = await ask(name);
      expect([name, answer.status, answer.headers.get("cache-control")]).toEqual([name, 404, "no-store"]);
    }
    expect((await ask(address, {}, "POST")).status).toBe(404);
  });
});
