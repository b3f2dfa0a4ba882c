import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledFields } from "#app/domain/notice/filled-fields.ts";
import { commonNoticeFields, type NoticeField, noticeOf, notices } from "#app/domain/notice/notices.ts";
import { checkNotice, findNoticeField, type NoticeValues, readNoticeValue } from "#app/domain/notice/rules.ts";

/** Fields and required fields of each kind as the law's annex and Naver's schema count them, retired ones included. */
const stated: Record<string, [fields: number, required: number]> = {
  ...{ WEAR: [9, 7], SHOES: [8, 7], BAG: [8, 8], FASHION_ITEMS: [7, 7], SLEEPING_GEAR: [8, 8], FURNITURE: [13, 11] },
  ...{ IMAGE_APPLIANCES: [14, 9], HOME_APPLIANCES: [13, 8], SEASON_APPLIANCES: [14, 9], OFFICE_APPLIANCES: [14, 8] },
  ...{ OPTICS_APPLIANCES: [11, 9], MICROELECTRONICS: [13, 11], CELLPHONE: [16, 13], NAVIGATION: [15, 13] },
  ...{ CAR_ARTICLES: [12, 10], MEDICAL_APPLIANCES: [14, 9], KITCHEN_UTENSILS: [12, 9], COSMETIC: [14, 11] },
  ...{ JEWELLERY: [12, 10], FOOD: [16, 9], GENERAL_FOOD: [18, 11], DIET_FOOD: [19, 15], KIDS: [15, 12] },
  ...{ MUSICAL_INSTRUMENT: [12, 10], SPORTS_EQUIPMENT: [14, 12], BOOKS: [9, 6], RENTAL_HA: [8, 5], RENTAL_ETC: [6, 5] },
  ...{ DIGITAL_CONTENTS: [7, 7], GIFT_CARD: [10, 4], ETC: [6, 3], MOBILE_COUPON: [5, 5], MOVIE_SHOW: [8, 8] },
  ...{ ETC_SERVICE: [6, 6], BIOCHEMISTRY: [16, 11], BIOCIDAL: [15, 12] },
  ...{ LODGMENT_RESERVATION: [0, 0], TRAVEL_PACKAGE: [0, 0], AIRLINE_TICKET: [0, 0], RENT_CAR: [0, 0] },
};

/** 유통기한 gave way to 소비기한 in 2023. */
const retired: Record<string, number> = { FOOD: 2, GENERAL_FOOD: 2, DIET_FOOD: 2 };

function fieldOf(categoryKey: string, key: string): NoticeField {
  const field = noticeOf(categoryKey).fields.find((one) => one.key === key);
  if (!field) throw new Error(`${categoryKey} has no ${key}`);
  return field;
}

