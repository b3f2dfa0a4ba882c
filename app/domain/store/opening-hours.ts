/** Hours of a week, as minutes from Monday 00:00 on; an end may lie beyond the week's (10,080). */
export type OpeningHours = { from: number; to: number }[];

const days = "월화수목금토일";
const day = 24 * 60;
export const week = 7 * day;
const everyDay = [0, 1, 2, 3, 4, 5, 6];

type Token =
  | { kind: "days"; days: number[] }
  | { kind: "hours"; from: number; to: number }
  | { kind: "closed" | "pause" | "holiday" };

const hour = "(?:(오전|오후|새벽|아침|낮|저녁|밤|AM|PM)?(\\d{1,2})(?::(\\d{2})|시반|시(\\d{1,2})분|시)?|(정오|자정))";
const reading: [pattern: RegExp, read: (match: RegExpMatchArray) => Token | null][] = [
  [/^(?:24시간|00:00~24:00)(?:영업|운영)?/, () => ({ kind: "hours", from: 0, to: day })],
  [/^(?:매일|연중무휴|항시|상시)/, () => ({ kind: "days", days: everyDay })],
  [/^(?:평일|주중)/, () => ({ kind: "days", days: [0, 1, 2, 3, 4] })],
  [/^주말/, () => ({ kind: "days", days: [5, 6] })],
  [/^(?:법정)?(?:공휴일|명절|설날?|추석)(?:당일|연휴)?/, () => ({ kind: "holiday" })],
  [/^(?:브레이크타임|휴게시간|점심시간|쉬는시간|준비시간)/, () => ({ kind: "pause" })],
  [
    /^(?:정기휴무(?:일(?!요))?|정기휴일|휴무(?:일(?!요))?|휴점|휴업|쉽니다|쉬어요|쉼|쉬는날|닫습니다|닫아요)/,
    () => ({ kind: "closed" }),
  ],
  [/^(?:영업시간|영업|운영시간|운영|엽니다|열어요|부터)/, () => null],
  [
    new RegExp(`^([${days}])(?:요일)?(?:~([${days}])(?:요일)?)?`),
    ([, first, last]) => ({ kind: "days", days: daysBetween(first as string, last ?? (first as string)) }),
  ],
  [new RegExp(`^${hour}(?:~|부터)${hour}(?:까지)?`), readHours],
];

/**
 * What a line such as `월~금 10:00~19:00, 토 10시~15시, 일요일 휴무` says, as merchants write it. Null when any of it is not understood:
 * what was guessed would send somebody to a closed door. Public holidays are not looked at.
 */
export function readOpeningHours(line: string): OpeningHours | null {
  const tokens = tokensOf(line);
  if (!tokens) return null;
  const hours = new Map<number, { from: number; to: number }[]>();
  const pauses = new Map<number, { from: number; to: number }>();
  const closed = new Set<number>();
  let named: number[] = [];
  let pause = false;
  /** `휴무 일요일`: the days stand behind the word. */
  let closesNext = false;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]?.kind;
    if (token.kind === "days") {
      if (closesNext) for (const one of token.days) closed.add(one);
      else named = before === "days" || before === "holiday" ? [...named, ...token.days] : token.days;
    } else if (token.kind === "closed") {
      const next = tokens[at + 1]?.kind;
      if (before === "days" || before === "holiday") for (const one of named) closed.add(one);
      else if (next === "days" || next === "holiday") closesNext = true;
      else return null;
      named = [];
    } else if (token.kind === "pause") {
      pause = true;
    } else if (token.kind === "hours") {
      const { from, to } = token;
      const which = named.length > 0 ? named : everyDay;
      for (const one of which) {
        if (pause) pauses.set(one, { from, to });
        // `11:30~15:00, 17:00~21:00`: twice a day.
        else if (before === "hours") hours.set(one, [...(hours.get(one) ?? []), { from, to }]);
        else if (named.length > 0 || !hours.has(one)) hours.set(one, [{ from, to }]);
      }
      pause = false;
      closesNext = false;
    }
  }
  // Days at the end of which nothing is said.
  const last = tokens.at(-1)?.kind;
  if (hours.size === 0 || ((last === "days" || last === "holiday") && !closesNext)) return null;
  return everyDay
    .filter((one) => !closed.has(one))
    .flatMap((one) => {
      const pausing = pauses.get(one);
      return (hours.get(one) ?? [])
        .flatMap((span) => (pausing ? without(span, pausing) : [span]))
        .map((span) => ({
          from: one * day + span.from,
          to: one * day + span.to,
        }));
    });
}

