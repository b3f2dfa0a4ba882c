import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readStageFacts } from "#app/domain/product/staged-products.ts";
import { type ProductStage, stageOf } from "#app/domain/product/stages.ts";
import { ListingState, SubmissionState } from "#app/services/database/generated/enums.ts";

const submissions = [null, ...Object.values(SubmissionState)];
const listingStates = Object.values(ListingState);
/** Every set of states that the listings of one product can be in. */
const combinations = Array.from({ length: 2 ** listingStates.length }, (_, bits) =>
  listingStates.filter((_state, index) => bits & (1 << index)),
);
const moving = ["waiting", "sending", "unknown", "in_review", "failed"] as const;

describe("a product's plain state", () => {
  test("is exactly one of five for every submission and every set of listings, and each of the five occurs", () => {
    const occurring = new Map<ProductStage, number>();
    for (const submission of submissions) {
      for (const listings of combinations) {
        const stage = stageOf({ submission, listings });
        occurring.set(stage, (occurring.get(stage) ?? 0) + 1);
        const isMoving = moving.some((state) => listings.includes(state));
        expect(stage === "live", JSON.stringify({ submission, listings })).toBe(listings.includes("live"));
        if (stage === "judging") expect(submission).toBe("submitted");
        if (stage === "preparing") expect([submission, isMoving]).toEqual([null, false]);
        if (stage === "on_the_way") expect(isMoving || (submission === "selected" && listings.length === 0)).toBe(true);
        if (stage === "returned") expect(["rejected", "withdrawn", "selected"]).toContain(submission);
      }
    }
    expect([...occurring.keys()].sort()).toEqual(["judging", "live", "on_the_way", "preparing", "returned"]);
    expect([...occurring.values()].reduce((sum, count) => sum + count)).toBe(5 * 2 ** listingStates.length);
  });

  it.each([
    ["preparing", null, []],
    ["preparing", null, ["refused", "withdrawn"]],
    ["on_the_way", null, ["in_review"]],
    ["judging", "submitted", []],
    ["judging", "submitted", ["refused"]],
    ["live", "submitted", ["live"]],
    ["on_the_way", "selected", []],
    ["on_the_way", "selected", ["waiting", "refused"]],
    ["on_the_way", "selected", ["failed"]],
    ["live", "selected", ["live", "refused", "not_ready"]],
    ["returned", "selected", ["refused", "not_ready"]],
    ["returned", "selected", ["withdrawing"]],
    ["returned", "selected", ["withdrawn"]],
    ["returned", "rejected", []],
    ["returned", "withdrawn", []],
  ] as const)("is %s when it is %s and its listings are %j", (stage, submission, listings) => {
    expect(stageOf({ submission, listings })).toBe(stage);
  });

  test("is read from the database's text as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...submissions), fc.constantFrom(...combinations), (submission, listings) => {
        expect(readStageFacts(`${submission ?? ""}:${listings.join(",")}`)).toEqual({ submission, listings });
      }),
    );
  });
});
