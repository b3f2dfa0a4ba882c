import type { PageBlock } from "#app/domain/detail-page/build-page.ts";
import { sealRows } from "#app/domain/detail-page/seal-rows.ts";
import type { DetailTemplate } from "#app/domain/detail-page/templates.ts";
import { settable } from "#app/services/fonts/page-fonts.ts";
import { balanceLines, breakLines } from "./lines.ts";
import { colours, type Letter, looks, style, type Type } from "./page-style.ts";

/** Pixels, `top` from that of its row. */
export type Piece =
  /** `x` is its left end or its middle. */
  | {
      kind: "text";
      text: string;
      letter: Letter;
      align: "left" | "centre";
      x: number;
      top: number;
      lineHeight: number;
      colour: string;
    }
  /** As high as its row. */
  | { kind: "photo"; index: number; x: number; width: number; radius: number }
  | { kind: "box"; x: number; top: number; width: number; height: number; radius: number; colour: string }
  /** A name in rows, white on vermilion. */
  | { kind: "seal"; rows: string[]; x: number; top: number; width: number; height: number }
  /** The mark of what is certified. */
  | { kind: "mark"; x: number; top: number; size: number; colour: string };

/** What stands at one height of the page; it is never cut through unless it alone is higher than a slice may be. */
export interface Row {
  y: number;
  height: number;
  pieces: Piece[];
}

/** Colour from side to side. */
export interface Band {
  y: number;
  height: number;
  colour: string;
}

export interface Layout {
  width: number;
  height: number;
  bands: Band[];
  rows: Row[];
}

export interface LayoutInput {
  template: DetailTemplate;
  /** Pixels. */
  width: number;
  /** How wide a text is, in pixels. */
  measure: (text: string, letter: Letter) => number;
  /** Pixels of each of the product's photos; null: not there. */
  photos: readonly ({ width: number; height: number } | null)[];
}

type Title = Extract<PageBlock, { kind: "title" }>;
type Facts = Extract<PageBlock, { kind: "facts" }>["rows"];

