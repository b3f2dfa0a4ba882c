import type { PageBlock } from "#app/domain/detail-page/build-page.ts";

export type Weight = "regular" | "bold";
export interface Letter {
  weight: Weight;
  /** Pixels. */
  size: number;
}

/** How wide a text is, in pixels. */
export type Measure = (text: string, letter: Letter) => number;

export type Piece =
  /** `line` counts the lines of its row from the top; each is `lineHeight` high. */
  | { kind: "text"; text: string; letter: Letter; x: number; line: number; lineHeight: number; colour: string }
  | { kind: "photo"; index: number; x: number; width: number }
  | { kind: "line"; x: number; width: number; colour: string };

/** What stands at one height of the page; it is never cut through unless it alone is higher than a slice may be. */
export interface Row {
  y: number;
  height: number;
  pieces: Piece[];
}

export interface Layout {
  width: number;
  height: number;
  rows: Row[];
}

const ink = "#1C1A17";
const soft = "#5B564E";
const pine = "#0F5C4D";
const line = "#E4DED2";

/** For a page of 860; narrower ones are scaled. */
const style = {
  page: 860,
  side: 64,
  gap: 44,
  title: { letter: { weight: "bold", size: 48 }, line: 68 },
  store: { letter: { weight: "regular", size: 28 }, line: 44 },
  heading: { letter: { weight: "bold", size: 34 }, line: 52 },
  paragraph: { letter: { weight: "regular", size: 30 }, line: 52 },
  label: { letter: { weight: "bold", size: 24 }, line: 38 },
  value: { letter: { weight: "regular", size: 24 }, line: 38 },
  labelShare: 0.3,
} as const;

interface LayoutInput {
  width: number;
  measure: Measure;
  /** Pixels of each of the product's photos; null: not there. */
  photos: readonly ({ width: number; height: number } | null)[];
}

/** Puts blocks below one another. Korean is broken between words only; a word longer than a line is broken where it must. */
export function layOut(blocks: readonly PageBlock[], { width, measure, photos }: LayoutInput): Layout {
  const scale = width / style.page;
  const px = (pixels: number) => Math.round(pixels * scale);
  const side = px(style.side);
  const inner = width - 2 * side;
  const rows: Row[] = [];
  let y = px(style.gap);

  const put = (height: number, pieces: Piece[]) => {
    rows.push({ y, height, pieces });
    y += height;
  };
  const space = (pixels: number) => {
    y += px(pixels);
  };
  const sized = ({ weight, size }: Letter): Letter => ({ weight, size: px(size) });
  const write = (text: string, { letter, line: height }: { letter: Letter; line: number }, colour: string) => {
    for (const words of breakLines(text, inner, (part) => measure(part, sized(letter)))) {
      const placed = { letter: sized(letter), x: side, line: 0, lineHeight: px(height), colour };
      put(px(height), [{ kind: "text", text: words, ...placed }]);
    }
  };

  for (const block of blocks) {
    switch (block.kind) {
      case "title":
        write(block.store, style.store, pine);
        write(block.text, style.title, ink);
        space(style.gap);
        break;
      case "heading":
        space(style.gap / 2);
        write(block.text, style.heading, pine);
        put(px(3), [{ kind: "line", x: side, width: inner, colour: pine }]);
        space(20);
        break;
      case "paragraph":
        write(block.text, style.paragraph, ink);
        space(18);
        break;
      case "description":
        for (const paragraph of block.paragraphs) {
          write(paragraph, style.paragraph, ink);
          space(18);
        }
        space(style.gap / 2);
        break;
      case "photo": {
        const photo = photos[block.index];
        if (!photo) break;
        // Never blown up: a small one stands in the middle.
        const shown = Math.min(width, photo.width);
        const height = Math.round((photo.height * shown) / photo.width);
        put(height, [{ kind: "photo", index: block.index, x: Math.round((width - shown) / 2), width: shown }]);
        space(style.gap);
        break;
      }
      case "facts":
        for (const { label, value } of block.rows) writeFact(label, value);
        space(style.gap);
        break;
    }
  }
  return { width, height: y, rows };

  function writeFact(label: string, value: string): void {
    const labelWidth = Math.round(inner * style.labelShare);
    const valueX = side + labelWidth + px(20);
    const labels = breakLines(label, labelWidth, (part) => measure(part, sized(style.label.letter)));
    const values = breakLines(value, side + inner - valueX, (part) => measure(part, sized(style.value.letter)));
    const lineHeight = px(style.value.line);
    const column = (texts: string[], letter: Letter, x: number, colour: string): Piece[] =>
      texts.map((text, at) => ({ kind: "text", text, letter: sized(letter), x, line: at, lineHeight, colour }));
    space(10);
    put(Math.max(labels.length, values.length) * lineHeight, [
      ...column(labels, style.label.letter, side, soft),
      ...column(values, style.value.letter, valueX, ink),
    ]);
    space(10);
    put(Math.max(1, px(1)), [{ kind: "line", x: side, width: inner, colour: line }]);
  }
}

/** Lines no wider than `width`; a line break in the text is one here. */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
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
    if (current !== "") lines.push(current);
  }
  return lines;
}

function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let current = "";
  for (const { segment } of new Intl.Segmenter("ko").segment(word)) {
    if (current !== "" && measure(current + segment) > width) {
      pieces.push(current);
      current = "";
    }
    current += segment;
  }
  return [...pieces, current];
}

/** Cuts between rows, each slice as high as it may be; only a row that alone is higher is cut through. */
export function cutSlices({ height, rows }: Layout, maximum: number): { top: number; height: number }[] {
  const slices: { top: number; height: number }[] = [];
  let top = 0;
  while (height - top > maximum) {
    const limit = top + maximum;
    const crossing = rows.find((row) => row.y < limit && row.y + row.height > limit);
    const cut = crossing && crossing.y > top ? crossing.y : limit;
    slices.push({ top, height: cut - top });
    top = cut;
  }
  return [...slices, { top, height: height - top }];
}
