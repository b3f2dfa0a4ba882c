import { expect, test } from "vitest";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { webSet } from "#app/domain/picture/web-set.ts";
import { renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import { ensureRenditions } from "#workers/images/ensure-renditions.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

const photoOf = (seed: number) => scene(900, 700, seed).jpeg().toBuffer();

test("ten workers that are given the same new photos render each of them once, and never one output twice", async () => {
  const house = await pictureHouse();
  const workers = Array.from({ length: 10 }, () => pictureWorker(house));
  const photos = await Promise.all([1, 2, 3].map(photoOf));
  const rendered = () => workers.flatMap((worker) => worker.rendered).sort();

  await Promise.all(
    workers.flatMap((worker) => photos.map((bytes) => takePhoto(worker, "photo.jpg", async () => bytes))),
  );
  expect(rendered()).toEqual(["web-320", "web-320", "web-320", "web-640", "web-640", "web-640"]);

  const wanted = photos.flatMap((bytes) => webSet.map((spec) => ({ ...unedited(sha256Of(bytes)), spec })));
  const issues = await Promise.all(workers.map((worker) => ensureRenditions(worker, wanted)));
  expect(issues.flat()).toEqual([]);
  const all = webSet.flatMap(({ key }) => [key, key, key]).sort();
  expect(rendered()).toEqual(all);

  const rows = await house.database.rendition.findMany();
  expect(rows.length).toBe(all.length);
  for (const { address, sha256 } of rows) expect(sha256Of(await house.blobs.get(renditionKey(address)))).toBe(sha256);
  // The same photo again costs a look at its hash.
  const last = pictureWorker(house);
  await Promise.all(photos.map((bytes) => takePhoto(last, "again.jpg", async () => bytes)));
  expect(last.rendered).toEqual([]);
});

test("a claim whose holder died is free at once", async () => {
  const house = await pictureHouse();
  const [one, other] = [pictureWorker(house), pictureWorker(house)];
  let died = false;
  const holding = one.claims.holding("photo:x", async () => {
    await expect.poll(() => died).toBe(true);
  });
  await expect
    .poll(async () => {
      const rows = await house.database.$queryRaw<{ ended: boolean }[]>`
        SELECT pg_terminate_backend(pid) AS ended FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      return rows.length;
    })
    .toBe(1);
  expect(await other.claims.holding("photo:x", async () => "mine")).toBe("mine");
  died = true;
  // The one that was taken for dead ends well too: its outcome is the same.
  await holding;
  expect(await one.claims.holding("photo:x", async () => "again")).toBe("again");
});

test("work that fails lets go of its claim", async () => {
  const house = await pictureHouse();
  const [one, other] = [pictureWorker(house), pictureWorker(house)];
  await expect(one.claims.holding("photo:x", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await other.claims.holding("photo:x", async () => "mine")).toBe("mine");
});
