import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePermission } from "#app/domain/agreement/permission.ts";
import { eraseAfter } from "#app/domain/closing/terms.ts";
import { askedConsents, consentKinds } from "#app/domain/consent/kinds.ts";
import { type Answer, isToBeAsked, standingOf } from "#app/domain/consent/standing.ts";
import { consentTexts, findConsentText } from "#app/messages/consent-texts.ts";

const asked = {
  ...askedConsents,
  passing_on: { version: "2", optional: true },
  terms: { version: "2", optional: false },
};
const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const answer = (over: Partial<Answer> = {}): Answer => ({
  ...{ kind: "passing_on", version: "2", agreed: true, answeredAt: at(1), withdrawnAt: null },
  ...over,
});
const stateOf = (answers: Answer[], kind: "passing_on" | "terms" = "passing_on") =>
  standingOf(kind, answers, asked).state;

describe("where a consent stands", () => {
  test.each([
    ["unasked", []],
    ["agreed", [answer()]],
    ["refused", [answer({ agreed: false })]],
    ["withdrawn", [answer({ withdrawnAt: at(2) })]],
    ["outdated", [answer({ version: "1" })]],
    ["outdated", [answer({ version: "1", agreed: false })]],
    ["withdrawn", [answer({ version: "1", withdrawnAt: at(2) })]],
    ["agreed", [answer({ version: "1", withdrawnAt: at(2) }), answer({ answeredAt: at(3) })]],
    ["unasked", [answer({ kind: "terms" })]],
  ] as const)("%s", (state, answers) => expect(stateOf([...answers])).toBe(state));

  test("the latest answer counts, in whatever order they are read", () => {
    const answers = [
      answer({ withdrawnAt: at(2) }),
      answer({ answeredAt: at(3), agreed: false }),
      answer({ answeredAt: at(4) }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: 3, maxLength: 3 }), (read) => {
        expect(stateOf(read)).toBe("agreed");
      }),
    );
  });

  test("a necessary one that was taken back is asked again, an optional one is left alone", () => {
    const taken = answer({ withdrawnAt: at(2) });
    expect(isToBeAsked(standingOf("passing_on", [taken], asked))).toBe(false);
    expect(isToBeAsked(standingOf("terms", [{ ...taken, kind: "terms" }], asked))).toBe(true);
    expect(isToBeAsked(standingOf("passing_on", [answer({ agreed: false })], asked))).toBe(false);
    expect(isToBeAsked(standingOf("passing_on", [answer({ version: "1" })], asked))).toBe(true);
  });

  test("whatever is asked has its text, and no version stands twice", () => {
    for (const kind of consentKinds) {
      expect(findConsentText(kind, askedConsents[kind].version)).toBe(consentTexts[kind][0]);
      const versions = consentTexts[kind].map(({ version }) => version);
      expect(new Set(versions).size).toBe(versions.length);
    }
    expect(findConsentText("terms", "1999")).toBeNull();
  });
});

describe("what is missing of the merchant's word", () => {
  const word = { passingOn: true, closing: false, malls: new Set(["naver"]) };
  const codes = (over: Partial<typeof word>, mall = "naver") =>
    judgePermission({ ...word, ...over }, mall).map(({ code }) => code);

  test("nothing, the agreement, the consent, both, or they leave", () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, "coupang")).toEqual(["agreement.missing"]);
    expect(codes({ passingOn: false })).toEqual(["consent.passing_on_missing"]);
    expect(codes({ passingOn: false }, "coupang")).toEqual(["agreement.missing", "consent.passing_on_missing"]);
    expect(codes({ passingOn: false, closing: true }, "coupang")).toEqual(["account.closing"]);
  });
});

test("a merchant's data stay five years, anybody else's thirty days", () => {
  expect(eraseAfter("merchant", new Date("2028-02-29T00:00:00Z"))).toEqual(new Date("2033-03-01T00:00:00Z"));
  expect(eraseAfter("creator", new Date("2026-11-01T00:00:00Z"))).toEqual(new Date("2026-12-01T00:00:00Z"));
});
