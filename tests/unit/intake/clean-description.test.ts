import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanDescription } from "#app/domain/intake/clean-description.ts";

test.each([
  ["직접 짠 기름", "직접 짠 기름"],
  ["5 < 10 & <필독>\n둘째 줄", "5 &lt; 10 &amp; &lt;필독&gt;<br />둘째 줄"],
  ["<p>좋은 <b>기름</b></p>", "<p>좋은 <b>기름</b></p>"],
  ["<br><img src='https://x.kr/a.jpg'>", '<br /><img src="https://x.kr/a.jpg" />'],
  ["A&amp;B", "A&amp;B"],
])("%j loses nothing", (text, html) => {
  expect(cleanDescription(text)).toEqual({ html, removed: false });
});

test.each([
  "<script>alert(1)</script>글",
  "<style>p{}</style>글",
  "<form action='https://x'>글</form>",
  "<iframe src='https://x.kr'></iframe>글",
  "<p onclick='alert(1)'>글</p>",
  "<p style='position:fixed'>글</p>",
  "<a href='javascript:alert(1)'>글</a>",
  "<a href='JaVa&#10;Script:alert(1)'>글</a>",
  "<img src='data:image/svg+xml,x'>글",
  "<img src='http://x.kr/a.jpg'>글",
  "<svg onload=alert(1)></svg>글",
  "<object data='x'></object>글",
])("%j loses what is not safe, and says so", (text) => {
  const { html, removed } = cleanDescription(text);
  expect(removed).toBe(true);
  expect(html).toContain("글");
  expect(html).not.toMatch(/script|style|form|iframe|onclick|onload|svg|data:|http:|object/i);
});

test("nothing more is taken from what is clean, and no handler or script survives any mixture", () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "<script>",
    "</script>",
    "<a href='javascript:x'>",
    "</a>",
    "<<",
    ">",
    "<img onerror=x src=y>",
    "&lt;",
    "글",
    "<!--",
    "-->",
    "<svg/onload=x>",
    "<b",
    "'",
    '"',
    "</style>",
    "<style>",
    "<table><td>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { html } = cleanDescription(pieces.join(""));
      expect(html).not.toMatch(/<(?:script|style|svg)|<[^>]*(?:onerror|onload|javascript:)/i);
      if (/<[a-z]/.test(html)) expect(cleanDescription(html).removed).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
