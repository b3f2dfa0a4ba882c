import { HttpResponse } from "msw";

/** A part of the mall's 535 codes: domestic, provinces, deep sea, imports by country, and the three ways out. */
export const originAreas = [
  { code: "00", name: "국산" },
  { code: "0001", name: "국산:강원특별자치도" },
  { code: "0002", name: "국산:경기도" },
  { code: "01", name: "원양산" },
  { code: "02", name: "수입산" },
  { code: "0200", name: "수입산:아시아" },
  { code: "0200037", name: "수입산:아시아>중국" },
  { code: "0200999", name: "수입산:아시아>모의국" },
  { code: "03", name: "기타-상세 설명에 표시" },
  { code: "04", name: "기타-직접 입력" },
  { code: "05", name: "원산지 표기 의무 대상 아님" },
];

export const addressBooks = [
  { addressBookNo: 100_001, name: "모의 출고지", addressType: "RELEASE", overseasAddress: false },
  { addressBookNo: 100_002, name: "모의 반품지", addressType: "REFUND_OR_EXCHANGE", overseasAddress: false },
  { addressBookNo: 100_003, name: "모의 해외 출고지", addressType: "RELEASE", overseasAddress: true },
];

const addressPageSize = 2;

export function answerOriginAreas(): Response {
  return HttpResponse.json({ originAreaCodeNames: originAreas });
}

export function answerAddressBooks(request: Request): Response {
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  const start = (page - 1) * addressPageSize;
  return HttpResponse.json({
    addressBooks: addressBooks.slice(start, start + addressPageSize),
    page,
    totalPage: Math.ceil(addressBooks.length / addressPageSize),
  });
}
