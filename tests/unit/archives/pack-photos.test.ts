import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPhotos } from "#app/services/archives/open-photos.ts";
import { packPhotos as packUploads } from "#app/services/archives/pack-photos.ts";
import { packPhotos as packFolder } from "#commands/rehearsal/pack-photos.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pack-photos-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

// Other systems refuse such names when the file is made.
test.runIf(process.platform === "linux")("a folder unpacked from an old zip, its names in CP949", async () => {
  mkdirSync(join(folder, "photos"));
  const name = Buffer.concat([Buffer.from(`${folder}/photos/`), iconv.encode("똠얌꿍.jpg", "cp949")]);
  writeFileSync(name, "one");
  writeFileSync(join(folder, "photos", "간장.jpg".normalize("NFD")), "two");
  const found = new Map<string, string>();
  for await (const file of openPhotos(await packFolder(join(folder, "photos"), join(folder, "photos.zip")))) {
    found.set(file.name, (await file.read()).toString());
  }
  expect(found).toEqual(
    new Map([
      ["간장.jpg".normalize("NFD"), "two"],
      ["똠얌꿍.jpg", "one"],
    ]),
  );
});

test("an upload that is gone before it is packed is an error to catch", async () => {
  const target = join(folder, "photos.zip");
  await expect(packUploads([{ name: "a.jpg", path: join(folder, "gone.jpg") }], target)).rejects.toThrow("ENOENT");
  // Whether the file had been opened by then is a race.
  expect(existsSync(target) ? readFileSync(target).length : 0).toBe(0);
});
