import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { issue } from "#app/domain/issue/issue.ts";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { assessProduct, gradeOf } from "#app/domain/product/assess-product.ts";
import { findForbiddenWords } from "#app/domain/product/forbidden-words.ts";
import { findHints, hintRules } from "#app/domain/product/hints.ts";
import { usualPrices } from "#app/domain/product/price-range.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { MallRules } from "#app/domain/product/readiness.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";

const photo = (width: number, height = width) => ({
  sha256: `${width}x${height}`,
  width,
  height,
  edits: noEdits,
  measures: null,
  caption: "",
});
const long =
  "국내산 참깨를 새벽마다 낮은 온도에서 천천히 볶아 한 병씩 짭니다. 짠 날을 병에 적어 그날 보내 드립니다. 나물과 비빔밥에 두세 방울이면 넉넉합니다.";
const good = (over: Partial<ProductFacts> = {}) =>
  readyProduct({ photos: [photo(1600), photo(1200, 1000), photo(1000)], description: `<p>${long}</p>`, ...over });
const words = (over: Partial<ProductFacts>) => findForbiddenWords(good(over)).map(({ code, raw }) => `${code} ${raw}`);
const alone = { otherPrices: [] };

describe("forbidden words", () => {
  it.each([
    ["최저가 참기름", "최저가"],
    ["참기름 [무료배송]", "무료배송"],
    ["참기름 무료 배송", "무료 배송"],
    ["참기름 1+1", "1+1"],
    ["참기름 １＋１ 행사", "1+1"],
    ["원플러스원 참기름", "원플러스원"],
    ["SALE 참기름", "sale"],
    ["초특가 들기름", "초특가"],
    ["설맞이 할인 선물세트", "할인"],
    ["마감임박 참기름", "마감임박"],
  ])("%s speaks of the price", (name, word) => {
    expect(words({ name })).toEqual([`hint.price_claim ${word}`]);
  });

  it.each([
    "저온압착 참기름 300ml",
    "세일러 칼라 원피스",
    "1++ 한우 등심",
    "11+1인치 접시",
    "wholesale 인형",
    "암꽃게 2kg",
    "암모니아 냄새 없는 홍어",
    "최고집 고추장",
    "감기 좋은 털실",
    "국산 생강차",
  ])("%s is an ordinary name", (name) => {
    expect(words({ name, categoryKey: "ETC" })).toEqual([]);
  });

  it.each([
    ["암 예방에 좋은 마늘", "암 예방"],
    ["대장암을 예방하는 청국장", "대장암을 예방"],
    ["당뇨에 좋은 여주차", "당뇨에 좋은"],
    ["고혈압 개선 양파즙", "고혈압 개선"],
    ["항암 버섯", "항암"],
    ["만병통치 도라지청", "만병통치"],
    ["콜레스테롤 낮추는 들기름", "콜레스테롤 낮"],
    ["면역력 강화 홍삼청", "면역력 강화"],
  ])("%s promises health", (name, word) => {
    expect(words({ name })).toEqual([`hint.health_claim ${word}`]);
    expect(words({ name, categoryKey: "WEAR" })).toEqual([]);
  });

  test("a description and tags may not promise health either; a price there is nobody's business", () => {
    const description = "<p>예로부터 <b>치매</b> 예방에 썼고 무료배송해 드립니다.</p>";
    const found = findForbiddenWords(good({ description, tags: ["참기름", "아토피 치료"] }));
    expect(found.map(({ path, raw }) => [path.field, raw])).toEqual([
      ["description", "치매 예방"],
      ["tags", "아토피 치료"],
    ]);
  });

  test("what the law itself wants said of health food is no claim", () => {
    const description = `<p>${long} 질병의 예방 및 치료를 위한 의약품이 아닙니다. 면역력 증진에 도움을 줄 수 있음.</p>`;
    expect(words({ categoryKey: "DIET_FOOD", description })).toEqual([]);
  });

  test("a boast that nobody can prove", () => {
    expect(words({ name: "업계 최초 저온압착 참기름", categoryKey: "ETC" })).toEqual(["hint.superlative 업계 최초"]);
  });
});

