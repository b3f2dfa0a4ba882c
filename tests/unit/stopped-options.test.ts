import { expect, test } from "vitest";
import { findDifferences } from "#app/domain/drift/compare-listing.ts";

const heard = { state: "live", remoteId: "1", pageUrl: null, issues: [] } as const;

test("options that a mall does not sell differ where they were sent with something in stock, not where they were sold out or taken out", () => {
  const sentParts = { content: "1", pictures: "1", price: 1_000, stocks: { 빨강: 3, 파랑: 0 } };
  const said = { ...heard, issues: [], stoppedOptions: ["빨강", "파랑", "노랑"] };
  expect(findDifferences({ sentParts }, said)).toEqual([
    { kind: "options_stopped", ours: 2, theirs: 1, options: ["빨강"] },
  ]);
  expect(findDifferences({ sentParts }, { ...said, stoppedOptions: ["노랑"] })).toEqual([]);
  expect(findDifferences({ sentParts: null }, said)).toMatchObject([{ ours: null, theirs: null }]);
});
