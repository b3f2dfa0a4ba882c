import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { megabyteLimit, pixelLimits } from "#workers/images/photo-limits.ts";
import { blue, claimJpegSize, claimPngSize, noise, plain, red } from "./made-pictures.ts";

async function codeOf(bytes: Buffer, fileName = "photo.jpg") {
  const inspection = await inspectPhoto(bytes, fileName);
  return inspection.ok ? "ok" : inspection.issue.code;
}

describe("a photo is judged by its content", () => {
  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("takes %s, whatever its name", async (format) => {
    const bytes = await plain(60, 40, red).toFormat(format).toBuffer();
    expect(await inspectPhoto(bytes, "photo.txt")).toMatchObject({
      ok: true,
      photo: {
        mediaType: `image/${format}`,
        width: 60,
        height: 40,
        bytes: bytes.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it("gives the upright size", async () => {
    const bytes = await plain(60, 40, red).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspectPhoto(bytes, "turned.jpg")).toMatchObject({ photo: { width: 40, height: 60 } });
  });

  it("refuses text, an empty file and a document named .jpg", async () => {
    expect(await codeOf(Buffer.from("이것은 사진이 아닙니다"))).toBe("photo.not_an_image");
    expect(await codeOf(Buffer.alloc(0))).toBe("photo.not_an_image");
    expect(await codeOf(Buffer.from("%PDF-1.7\n1 0 obj\n"))).toBe("photo.not_an_image");
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<?xml version="1.0"?>\n<svg width="9" height="9"></svg>'])(
    "refuses an SVG named .jpg: %s",
    async (svg) => {
      expect(await inspectPhoto(Buffer.from(svg), "logo.jpg")).toMatchObject({
        issue: { code: "photo.format_unsupported", path: { photo: "logo.jpg" }, params: { format: "SVG" } },
      });
    },
  );

  it("refuses a TIFF by its name", async () => {
    const tiff = await plain(20, 20, blue).tiff().toBuffer();
    expect(await inspectPhoto(tiff, "scan.tif")).toMatchObject({
      issue: { code: "photo.format_unsupported", params: { format: "TIF" } },
    });
  });

  it("refuses a file with too many megabytes", async () => {
    const heavy = Buffer.alloc((megabyteLimit + 1) * 1_000_000);
    expect(await inspectPhoto(heavy, "heavy.jpg")).toMatchObject({
      issue: { code: "photo.too_large", params: { megabytes: megabyteLimit + 1, limit: megabyteLimit } },
    });
  });
});

describe("pixel limits by kind", () => {
  it("holds a PNG to fewer pixels than a baseline JPEG, and says both numbers", async () => {
    const png = claimPngSize(await plain(10, 10, red).png().toBuffer(), 8000, 7000);
    expect(await inspectPhoto(png, "big.png")).toMatchObject({
      issue: {
        code: "photo.too_many_pixels",
        params: { width: 8000, height: 7000, megapixels: pixelLimits.png / 1e6 },
      },
    });
    const jpeg = await plain(10, 10, red).jpeg().toBuffer();
    expect(await codeOf(claimJpegSize(jpeg, 8000, 7000))).toBe("ok");
    expect(await codeOf(claimJpegSize(jpeg, 16_000, 14_000))).toBe("photo.too_many_pixels");
  });

  it("holds a progressive JPEG to the stricter limit", async () => {
    const progressive = await plain(10, 10, red).jpeg({ progressive: true }).toBuffer();
    expect(await codeOf(claimJpegSize(progressive, 8000, 7000))).toBe("photo.too_many_pixels");
  });
});

describe("uploads cut short", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("finds a %s without its end", async (format) => {
    const whole = await noise(200, 200).toFormat(format).toBuffer();
    expect(await codeOf(whole)).toBe("ok");
    for (const share of [0.3, 0.6, 0.99]) {
      expect(await codeOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe("photo.corrupted");
    }
  });

  it("is not fooled by the end mark of a preview inside EXIF", async () => {
    const preview = Buffer.from([0xff, 0xe1, 0x00, 0x06, 0x00, 0x00, 0xff, 0xd9]);
    const jpeg = await noise(200, 200).jpeg().toBuffer();
    const withPreview = Buffer.concat([jpeg.subarray(0, 2), preview, jpeg.subarray(2)]);
    expect(await codeOf(withPreview)).toBe("ok");
    expect(await codeOf(withPreview.subarray(0, withPreview.length >> 1))).toBe("photo.corrupted");
  });

  it("lets phones keep more behind the end of a JPEG", async () => {
    const jpeg = await noise(50, 50).jpeg().toBuffer();
    expect(await codeOf(Buffer.concat([jpeg, Buffer.from("MotionPhoto_Data")]))).toBe("ok");
  });

  it("calls a header with nothing behind it corrupted", async () => {
    const png = await sharp({ create: { width: 5, height: 5, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    expect(await codeOf(png.subarray(0, 20))).toBe("photo.corrupted");
  });
});
