import { formatPhone, parsePhone } from "../account/phone.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { readBusinessNumber } from "./business-number.ts";

/** What one field of a store reads as, or what is wrong with it. */
export type FieldReading<Value> = { ok: true; value: Value } | { ok: false; issue: Issue };

type Readings = Record<string, FieldReading<unknown>>;
type Values<Read extends Readings> = { [Name in keyof Read]: Extract<Read[Name], { ok: true }>["value"] };

/** All values, or everything that is wrong. */
export function together<Read extends Readings>(
  readings: Read,
): { ok: true; values: Values<Read> } | { ok: false; issues: Issue[] } {
  const issues = Object.values(readings).flatMap((one) => (one.ok ? [] : [one.issue]));
  if (issues.length > 0) return { ok: false, issues };
  const values = Object.entries(readings).map(([name, one]) => [name, one.ok && one.value]);
  return { ok: true, values: Object.fromEntries(values) as Values<Read> };
}

const longest = { line: 200, story: 2_000 };

/** Text that must be there. */
export function readLine(field: string, text: string): FieldReading<string> {
  const value = cleaned(text).replace(/\s+/g, " ");
  if (value === "") return { ok: false, issue: issue("form.missing", { field }) };
  return within(field, value, longest.line);
}

/** Several lines; may be empty. */
export function readStory(field: string, text: string): FieldReading<string> {
  return within(field, cleaned(text).replace(/\r\n?/g, "\n"), longest.story);
}

/** Ten digits. */
export function readNumberOfBusiness(field: string, text: string): FieldReading<string> {
  const read = readBusinessNumber(text);
  return read.ok ? { ok: true, value: read.businessNumber } : { ok: false, issue: issue(read.code, { field }) };
}

/** As Koreans write it, `02-123-4567`. */
export function readStorePhone(field: string, text: string): FieldReading<string> {
  if (cleaned(text) === "") return { ok: false, issue: issue("form.missing", { field }) };
  const phone = parsePhone(text);
  return phone ? { ok: true, value: formatPhone(phone) } : unreadable(field, text);
}

/** Five digits. */
export function readPostcode(field: string, text: string): FieldReading<string> {
  const digits = text.normalize("NFKC").replace(/\s/g, "");
  return /^\d{5}$/.test(digits) ? { ok: true, value: digits } : unreadable(field, text);
}

/** Whole won, at most six digits. */
export function readFee(field: string, text: string): FieldReading<number> {
  const digits = text.normalize("NFKC").replace(/[,\s원]/g, "");
  return /^\d{1,6}$/.test(digits) ? { ok: true, value: Number(digits) } : unreadable(field, text);
}

const writtenDays = [/^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}$/, /^(\d{4})(\d{2})(\d{2})$/];

/** A day as people write it (`2024. 3. 15.`, `2024년 3월 15일`, `20240315`), at midnight UTC. */
export function readDay(field: string, text: string): FieldReading<Date> {
  const written = text.normalize("NFKC").trim();
  const [, year, month, day] = writtenDays.flatMap((form) => form.exec(written) ?? []);
  const value = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return value.getUTCMonth() === Number(month) - 1 && value.getUTCDate() === Number(day)
    ? { ok: true, value }
    : unreadable(field, text);
}

function unreadable(field: string, text: string): { ok: false; issue: Issue } {
  return { ok: false, issue: issue("form.unreadable", { field }, { raw: text }) };
}

function within(field: string, value: string, maximum: number): FieldReading<string> {
  return [...value].length <= maximum
    ? { ok: true, value }
    : { ok: false, issue: issue("form.too_long", { field }, { params: { maximum } }) };
}

/** A text column of the database takes no zero byte. */
function cleaned(text: string): string {
  return text.normalize("NFC").replaceAll("\0", "").trim();
}