describe("the store's own range of prices", () => {
  const price = fc.integer({ min: 10, max: 10_000_000 }).map((tens) => tens * 10);

  test("says with numbers what is usual", () => {
    const otherPrices = [9_000, 12_000, 15_000, 18_000, 22_000];
    expect(usualPrices(otherPrices)).toMatchObject({ count: 5, median: 15_000, lowest: 5_000, highest: 45_000 });
    const found = findHints(good({ price: 180_000 }), { otherPrices });
    expect(found).toMatchObject([
      { code: "hint.price_far", severity: "warning", path: { field: "price" }, params: { price: 180_000, count: 5 } },
    ]);
  });

  test("three others say nothing", () => {
    fc.assert(fc.property(fc.array(price, { maxLength: 3 }), (few) => usualPrices(few) === null));
  });

  test("holds at least a factor of three to either side of the median, and one stray price does not widen it", () => {
    fc.assert(
      fc.property(price, fc.integer({ min: 4, max: 20 }), price, (usual, count, stray) => {
        const range = usualPrices([...Array<number>(count).fill(usual), stray]);
        expect(range?.median).toBe(usual);
        expect(range?.lowest).toBe(Math.round(usual / 30) * 10);
        expect(range?.highest).toBe(usual * 3);
      }),
    );
  });

  test("has its median inside, whatever the prices and their order", () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 4, maxLength: 30 }), (prices) => {
        const range = usualPrices(prices);
        expect(range && range.lowest <= range.median && range.median <= range.highest).toBe(true);
        expect(usualPrices(prices.toReversed())).toEqual(range);
      }),
    );
  });
});

describe("hints", () => {
  test("a product that lacks nothing has none", () => {
    expect(findHints(good(), alone)).toEqual([]);
  });

  it.each([
    ["one photo", { photos: [photo(1200)] }, [["hint.photos_few", { count: 1, wanted: 3 }]]],
    ["none at all, which is the malls' to say", { photos: [] }, []],
    [
      "small photos",
      { photos: [photo(1200), photo(999, 3000), photo(700)] },
      [["hint.photos_small", { count: 2, side: 700, wanted: 1000 }]],
    ],
    ["an empty description", { description: "" }, [["hint.description_short", { count: 0, wanted: 60 }]]],
    [
      "mark-up is no text",
      { description: `<p>${"<br />".repeat(80)}좋아요</p>` },
      [["hint.description_short", { count: 3, wanted: 60 }]],
    ],
    ["a description of pictures", { description: '<img src="https://a.example/1.jpg" />' }, []],
  ] as [string, Partial<ProductFacts>, [string, object][]][])("%s", (_, over, expected) => {
    expect(findHints(good(over), alone).map(({ code, params }) => [code, params])).toEqual(expected);
  });

  test("never hold anything back, whatever the product", () => {
    const facts = fc.record({
      name: fc.string({ unit: "grapheme" }),
      description: fc.string(),
      tags: fc.array(fc.string(), { maxLength: 5 }),
      price: fc.integer({ min: 100, max: 100_000_000 }),
      photos: fc.array(
        fc.integer({ min: 1, max: 5_000 }).map((side) => photo(side)),
        { maxLength: 12 },
      ),
    });
    const others = fc.array(fc.integer({ min: 100, max: 100_000_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(facts, others, (over, otherPrices) => {
        for (const rule of hintRules) {
          for (const one of rule(good(over), { otherPrices })) expect(one.severity).toBe("warning");
        }
      }),
    );
  });
});

describe("a grade", () => {
  const ready = { mall: "a", verdict: "ready" as const, issues: [] };
  const failing = { mall: "b", verdict: "failing" as const, issues: [issue("photo.none")] };
  const closed = { mall: "c", verdict: "not_offered" as const, issues: [] };
  const light = issue("hint.photos_few", {}, { severity: "warning" });
  const unlawful = issue("hint.health_claim", {}, { severity: "warning" });

  it.each([
    ["good", [], [ready]],
    ["good", [], [ready, failing]],
    ["good", [], [ready, closed]],
    ["good", [], [closed]],
    ["good", [], []],
    ["fair", [light], [ready]],
    ["fair", [light, light], [ready, failing]],
    ["poor", [light, light, light], [ready]],
    ["poor", [], [failing]],
    ["poor", [], [failing, closed]],
    ["poor", [unlawful], [ready]],
  ] as const)("is %s for %j and %j", (grade, hints, malls) => {
    expect(gradeOf(hints, malls)).toBe(grade);
  });

  test("comes with its reasons", () => {
    const mall: MallRules = { key: "a", check: () => [], bindings: new Map() };
    const assessed = assessProduct(good({ name: "최저가 참기름", description: "" }), [mall], alone);
    expect(assessed).toMatchObject({
      grade: "fair",
      hints: [{ code: "hint.description_short" }, { code: "hint.price_claim" }],
      malls: [{ mall: "a", verdict: "ready" }],
    });
  });
});
