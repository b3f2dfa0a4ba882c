import { expect, test } from "vitest";
import { columnHeading, columnKeys, neededKeys } from "#app/domain/intake/columns.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";

const million = 1_000_000;

/** What takes a pattern hours that looks back and forth, or from every place on. */
const fillings = {
  letters: "가".repeat(million),
  digits: "1".repeat(million),
  "spaces between letters": `가${" ".repeat(million - 2)}나`,
  "stars between letters": `고시:${"*".repeat(million - 4)}나`,
  brackets: "(".repeat(million),
  "places that are none": "산".repeat(million),
  "tags that are never closed": "<a ".repeat(million / 3),
  "marks of entities": "&a".repeat(million / 2),
  names: Array.from({ length: million / 8 }, (_, at) => `${at}`.padStart(7, "0")).join(","),
  options: Array.from({ length: million / 8 }, (_, at) => `${at}`.padStart(6, "0")).join("=;"),
  addresses: "https://a.kr/a;".repeat(million / 15),
};

const headings = [...columnKeys.map(columnHeading), "고시:품명", "mall.coupang.수량"];
const good: Record<string, string> = {
  ...{ 상품명: "도마", 카테고리: "기타 재화", 판매가: "12000", 재고수량: "3", 원산지: "국내산", 제조자: "공방" },
};

test.each(Object.entries(fillings))(
  "a cell of a million %s, in any column, takes no time and one row",
  async (_, text) => {
    const rows = headings.map((long, at) => {
      return headings.map((heading) =>
        heading === long ? text : (good[heading] ?? (heading === "상품코드" ? `A-${at}` : "")),
      );
    });
    const sheet = {
      async *[Symbol.asyncIterator]() {
        for (const [at, cells] of [headings, ...rows].entries()) yield { row: at + 1, cells };
      },
    };
    const { verdicts, totals } = await readCatalog(sheet);
    let at = 0;
    for await (const { outcome, issues } of verdicts) {
      const key = columnKeys[at++];
      if (key && neededKeys.includes(key) && key !== "origin") expect([key, outcome]).toEqual([key, "refused"]);
      expect(issues.length).toBeLessThan(3);
      for (const { raw = "" } of issues) expect(raw.length).toBeLessThan(6_000);
    }
    expect(totals.total).toBe(headings.length);
  },
);
