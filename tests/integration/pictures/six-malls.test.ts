import { setupServer } from "msw/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ListingPicture, mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import type { PhotoFacts } from "#app/domain/product/product-facts.ts";
import { mallUnderTest } from "#tests/malls/contract/mall-under-test.ts";
import { listingPictures as madePictures, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { noise, scene } from "#tests/unit/made-pictures.ts";
import type { WorkerContext } from "#workers/context.ts";
import { listingPictures } from "#workers/images/listing-pictures.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

describe.each(mallKeys)("%s", (key) => {
  const { spec } = malls[key];
  const least = spec.pictures.paddedFrom ?? spec.pictures.minimumSide;

  function open() {
    const mall = mallUnderTest(key);
    const server = setupServer(...mall.standIn.handlers);
    server.listen({ onUnhandledRequest: "error" });
    onTestFinished(() => server.close());
    return mall;
  }

  test("takes the pictures that we make of large, small, tall and hard photos, to the end of its review", async () => {
    const mall = open();
    const worker = pictureWorker(await pictureHouse());
    const files = await Promise.all([
      scene(2400, 1800, 1).jpeg({ quality: 92 }).toBuffer(),
      scene(least, least, 2).jpeg().toBuffer(),
      scene(700, 3_000, 3).png().toBuffer(),
      noise(1_600, 1_600).jpeg({ quality: 98 }).toBuffer(),
    ]);
    const photos: PhotoFacts[] = [];
    for (const [index, bytes] of files.entries()) {
      const taken = await takePhoto(worker, `${index}.jpg`, async () => bytes);
      if (!taken.ok) throw new Error(taken.issue.code);
      const { sha256, width, height } = taken.original;
      photos.push({ ...unedited(sha256), width, height, measures: null, caption: "" });
    }
    const product = readyProduct({ photos });
    expect(mall.pure.check(product, { categoryCode: mall.categoryCode })).toEqual([]);
    const context = { ...worker, publicUrl: "https://pictures.baekseon.example" } as unknown as WorkerContext;
    const { pictures, detail, issues } = await listingPictures(context, product, spec);
    expect(issues).toEqual([]);
    expect(pictures).toHaveLength(1 + Math.min(3, spec.pictures.maximumExtra));
    expect(detail.pictures.length).toBeGreaterThan(0);
    mall.serve([...pictures, ...detail.pictures]);

    const order = await readyOrder({ product, pictures, detail, binding: { categoryCode: mall.categoryCode } });
    expect(await mall.connection.publish(order)).toMatchObject({ outcome: "accepted" });
    await expect
      .poll(() => mall.connection.lookUp(order.reference, null), { timeout: 30_000 })
      .toMatchObject({ outcome: "found", heard: { issues: [] } });
    expect(mall.standIn.listings()).toMatchObject([{ reference: order.reference }]);
    expect(mall.standIn.listings()[0]?.state).toMatch(/^(in_review|live)$/);
  }, 180_000);

  test("is sent no photo that is a pixel too small for it: our check says so before", () => {
    const photo = { ...unedited("a".repeat(64)), measures: null, caption: "" };
    const of = (width: number, height: number) =>
      malls[key]
        .check(readyProduct({ photos: [{ ...photo, width, height }] }), { categoryCode: "1" })
        .filter(({ code }) => code.startsWith("photo."));
    expect(of(least, least)).toEqual([]);
    expect(of(least - 1, 2_000)).toMatchObject([{ code: "photo.below_minimum", severity: "error" }]);
    expect(of(2_000, least - 1)).toMatchObject([{ code: "photo.below_minimum", severity: "error" }]);
  });
});

test("Coupang takes a picture of 499 pixels at first and refuses it at approval: what our check spares the merchant", async () => {
  const mall = mallUnderTest("coupang");
  const server = setupServer(...mall.standIn.handlers);
  server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => server.close());
  const sent = async (reference: string, pictures: ListingPicture[]) => {
    mall.serve(pictures);
    const binding = { categoryCode: mall.categoryCode };
    const order = await readyOrder({ reference, pictures, binding, product: readyProduct({ sku: reference }) });
    const answer = await mall.connection.publish(order);
    const found = await mall.connection.lookUp(reference, null);
    return [answer.outcome, found.outcome === "found" ? found.heard.state : found.outcome];
  };
  expect(await sent("BX26-PIXEL-0499", await madePictures(1, 499))).toEqual(["accepted", "refused"]);
  expect(await sent("BX26-PIXEL-0500", await madePictures(1, 500))).toEqual(["accepted", "live"]);
});