/** Puts blocks below one another. */
export function layOut(blocks: readonly PageBlock[], { template, width, measure, photos }: LayoutInput): Layout {
  const look = looks[template];
  const px = (pixels: number) => Math.max(1, Math.round((pixels * width) / style.page));
  const side = px(style.side);
  const inner = width - 2 * side;
  const rows: Row[] = [];
  const bands: Band[] = [];
  let y = 0;

  const put = (height: number, pieces: Piece[]) => {
    rows.push({ y, height, pieces });
    y += height;
  };
  const space = (pixels: number) => {
    y += px(pixels);
  };
  const sized = ({ weight, size }: Letter): Letter => ({ weight, size: px(size) });
  const ruler = (letter: Letter) => (part: string) => measure(part, sized(letter));
  const box = (x: number, top: number, boxWidth: number, height: number, colour: string, radius = 0): Piece => ({
    ...{ kind: "box", x, top, width: boxWidth, height, colour, radius },
  });

  interface Place {
    x: number;
    top: number;
    align?: "left" | "centre";
    colour: string;
  }
  const textAt = (texts: readonly string[], { letter, line }: Type, { x, top, align = "left", colour }: Place) =>
    texts.map((text, at): Piece => {
      const lineHeight = px(line);
      return { kind: "text", text, letter: sized(letter), align, x, top: top + at * lineHeight, lineHeight, colour };
    });
  /** Every line a row, so that a page may be cut between any two. */
  const write = (texts: readonly string[], type: Type, colour: string, align: "left" | "centre" = look.align) => {
    const x = align === "centre" ? width / 2 : side;
    for (const text of texts) put(px(type.line), textAt([text], type, { x, top: 0, align, colour }));
  };
  const broken = (text: string, { letter }: Type, room = inner) => breakLines(settable(text), room, ruler(letter));
  const balanced = (text: string, { letter }: Type, room = inner) => balanceLines(settable(text), room, ruler(letter));

  const title = blocks.find((block) => block.kind === "title");
  const story = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  let banded: number | null = null;
  /** The title's colour reaches down to the first photo or heading of something else. */
  const endBand = () => {
    if (banded === null) return;
    bands.push({ y: banded, height: y - banded, colour: look.titleOn });
    banded = null;
  };

  blocks.forEach((block, at) => {
    switch (block.kind) {
      case "title":
        banded = y;
        if (look.align === "centre") putTitle(block);
        else putTitleBeside(block);
        break;
      case "heading":
        if (blocks[at - 1]?.kind === "title") space(20);
        else {
          endBand();
          space(64);
        }
        putHeading(block.text);
        break;
      case "lead":
        write(balanced(block.text, style.lead), style.lead, colours.ink);
        space(30);
        break;
      case "paragraph":
        putParagraph(block.text, story);
        break;
      case "description":
        endBand();
        space(36);
        for (const paragraph of block.paragraphs) putParagraph(paragraph, block.paragraphs);
        space(30);
        break;
      case "photo":
        putPhoto(block, at);
        break;
      case "facts":
        if (block.role === "basics") putBasics(block.rows);
        else putTable(block.rows);
        space(28);
    }
  });
  endBand();
  if (title) putClosing(title);
  return { width, height: y, bands, rows };

  function sealOf(store: string, size: number): { rows: string[]; width: number; height: number } | null {
    const name = settable(store).trim();
    const cut = sealRows(name);
    if (cut) {
      const longest = Math.max(...cut.map((row) => [...row].length));
      // Square, or as slim as a pillar where syllables stand one by one.
      return { rows: cut, width: px(longest === 1 && cut.length > 1 ? size * 0.55 : size), height: px(size) };
    }
    const letter: Letter = { weight: "serif", size: size * 0.28 };
    const long = Math.round(ruler(letter)(name)) + px(size * 0.36);
    return name === "" || long > inner ? null : { rows: [name], width: long, height: px(size * 0.54) };
  }

  function putTitle({ text, store, about, badge }: Title): void {
    space(64);
    const seal = sealOf(store, style.seal);
    if (seal) {
      put(seal.height, [{ kind: "seal", ...seal, x: Math.round((width - seal.width) / 2), top: 0 }]);
      space(26);
    }
    write(balanced(store, style.store), style.store, colours.ink);
    write(broken(about.join(" · "), style.about), style.about, colours.soft);
    if (badge) {
      space(14);
      putBadge(badge, (badgeWidth) => Math.round((width - badgeWidth) / 2));
    }
    space(30);
    put(px(2), [box(Math.round((width - px(56)) / 2), 0, px(56), px(2), colours.vermilion)]);
    space(26);
    write(balanced(text, style.title), style.title, colours.ink);
    space(58);
  }

  /** The seal on the left, store and product beside it. */
  function putTitleBeside({ text, store, about, badge }: Title): void {
    space(52);
    const seal = sealOf(store, style.seal);
    const beside = seal !== null && seal.width <= px(style.seal) ? seal : null;
    const x = side + (beside ? beside.width + px(30) : 0);
    const room = width - side - x;
    const names = broken(store, style.store, room);
    const places = broken(about.join(" · "), style.about, room);
    const words = names.length * px(style.store.line) + places.length * px(style.about.line);
    const badgeHeight = badge ? px(style.badge.line + 12) : 0;
    const height = Math.max(beside?.height ?? 0, words + badgeHeight);
    const top = Math.round((height - words - badgeHeight) / 2);
    const placesTop = top + names.length * px(style.store.line);
    put(height, [
      ...(beside ? [{ kind: "seal", ...beside, x: side, top: 0 } satisfies Piece] : []),
      ...textAt(names, style.store, { x, top, colour: colours.ink }),
      ...textAt(places, style.about, { x, top: placesTop, colour: colours.soft }),
      ...(badge ? badgePieces(badge, x, placesTop + places.length * px(style.about.line) + px(12)) : []),
    ]);
    space(34);
    write(balanced(text, style.title), style.title, colours.ink);
    space(24);
    put(px(3), [box(side, 0, inner, px(3), colours.ink)]);
    space(10);
  }

  function putBadge(text: string, left: (badgeWidth: number) => number): void {
    put(px(style.badge.line), badgePieces(text, left(badgeWidthOf(text)), 0));
  }

  function badgeWidthOf(text: string): number {
    return Math.round(ruler(style.badge.letter)(text)) + px(style.badge.line * 1.5);
  }

  function badgePieces(text: string, x: number, top: number): Piece[] {
    const height = px(style.badge.line);
    const mark = Math.round(height * 0.6);
    const room = Math.round((height - mark) / 2);
    return [
      box(x, top, badgeWidthOf(text), height, colours.pine, height / 2),
      { kind: "mark", x: x + room + px(4), top: top + room, size: mark, colour: colours.card },
      ...textAt([text], style.badge, { x: x + height, top, colour: colours.card }),
    ];
  }

  function putHeading(text: string): void {
    if (look.align === "centre") {
      put(px(10), [box(Math.round((width - px(10)) / 2), 0, px(10), px(10), colours.vermilion, px(5))]);
      space(14);
    }
    write(balanced(text, style.heading), style.heading, colours.pine);
    if (look.align === "left") {
      space(10);
      put(px(3), [box(side, 0, px(56), px(3), colours.vermilion)]);
    }
    space(30);
  }

  /** A few words stand in the middle; lists and what is read for long begin at the side, together. */
  function putParagraph(text: string, together: readonly string[]): void {
    const isLong = (one: string) => one.startsWith("·") || broken(one, style.paragraph).length > 2;
    write(broken(text, style.paragraph), style.paragraph, colours.ink, together.some(isLong) ? "left" : look.align);
    space(22);
  }

  function putPhoto({ index, caption }: Extract<PageBlock, { kind: "photo" }>, at: number): void {
    const photo = photos[index];
    if (!photo) return;
    if (banded !== null) space(22);
    endBand();
    if (look.photos === "words") space(at > 0 ? 26 : 0);
    const room = look.photos === "page" ? width : inner;
    // Never blown up: a small one stands in the middle.
    const shown = Math.min(room, photo.width);
    const height = Math.round((photo.height * shown) / photo.width);
    const radius = shown < width ? px(14) : 0;
    put(height, [{ kind: "photo", index, x: Math.round((width - shown) / 2), width: shown, radius }]);
    const lines = balanced(caption, style.caption, inner - px(80));
    space(lines.length > 0 ? 14 : 0);
    write(lines, style.caption, colours.soft, "centre");
    const next = blocks[at + 1]?.kind;
    space(next === "title" ? 0 : look.photos === "page" && lines.length === 0 && next === "photo" ? 12 : 32);
  }

  /** A card of paper, what is asked first on it. */
  function putBasics(facts: Facts): void {
    const padding = px(34);
    const labelWidth = Math.round(inner * 0.22);
    const valueX = side + padding + labelWidth;
    const cells = facts.map(({ label, value }) => ({
      labels: broken(label, style.basicsLabel, labelWidth),
      values: broken(value, style.basicsValue, side + inner - padding - valueX),
    }));
    const lineHeight = px(style.basicsValue.line);
    const gap = px(16);
    const heights = cells.map(({ labels, values }) => Math.max(labels.length, values.length) * lineHeight);
    const total = heights.reduce((sum, one) => sum + one + gap, 0) - gap + 2 * padding;
    let top = padding;
    put(total, [
      box(side, 0, inner, total, colours.line, px(18)),
      box(side + px(1), px(1), inner - 2 * px(1), total - 2 * px(1), colours.paper, px(17)),
      ...cells.flatMap(({ labels, values }, index) => {
        const pieces = [
          ...textAt(labels, style.basicsLabel, { x: side + padding, top, colour: colours.pine }),
          ...textAt(values, style.basicsValue, { x: valueX, top, colour: colours.ink }),
        ];
        top += (heights[index] ?? 0) + gap;
        return pieces;
      }),
    ]);
  }

  /** Every fact is a row of its own, between lines. */
  function putTable(facts: Facts): void {
    const cell = px(style.cell);
    const labelWidth = Math.round(inner * style.labelShare);
    const valueX = side + labelWidth + cell;
    const rule = px(1);
    put(px(3), [box(side, 0, inner, px(3), colours.ink)]);
    for (const { label, value } of facts) {
      const labels = broken(label, style.label, labelWidth - 2 * cell);
      const values = broken(value, style.value, side + inner - cell - valueX);
      const lineHeight = px(style.value.line);
      const height = Math.max(labels.length, values.length, 1) * lineHeight + 2 * px(14);
      const middle = (lines: string[]) => Math.round((height - lines.length * lineHeight) / 2);
      put(height + rule, [
        box(side, 0, labelWidth, height, colours.tint),
        ...textAt(labels, style.label, { x: side + cell, top: middle(labels), colour: colours.soft }),
        ...textAt(values, style.value, { x: valueX, top: middle(values), colour: colours.ink }),
        box(side, height, inner, rule, colours.line),
      ]);
    }
  }

  /** The store's name once more, as under a letter. */
  function putClosing({ store, about }: Title): void {
    space(40);
    const top = y;
    space(52);
    const seal = sealOf(store, style.smallSeal);
    if (seal) {
      put(seal.height, [{ kind: "seal", ...seal, x: Math.round((width - seal.width) / 2), top: 0 }]);
      space(18);
    }
    write(balanced(store, style.store), style.store, colours.ink, "centre");
    write(broken(about.join(" · "), style.about), style.about, colours.soft, "centre");
    space(56);
    bands.push({ y: top, height: y - top, colour: colours.paper });
  }
}
