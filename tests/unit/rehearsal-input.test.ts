import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { ZipFile } from "yazl";
import { UnreadableInput } from "#commands/rehearsal/arguments.ts";
import { requireReadable } from "#commands/rehearsal/require-readable.ts";
import { plain, red } from "./made-pictures.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rehearsal-input-"));
  onTestFinished(() => rm(folder, { recursive: true }));
});

async function given(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function zip(entries: Record<string, Buffer | string>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, bytes] of Object.entries(entries)) file.addBuffer(Buffer.from(bytes), name);
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function read(photos: string | null, sheet?: string): Promise<string> {
  sheet ??= await given("catalog.csv", "상품코드,상품명\nA,국수\n");
  try {
    await requireReadable({ sheet, photos, select: 1, json: true, keep: false });
    return "readable";
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    expect(error.message.split("\n")).toHaveLength(1);
    return "unreadable";
  }
}

test("a readable sheet with photos that are no photos at all is no readable input", async () => {
  const photos = await zip({ "A.jpg": "not looked at here" });
  const unreadable = {
    "photos.zip": "no zip",
    "cut.zip": photos.subarray(0, photos.length - 30),
    "photos.rar": "Rar!\x1a\x07\x01\x00 and what follows",
    "photos.txt": "A.jpg",
    empty: "",
  };
  for (const [name, bytes] of Object.entries(unreadable)) {
    expect([name, await read(await given(name, bytes))]).toEqual([name, "unreadable"]);
  }
});

test("a zip without photos, one within a zip, a single photo and a folder are readable", async () => {
  const inner = await zip({ "A.jpg": "x" });
  const readable = {
    "none.zip": await zip({}),
    "photos.zip": await zip({ "photos.zip": inner }),
    "A.jpg": await plain(60, 60, red).jpeg().toBuffer(),
  };
  for (const [name, bytes] of Object.entries(readable)) {
    expect([name, await read(await given(name, bytes))]).toEqual([name, "readable"]);
  }
  expect([await read(folder), await read(null)]).toEqual(["readable", "readable"]);
});

test("a sheet that is none is no readable input, whatever the photos", async () => {
  const sheet = await given("catalog.xlsx", "no workbook");
  expect(await read(null, sheet)).toBe("unreadable");
});
