import type { Colour } from "./made-pictures.ts";

/** The colour spaces that cameras save in, by the textbook: primaries as XYZ under D50, and what turns numbers into light. */
export interface ColourSpace {
  name: string;
  primaries: readonly [Colour, Colour, Colour];
  /** 0 to 1 each. */
  toLight(value: number): number;
}

const sRgbToLight = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const lightToSRgb = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

export const displayP3: ColourSpace = {
  name: "Display P3",
  primaries: [
    [0.51512, 0.2412, -0.00105],
    [0.29198, 0.69225, 0.04189],
    [0.1571, 0.06657, 0.78407],
  ],
  toLight: sRgbToLight,
};

export const adobeGamma = 563 / 256;
export const adobeRgb: ColourSpace = {
  name: "Adobe RGB (1998)",
  primaries: [
    [0.60974, 0.31111, 0.01947],
    [0.20528, 0.62567, 0.06087],
    [0.14919, 0.06322, 0.74457],
  ],
  toLight: (value) => value ** adobeGamma,
};

const xyzToSRgb = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const;

/** What numbers of another space look like in sRGB, those beyond it cut off. */
export function inSRgb(colour: Colour, { primaries, toLight }: ColourSpace): number[] {
  const light = colour.map((value) => toLight(value / 255));
  const xyz = [0, 1, 2].map((axis) =>
    primaries.reduce((sum, primary, index) => sum + (primary[axis] ?? 0) * (light[index] ?? 0), 0),
  );
  return xyzToSRgb.map((row) => {
    const value = row.reduce((sum, factor, axis) => sum + factor * (xyz[axis] ?? 0), 0);
    return 255 * lightToSRgb(Math.min(1, Math.max(0, value)));
  });
}

/** How different two sRGB colours look: the distance in CIELAB (ΔE*ab); about 2 is seen side by side. */
export function deltaE(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? Number.NaN)));
}

/** Rows give XYZ under D65 as shares of its white. */
const toXyz = [
  [0.43395, 0.37622, 0.18983],
  [0.21267, 0.71515, 0.07217],
  [0.01776, 0.10946, 0.87278],
] as const;

function lab(colour: readonly number[]): number[] {
  const light = colour.map((value) => sRgbToLight(value / 255));
  const [x = 0, y = 0, z = 0] = toXyz
    .map((row) => row.reduce((sum, factor, index) => sum + factor * (light[index] ?? 0), 0))
    .map((share) => (share > 216 / 24389 ? Math.cbrt(share) : (24389 / 27) * (share / 116) + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** An ICC profile (version 2) of such a space with a plain gamma, as cameras attach it. */
export function madeProfile({ name, primaries }: ColourSpace, gamma: number): Buffer {
  const xyz = (values: readonly number[]) => {
    const tag = Buffer.alloc(20);
    tag.write("XYZ ", 0, "latin1");
    for (const [index, value] of values.entries()) tag.writeInt32BE(Math.round(value * 65_536), 8 + index * 4);
    return tag;
  };
  const curve = Buffer.from([...Buffer.from("curv\0\0\0\0\0\0\0\x01", "latin1"), 0, 0, 0, 0]);
  curve.writeUInt16BE(Math.round(gamma * 256), 12);
  const description = Buffer.alloc(12 + name.length + 1 + 78 + 3);
  description.write("desc", 0, "latin1");
  description.writeUInt32BE(name.length + 1, 8);
  description.write(name, 12, "latin1");
  const tags: [string, Buffer][] = [
    ["desc", Buffer.concat([description, Buffer.alloc((4 - (description.length % 4)) % 4)])],
    ["wtpt", xyz([0.9642, 1, 0.82491])],
    ...primaries.map((primary, index) => [`${"rgb"[index]}XYZ`, xyz(primary)] as [string, Buffer]),
    ...[..."rgb"].map((letter) => [`${letter}TRC`, curve] as [string, Buffer]),
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  let offset = 128 + table.length;
  for (const [index, [tag, data]] of tags.entries()) {
    table.write(tag, 4 + index * 12, "latin1");
    table.writeUInt32BE(offset, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    offset += data.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write("mntrRGB XYZ ", 12, "latin1");
  header.write("acsp", 36, "latin1");
  xyz([0.9642, 1, 0.82491]).copy(header, 68, 8);
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}
