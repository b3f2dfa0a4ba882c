/** The seventeen 시·도 as they are written since 2024, with the names that older files have. */
const provinces: Readonly<Record<string, readonly string[]>> = {
  서울특별시: ["서울", "서울시"],
  부산광역시: ["부산", "부산시"],
  대구광역시: ["대구", "대구시"],
  인천광역시: ["인천", "인천시"],
  광주광역시: ["광주"],
  대전광역시: ["대전", "대전시"],
  울산광역시: ["울산", "울산시"],
  세종특별자치시: ["세종", "세종시"],
  경기도: ["경기"],
  강원특별자치도: ["강원도", "강원"],
  충청북도: ["충북"],
  충청남도: ["충남"],
  전북특별자치도: ["전라북도", "전북"],
  전라남도: ["전남"],
  경상북도: ["경북"],
  경상남도: ["경남"],
  제주특별자치도: ["제주도", "제주", "제주특별자치시도"],
};

export const seoul = "서울특별시";

/** The province a word stands for: as written, by an older or short name, or with one letter wrong; null when none or several. */
export function findProvince(word: string): string | null {
  for (const [name, others] of Object.entries(provinces)) if (name === word || others.includes(word)) return name;
  const near = Object.keys(provinces).filter((name) => name.length >= 4 && differsByOne(name, word));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** One letter exchanged, left out or put in. */
export function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
