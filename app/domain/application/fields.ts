import { type Issue, issue } from "../issue/issue.ts";
import { type StoreKind, storeKinds } from "../product/product-facts.ts";
import { districtOfAddress } from "../store/district-of-address.ts";
import { type District, districts } from "../store/districts.ts";
import {
  type FieldReading,
  readDay,
  readFee,
  readLine,
  readNumberOfBusiness,
  readPostcode,
  readStorePhone,
  readStory,
  together,
} from "../store/store-fields.ts";

/** Field → text as typed. */
export type Answers = Readonly<Record<string, string>>;

export interface Entered {
  answers: Answers;
  /** The register's row that `answers.market` names. */
  market: { id: string; districtCode: string | null } | null;
}

export const mailOrderAnswers = ["number", "not_yet", "exempt"] as const;
/** The number is given, not there yet, or not needed by law. */
export type MailOrderAnswer = (typeof mailOrderAnswers)[number];

type Reader = (entered: Entered) => FieldReading<unknown>;

/** Every field an application may ask for, judged like the office's own form. */
const readers = {
  business_number: ({ answers }) => readNumberOfBusiness("business_number", answers.business_number ?? ""),
  store_name: ({ answers }) => readLine("store_name", answers.store_name ?? ""),
  owner_name: ({ answers }) => readLine("owner_name", answers.owner_name ?? ""),
  store_phone: ({ answers }) => readStorePhone("store_phone", answers.store_phone ?? ""),
  kind: ({ answers }) => readChoice("kind", answers, storeKinds),
  designation_number: ({ answers }) => readLine("designation_number", answers.designation_number ?? ""),
  designation_from: ({ answers }) => readDate("designation_from", answers),
  designation_to: ({ answers }) => readLastDay(answers),
  postcode: ({ answers }) => readPostcode("postcode", answers.postcode ?? ""),
  address: ({ answers }) => readLine("address", answers.address ?? ""),
  district: ({ answers }) => readDistrict(answers),
  market: (entered) => readMarket(entered),
  // May stay empty, but must have been asked.
  story: ({ answers }) => (answers.story === undefined ? missing("story") : readStory("story", answers.story)),
  hours: ({ answers }) => readLine("hours", answers.hours ?? ""),
  visitable: ({ answers }) => readChoice("visitable", answers, ["yes", "no"]),
  mail_order: ({ answers }) => readChoice("mail_order", answers, mailOrderAnswers),
  mail_order_number: ({ answers }) => readMailOrderNumber(answers),
  shipping_fee: ({ answers }) => readFee("shipping_fee", answers.shipping_fee ?? ""),
  return_fee: ({ answers }) => readFee("return_fee", answers.return_fee ?? ""),
  exchange_fee: ({ answers }) => readFee("exchange_fee", answers.exchange_fee ?? ""),
} satisfies Record<string, Reader>;

export type AnswerField = keyof typeof readers;

export function judgeField(field: AnswerField, entered: Entered): Issue[] {
  const reading: FieldReading<unknown> = readers[field](entered);
  return reading.ok ? [] : [reading.issue];
}

export function kindOf(answers: Answers): StoreKind | null {
  return storeKinds.find((kind) => kind === answers.kind) ?? null;
}

/** What the answers say of a store; money in won. */
export function readStoreAnswers(entered: Entered) {
  const stall = kindOf(entered.answers) === "traditional_market";
  return together({
    businessNumber: readers.business_number(entered),
    name: readers.store_name(entered),
    ownerName: readers.owner_name(entered),
    phone: readers.store_phone(entered),
    kind: readers.kind(entered),
    postcode: readers.postcode(entered),
    address: readers.address(entered),
    districtCode: readers.district(entered),
    marketId: stall ? readers.market(entered) : ({ ok: true, value: null } as const),
    story: readers.story(entered),
    hours: readers.hours(entered),
    mailOrderNumber: readers.mail_order_number(entered),
    shippingFee: readers.shipping_fee(entered),
    returnFee: readers.return_fee(entered),
    exchangeFee: readers.exchange_fee(entered),
  });
}

/** Number and days, both included, of the designation that the answers tell of. */
export function readDesignation(answers: Answers) {
  const entered = { answers, market: null };
  return together({
    number: readers.designation_number(entered),
    validFrom: readers.designation_from(entered),
    validTo: readers.designation_to(entered),
  });
}

function missing(field: string): { ok: false; issue: Issue } {
  return { ok: false, issue: issue("form.missing", { field }) };
}

function readChoice<const Choice extends string>(
  field: string,
  answers: Answers,
  choices: readonly Choice[],
): FieldReading<Choice> {
  const value = choices.find((one) => one === answers[field]);
  return value === undefined ? missing(field) : { ok: true, value };
}

function readDate(field: string, answers: Answers): FieldReading<Date> {
  const text = answers[field] ?? "";
  return text.trim() === "" ? missing(field) : readDay(field, text);
}

function readLastDay(answers: Answers): FieldReading<Date> {
  const from = readDate("designation_from", answers);
  const to = readDate("designation_to", answers);
  if (!from.ok || !to.ok || to.value > from.value) return to;
  return { ok: false, issue: issue("designation.days_reversed", { field: "designation_to" }) };
}

/** By the address where it says so, else as chosen. */
export function findDistrict(answers: Answers): District | null {
  return districtOfAddress(answers.address ?? "") ?? chosenDistrict(answers);
}

function chosenDistrict(answers: Answers): District | null {
  return districts.find(({ code }) => code === answers.district) ?? null;
}

/** What the address says and what was chosen must agree. */
function readDistrict(answers: Answers): FieldReading<string> {
  const named = districtOfAddress(answers.address ?? "");
  const chosen = chosenDistrict(answers);
  if (named && chosen && named !== chosen) {
    const params = { named: named.nameKo, chosen: chosen.nameKo };
    return { ok: false, issue: issue("address.other_district", { field: "district" }, { params }) };
  }
  const district = findDistrict(answers);
  return district ? { ok: true, value: district.code } : missing("district");
}

function readMarket({ answers, market }: Entered): FieldReading<string> {
  if (!answers.market || !market) return missing("market");
  const district = readDistrict(answers);
  return district.ok && market.districtCode !== district.value
    ? { ok: false, issue: issue("market.other_district", { field: "market" }) }
    : { ok: true, value: market.id };
}

function readMailOrderNumber(answers: Answers): FieldReading<string | null> {
  if (answers.mail_order !== "number") return { ok: true, value: null };
  return readLine("mail_order_number", answers.mail_order_number ?? "");
}
