import { SheetRefused } from "#app/services/sheets/sheet-rows.ts";

/** The columns of 전국전통시장표준데이터 that are kept. */
export const registerColumns = {
  name: "시장명",
  kind: "시장유형",
  roadAddress: "소재지도로명주소",
  lotAddress: "소재지지번주소",
  latitude: "위도",
  longitude: "경도",
  stalls: "점포수",
  goods: "취급품목",
  homePage: "홈페이지주소",
  openedYear: "개설연도",
  phone: "전화번호",
  registeredAt: "데이터기준일자",
} as const;

export type RegisterColumn = keyof typeof registerColumns;
export type RegisterRow = Record<RegisterColumn, string>;

const needed: readonly RegisterColumn[] = ["name", "roadAddress", "lotAddress"];

/** How a row of this file is read. @throws SheetRefused when it is no register of markets */
export function resolveRegisterColumns(headings: readonly string[]): (cells: readonly string[]) => RegisterRow {
  const found = headings.map((heading) => heading.normalize("NFC").replace(/[\s\uFEFF]/g, ""));
  const columns = Object.entries(registerColumns).map(([key, heading]) => [key, found.indexOf(heading)] as const);
  const missing = needed.find((key) => !found.includes(registerColumns[key]));
  if (missing) throw new SheetRefused("market.heading_missing", { heading: registerColumns[missing] });
  return (cells) => Object.fromEntries(columns.map(([key, at]) => [key, cells[at] ?? ""])) as RegisterRow;
}
