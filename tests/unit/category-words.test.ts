import { describe, expect, it } from "vitest";
import { categories } from "#app/domain/product/categories.ts";
import { foldLabel } from "#app/domain/text/fold-label.ts";
import { categoryWords, findByWord } from "#app/messages/category-words.ts";

describe("findByWord", () => {
  it.each([
    ["강정", "GENERAL_FOOD"],
    ["닭강정", "GENERAL_FOOD"],
    ["젓갈", "GENERAL_FOOD"],
    ["국산 들기름", "GENERAL_FOOD"],
    ["국산고추장", "GENERAL_FOOD"],
    ["오징어", "FOOD"],
    ["사과", "FOOD"],
    ["한우", "FOOD"],
    ["목도리", "FASHION_ITEMS"],
    ["스웨터", "WEAR"],
    ["항아리", "KITCHEN_UTENSILS"],
    ["가위", "KITCHEN_UTENSILS"],
    ["붓", "ETC"],
    ["꽃", "ETC"],
    ["책상", "FURNITURE"],
    ["가구", "FURNITURE"],
  ])("of what is sold at a market, %s is %s", (word, key) => {
    expect(findByWord("ko", word)[0]).toBe(key);
  });

  it("finds nothing for what is sold nowhere, and nothing without a word", () => {
    expect(findByWord("ko", "우주왕복선")).toEqual([]);
    expect(findByWord("ko", " ")).toEqual([]);
  });

  it("knows every category by its own name and by each thing it is shown with", () => {
    expect(Object.keys(categoryWords).sort()).toEqual(categories.map(({ key }) => key).sort());
    for (const [key, { name, like }] of Object.entries(categoryWords)) {
      for (const locale of ["ko", "en"] as const) {
        for (const word of [name[locale], ...like[locale].split(",")]) {
          expect(findByWord(locale, word), foldLabel(word)).toContain(key);
        }
      }
    }
  });
});