/** Half hours of the week (0 to 335) in whose middle it is open. */
export function openSlots(hours: OpeningHours): number[] {
  return Array.from({ length: week / 30 }, (_, slot) => slot).filter((slot) => isOpenAt(hours, slot * 30 + 15));
}

export function isOpenAt(hours: OpeningHours, minute: number): boolean {
  return hours.some(({ from, to }) => (minute >= from && minute < to) || (minute + week >= from && minute + week < to));
}

/** Whether it opens at some time of a day (`2026-12-05`). */
export function opensOn(hours: OpeningHours, dayOfYear: string): boolean {
  const begins = ((new Date(`${dayOfYear}T00:00:00Z`).getUTCDay() + 6) % 7) * day;
  return hours.some(({ from }) => from >= begins && from < begins + day);
}

/** Minutes since Monday 00:00 in Seoul. */
export function minuteOfWeek(now: Date): number {
  const there = new Date(now.getTime() + 9 * 60 * 60_000);
  return ((there.getUTCDay() + 6) % 7) * day + there.getUTCHours() * 60 + there.getUTCMinutes();
}

export function slotAt(now: Date): number {
  return Math.floor(minuteOfWeek(now) / 30);
}

function tokensOf(line: string): Token[] | null {
  let rest = line
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[〜～∼–—−-]|에서/g, "~")
    .replace(/\s+/g, "");
  const tokens: Token[] = [];
  while (rest !== "") {
    const separator = /^[,./·ㆍ・;:()[\]&|및과와은는]+/.exec(rest);
    if (separator) {
      rest = rest.slice(separator[0].length);
      continue;
    }
    const found = reading.map(([pattern, read]) => ({ match: pattern.exec(rest), read })).find(({ match }) => match);
    if (!found?.match) return null;
    const token = found.read(found.match);
    if (token) {
      if (token.kind === "hours" && !(token.from < token.to && token.to <= 2 * day)) return null;
      tokens.push(token);
    }
    rest = rest.slice(found.match[0].length);
  }
  return tokens;
}

function readHours(match: RegExpMatchArray): Token {
  const [, half1, hour1, colon1, minutes1, word1, half2, hour2, colon2, minutes2, word2] = match;
  const [first, second] = match[0].split(/~|부터/) as [string, string];
  const from = minuteOf(half1, hour1, colon1 ?? minutes1, word1, first.includes("시반"));
  let to = minuteOf(half2, hour2, colon2 ?? minutes2, word2, second.includes("시반"));
  // `9시~6시` ends in the afternoon; what ends before it began by the full clock ends on the next day.
  const fullClock = colon2 !== undefined || half2 !== undefined;
  if (to <= from && !fullClock && Number(hour2) < 12 && to + 12 * 60 > from) to += 12 * 60;
  if (to <= from) to += day;
  return { kind: "hours", from, to };
}

function minuteOf(half = "", hours = "0", minutes = "0", word = "", andHalf = false): number {
  if (word === "정오") return 12 * 60;
  if (word === "자정") return 24 * 60;
  const written = Number(hours);
  const afternoon = /오후|저녁|밤|PM/.test(half) || (half === "낮" && written < 6);
  const morning = /오전|새벽|아침|AM/.test(half);
  const ofDay = afternoon && written < 12 ? written + 12 : morning && written === 12 ? 0 : written;
  const past = andHalf ? 30 : Number(minutes);
  return ofDay > 24 || past > 59 ? Number.NaN : ofDay * 60 + past;
}

function daysBetween(first: string, last: string): number[] {
  const from = days.indexOf(first);
  const length = ((days.indexOf(last) - from + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (from + index) % 7);
}

function without(span: { from: number; to: number }, pause: { from: number; to: number }) {
  return [
    { from: span.from, to: Math.min(span.to, pause.from) },
    { from: Math.max(span.from, pause.to), to: span.to },
  ].filter(({ from, to }) => from < to);
}
