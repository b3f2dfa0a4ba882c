import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { malls } from "#app/channels/registry.ts";
import { shownTitle } from "#app/channels/shown-title.ts";

describe("a product's name at a mall", () => {
  it("is cut where the mall has no more room, in the mall's own measure", () => {
    const name = "가".repeat(60);
    expect(shownTitle(malls.naver, name)).toEqual({ shown: "가".repeat(50), cut: "가".repeat(10) });
    expect(shownTitle(malls.elevenst, `${"가".repeat(50)}나`)).toEqual({ shown: "가".repeat(50), cut: "나" });
    expect(shownTitle(malls["gachi-sapsida"], name)).toEqual({ shown: name, cut: "" });
  });

  it("loses nothing, and is cut only where the mall's check would refuse it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.constantFrom(...Object.values(malls)),
        (name, mall) => {
          const { shown, cut } = shownTitle(mall, name);
          expect(shown + cut).toBe(name);
          const { title } = mall.spec;
          expect(cut === "").toBe(title === null || title.count(name) <= title.maximum);
        },
      ),
    );
  });
});
