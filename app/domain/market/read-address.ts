import { type District, districts } from "../store/districts.ts";
import { differsByOne, findProvince, seoul } from "./provinces.ts";

export interface ReadAddress {
  /** As it should be written. */
  text: string;
  /** Null when its first word stands for none. */
  province: string | null;
  /** Of Seoul only. */
  district: District | null;
  /** One letter of the district was wrong: right only when something else says so too. */
  districtGuessed: boolean;
  /** What was put right in `text`. */
  repaired: ("province" | "spacing")[];
}

/** An address of the register; null when blank. */
export function readAddress(text: string): ReadAddress | null {
  const words = text.normalize("NFC").split(/\s+/).filter(Boolean);
  const repaired: ReadAddress["repaired"] = [];
  let [first] = words;
  if (first === undefined) return null;
  const joined = splitProvince(first);
  if (joined) {
    words.splice(0, 1, ...joined);
    repaired.push("spacing");
    [first] = joined;
  }
  const province = findProvince(first);
  if (province && province !== first) {
    words[0] = province;
    repaired.push("province");
  }
  if (province !== seoul) return { text: words.join(" "), province, district: null, districtGuessed: false, repaired };
  const second = words[1] ?? "";
  const whole = districts.find(({ nameKo }) => nameKo === second);
  // 동작구상도로102: the longest name that fits, and what is left must go on with a road or a 동.
  const glued = whole
    ? undefined
    : districts.find(
        ({ nameKo }) => second.startsWith(nameKo) && /^[가-힣]+[로길동]/.test(second.slice(nameKo.length)),
      );
  if (glued) {
    words.splice(1, 1, glued.nameKo, second.slice(glued.nameKo.length).replace(/^([가-힣]+(?:로|길))(\d)/, "$1 $2"));
    repaired.push("spacing");
  }
  const near =
    whole || glued ? [] : districts.filter(({ nameKo }) => nameKo.length > 2 && differsByOne(nameKo, second));
  const guessed = near.length === 1 ? near[0] : undefined;
  return {
    text: words.join(" "),
    province,
    district: whole ?? glued ?? guessed ?? null,
    districtGuessed: guessed !== undefined,
    repaired,
  };
}

/** 서울특별시동작구 → 서울특별시, 동작구 */
function splitProvince(word: string): [string, string] | null {
  const [, province, rest] = /^(.{2,6}?(?:특별시|광역시|특별자치시|특별자치도|[가-힣]도))([가-힣].+)$/.exec(word) ?? [];
  return province && rest && findProvince(province) === province && !findProvince(word) ? [province, rest] : null;
}
