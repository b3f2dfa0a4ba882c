import { afterEach, describe, expect, it } from "vitest";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import { noise, plain, red, scene } from "#tests/unit/made-pictures.ts";
import {
  createRenderPool,
  type RenderPool,
  RenderPoolClosed,
  type RenderPoolOptions,
} from "#workers/images/render-pool.ts";

const quick: RenditionSpec = { key: "quick", shape: "width", size: 200, format: "jpeg", quality: 85 };
/** Seconds of work that sharp's own time limit would not stop. */
const slow: RenditionSpec = { key: "slow", shape: "width", size: 3000, format: "avif", quality: 90 };

let pool: RenderPool;
function openPool(options: RenderPoolOptions): RenderPool {
  pool = createRenderPool({ size: 1, ...options });
  return pool;
}
afterEach(() => pool.close());

const smallPhoto = () => plain(400, 300, red).jpeg().toBuffer();
const heavyPhoto = () => noise(3000, 2000).jpeg({ quality: 90 }).toBuffer();

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const failure = (reason: string) => ({ ok: false, issue: { code: "photo.processing_failed", params: { reason } } });

describe("a child that dies fails only its own photo", { timeout: 60_000 }, () => {
  it("killed in the middle", async () => {
    openPool({ size: 2 });
    const [small, heavy] = await Promise.all([smallPhoto(), heavyPhoto()]);
    expect(await pool.render(small, [quick])).toMatchObject({ ok: true });
    const [victim] = pool.pids();
    const doomed = pool.render(heavy, [slow]);
    const neighbour = pool.render(small, [quick]);
    const next = pool.render(small, [quick]);
    setTimeout(() => victim && process.kill(victim, "SIGKILL"), 300);
    expect(await doomed).toMatchObject(failure("ended"));
    expect(await neighbour).toMatchObject({ ok: true });
    expect(await next).toMatchObject({ ok: true });
    expect(pool.pids()).not.toContain(victim);
  });

  it("killed while it was idle: no photo fails at all", async () => {
    openPool({});
    const photo = await smallPhoto();
    await pool.render(photo, [quick]);
    const [victim] = pool.pids();
    if (victim) process.kill(victim, "SIGKILL");
    await expect.poll(() => pool.pids()).not.toContain(victim);
    expect(await pool.render(photo, [quick])).toMatchObject({ ok: true });
  });

  it("killed while it starts: the photo goes to the next", async () => {
    openPool({});
    const answer = pool.render(await smallPhoto(), [quick]);
    while (pool.pids().length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const pid of pool.pids()) process.kill(pid, "SIGKILL");
    expect(await answer).toMatchObject({ ok: true });
  });

  it("and the next and the next: the machine is at fault, and no photo is refused", async () => {
    openPool({});
    const answer = pool.render(await smallPhoto(), [quick]);
    const killing = setInterval(() => {
      for (const pid of pool.pids()) process.kill(pid, "SIGKILL");
    }, 5);
    await expect(answer).rejects.toThrow("No child for pictures");
    clearInterval(killing);
    expect(await pool.render(await smallPhoto(), [quick])).toMatchObject({ ok: true });
  });

  it("over its time", async () => {
    openPool({ timeoutMilliseconds: 1_500 });
    const [small, heavy] = await Promise.all([smallPhoto(), heavyPhoto()]);
    expect(await pool.render(small, [quick])).toMatchObject({ ok: true });
    expect(await pool.render(heavy, [slow])).toMatchObject(failure("time"));
    expect(await pool.render(small, [quick])).toMatchObject({ ok: true });
  });

  it("over its memory", async () => {
    openPool({ memoryMegabytes: 250 });
    // Read whole before a line of it can be drawn: about 300 MB.
    const greedy = await plain(9000, 9000, red).jpeg({ progressive: true }).toBuffer();
    expect(await pool.render(greedy, [quick])).toMatchObject(failure("memory"));
    expect(await pool.render(await smallPhoto(), [quick])).toMatchObject({ ok: true });
  });
});

describe("a pool", { timeout: 60_000 }, () => {
  it("answers for bad photos and goes on with the same child", async () => {
    openPool({});
    const photo = await smallPhoto();
    await pool.render(photo, [quick]);
    const before = pool.pids();
    expect(await pool.render(Buffer.from("no photo"), [quick])).toMatchObject({
      ok: false,
      issue: { code: "photo.corrupted" },
    });
    expect(await pool.render(photo.subarray(0, photo.length >> 1), [quick])).toMatchObject({
      issue: { code: "photo.corrupted" },
    });
    expect(await pool.render(photo, [quick])).toMatchObject({ ok: true });
    expect(pool.pids()).toEqual(before);
  });

  it("gives every photo its own pictures however many wait", async () => {
    openPool({ size: 2 });
    const photos = await Promise.all(
      Array.from({ length: 12 }, (_, seed) =>
        scene(300 + seed, 200, seed)
          .jpeg()
          .toBuffer(),
      ),
    );
    const wide: RenditionSpec = { ...quick, size: 1000 };
    const results = await Promise.all(photos.map((photo) => pool.render(photo, [wide])));
    expect(results.map((result) => result.ok && result.photo.renditions[0]?.width)).toEqual(
      photos.map((_, seed) => 300 + seed),
    );
    expect(pool.pids().length).toBe(2);
  });

  it("leaves no child behind when it closes, and blames no photo", async () => {
    openPool({ size: 1 });
    const heavy = await heavyPhoto();
    await pool.render(await smallPhoto(), [quick]);
    const [child] = pool.pids();
    const begun = pool.render(heavy, [slow]);
    const waiting = pool.render(heavy, [slow]);
    const outcomes = Promise.allSettled([begun, waiting]);
    await pool.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(RenderPoolClosed) });
    }
    expect(child && alive(child)).toBe(false);
    await expect(pool.render(heavy, [quick])).rejects.toThrow(RenderPoolClosed);
  });
});
