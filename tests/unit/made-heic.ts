/** One HEVC picture of 64×64 pixels, all of one colour (made with x265, 4:2:0 as phones do); the decoder's settings are the same for all. */
const tileSide = 64;
const decoderSettings =
  "AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQA==";
const tiles = {
  red: "AAAAGigBrwY4Wvz9N/Y43//+tEfof6fH6q8QmP1+",
  green: "AAAAGSgBrwY4Wvz9N6o3//+9nP//3KfqrxCY/X4=",
  blue: "AAAAGigBrwY4Wvz9N/ouT/kf35Xf/+kAqq8QmP1+",
  yellow: "AAAAGygBrwY4Wvz7V/wOT///5P13ofpAKqvEJj9fgA==",
};
export type TileColour = keyof typeof tiles;

export interface HeicRecipe {
  /** One colour: a single picture. More: a grid, row after row, as iPhones save theirs. */
  tiles: readonly TileColour[];
  /** Tiles beside one another. */
  columns?: number;
  /** Pixels that a grid shows of its tiles; all when left out. */
  shown?: { width: number; height: number };
  /** Quarter turns anticlockwise, as `irot` counts them. */
  turns?: number;
  mirrored?: "left-right" | "top-bottom";
  iccProfile?: Buffer;
  /** Numbers of H.273 for primaries and curve. */
  nclx?: readonly [number, number];
  exif?: Buffer;
  /** A top-level picture besides the primary one, before it in the file. */
  stray?: TileColour;
  strayNclx?: HeicRecipe["nclx"];
}

/** A HEIC file put together box by box (ISO/IEC 23008-12), for there is no HEVC encoder to call. */
export function madeHeic(recipe: HeicRecipe): Buffer {
  const { tiles: colours, columns = 1, stray, exif } = recipe;
  const rows = Math.ceil(colours.length / columns);
  const shown = recipe.shown ?? { width: columns * tileSide, height: rows * tileSide };
  const isGrid = colours.length > 1;

  const properties = propertiesOf(recipe, shown);
  const own = properties.own.map((_, index) => tileProperties.length + 1 + index);
  const items: Item[] = [];
  const ofStray = recipe.strayNclx ? [numbers(recipe.strayNclx)] : [];
  const strayProperties = ofStray.map(() => tileProperties.length + own.length + 1);
  if (stray) items.push(tileItem(items.length + 1, stray, [1, 2, ...strayProperties]));
  const parts = colours.map((colour, index) =>
    tileItem(items.length + 1 + index, colour, isGrid ? [1, 2] : [1, 2, ...own.slice(1)], isGrid),
  );
  items.push(...parts);
  if (isGrid) {
    const grid = Buffer.from([0, 0, rows - 1, columns - 1, ...u16(shown.width), ...u16(shown.height)]);
    items.push({ id: items.length + 1, type: "grid", data: grid, properties: own });
  }
  const primary = items.length;
  if (exif) items.push({ id: items.length + 1, type: "Exif", data: exif, properties: [] });

  const references = isGrid ? reference("dimg", primary, ...parts.map(({ id }) => id)) : Buffer.alloc(0);
  const described = exif ? reference("cdsc", primary + 1, primary) : Buffer.alloc(0);
  const type = box("ftyp", ascii("heic"), zeros(4), ascii("mif1heic"));
  const meta = (offset: number) =>
    full(
      "meta",
      0,
      full("hdlr", 0, zeros(4), ascii("pict"), zeros(13)),
      full("pitm", 0, u16(primary)),
      locations(items, offset),
      full("iinf", 0, u16(items.length), ...items.map(entryOf)),
      full("iref", 0, references, described),
      box("iprp", box("ipco", ...tileProperties, ...properties.own, ...ofStray), associations(items)),
    );
  const dataStart = type.length + meta(0).length + 8;
  return Buffer.concat([type, meta(dataStart), box("mdat", ...items.map(({ data }) => data))]);
}

interface Item {
  id: number;
  type: string;
  data: Buffer;
  /** Numbers of its properties, from 1. */
  properties: number[];
  hidden?: boolean;
}

function tileItem(id: number, colour: TileColour, properties: number[], hidden = false): Item {
  return { id, type: "hvc1", data: Buffer.from(tiles[colour], "base64"), properties, hidden };
}

function extents(width: number, height: number): Buffer {
  return full("ispe", 0, u32(width), u32(height));
}
const tileProperties = [box("hvcC", Buffer.from(decoderSettings, "base64")), extents(tileSide, tileSide)];

function propertiesOf({ turns = 0, mirrored, iccProfile, nclx }: HeicRecipe, shown: { width: number; height: number }) {
  return {
    own: [
      extents(shown.width, shown.height),
      ...(iccProfile ? [box("colr", ascii("prof"), iccProfile)] : []),
      ...(nclx ? [numbers(nclx)] : []),
      ...(turns ? [box("irot", [turns])] : []),
      ...(mirrored ? [box("imir", [mirrored === "left-right" ? 1 : 0])] : []),
    ],
  };
}

function numbers([primaries, curve]: readonly [number, number]): Buffer {
  return box("colr", ascii("nclx"), u16(primaries), u16(curve), u16(6), [0x80]);
}

function entryOf({ id, type, hidden }: Item): Buffer {
  return box("infe", [2, 0, 0, hidden ? 1 : 0], u16(id), u16(0), ascii(type), [0]);
}

function reference(type: string, from: number, ...to: number[]): Buffer {
  return box(type, u16(from), u16(to.length), ...to.map(u16));
}

function locations(items: Item[], start: number): Buffer {
  let offset = start;
  const lines = items.map(({ id, data }) => {
    const line = [...u16(id), ...u16(0), ...u16(1), ...u32(offset), ...u32(data.length)];
    offset += data.length;
    return line;
  });
  return full("iloc", 0, [0x44, 0], u16(items.length), ...lines);
}

function associations(items: Item[]): Buffer {
  const lines = items.map(({ id, properties }) => [...u16(id), properties.length, ...properties]);
  return full("ipma", 0, u32(items.length), ...lines);
}

type Bytes = Buffer | number[];
function box(type: string, ...content: Bytes[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from(u32(body.length + 8)), ascii(type), body]);
}
function full(type: string, version: number, ...content: Bytes[]): Buffer {
  return box(type, [version, 0, 0, 0], ...content);
}
function ascii(text: string): Buffer {
  return Buffer.from(text, "latin1");
}
function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}
function u16(value: number): number[] {
  return [value >> 8, value & 255];
}
function u32(value: number): number[] {
  return [...u16(value >>> 16), ...u16(value & 0xffff)];
}
