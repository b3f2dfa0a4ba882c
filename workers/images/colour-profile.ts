import { crc32, deflateSync } from "node:zlib";
import { sharp } from "./guarded-sharp.ts";

const standardName = /^sRGB/i;

/** Whether pixels with this ICC profile may be taken for sRGB as they are. */
export function isStandard(profile: Buffer): boolean {
  return standardName.test(profileName(profile));
}

let displayP3: Promise<Buffer> | undefined;

/** The one that sharp brings. */
export function displayP3Profile(): Promise<Buffer> {
  displayP3 ??= makeDisplayP3Profile();
  return displayP3;
}

async function makeDisplayP3Profile(): Promise<Buffer> {
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: "white" } });
  const { icc } = await sharp(await pixel.withIccProfile("p3").png().toBuffer()).metadata();
  if (!icc) throw new Error("sharp attached no profile");
  return icc;
}

/** The profile's own description in its first language; empty when it has none that can be read. */
function profileName(profile: Buffer): string {
  try {
    const tags = Math.min(profile.readUInt32BE(128), 100);
    for (let index = 0; index < tags; index++) {
      const entry = 132 + index * 12;
      if (profile.toString("latin1", entry, entry + 4) === "desc")
        return textOf(profile, profile.readUInt32BE(entry + 4));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return "";
}

/** Version 2 keeps ASCII, version 4 a table of UTF-16 texts by language. */
function textOf(profile: Buffer, at: number): string {
  if (profile.toString("latin1", at, at + 4) !== "mluc") {
    return profile.toString("latin1", at + 12, at + 12 + profile.readUInt32BE(at + 8)).replace(/\0+$/, "");
  }
  const length = profile.readUInt32BE(at + 20);
  const start = at + profile.readUInt32BE(at + 24);
  return Buffer.from(profile.subarray(start, start + length - (length % 2)))
    .swap16()
    .toString("utf16le");
}

/** The same PNG with the profile attached: sharp has no other way to say what colours raw pixels mean. */
export function attachProfile(png: Buffer, profile: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from("iCCPphoto\0\0", "latin1"), deflateSync(profile)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const headerEnd = 33;
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}
