import { readAddress } from "../market/read-address.ts";
import { type District, districts } from "./districts.ts";

/** The 자치구 that an address of Seoul names; null when it names none, or lies elsewhere (부산 has a 중구 too). */
export function districtOfAddress(address: string): District | null {
  const read = readAddress(address);
  if (read?.province) return read.districtGuessed ? null : read.district;
  // Who lives there leaves the city out.
  const [first] = address.normalize("NFC").trim().split(/\s+/);
  return districts.find(({ nameKo }) => nameKo === first) ?? null;
}
