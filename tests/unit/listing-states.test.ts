import { expect, test } from "vitest";
import { goesOn, settledStates, toldState } from "#app/domain/listing/states.ts";

test("a page asks again while something moves by itself, also in a review, and from the moment that something is to come down", () => {
  expect(goesOn("in_review")).toBe(true);
  expect(settledStates.some(goesOn)).toBe(false);
  for (const state of ["waiting", "sending", "unknown", "in_review", "live", "refused"] as const) {
    expect(goesOn(toldState({ state, wanted: "withdrawn" })), state).toBe(true);
  }
  expect(goesOn(toldState({ state: "withdrawn", wanted: "withdrawn" }))).toBe(false);
});