describe("the notices", () => {
  it("are forty kinds with 417 fields, six of them retired", () => {
    expect(notices.map(({ key }) => key).sort()).toEqual(Object.keys(stated).sort());
    expect(Object.values(stated).reduce((sum, [fields]) => sum + fields, 0)).toBe(417);
    expect(notices.reduce((sum, { fields }) => sum + fields.length, 0)).toBe(417 - 6);
    expect(notices.filter(({ fields }) => fields.length > 0)).toHaveLength(36);
    expect(commonNoticeFields).toHaveLength(5);
  });

  it.each(notices.map((notice) => [notice.key, notice] as const))("%s is complete and consistent", (key, notice) => {
    const keys = notice.fields.map((field) => field.key);
    const required = notice.fields.filter((field) => field.required);
    expect([keys.length + (retired[key] ?? 0), required.length]).toEqual(stated[key]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(notice.nameKo).not.toBe("");
    expect(notice.naver.type).toBe(key);
    expect(notice.naver.child === null).toBe(keys.length === 0);
    expect(notice.elevenst.type).toMatch(/^\d{6,7}$/);
    for (const item of notice.elevenst.items) expect(item.code).toMatch(/^\d{5,9}$/);
    for (const field of notice.fields) {
      expect(field.labelKo.trim()).not.toBe("");
      expect(field.required && field.oneOf !== null).toBe(false);
    }
    const members = notice.fields.filter((field) => field.oneOf !== null);
    expect(notice.choices.flatMap(({ alternatives }) => alternatives.flat()).sort()).toEqual(
      members.map((field) => field.key).sort(),
    );
    for (const { group, alternatives } of notice.choices) {
      expect(alternatives.length).toBeGreaterThan(1);
      for (const member of alternatives.flat()) expect(fieldOf(key, member).oneOf).toBe(group);
    }
  });

  it("give every date a twin for words, but the validity of a gift card", () => {
    const dates = notices.flatMap((notice) =>
      notice.fields.filter(({ kind }) => kind === "month" || kind === "date").map((field) => ({ notice, field })),
    );
    expect(dates).toHaveLength(30 - 3);
    for (const { notice, field } of dates) expect(field.twinKey === null).toBe(notice.key === "GIFT_CARD");
  });

  it("number the annex's rows 1 to 35 once each", () => {
    const rows = notices.flatMap(({ annexNo }) => annexNo ?? []).sort((a, b) => a - b);
    expect(rows).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });
});

const soybeanPaste: NoticeValues = {
  productName: "재래된장",
  foodType: "한식된장",
  producer: "삼거리장집",
  location: "서울 은평구 통일로 123",
  packDateText: "주문 후 포장",
  consumptionDate: "2027-11-21",
  weight: "1kg",
  amount: "1개",
  ingredients: "메주콩(국내산), 천일염(국내산), 정제수",
  geneticallyModified: false,
  consumerSafetyCaution: "냉장 보관하세요.",
  importDeclarationCheck: false,
  customerServicePhoneNumber: "02-000-0000",
};

describe("checkNotice", () => {
  it("finds nothing in a complete notice, with a date or words for it", () => {
    expect(checkNotice("GENERAL_FOOD", soybeanPaste)).toEqual([]);
    expect(checkNotice("GENERAL_FOOD", { ...soybeanPaste, packDate: "2026-11-01", packDateText: "" })).toEqual([]);
  });

  it("names what is missing: a field, a yes/no, or the first field of a choice", () => {
    const { foodType, geneticallyModified, consumptionDate, ...rest } = soybeanPaste;
    expect([foodType, geneticallyModified, consumptionDate]).not.toContain(undefined);
    expect(checkNotice("GENERAL_FOOD", { ...rest, producer: "  " })).toMatchObject([
      {
        code: "notice.missing",
        severity: "error",
        path: { field: "notice.foodType" },
        params: { label: "식품의 유형" },
      },
      { code: "notice.missing", path: { field: "notice.producer" } },
      { code: "notice.missing", path: { field: "notice.geneticallyModified" } },
      {
        code: "notice.missing",
        path: { field: "notice.consumptionDate" },
        params: { label: "소비기한 또는 품질유지기한" },
      },
    ]);
  });

  it("wants all fields of the alternative that was begun", () => {
    const missing = checkNotice("GIFT_CARD", { periodStartDate: "2026-01-01" }).map(({ path }) => path.field);
    expect(missing).toContain("notice.periodEndDate");
    expect(missing).not.toContain("notice.periodStartDate");
    const days = checkNotice("GIFT_CARD", { periodDays: "365", useStoreUrl: "https://example.com" });
    expect(days.map(({ path }) => path.field)).not.toContain("notice.periodEndDate");
    expect(days.map(({ path }) => path.field)).not.toContain("notice.useStorePlace");
  });

  it("refuses what is longer than the field takes, counted in characters", () => {
    expect(checkNotice("GENERAL_FOOD", { ...soybeanPaste, foodType: "𠮷".repeat(200) })).toEqual([]);
    expect(checkNotice("GENERAL_FOOD", { ...soybeanPaste, foodType: "장".repeat(201) })).toMatchObject([
      { code: "notice.too_long", path: { field: "notice.foodType" }, params: { maximum: 200, actual: 201 } },
    ]);
  });

  it("leaves exactly the required fields and choices when nothing is filled", () => {
    for (const notice of notices.filter(({ key }) => key !== "GIFT_CARD")) {
      const required = notice.fields.filter((field) => field.required).length;
      expect(checkNotice(notice.key, {})).toHaveLength(required + notice.choices.length);
    }
  });

  it("names words in place of a date by the date", () => {
    const notice = { packDateText: "주문 후 제조", consumptionDate: "2027-11-23", returnCostReason: "" };
    expect(filledFields({ categoryKey: "GENERAL_FOOD", notice })).toEqual([
      { key: "packDateText", labelKo: "제조연월일", value: "주문 후 제조" },
      { key: "consumptionDate", labelKo: "소비기한 또는 품질유지기한", value: "2027-11-23" },
    ]);
  });

  it("throws for a category that does not exist", () => {
    expect(() => checkNotice("NOTHING", {})).toThrow(RangeError);
  });
});

describe("findNoticeField", () => {
  it("finds every field by its key and by its label", () => {
    for (const notice of notices) {
      for (const field of [...notice.fields, ...commonNoticeFields]) {
        expect(findNoticeField(notice.key, field.key)?.key).toBe(field.key);
        expect(findNoticeField(notice.key, ` ${field.labelKo} `.normalize("NFD"))?.key).toBe(field.key);
      }
    }
  });

  it.each([
    ["GENERAL_FOOD", "원재료명 및 함량", "ingredients"],
    ["GENERAL_FOOD", "포장단위별 내용물의 용량, 수량", "weight"],
    ["WEAR", "제조자", "manufacturer"],
    ["WEAR", "제조자（사）", "manufacturer"],
    ["WEAR", "ａ／ｓ책임자와전화번호", "afterServiceDirector"],
    ["COSMETIC", "모든 성분", "mainIngredient"],
    ["KITCHEN_UTENSILS", "수입신고", "importDeclaration"],
    ["ETC", "인증·허가 등을 받았음을 확인할 수 있는 경우 그에 대한 사항", "certificateDetails"],
    ["WEAR", "소비자피해보상·불만 처리·분쟁 처리 사항", "troubleShootingContents"],
  ])("%s: %s is %s", (category, label, key) => {
    expect(findNoticeField(category, label)?.key).toBe(key);
  });

  it("knows no retired, foreign or empty label", () => {
    expect(findNoticeField("FOOD", "유통기한")).toBeNull();
    expect(findNoticeField("WEAR", "식품의 유형")).toBeNull();
    expect(findNoticeField("WEAR", "")).toBeNull();
    expect(findNoticeField("WEAR", "(필수)")).toBeNull();
  });
});

describe("readNoticeValue", () => {
  const genetically = fieldOf("GENERAL_FOOD", "geneticallyModified");
  const packDay = fieldOf("GENERAL_FOOD", "packDate");
  const packMonth = fieldOf("WEAR", "packDate");

  it.each(["예", "네", "Y", "ｙ", "yes", "O", "해당", "true", "TRUE"])("reads %s as yes", (text) => {
    expect(readNoticeValue(genetically, text)).toEqual({ ok: true, key: "geneticallyModified", value: true });
  });

  it.each(["아니오", "아니요", "N", "no", "X", "해당없음", "해당 없음", "false"])("reads %s as no", (text) => {
    expect(readNoticeValue(genetically, text)).toEqual({ ok: true, key: "geneticallyModified", value: false });
  });

  it.each(["", "  ", "모름", "1"])("does not guess a yes or no from '%s'", (text) => {
    expect(readNoticeValue(genetically, text)).toEqual({ ok: false });
  });

  it("reads every day there is, in every way of writing it", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    const ways = fc.constantFrom(
      (y: number, m: string, d: string) => `${y}-${m}-${d}`,
      (y: number, m: string, d: string) => `${y}.${m}.${d}`,
      (y: number, m: string, d: string) => `${y}. ${Number(m)}. ${Number(d)}.`,
      (y: number, m: string, d: string) => `${y}${m}${d}`,
      (y: number, m: string, d: string) => ` ${y}년 ${Number(m)}월 ${Number(d)}일 `,
    );
    fc.assert(
      fc.property(days, ways, (date, write) => {
        const value = date.toISOString().slice(0, 10);
        const text = write(date.getUTCFullYear(), value.slice(5, 7), value.slice(8));
        expect(readNoticeValue(packDay, text)).toEqual({ ok: true, key: "packDate", value });
        expect(readNoticeValue(packMonth, text)).toEqual({ ok: true, key: "packDate", value: value.slice(0, 7) });
      }),
    );
  });

  it.each(["2026-11", "2026.11", "2026. 11.", "202611", "2026년 11월"])("reads %s as a month", (text) => {
    expect(readNoticeValue(packMonth, text)).toEqual({ ok: true, key: "packDate", value: "2026-11" });
    expect(readNoticeValue(packDay, text)).toMatchObject({ ok: true, key: "packDateText" });
  });

  it.each(["2026-02-30", "2026.13.01", "20260001", "0206-11-22"])("refuses %s, which no calendar has", (text) => {
    expect(readNoticeValue(packDay, text)).toEqual({ ok: false });
    expect(readNoticeValue(packMonth, text)).toEqual({ ok: false });
  });

  it("sends words in place of a date to the twin, when there is one", () => {
    expect(readNoticeValue(packDay, " 주문 후 제조 ")).toEqual({
      ok: true,
      key: "packDateText",
      value: "주문 후 제조",
    });
    expect(readNoticeValue(fieldOf("GIFT_CARD", "periodStartDate"), "구매일")).toEqual({ ok: false });
  });

  it("keeps any other text as it is, without the spaces around it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const words = text.trim();
        const reading = readNoticeValue(fieldOf("WEAR", "color"), text);
        expect(reading).toEqual(words === "" ? { ok: false } : { ok: true, key: "color", value: words });
      }),
    );
  });
});
