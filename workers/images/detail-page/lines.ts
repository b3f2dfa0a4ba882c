/** How wide a text is, in pixels. */
export type MeasureText = (text: string) => number;

/** A last line shorter than this share of the width looks forgotten. */
const shortLine = 0.18;

/**
 * Lines no wider than `width`; a line break in the text is one here. Korean is broken between words only; a word longer than a line is
 * broken where it must. No paragraph ends with a single short word where the line before has one to spare.
 */
export function breakLines(text: string, width: number, measure: MeasureText): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => withoutOrphan(fill(paragraph, width, measure), width, measure));
}

/** The same number of lines, all of them about as long: for headings. */
export function balanceLines(text: string, width: number, measure: MeasureText): string[] {
  const lines = fill(text, width, measure);
  if (lines.length < 2) return lines;
  let [narrow, wide] = [Math.ceil(width / lines.length / 2), width];
  while (wide - narrow > 1) {
    const middle = Math.floor((narrow + wide) / 2);
    const narrower = fill(text, middle, measure);
    if (narrower.length > lines.length || !sameWords(narrower, lines)) narrow = middle;
    else wide = middle;
  }
  return fill(text, wide, measure);
}

function fill(paragraph: string, width: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of paragraph.split(/\s+/).filter((part) => part !== "")) {
    const joined = current === "" ? word : `${current} ${word}`;
    if (measure(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== "") lines.push(current);
    const pieces = breakWord(word, width, measure);
    current = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  return current === "" ? lines : [...lines, current];
}

/** Moves the last word of the line before down to a forgotten one. */
function withoutOrphan(lines: string[], width: number, measure: MeasureText): string[] {
  const [before = "", last = ""] = lines.slice(-2);
  if (lines.length < 2 || measure(last) >= width * shortLine) return lines;
  const words = before.split(" ");
  const moved = `${words.at(-1)} ${last}`;
  if (words.length < 3 || measure(moved) > width) return lines;
  return [...lines.slice(0, -2), words.slice(0, -1).join(" "), moved];
}

/** Before a bracket if there is one, else where it must be. */
function breakWord(word: string, width: number, measure: MeasureText): string[] {
  const pieces: string[] = [];
  let current = "";
  for (const { segment } of new Intl.Segmenter("ko").segment(word)) {
    if (current !== "" && measure(current + segment) > width) {
      const end = /^.*[^([<「](?=[([<「])/.exec(current)?.[0].length ?? current.length;
      pieces.push(current.slice(0, end));
      current = current.slice(end);
    }
    current += segment;
  }
  return [...pieces, current];
}

/** Neither breaks a word that the other leaves whole. */
function sameWords(one: string[], other: string[]): boolean {
  return one.join(" ") === other.join(" ");
}
