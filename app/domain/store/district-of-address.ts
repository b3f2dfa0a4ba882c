import { type District, districts } from "./districts.ts";

/** The 자치구 that an address of Seoul names; null when it names none, or lies elsewhere (부산 has a 중구 too). */
export function districtOfAddress(address: string): District | null {
  const words = address
    .normalize("NFC")
    .trim()
    .split(/[\s,()]+/);
  const [first = "", second = ""] = words;
  const inSeoul = /^서울(특별시|시)?$/.test(first);
  const named = inSeoul ? second : first;
  return districts.find(({ nameKo }) => nameKo === named) ?? null;
}
