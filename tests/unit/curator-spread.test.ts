import { expect, test } from "vitest";
import { type CuratorMarks, leansApart } from "#app/domain/season/curator-spread.ts";

const marks: CuratorMarks = {
  ...{ curatorId: "a", judgements: 20, mean: 4.5, lowest: 3, lowerQuarter: 4, upperQuarter: 5, highest: 5 },
  ...{ shared: 20, lean: 0.8, leanDeviation: 0.6 },
};

test("who marks the same products clearly higher or lower than the others stands apart", () => {
  expect(leansApart(marks, 4)).toBe("higher");
  expect(leansApart({ ...marks, lean: -0.8 }, 4)).toBe("lower");
});

test.each([
  ["a small difference", { lean: 0.3 }],
  ["one that chance explains", { leanDeviation: 2 }],
  ["too few products in common", { shared: 4 }],
  ["nobody to compare with", { shared: 0, lean: null, leanDeviation: null }],
])("%s says nothing", (_, over) => {
  expect(leansApart({ ...marks, ...over }, 4)).toBeNull();
});
