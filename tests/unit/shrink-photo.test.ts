import { expect, test } from "vitest";
import { shrunkSize } from "#app/merchant/photo-queue/shrink-photo.ts";

test.each([
  ["a phone's photo", [4000, 3000], [2048, 1536]],
  ["a long one", [4000, 2250], [2276, 1280]],
  ["a panorama", [12_000, 3000], [5120, 1280]],
  ["a whole page as one picture, whose words must stay readable", [860, 9000], [860, 9000]],
  ["a small one", [900, 600], [900, 600]],
  ["a line", [2, 40_000], [2, 40_000]],
])("%s is shrunk as far as malls and pages allow", (_, [width = 0, height = 0], [small, high]) => {
  expect(shrunkSize({ width, height })).toEqual({ width: small, height: high });
});

test("what is too large for a phone's canvas is sent as it is", () => {
  expect(shrunkSize({ width: 860, height: 30_000 })).toBeNull();
});
