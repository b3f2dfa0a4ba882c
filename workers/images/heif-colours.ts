/** ITU-T H.273: Display P3's primaries; the curves of sRGB and, close to it, of video, or none said. HDR's curves are others. */
const displayP3 = 12;
const standardCurves = new Set([1, 2, 6, 13]);

/** Whether a HEIF or AVIF file says by numbers (`nclx`), not by a profile, that its picture is in Display P3. */
export function saysDisplayP3(bytes: Buffer): boolean {
  try {
    const colours = propertiesOfPrimary(bytes).find(({ type, at }) => type === "colr" && nameAt(bytes, at) === "nclx");
    if (!colours) return false;
    const { at } = colours;
    return bytes.readUInt16BE(at + 4) === displayP3 && standardCurves.has(bytes.readUInt16BE(at + 6));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

interface Box {
  type: string;
  /** Where its content begins and ends. */
  at: number;
  end: number;
}

/** ISO/IEC 23008-12: properties lie in `ipco`; `ipma` says which of them are whose, counted from 1. */
function propertiesOfPrimary(bytes: Buffer): Box[] {
  const inside = (outer: Box | undefined, skipped = 0) =>
    outer ? [...boxesIn(bytes, outer.at + skipped, outer.end)] : [];
  const named = (boxes: Box[], type: string) => boxes.find((box) => box.type === type);
  const meta = inside(named([...boxesIn(bytes, 0, bytes.length)], "meta"), 4);
  const primary = named(meta, "pitm");
  const properties = inside(named(meta, "iprp"));
  const associations = named(properties, "ipma");
  if (!primary || !associations) return [];
  const own = associatedTo(bytes, associations.at, idAt(bytes, primary.at + 4, bytes[primary.at] !== 0));
  const all = inside(named(properties, "ipco"));
  return own.flatMap((number) => all[number - 1] ?? []);
}

function associatedTo(bytes: Buffer, start: number, item: number): number[] {
  const [hasLongIds, hasLongNumbers] = [bytes[start] !== 0, ((bytes[start + 3] ?? 0) & 1) === 1];
  let at = start + 8;
  for (let left = bytes.readUInt32BE(start + 4); left > 0; left--) {
    const id = idAt(bytes, at, hasLongIds);
    at += hasLongIds ? 4 : 2;
    const count = bytes.readUInt8(at++);
    const size = hasLongNumbers ? 2 : 1;
    // The highest bit says whether a reader must know the property.
    const numbers = Array.from({ length: count }, (_, index) =>
      hasLongNumbers ? bytes.readUInt16BE(at + index * 2) & 0x7fff : bytes.readUInt8(at + index) & 0x7f,
    );
    if (id === item) return numbers;
    at += count * size;
  }
  return [];
}

function idAt(bytes: Buffer, at: number, isLong: boolean): number {
  return isLong ? bytes.readUInt32BE(at) : bytes.readUInt16BE(at);
}

/** Also the last one, whose length 0 means up to the end. */
function* boxesIn(bytes: Buffer, start: number, end: number): Generator<Box> {
  for (let at = start; at + 8 <= end; ) {
    const short = bytes.readUInt32BE(at);
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || end - at;
    const head = short === 1 ? 16 : 8;
    if (length < head) return;
    yield { type: nameAt(bytes, at + 4), at: at + head, end: Math.min(end, at + length) };
    at += length;
  }
}

function nameAt(bytes: Buffer, at: number): string {
  return bytes.toString("latin1", at, at + 4);
}
