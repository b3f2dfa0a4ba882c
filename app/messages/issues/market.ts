import type { marketCodes } from "#app/domain/issue/market-codes.ts";
import type { Sentence } from "../sentence.ts";

export const marketSentences: Record<(typeof marketCodes)[number], Sentence> = {
  "market.heading_missing": {
    ko: "파일에 '{heading}' 열이 없어요. 전국전통시장표준데이터 파일인지 확인해 주세요.",
    en: "The file has no column “{heading}”. Check that it is the public register of markets.",
  },
  "market.name_missing": {
    ko: "시장 이름이 비어 있어 싣지 않았어요.",
    en: "The market has no name, so it was not loaded.",
  },
  "market.address_missing": {
    ko: "도로명주소도 지번주소도 없어 싣지 않았어요.",
    en: "There is neither a road nor a lot address, so it was not loaded.",
  },
  "market.repeated": {
    ko: "{earlier}번째 줄과 같은 시장이라 싣지 않았어요.",
    en: "It is the same market as row {earlier}, so it was not loaded again.",
  },
  "market.address_spacing": {
    ko: "주소의 띄어쓰기를 바로잡았어요: {value}.",
    en: "The spacing of the address was put right: {value}.",
  },
  "market.province_misspelt": {
    ko: "시·도 이름을 바로잡았어요: {value}.",
    en: "The name of the province was put right: {value}.",
  },
  "market.road_address_missing": {
    ko: "도로명주소가 없어 지번주소를 썼어요.",
    en: "There is no road address; the lot address is used.",
  },
  "market.home_page_repaired": {
    ko: "홈페이지 주소를 바로잡았어요: {value}.",
    en: "The home page's address was put right: {value}.",
  },
  "market.home_page_unreadable": {
    ko: "홈페이지 주소를 읽을 수 없어 비워 두었어요.",
    en: "The home page's address cannot be read and was left out.",
  },
  "market.phone_unreadable": {
    ko: "전화번호를 읽을 수 없어 비워 두었어요.",
    en: "The phone number cannot be read and was left out.",
  },
  "market.place_unreadable": {
    ko: "위도와 경도를 읽을 수 없어 비워 두었어요.",
    en: "The coordinates cannot be read and were left out.",
  },
  "market.number_unreadable": {
    ko: "'{heading}' 칸의 숫자를 읽을 수 없어 비워 두었어요.",
    en: "The number in “{heading}” cannot be read and was left out.",
  },
  "market.district_unknown": {
    ko: "주소에서 자치구를 알 수 없어요. 자치구를 골라 주세요.",
    en: "The address names no district. Choose it.",
  },
  "market.districts_differ": {
    ko: "도로명주소와 지번주소의 자치구가 달라요({road} / {lot}). 맞는 자치구를 골라 주세요.",
    en: "The road and the lot address name different districts ({road} / {lot}). Choose the right one.",
  },
  "market.place_outside": {
    ko: "주소는 서울인데 좌표는 서울 밖이에요. 자치구를 확인해 주세요.",
    en: "The address is in Seoul but the coordinates are not. Check the district.",
  },
  "market.not_found": { ko: "그 시장을 찾지 못했어요.", en: "That market was not found." },
};
