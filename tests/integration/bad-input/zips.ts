import { crc32, deflateRawSync } from "node:zlib";

export interface Entry {
  /** A text is written in UTF-8 and marked as such; bytes stand in the archive as they are. */
  name: string | Buffer;
  bytes: Buffer;
  /** A symbolic link, as Unix programs pack one; its bytes are where it leads. */
  link?: true;
  /** What the directory states in place of the truth. */
  statedBytes?: number;
}

/** An archive written by hand, for what no program would write. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, link, statedBytes = bytes.length } of entries) {
    const rawName = Buffer.from(name as string);
    const stored = bytes.length === 0;
    const packed = stored ? bytes : deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(typeof name === "string" ? 0x800 : 0, 6);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(statedBytes, 22);
    local.writeUInt16LE(rawName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE((link ? 0o120777 : 0o100644) * 0x10000, 38);
    central.writeUInt32LE(offset, 42);
    parts.push(local, rawName, packed);
    directory.push(central, rawName);
    offset += local.length + rawName.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, ...directoryEnd(entries.length, listed.length, offset)]);
}

const most = 0xffff;

function directoryEnd(count: number, bytes: number, offset: number): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, most), 8);
  end.writeUInt16LE(Math.min(count, most), 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  if (count < most) return [end];
  // More than that are counted in a record of the larger format.
  const large = Buffer.alloc(56);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) large.writeBigUInt64LE(BigInt(count), at);
  large.writeBigUInt64LE(BigInt(bytes), 40);
  large.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return [large, locator, end];
}
