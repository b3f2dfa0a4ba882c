import { describe, expect, it } from "vitest";
import { noticeOf, notices } from "#app/domain/notice/notices.ts";
import { categories, categoryOf, findCategory } from "#app/domain/product/categories.ts";
import { foldLabel } from "#app/domain/text/fold-label.ts";

describe("the programme's categories", () => {
  it("are the kinds of goods whose notice has fields", () => {
    const withFields = notices.filter(({ fields }) => fields.length > 0).map(({ key }) => key);
    expect(withFields).toHaveLength(36);
    expect(categories.map(({ key }) => key).sort()).toEqual(withFields.sort());
    for (const { key, nameKo } of categories) expect(noticeOf(key).nameKo).toBe(nameKo);
  });

  it("have names that mean one category each", () => {
    const names = categories.flatMap(({ key, nameKo, shortNames }) => [key, nameKo, ...shortNames].map(foldLabel));
    expect(new Set(names).size).toBe(names.length);
  });

  it("want a safety number for electrical goods, children's goods and chemicals, and for no food", () => {
    const rules = Object.fromEntries(categories.map(({ key, kcRule }) => [key, kcRule]));
    for (const key of ["HOME_APPLIANCES", "CELLPHONE", "KIDS", "BIOCHEMISTRY", "BIOCIDAL"])
      expect(rules[key]).toBe("required");
    for (const key of ["FOOD", "GENERAL_FOOD", "DIET_FOOD", "BAG"]) expect(rules[key]).toBe("none");
    for (const key of ["FURNITURE", "COSMETIC", "MEDICAL_APPLIANCES"]) expect(rules[key]).toBe("recommended");
  });

  it("never go without a number where the notice itself asks for KC, unless only some goods need it", () => {
    const asking = categories.filter(({ key }) =>
      noticeOf(key).fields.some((field) => field.labelKo === "KC 인증정보" && field.required),
    );
    expect(asking).toHaveLength(12);
    for (const { kcRule } of asking) expect(kcRule).not.toBe("none");
  });
});

describe("findCategory", () => {
  it.each([
    ["GENERAL_FOOD", "GENERAL_FOOD"],
    ["general_food", "GENERAL_FOOD"],
    ["가공식품", "GENERAL_FOOD"],
    [" 가공 식품 ", "GENERAL_FOOD"],
    ["식품(농·축·수산물)", "FOOD"],
    ["식품（농.축.수산물）", "FOOD"],
    ["패션잡화", "FASHION_ITEMS"],
    ["휴대폰·통신기기", "CELLPHONE"],
    ["침구류/커튼", "SLEEPING_GEAR"],
    ["주방용품".normalize("NFD"), "KITCHEN_UTENSILS"],
    ["기타 재화", "ETC"],
  ])("%s is %s", (text, key) => {
    expect(findCategory(text)?.key).toBe(key);
  });

  it.each(["", "식품", "여행패키지", "TRAVEL_PACKAGE", "없는 분류"])("'%s' is none of ours", (text) => {
    expect(findCategory(text)).toBeNull();
  });
});

describe("categoryOf", () => {
  it("takes exact keys only and throws for any other", () => {
    for (const category of categories) expect(categoryOf(category.key)).toBe(category);
    expect(() => categoryOf("가공식품")).toThrow(RangeError);
  });
});
