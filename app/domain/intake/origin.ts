import type { Origin } from "../product/product-facts.ts";
import { plain } from "./cell.ts";
import { abroadNames, cities, counties, countries, koreaNames, provinces } from "./origin-places.ts";

type Place = { kind: "domestic" } | { kind: "foreign"; country: string | null };

const domestic: Place = { kind: "domestic" };

const places = new Map<string, Place>([
  ...koreaNames.map((name) => [name, domestic] as const),
  ...Object.entries(provinces).flatMap(([short, long]) =>
    [short, `${short}시`, ...long].map((name) => [name, domestic] as const),
  ),
  ...cities.flatMap((city) => [city, `${city}시`].map((name) => [name, domestic] as const)),
  ...counties.flatMap((county) => [county, `${county}군`].map((name) => [name, domestic] as const)),
  ...abroadNames.map((name) => [name, { kind: "foreign", country: null }] as const),
  ...Object.entries(countries).flatMap(([country, names]) =>
    [country, ...names].map((name) => [name, { kind: "foreign", country }] as const),
  ),
]);

/** Letters of a name that has the ware written to it; no place's is as long. */
const longestPrefix = 30;

/** The longest name has three words: `Republic of Korea`, `United Arab Emirates`. */
const longestName = 3;

/** A text that denies what it names (`국산 아님`, `원산지 미상`) is not read at all. */
const denials = new Set(["아님", "아닌", "아니", "제외", "미상", "불명", "미확인", "미정", "non", "not"]);

/**
 * What stands outside the brackets decides: Korea or a place in it is domestic, a country is foreign, more than one
 * of these is mixed. Null when nothing is recognised.
 */
export function readOrigin(text: string): Origin | null {
  const found = findPlaces(plain(text).replace(/\([^)]*\)?|\[[^\]]*\]?|【[^】]*】?/g, " "));
  const identities = new Set(found.map((place) => (place.kind === "domestic" ? "" : (place.country ?? "?"))));
  const [first] = found;
  if (!first) return null;
  // `수입산 중국`: the general word adds nothing to the country beside it.
  if (identities.size > 1) identities.delete("?");
  if (identities.size > 1 || (identities.has("") && found.some((place) => place.kind === "foreign"))) {
    return { text, kind: "mixed", country: null };
  }
  if (first.kind === "domestic") return { text, kind: "domestic", country: null };
  const [country] = identities;
  return { text, kind: "foreign", country: country === undefined || country === "?" ? null : country };
}

function findPlaces(text: string): Place[] {
  const tokens = text
    .toLowerCase()
    .split(/[\s,;:/·ㆍ+&|~%.\d]+|(?<=산)[와과및]/)
    .filter((token) => token !== "");
  if (tokens.some((token) => denials.has(token))) return [];
  const found: Place[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (let count = Math.min(longestName, tokens.length - at); count > 0; count -= 1) {
      const name = tokens.slice(at, at + count).join("");
      const place = count > 1 ? places.get(name) : findPlace(name);
      if (!place) continue;
      found.push(place);
      at += count - 1;
      break;
    }
  }
  return found;
}

function findPlace(token: string): Place | undefined {
  const whole = places.get(token) ?? places.get(token.replace(/(?:산|제|제품|제조|생산|지역)$/, ""));
  if (whole) return whole;
  // `중국산고춧가루`, `국내산콩`: the name and 산 stand in front of the ware.
  for (let end = token.indexOf("산"); end > 0 && end <= longestPrefix; end = token.indexOf("산", end + 1)) {
    const place = places.get(token.slice(0, end));
    if (place) return place;
  }
  return token.startsWith("국산") ? domestic : undefined;
}
