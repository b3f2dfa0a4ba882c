import { convertHangulToQwerty, getChoseong } from "es-hangul";

/*
 * Names are found by the keys that a Korean typist presses for them on the two-set keyboard: a half-typed syllable, a slip by one
 * jamo and a forgotten switch to English are then all nearly the same word (광장시장 is rhkdwkdtlwkd). Lower case, for the shift key
 * makes the tense consonants, which people mix up: 떡볶이 and 떡뽁이 press the same keys.
 */

/** What is read of a name or a question at most. */
const longest = 200;
const mostWords = 10;

/** The words of a text: letters and digits only, as they would have been typed at once. Vowels alone are no word. */
export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, longest * 2)
      .normalize("NFC")
      .replace(/[\uFF01-\uFF5E]/gu, (wide) => wide.normalize("NFKC"))
      .replace(/[\p{Cf}\0]/gu, "")
      .slice(0, longest)
      // A code is one word: SKU-4.
      .replace(/(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])/g, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => !/^[ㅏ-ㅣ]*$/u.test(word))
  );
}

/** Keys pressed for one word; what is not Hangul stays as it is. */
export function keysOf(word: string): string {
  return convertHangulToQwerty(lone(word)).toLowerCase();
}

/** Keys of the first consonants of one word: ㄱㅈㅅㅈ for 광장시장; digits and Latin letters stay. */
export function initialsOf(word: string): string {
  return convertHangulToQwerty(getChoseong(lone(word), { keepNonHangul: true })).toLowerCase();
}

export function isInitials(word: string): boolean {
  return /^[ㄱ-ㅎ]+$/u.test(lone(word));
}

/** A question, in the ways it may have been meant. */
export interface Question {
  /** Keys of each word. */
  words: string[];
  /** The same when all of it is first consonants. */
  initials: string[] | null;
  /** Keys without what may be particles, first only where two syllables are left. */
  bare: string[][];
  /** Of one long word, every cut in two. */
  cuts: [string, string][];
}

export function readQuestion(text: string): Question {
  const words = wordsOf(text).slice(0, mostWords).map(lone);
  const without = [2, 1].map((left) => words.map((word) => withoutParticle(word, left)));
  return {
    words: words.map(keysOf),
    initials: words.length > 0 && words.every(isInitials) ? words.map(keysOf) : null,
    bare: without.filter((less) => less.some((word, at) => word !== words[at])).map((less) => less.map(keysOf)),
    cuts: words.length === 1 ? cutsOf(words[0] ?? "") : [],
  };
}

const particles = "에서 으로 부터 까지 에게 이랑 은 는 이 가 을 를 의 에 로 와 과 도 만 랑".split(" ");

/** So many syllables must be left: 오이 is no 오 with a particle. */
function withoutParticle(word: string, left: number): string {
  const particle = particles.find((one) => word.endsWith(one) && word.length - one.length >= left);
  return particle ? word.slice(0, -particle.length) : word;
}

/** From five syllables on: shorter ones are words. */
function cutsOf(word: string): [string, string][] {
  const syllables = [...word];
  if (syllables.length < 5) return [];
  return syllables
    .slice(2, -1)
    .map((_, at) => [keysOf(syllables.slice(0, at + 2).join("")), keysOf(syllables.slice(at + 2).join(""))]);
}

/** Names of files and old systems hold consonants of another block, which no keyboard types. */
const conjoining = "ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ";
const compatible = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

function lone(word: string): string {
  return word.replace(/[ᄀ-ᄒ]/gu, (jamo) => compatible[conjoining.indexOf(jamo)] ?? jamo);
}
