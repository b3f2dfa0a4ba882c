import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { noEdits, type PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import { webCard } from "#app/domain/picture/web-set.ts";
import { renderPhoto } from "#workers/images/render.ts";
import { blue, colourAt, difference, green, plain, quarters, red, yellow } from "./made-pictures.ts";

const four = [red, green, blue, yellow] as const;

async function cardOf(photo: Buffer, edits: PhotoEdits = noEdits) {
  const [card] = (await renderPhoto(photo, [webCard], edits)).renditions;
  if (!card) throw new Error("nothing rendered");
  expect(card).toMatchObject({ width: 1200, height: 630, mediaType: "image/jpeg" });
  expect(await sharp(card.bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg", channels: 3 });
  return card.bytes;
}

async function expectAt(card: Buffer, places: [number, number, readonly number[]][], within = 8): Promise<void> {
  for (const [x, y, colour] of places) {
    const seen = await colourAt(card, x, y);
    expect(difference(seen, colour), `${seen} at ${x}, ${y}`).toBeLessThan(within);
  }
}

describe("the card of a page that is shared", () => {
  it("is filled by a wide photo, cut evenly above and below", async () => {
    const card = await cardOf(
      await quarters(1920, 1200, [...four])
        .png()
        .toBuffer(),
    );
    await expectAt(card, [
      [0.01, 0.02, red],
      [0.99, 0.02, green],
      [0.01, 0.98, blue],
      [0.99, 0.98, yellow],
      [0.25, 0.48, red],
      [0.25, 0.52, blue],
    ]);
  });

  it("shows any other photo whole, before its own colours", async () => {
    const card = await cardOf(
      await quarters(1600, 1200, [...four])
        .png()
        .toBuffer(),
    );
    // 840 of 1200 pixels.
    await expectAt(card, [
      [0.16, 0.01, red],
      [0.84, 0.01, green],
      [0.16, 0.99, blue],
      [0.84, 0.99, yellow],
    ]);
    await expectAt(card, [[0.05, 0.05, red]], 20);
    await expectAt(card, [[0.95, 0.95, yellow]], 20);
  });

  it("shows a photo upright that lies on its side", async () => {
    const stored = quarters(1600, 1200, [...four]).withMetadata({ orientation: 6 });
    const card = await cardOf(await stored.jpeg({ quality: 95 }).toBuffer());
    // 473 of 1200 pixels.
    await expectAt(card, [
      [0.32, 0.02, blue],
      [0.68, 0.02, red],
      [0.32, 0.98, yellow],
      [0.68, 0.98, green],
    ]);
  });

  it("never blows a photo up", async () => {
    const card = await cardOf(await plain(300, 200, red).png().toBuffer());
    await expectAt(card, [[0.5, 0.5, red]]);
    const [small, large] = await Promise.all([
      cardOf(
        await quarters(300, 200, [...four])
          .png()
          .toBuffer(),
      ),
      cardOf(
        await quarters(1100, 700, [...four])
          .png()
          .toBuffer(),
      ),
    ]);
    // The corners of 300×200 in the middle.
    await expectAt(small, [
      [0.39, 0.36, red],
      [0.61, 0.64, yellow],
    ]);
    expect(large.length).toBeGreaterThan(0);
  });

  it("keeps a margin that was asked for, and what was cropped", async () => {
    const photo = await quarters(1920, 1200, [...four])
      .png()
      .toBuffer();
    const crop = { x: 0, y: 0, width: 0.5, height: 0.5 };
    const card = await cardOf(photo, { ...noEdits, crop, margin: 0.1 });
    await expectAt(card, [
      [0.5, 0.5, red],
      [0.5, 0.03, [255, 255, 255]],
    ]);
  });

  it("comes out the same whatever is made with it", async () => {
    const photo = await quarters(1600, 1200, [...four])
      .png()
      .toBuffer();
    const among = await renderPhoto(photo, [{ ...webCard, shape: "square", size: 900 }, webCard]);
    expect(among.renditions[1]?.bytes.equals(await cardOf(photo))).toBe(true);
  });

  it("manages one pixel, a strip and a pillar", async () => {
    for (const [width, height] of [
      [1, 1],
      [3000, 2],
      [2, 3000],
    ] as const) {
      await expectAt(await cardOf(await plain(width, height, blue).png().toBuffer()), [[0.5, 0.5, blue]]);
    }
  });
});
