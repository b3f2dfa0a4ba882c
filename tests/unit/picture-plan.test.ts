import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cafe24Spec } from "#app/channels/cafe24/spec.ts";
import { spec as coupangSpec } from "#app/channels/coupang/spec.ts";
import { elevenstSpec } from "#app/channels/elevenst/spec.ts";
import { gachiSapsidaSpec } from "#app/channels/gachi-sapsida/spec.ts";
import { checkPhotos } from "#app/channels/general-rules.ts";
import { naverSpec } from "#app/channels/naver/spec.ts";
import type { PictureSpec } from "#app/channels/picture-rules.ts";
import { shopifySpec } from "#app/channels/shopify/spec.ts";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { mainWebSet, webSet } from "#app/domain/picture/web-set.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { picturePlan, planPictures } from "#workers/images/picture-plan.ts";
import { renderPhoto } from "#workers/images/render.ts";
import { colourAt, noise, plain, red } from "./made-pictures.ts";

const sixMalls: Record<string, PictureSpec> = {
  "gachi-sapsida": gachiSapsidaSpec,
  naver: naverSpec,
  coupang: coupangSpec,
  elevenst: elevenstSpec,
  cafe24: cafe24Spec,
  shopify: shopifySpec,
};

const photos = fc.array(
  fc.record({
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    edits: fc.constantFrom(noEdits, { ...noEdits, turn: 90 as const }),
  }),
  { maxLength: 12 },
);
const someMalls = fc.subarray(Object.values(sixMalls));
const addresses = (plan: ReturnType<typeof planPictures>) =>
  plan.map(({ sha256, spec, edits }) => renditionAddress(sha256, spec, edits));

describe("the plan of a product's pictures", () => {
  it("is the union of what malls and web want, without repeats", () => {
    fc.assert(
      fc.property(photos, someMalls, (given, malls) => {
        const plan = addresses(planPictures(given, malls));
        const wanted = [
          ...malls.flatMap((spec) => picturePlan(given, spec)),
          ...given.flatMap((photo, index) => (index === 0 ? mainWebSet : webSet).map((spec) => ({ ...photo, spec }))),
        ];
        expect(new Set(plan).size).toBe(plan.length);
        expect(new Set(plan)).toEqual(new Set(addresses(wanted)));
      }),
    );
  });

  it("grows by what is new when a mall is added", () => {
    fc.assert(
      fc.property(photos, someMalls, fc.constantFrom(...Object.values(sixMalls)), (given, malls, added) => {
        const before = new Set(addresses(planPictures(given, malls)));
        const after = addresses(planPictures(given, [...malls, added]));
        const own = new Set(addresses(picturePlan(given, added)));
        for (const address of before) expect(after).toContain(address);
        for (const address of after) expect(before.has(address) || own.has(address)).toBe(true);
      }),
    );
  });

  it("makes one square for the four malls that take it", () => {
    const photo = { sha256: "a".repeat(64), edits: noEdits };
    const squares = planPictures([photo], Object.values(sixMalls)).filter(({ spec }) => spec.shape === "square");
    expect(squares.map(({ spec }) => spec.key)).toEqual(["square-1000", "square-1000-padded", "square-2048"]);
  });
});

describe.each(Object.entries(sixMalls))("the pictures of %s", (_mall, { pictures: rules }) => {
  it.each(["main", "extra"] as const)(
    "keep to its own rules, however hard the photo is to compress: %s",
    async (role) => {
      const spec = rules[role];
      for (const [width, height] of [
        [2400, 2400],
        [2400, 1350],
        [Math.max(rules.minimumSide, 1), Math.max(rules.minimumSide, 1)],
      ] as const) {
        const photo = await noise(width, height).jpeg({ quality: 95 }).toBuffer();
        const [made] = (await renderPhoto(photo, [spec])).renditions;
        expect(made?.width).toBe(made?.height);
        expect(made?.width).toBeGreaterThanOrEqual(rules.minimumSide);
        expect(made?.width).toBeLessThanOrEqual(rules.maximumSide);
        expect(made?.bytes.length).toBeLessThanOrEqual(rules.maximumBytes);
        expect(rules.formats).toContain(spec.format);
      }
    },
  );

  it("are refused with the numbers where the photo is too small and the mall permits no white around it", () => {
    const smallest = rules.paddedFrom ?? rules.minimumSide;
    const [photo] = readyProduct().photos;
    if (!photo) throw new Error("the ready product has a photo");
    const sized = (side: number) => readyProduct({ photos: [{ ...photo, width: 2000, height: side }] });
    expect(checkPhotos(sized(smallest), rules)).toEqual([]);
    expect(checkPhotos(sized(smallest - 1), rules)).toMatchObject([
      { code: "photo.below_minimum", params: { minimum: smallest, width: 2000, height: smallest - 1 } },
    ]);
  });
});

it("white makes up what a small photo lacks where the mall permits it, and the photo is not blown up", async () => {
  const photo = await plain(400, 300, red).png().toBuffer();
  const [made] = (await renderPhoto(photo, [cafe24Spec.pictures.main])).renditions;
  if (!made) throw new Error("nothing rendered");
  expect([made.width, made.height]).toEqual([600, 600]);
  expect(await colourAt(made.bytes, 0.5, 0.2)).toEqual([255, 255, 255]);
  expect((await colourAt(made.bytes, 0.5, 0.5))[0]).toBeGreaterThan(200);
  expect(await colourAt(made.bytes, 0.1, 0.5)).toEqual([255, 255, 255]);
});
