import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRepaired, readMarket } from "#app/domain/market/read-market.ts";
import { type RegisterRow, registerColumns, resolveRegisterColumns } from "#app/domain/market/register-columns.ts";
import { districts } from "#app/domain/store/districts.ts";
import { sayIssue } from "#app/messages/issues.ts";

const sound: RegisterRow = {
  name: "해오름시장",
  kind: "상설장",
  roadAddress: "서울특별시 마포구 포은로8길 14",
  lotAddress: "서울특별시 마포구 망원동 411-1",
  latitude: "37.5558",
  longitude: "126.9063",
  stalls: "88",
  goods: "농산물+수산물+음식점+농산물",
  homePage: "http://haeoreum.example.kr",
  openedYear: "1975",
  phone: "02-335-3591",
  registeredAt: "2024-11-04",
};
const read = (over: Partial<RegisterRow> = {}) => readMarket(7, { ...sound, ...over });
const codes = (over: Partial<RegisterRow>) => read(over).issues.map(({ code }) => code);

describe("a row of the register", () => {
  it("is read as it stands when nothing is wrong with it", () => {
    const verdict = read();
    expect(verdict).toMatchObject({ issues: [], lookAt: null, inSeoul: true });
    expect(isRepaired(verdict)).toBe(false);
    expect(verdict.market).toMatchObject({
      province: "서울특별시",
      districtCode: "11440",
      address: sound.roadAddress,
      goods: ["농산물", "수산물", "음식점"],
      stalls: 88,
      phone: "+8223353591",
      latitude: 37.5558,
    });
  });

  it.each([
    ["서울특별시 동작구상도로102", "서울특별시 동작구 상도로 102", "11590"],
    ["서울특별시동작구 상도로 102", "서울특별시 동작구 상도로 102", "11590"],
    ["서울특별시 동대문구왕산로 1", "서울특별시 동대문구 왕산로 1", "11230"],
  ])("%s has its spaces again", (roadAddress, text, districtCode) => {
    const verdict = read({ roadAddress, lotAddress: "" });
    expect(verdict.market).toMatchObject({ address: text, districtCode });
    expect(verdict.issues.map(({ code }) => code)).toEqual(["market.address_spacing"]);
    expect(isRepaired(verdict)).toBe(true);
  });

  it.each([
    ["제주특별자치시도 제주시 한림읍 1", "제주특별자치도"],
    ["강원특별자치드 강릉시 1", "강원특별자치도"],
    ["전라북도 전주시 완산구 1", "전북특별자치도"],
    ["서울특별 시장로", null],
    // 남 or 북? Nobody guesses.
    ["경상낭도 창원시 1", null],
  ])("%s lies in %s", (lotAddress, province) => {
    const verdict = read({ roadAddress: "", lotAddress });
    if (province) expect(verdict.market).toMatchObject({ province, districtCode: null });
    else expect([verdict.market?.districtCode, verdict.inSeoul]).toEqual([null, verdict.lookAt !== null]);
  });

  it("of Seoul without a sure district is looked at by a person, and is not lost", () => {
    const unknown = read({ roadAddress: "서울특별시 포은로 14", lotAddress: "" });
    expect(unknown).toMatchObject({ lookAt: "market.district_unknown", market: { districtCode: null } });
    const differ = read({ lotAddress: "서울특별시 은평구 대조동 1" });
    expect(differ).toMatchObject({ lookAt: "market.districts_differ", market: { districtCode: null } });
    expect(read({ latitude: "35.1", longitude: "129.0" }).lookAt).toBe("market.place_outside");
    // One letter wrong is right only when the other address says so too.
    expect(read({ roadAddress: "서울특별시 영등보구 1", lotAddress: "" }).lookAt).toBe("market.district_unknown");
    expect(
      read({ roadAddress: "서울특별시 영등보구 1", lotAddress: "서울특별시 영등포구 1" }).market?.districtCode,
    ).toBe("11560");
    expect(read({ roadAddress: "부산광역시 중구 1", lotAddress: "" })).toMatchObject({ inSeoul: false, lookAt: null });
  });

  it("without coordinates or a road address is whole; without any address or a name it is refused", () => {
    expect(read({ latitude: "", longitude: "" })).toMatchObject({ issues: [], market: { latitude: null } });
    const lot = read({ roadAddress: "" });
    expect(lot.market?.address).toBe(sound.lotAddress);
    expect(isRepaired(lot)).toBe(false);
    expect(read({ roadAddress: " ", lotAddress: "" })).toMatchObject({ market: null });
    expect(read({ name: " " })).toMatchObject({ market: null, lookAt: "market.name_missing" });
  });

  it("says what it left out and what it put right", () => {
    expect(codes({ homePage: "www.haeoreum.example.kr" })).toEqual(["market.home_page_repaired"]);
    expect(read({ homePage: "http:해오름시장.kr" }).market?.homePage).toBe("http://해오름시장.kr");
    for (const homePage of [
      "https://HAEOREUM",
      "http www.haeoreum.kr",
      "www.facebook.com haeoreum",
      "javascript:alert(1)",
    ])
      expect(codes({ homePage })).toEqual(["market.home_page_unreadable"]);
    expect(codes({ phone: "335-3591" })).toEqual(["market.phone_unreadable"]);
    expect(codes({ latitude: "126.9", longitude: "37.5" })).toEqual(["market.place_unreadable"]);
    expect(codes({ stalls: "팔십" })).toEqual(["market.number_unreadable"]);
    expect(codes({ openedYear: "75" })).toEqual(["market.number_unreadable"]);
  });

  it("of whatever text is judged, and every issue has its sentences", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(...Object.values(sound), "서울특별시", ""),
    );
    const row = fc.record(
      Object.fromEntries(Object.keys(sound).map((key) => [key, text])),
    ) as fc.Arbitrary<RegisterRow>;
    fc.assert(
      fc.property(row, (raw) => {
        const verdict = readMarket(2, raw);
        for (const one of verdict.issues) {
          for (const locale of ["ko", "en"] as const) expect(sayIssue(locale, one)).not.toMatch(/undefined|\{\w+\}/);
        }
        const placed = districts.some(({ code }) => code === verdict.market?.districtCode);
        expect(verdict.inSeoul).toBe(placed || verdict.lookAt !== null);
      }),
    );
  });
});

it("finds its columns in any order, and says which one is missing", () => {
  const headings = Object.values(registerColumns).reverse();
  const row = resolveRegisterColumns(["﻿새 열", ...headings]);
  expect(row(["x", ...Object.values(sound).reverse()])).toEqual(sound);
  expect(() => resolveRegisterColumns(["시장명", "소재지도로명주소"])).toThrow();
});
