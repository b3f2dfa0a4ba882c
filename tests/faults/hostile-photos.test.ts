import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { hostilePhotos } from "#tests/hostile-photos.ts";
import { colourAt, difference, plain, red } from "#tests/unit/made-pictures.ts";
import { createRenderPool, type RenderPool } from "#workers/images/render-pool.ts";

const small: RenditionSpec = { key: "small", shape: "width", size: 200, format: "jpeg", quality: 85 };

let pool: RenderPool;
beforeAll(() => {
  pool = createRenderPool({ size: 1 });
});
afterAll(() => pool.close());

const study = (bytes: Buffer, name: string) => pool.study(bytes, name, [small]);

describe("a hostile file costs its own refusal and nothing else", () => {
  it.each(hostilePhotos.map((photo) => [photo.name, photo] as const))(
    "%s",
    async (name, { bytes, refusedAs }) => {
      const [hostile, harmless] = [await bytes(), await plain(60, 40, red).jpeg().toBuffer()];
      // One child for both, and the harmless one behind it.
      const [answer, next] = await Promise.all([study(hostile, name), study(harmless, "next.jpg")]);
      if (refusedAs === null) expect(answer.ok).toBe(true);
      else {
        expect(answer).toMatchObject({ ok: false, issue: { code: refusedAs } });
        if (!answer.ok)
          for (const language of ["ko", "en"] as const) expect(sayIssue(language, answer.issue)).not.toBe("");
      }
      if (!next.ok) throw new Error(next.issue.code);
      expect(
        difference(await colourAt(next.photo.renditions[0]?.bytes ?? Buffer.alloc(0), 0.5, 0.5), red),
      ).toBeLessThan(8);
      if (!answer.ok) return;
      for (const { bytes: made } of answer.photo.renditions) {
        expect(made.includes("<script")).toBe(false);
        expect(made.length).toBeLessThan(200_000);
      }
    },
    60_000,
  );

  it("all at once, with harmless photos between them: each is answered for what it is", async () => {
    const answers = await Promise.all(
      hostilePhotos.map(async ({ name, bytes }) => {
        const [hostile, harmless] = [await bytes(), await plain(60, 40, red).jpeg().toBuffer()];
        const [answer, next] = await Promise.all([study(hostile, name), study(harmless, "next.jpg")]);
        return [name, answer.ok ? null : answer.issue.code, next.ok] as const;
      }),
    );
    expect(answers).toEqual(hostilePhotos.map(({ name, refusedAs }) => [name, refusedAs, true]));
  }, 120_000);
});

describe("what breaks a limit", () => {
  it("is ended from outside, and said; the photo behind it has a new child", async () => {
    const strict = createRenderPool({ size: 1, memoryMegabytes: 220 });
    try {
      const greedy = await plain(7_000, 7_000, red).jpeg({ progressive: true }).toBuffer();
      const harmless = await plain(60, 40, red).jpeg().toBuffer();
      expect((await strict.study(harmless, "before.jpg", [small])).ok).toBe(true);
      const [child] = strict.pids();
      const [answer, next] = await Promise.all([
        strict.study(greedy, "greedy.jpg", [small]),
        strict.study(harmless, "next.jpg", [small]),
      ]);
      expect(answer).toMatchObject({ issue: { code: "photo.processing_failed", params: { reason: "memory" } } });
      expect(next.ok).toBe(true);
      expect(strict.pids()).not.toContain(child);
    } finally {
      await strict.close();
    }
  }, 60_000);
});
