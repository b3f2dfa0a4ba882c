import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { expect, onTestFinished, test } from "vitest";
import { ZipFile } from "yazl";
import { openPhotos, photoLimits } from "#app/services/archives/open-photos.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "baekseon-test-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function zipped(files: Record<string, Buffer>, alter: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  const path = join(await folder(), "photos.zip");
  await writeFile(path, alter(Buffer.concat(chunks)));
  return path;
}

async function contents(path: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, size, read } of openPhotos(path)) {
    const bytes = await read();
    expect(bytes.length).toBe(size);
    found[name] = bytes.toString();
  }
  return found;
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.issue,
  );

/** The bytes of a name wherever they stand, and the mark for UTF-8 taken off every header. */
function renamed(from: string, to: Buffer) {
  return (bytes: Buffer) => {
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
    for (const [signature, flags] of [
      ["PK\x03\x04", 6],
      ["PK\x01\x02", 8],
    ] as const) {
      for (let at = bytes.indexOf(signature, 0, "latin1"); at >= 0; at = bytes.indexOf(signature, at + 1, "latin1")) {
        bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags);
      }
    }
    return bytes;
  };
}

test("a zip: names with folders, system files left out", async () => {
  const path = await zipped({
    "사진/A.jpg": Buffer.from("1"),
    "__MACOSX/._A.jpg": Buffer.from("x"),
    ".DS_Store": Buffer.from("x"),
    "b.png": Buffer.from("22"),
  });
  expect(await contents(path)).toEqual({ "사진/A.jpg": "1", "b.png": "22" });
});

test.each([
  ["CP949", iconv.encode("똠방/각하.jpg", "cp949")],
  ["UTF-8", Buffer.from("똠방/각하.jpg")],
])("unmarked names in %s", async (_, name) => {
  const path = await zipped({ ["x".repeat(name.length)]: Buffer.from("1") }, renamed("x".repeat(name.length), name));
  expect(await contents(path)).toEqual({ "똠방/각하.jpg": "1" });
});

test("reads begun before the last name may end after it", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`${index}.jpg`, Buffer.alloc(300_000, index)]),
  );
  const reads: Promise<Buffer>[] = [];
  for await (const { read } of openPhotos(await zipped(files))) reads.push(read());
  expect((await Promise.all(reads)).map((bytes) => bytes.length)).toEqual(Array(20).fill(300_000));
});

test("a name that climbs out is only a name", async () => {
  const path = await zipped({ "aa/evil.jpg": Buffer.from("1") }, renamed("aa/evil", Buffer.from("../evil")));
  expect(await contents(path)).toEqual({ "../evil.jpg": "1" });
});

test("a folder with all below it, links left out; a single file", async () => {
  const root = await folder();
  await mkdir(join(root, "A"));
  await writeFile(join(root, "A", "1.jpg"), "one");
  await writeFile(join(root, ".hidden"), "x");
  await symlink("/etc", join(root, "link"));
  await symlink("/etc/hostname", join(root, "link.jpg"));
  expect(await contents(root)).toEqual({ "A/1.jpg": "one" });
  expect(await contents(join(root, "A", "1.jpg"))).toEqual({ "1.jpg": "one" });
});

test("broken zips, nothing there, a zip that is none", async () => {
  const broken = await zipped({ "a.jpg": Buffer.alloc(1000, "a") }, (bytes) => bytes.subarray(0, bytes.length - 30));
  const none = join(await folder(), "photos.zip");
  await writeFile(none, "hello");
  for (const path of [broken, none, join(await folder(), "nothing")]) {
    expect(await refusal(contents(path))).toMatchObject({ code: "photo.archive_unreadable" });
  }
});

test("a damaged photo is refused alone", async () => {
  const path = await zipped({ "a.jpg": Buffer.alloc(90, "a"), "b.jpg": Buffer.from("fine") }, (bytes) => {
    const checksum = bytes.indexOf("PK\x01\x02", 0, "latin1") + 16;
    bytes.writeUInt32LE(bytes.readUInt32LE(checksum) ^ 1, checksum);
    return bytes;
  });
  const outcomes: unknown[] = [];
  for await (const { name, read } of openPhotos(path)) {
    outcomes.push([name, await read().then(String, (error) => error.issue.code)]);
  }
  expect(outcomes).toEqual([
    ["a.jpg", "photo.corrupted"],
    ["b.jpg", "fine"],
  ]);
});

test("one photo beyond the limit is refused alone, an archive made to burst as a whole", async () => {
  const large = await zipped({ "a.jpg": Buffer.alloc(photoLimits.fileBytes + 1) });
  expect(await refusal(contents(large))).toMatchObject({ code: "photo.too_large", path: { photo: "a.jpg" } });
  const stated = (bytes: Buffer) => {
    bytes.writeUInt32LE(photoLimits.suspectBytes + 1, bytes.indexOf("PK\x01\x02", 0, "latin1") + 24);
    return bytes;
  };
  const bomb = await zipped({ "a.jpg": Buffer.alloc(1000) }, stated);
  expect(await refusal(contents(bomb))).toMatchObject({ code: "photo.archive_bursts", path: { photo: "photos.zip" } });
});
