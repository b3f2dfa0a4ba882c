import { convertQwertyToHangul, getChoseong } from "es-hangul";
import { keysOf } from "#app/services/search/keys.ts";
import { goods, type MadeName, randomNumbers } from "./made-names.ts";

/** How often each kind is asked; 320 together. */
export const questionCounts = {
  exact: 40,
  typo: 80,
  half: 40,
  joined: 40,
  particle: 40,
  initials: 40,
  english: 40,
} as const;
export type QuestionKind = keyof typeof questionCounts;

export interface MadeQuestion {
  kind: QuestionKind;
  text: string;
  /** Of a right hit's name: words that all stand in it, or for initials a word that begins so. */
  isRight: (name: string) => boolean;
}

const neighbours: Record<string, string> = {
  ...{ q: "wa", w: "qes", e: "wrd", r: "etf", t: "ryg", y: "tuh", u: "yij", i: "uok", o: "ipl", p: "o" },
  ...{ a: "sqz", s: "adw", d: "sfe", f: "dgr", g: "fht", h: "gjy", j: "hku", k: "jli", l: "ko" },
  ...{ z: "xa", x: "zcs", c: "xvd", v: "cbf", b: "vng", n: "bmh", m: "nj" },
};
const isVowel = (key: string) => "yuiophjklbnm".includes(key);

/** 320 questions about the names given, the same for the same seed. */
export function madeQuestions(names: readonly MadeName[], seed = 7): MadeQuestion[] {
  const random = randomNumbers(seed);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const longGoods = goods.filter((good) => good.length >= 3);
  /** Something that one of the names is about. */
  const named = (long = false): MadeName => {
    for (;;) {
      const name = any(names);
      if (!long || longGoods.includes(name.good)) return name;
    }
  };
  const write: Record<QuestionKind, (at: number) => Omit<MadeQuestion, "kind">> = {
    exact: (at) => {
      const { market, good } = named();
      return at % 2
        ? { text: good, isRight: holding(good) }
        : { text: `${market} ${good}`, isRight: holding(market, good) };
    },
    typo: (at) => {
      const { market, good } = named(true);
      return at % 2
        ? { text: slip(good, random), isRight: holding(good) }
        : { text: slip(market, random), isRight: holding(market) };
    },
    half: (at) => {
      const { market, good } = named(true);
      const cut = (text: string) => typed(keysOf(text).slice(0, Math.ceil(keysOf(text).length * 0.6)));
      return at % 2 ? { text: cut(good), isRight: holding(good) } : { text: cut(market), isRight: holding(market) };
    },
    joined: () => {
      const { market, good } = named();
      return { text: market + good, isRight: holding(market, good) };
    },
    particle: () => {
      const { good } = named();
      const closed = (good.charCodeAt(good.length - 1) - 0xac00) % 28 !== 0;
      return {
        text: good + any(closed ? ["을", "이", "은", "과", "에서"] : ["를", "가", "는", "와", "에서"]),
        isRight: holding(good),
      };
    },
    initials: (at) => {
      const { market, good } = named(true);
      return at % 2 ? asInitials(good) : asInitials(market);
    },
    english: () => {
      const { market, good } = named();
      return { text: `${keysOf(market)} ${keysOf(good)}`, isRight: holding(market, good) };
    },
  };
  return (Object.keys(questionCounts) as QuestionKind[]).flatMap((kind) =>
    Array.from({ length: questionCounts[kind] }, (_, at) => ({ kind, ...write[kind](at) })),
  );
}

function holding(...words: string[]) {
  return (name: string) => words.every((word) => name.includes(word));
}

/** Whoever types ㄱㄹㅅㅈ may mean 공릉시장 or 구로시장. */
function asInitials(word: string) {
  const text = getChoseong(word);
  return { text, isRight: (name: string) => name.split(" ").some((one) => getChoseong(one).startsWith(text)) };
}

/** One key pressed beside, a consonant for a consonant and a vowel for a vowel. */
function slip(text: string, random: () => number): string {
  const keys = [...keysOf(text)];
  for (;;) {
    const at = Math.floor(random() * keys.length);
    const key = keys[at] as string;
    const near = [...(neighbours[key] ?? "")].filter((one) => isVowel(one) === isVowel(key));
    const pressed = near[Math.floor(random() * near.length)];
    if (pressed) return typed([...keys.slice(0, at), pressed, ...keys.slice(at + 1)].join(""));
  }
}

/** What stands on the screen after these keys. */
function typed(keys: string): string {
  return convertQwertyToHangul(keys);
}
