import fc from "fast-check";
import { expect, test } from "vitest";
import { arrange, arrangements } from "#app/domain/picture/arrange.ts";
import { type EditStep, editSteps, suggestedCrop, takeStep } from "#app/domain/picture/edit-steps.ts";
import { editedSize, editsRecipe, noEdits, readEdits } from "#app/domain/picture/photo-edits.ts";

const share = fc.double({ min: 0, max: 0.6, noNaN: true });
const photos = fc.record({
  width: fc.integer({ min: 200, max: 6000 }),
  height: fc.integer({ min: 200, max: 6000 }),
  subject: fc.option(fc.record({ x: share, y: share, width: fc.constant(0.4), height: fc.constant(0.3) })),
  minimumSide: fc.constantFrom(500, 1000),
});
const presses = fc.array(fc.constantFrom(...editSteps), { maxLength: 30 });
const press = (steps: readonly EditStep[], photo: Parameters<typeof takeStep>[2]) =>
  steps.reduce((edits, step) => takeStep(edits, step, photo), noEdits);

test("whatever is pressed, the instructions can be stored, and the frame is a square of the photo", () => {
  fc.assert(
    fc.property(photos, presses, (photo, steps) => {
      // A crop keeps a tenth of each side, so of a very long photo a square may be no crop at all.
      fc.pre(Math.max(photo.width, photo.height) < 5 * Math.min(photo.width, photo.height));
      const edits = press(steps, photo);
      expect(readEdits(JSON.parse(JSON.stringify(editsRecipe(edits))))).toEqual(edits);
      if (!edits.crop) return;
      const { width, height } = editedSize(photo, edits);
      expect(Math.abs(width - height)).toBeLessThanOrEqual(2 + Math.max(width, height) * 0.01);
    }),
  );
});

test("four turns, there and back, and undo change nothing", () => {
  const photo = { width: 1600, height: 1200, subject: null, minimumSide: 500 };
  expect(press(["turn-right", "turn-right", "turn-right", "turn-right"], photo)).toEqual(noEdits);
  expect(press(["turn-left", "turn-right"], photo)).toEqual(noEdits);
  expect(press(["tilt-left", "closer", "margin", "turn-left", "undo"], photo)).toEqual(noEdits);
});

test("a turn takes the frame along", () => {
  const photo = { width: 2000, height: 1000, subject: null, minimumSide: 500 };
  const left = press(["square", "left", "left", "left", "left", "left", "left", "left"], photo);
  expect(left.crop).toMatchObject({ x: 0, width: 0.5, height: 1 });
  // What was at the left is at the top after a quarter to the right.
  expect(takeStep(left, "turn-right", photo).crop).toMatchObject({ y: 0, width: 1, height: 0.5 });
});

test("the suggestion is the smallest square around the main object, upright and turned", () => {
  const photo = { width: 2000, height: 1000, subject: { x: 0.1, y: 0.2, width: 0.2, height: 0.6 }, minimumSide: 500 };
  // 400 × 600 pixels at 200, 200: a square of 600 around the middle at 400, 500.
  expect(suggestedCrop(photo, noEdits)).toEqual({ x: 0.05, y: 0.2, width: 0.3, height: 0.6 });
  expect(suggestedCrop(photo, { ...noEdits, turn: 90 })).toEqual({ x: 0.2, y: 0.05, width: 0.6, height: 0.3 });
  // Where malls want more than that, they get it.
  expect(suggestedCrop({ ...photo, minimumSide: 800 }, noEdits)).toEqual({ x: 0, y: 0.1, width: 0.4, height: 0.8 });
});

test("a suggestion without a main object is the largest square in the middle", () => {
  expect(suggestedCrop({ width: 2000, height: 1000, subject: null, minimumSide: 500 }, noEdits)).toEqual({
    ...{ x: 0.25, y: 0, width: 0.5, height: 1 },
  });
});

test.each([
  [{ turn: 45 }],
  [{ straighten: 16 }],
  [{ crop: [0.5, 0, 0.6, 1] }],
  [{ crop: [0, 0, 0.05, 0.5] }],
  [{ margin: -1 }],
  ["turn"],
  [null],
])("no instructions: %j", (given) => {
  expect(readEdits(given)).toBeNull();
});

test("an arrangement moves one and loses none", () => {
  expect(arrange(["a", "b", "c"], (one) => one === "c", "first")).toEqual(["c", "a", "b"]);
  expect(arrange(["a", "b", "c"], (one) => one === "b", "earlier")).toEqual(["b", "a", "c"]);
  expect(arrange(["a", "b", "c"], (one) => one === "b", "later")).toEqual(["a", "c", "b"]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.nat(), fc.constantFrom(...arrangements), (all, meant, to) => {
      expect(arrange(all, (one) => one === meant, to).toSorted()).toEqual(all.toSorted());
    }),
  );
});
