const units = [
  { value: 1_000, word: "천" },
  { value: 100, word: "백" },
  { value: 10, word: "십" },
] as const;

const large = ["", "만", "억", "조"] as const;

/**
 * An amount as it is said: `1만 2천 원` for 12000, `1,234만 5천 원` for 12345000. Whole won from 0 up to nine quadrillion; null for
 * anything else. Thousands, hundreds and tens are named only below ten thousand, where people name them.
 */
export function wonInWords(won: number): string | null {
  if (!Number.isSafeInteger(won) || won < 0) return null;
  if (won === 0) return "0원";
  const parts: string[] = [];
  for (let place = large.length - 1; place > 0; place -= 1) {
    const whole = Math.floor(won / 10_000 ** place);
    const count = place === large.length - 1 ? whole : whole % 10_000;
    if (count > 0) parts.push(`${count.toLocaleString("en-US")}${large[place]}`);
  }
  let rest = won % 10_000;
  for (const { value, word } of units) {
    const count = Math.floor(rest / value);
    if (count > 0) parts.push(`${count}${word}`);
    rest %= value;
  }
  if (rest > 0) parts.push(String(rest));
  return `${parts.join(" ")} 원`;
}
