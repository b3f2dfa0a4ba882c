import { trimCell } from "#app/services/sheets/sheet-rows.ts";
import { parsePhone } from "../account/phone.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { seoul } from "./provinces.ts";
import { type ReadAddress, readAddress } from "./read-address.ts";
import { type RegisterColumn, type RegisterRow, registerColumns } from "./register-columns.ts";

export interface MarketFacts {
  name: string;
  province: string;
  /** Of Seoul only; null there where a person must look. */
  districtCode: string | null;
  address: string;
  roadAddress: string | null;
  lotAddress: string | null;
  kind: string | null;
  latitude: number | null;
  longitude: number | null;
  stalls: number | null;
  goods: string[];
  homePage: string | null;
  /** E.164 */
  phone: string | null;
  openedYear: number | null;
  registeredAt: Date | null;
}

export interface MarketVerdict {
  name: string;
  /** Null: the row is refused, and `issues` say why. */
  market: MarketFacts | null;
  /** Errors refuse; warnings tell what was repaired or left out, and what a person should look at. */
  issues: Issue[];
  inSeoul: boolean;
  /** The code of what a person must look at before the market has a district. */
  lookAt: Issue["code"] | null;
}

/** Every island and the mainland; degrees. */
const korea = { latitude: [32.5, 39], longitude: [124, 132.5] } as const;
/** A frame around Seoul; degrees. */
const seoulFrame = { latitude: [37.41, 37.72], longitude: [126.76, 127.19] } as const;

/** Issues of these codes tell what differs from the file and nobody needs to look at. */
const told = ["market.road_address_missing"];

/** One row of the register → the market it tells of. @param row the file's own number, told in the issues */
export function readMarket(row: number, raw: RegisterRow): MarketVerdict {
  const said = Object.fromEntries(Object.entries(raw).map(([key, text]) => [key, tidy(text)])) as RegisterRow;
  const issues: Issue[] = [];
  const tell = (
    code: Issue["code"],
    column: RegisterColumn,
    params: Issue["params"] = {},
    severity: Issue["severity"] = "warning",
  ) => issues.push(issue(code, { row, field: `market.${column}` }, { severity, params, raw: raw[column] }));

  const road = readAddress(said.roadAddress);
  const lot = readAddress(said.lotAddress);
  const inSeoul = road?.province === seoul || lot?.province === seoul;
  const refuse = (code: Issue["code"], column: RegisterColumn): MarketVerdict => {
    tell(code, column, {}, "error");
    return { name: said.name, market: null, issues, inSeoul, lookAt: inSeoul ? code : null };
  };
  if (said.name === "") return refuse("market.name_missing", "name");
  const address = road ?? lot;
  if (!address) return refuse("market.address_missing", "roadAddress");

  tellAddress(road, "roadAddress");
  tellAddress(lot, "lotAddress");
  if (!road) tell("market.road_address_missing", "roadAddress");
  const place = readPlace();
  const district = inSeoul ? findDistrict(road, lot, place) : null;
  if (district && "lookAt" in district) tell(district.lookAt, "roadAddress", district.params);

  return {
    name: said.name,
    market: {
      name: said.name,
      province: (inSeoul ? seoul : (road?.province ?? lot?.province)) ?? address.text.split(" ")[0] ?? "",
      districtCode: district && "code" in district ? district.code : null,
      address: address.text,
      roadAddress: road?.text ?? null,
      lotAddress: lot?.text ?? null,
      kind: said.kind || null,
      ...place,
      stalls: readWhole("stalls", 0, 100_000),
      goods: [
        ...new Set(
          said.goods
            .split("+")
            .map((one) => one.trim())
            .filter(Boolean),
        ),
      ],
      homePage: readHomePage(),
      phone: readPhone(),
      openedYear: readWhole("openedYear", 1300, 2200),
      registeredAt: readDate(said.registeredAt),
    },
    issues,
    inSeoul,
    lookAt: district && "lookAt" in district ? district.lookAt : null,
  };

  function tellAddress(read: ReadAddress | null, column: "roadAddress" | "lotAddress"): void {
    if (!read) return;
    if (read.repaired.includes("province")) tell("market.province_misspelt", column, { value: read.province ?? "" });
    if (read.repaired.includes("spacing")) tell("market.address_spacing", column, { value: read.text });
  }

  function readPlace(): { latitude: number | null; longitude: number | null } {
    if (said.latitude === "" && said.longitude === "") return { latitude: null, longitude: null };
    const place = { latitude: degrees(said.latitude), longitude: degrees(said.longitude) };
    if (isWithin(place, korea)) return place;
    tell("market.place_unreadable", "latitude");
    return { latitude: null, longitude: null };
  }

  function readWhole(column: "stalls" | "openedYear", least: number, most: number): number | null {
    if (said[column] === "") return null;
    const value = /^\d{1,6}$/.test(said[column]) ? Number(said[column]) : Number.NaN;
    if (value >= least && value <= most) return value;
    tell("market.number_unreadable", column, { heading: registerColumns[column] });
    return null;
  }

  function readHomePage(): string | null {
    if (said.homePage === "") return null;
    const url = webAddress(said.homePage);
    if (url === null) tell("market.home_page_unreadable", "homePage");
    else if (url !== said.homePage) tell("market.home_page_repaired", "homePage", { value: url });
    return url;
  }

  function readPhone(): string | null {
    if (said.phone === "") return null;
    const phone = parsePhone(said.phone);
    if (phone === null) tell("market.phone_unreadable", "phone");
    return phone;
  }
}

/** Whether anything of the row was put right or left out. */
export function isRepaired({ market, issues, lookAt }: MarketVerdict): boolean {
  return market !== null && issues.some(({ code }) => code !== lookAt && !told.includes(code));
}

type Place = { latitude: number | null; longitude: number | null };
type Found = { code: string } | { lookAt: Issue["code"]; params?: Issue["params"] };

/** Never a guess: where the two addresses or the coordinates speak against it, a person looks. */
function findDistrict(road: ReadAddress | null, lot: ReadAddress | null, place: Place): Found {
  const [one, other] = [road?.district ?? null, lot?.district ?? null];
  if (one && other && one !== other) {
    return { lookAt: "market.districts_differ", params: { road: one.nameKo, lot: other.nameKo } };
  }
  const sure = one === other || !(one ? road : lot)?.districtGuessed;
  const district = one ?? other;
  if (!district || !sure || (road?.districtGuessed && lot?.districtGuessed))
    return { lookAt: "market.district_unknown" };
  if (place.latitude !== null && !isWithin(place, seoulFrame)) return { lookAt: "market.place_outside" };
  return { code: district.code };
}

function isWithin({ latitude, longitude }: Place, frame: Record<keyof Place, readonly [number, number]>): boolean {
  const within = (value: number | null, [least, most]: readonly [number, number]) =>
    value !== null && value >= least && value <= most;
  return within(latitude, frame.latitude) && within(longitude, frame.longitude);
}

function degrees(text: string): number | null {
  return /^\d{2,3}(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** `www.…` and `http:…` as people write them; null where no host can be made out. */
function webAddress(text: string): string | null {
  if (/\s/.test(text)) return null;
  const written = /^https?:\/\//i.test(text) ? text : `http://${text.replace(/^https?:\/{0,2}/i, "")}`;
  if (!URL.canParse(written)) return null;
  const { hostname } = new URL(written);
  const named = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(hostname);
  return named ? written : null;
}

function readDate(text: string): Date | null {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

function tidy(text: string): string {
  return trimCell(text.normalize("NFC")).replace(/\s+/g, " ");
}
