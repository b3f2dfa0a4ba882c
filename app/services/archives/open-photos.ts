import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { decodeFileName } from "./file-name.ts";
import { PhotoRefused } from "./photo-refused.ts";
import { isSystemFile } from "./system-file.ts";

export interface PhotoFile {
  /** Path inside the zip or folder with `/`, as it was given; only ever shown and compared, never written to. */
  name: string;
  /** Bytes, unpacked. */
  size: number;
  /** To be begun while the iteration lasts. Rejects with PhotoRefused when this one file is too large or damaged. */
  read(): Promise<Buffer>;
}

export const photoLimits = {
  fileBytes: 60 * 1024 * 1024,
  /** As many as a sheet has rows. */
  files: 50_000,
  /** Photos are compressed already: an archive that grows more than this, once past `suspectBytes`, is a trap. */
  growth: 20,
  suspectBytes: 200 * 1024 * 1024,
} as const;

/**
 * The photos of a zip, of a folder with all below it, or one file. Every iteration opens the path anew; system files and
 * links are left out. @param name what a single file or zip was called when it was given @throws PhotoRefused `photo.archive_unreadable`,
 * `photo.archive_encrypted`, `photo.too_many`, or `photo.archive_bursts` for a zip made to burst
 */
export function openPhotos(path: string, name = basename(path)): AsyncIterable<PhotoFile> {
  return { [Symbol.asyncIterator]: () => filesOf(path, name) };
}

async function* filesOf(path: string, name: string): AsyncGenerator<PhotoFile> {
  const found = await stat(path).catch(() => {
    throw new PhotoRefused("photo.archive_unreadable", name);
  });
  if (found.isDirectory()) yield* folderFiles(path, "");
  else if (await isZip(path, name)) yield* zipFiles(path, name, found.size);
  else yield plainFile(path, name, found.size);
}

async function isZip(path: string, name: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const signature = buffer.subarray(0, bytesRead).toString("latin1");
    if (signature === "PK\x03\x04" || signature === "PK\x05\x06") return true;
  } finally {
    await file.close();
  }
  if (/\.zip$/i.test(name)) throw new PhotoRefused("photo.archive_unreadable", name);
  return false;
}

async function* folderFiles(root: string, below: string): AsyncGenerator<PhotoFile> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (isSystemFile(name)) continue;
    if (entry.isDirectory()) yield* folderFiles(root, name);
    else if (entry.isFile()) yield plainFile(join(root, name), name, (await stat(join(root, name))).size);
  }
}

function plainFile(path: string, name: string, size: number): PhotoFile {
  return {
    name,
    size,
    read: async () => {
      refuseTooLarge(name, size);
      return readFile(path);
    },
  };
}

async function* zipFiles(path: string, archive: string, archiveBytes: number): AsyncGenerator<PhotoFile> {
  // Names are decoded here: yauzl takes unmarked ones for CP437, and turns the archive down for a `..` that harms nobody.
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false }).catch(() => {
    throw new PhotoRefused("photo.archive_unreadable", archive);
  });
  const reading = new Set<Promise<Buffer>>();
  try {
    for (const entry of await listEntries(zip, archive, archiveBytes)) {
      const name = entryName(entry);
      if (name.endsWith("/") || isSystemFile(name)) continue;
      const read = () => {
        const bytes = readEntry(zip, entry, name);
        reading.add(bytes);
        const done = () => reading.delete(bytes);
        bytes.then(done, done);
        return bytes;
      };
      yield { name, size: entry.uncompressedSize, read };
    }
  } finally {
    await Promise.allSettled(reading);
    zip.close();
  }
}

async function listEntries(zip: ZipFile, archive: string, archiveBytes: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  let unpacked = 0;
  const tooMany = new PhotoRefused("photo.too_many", archive, { maximum: photoLimits.files });
  // What the archive states may be a lie; its entries are counted as well.
  if (zip.entryCount > photoLimits.files) throw tooMany;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      unpacked += entry.uncompressedSize;
      if (entries.length > photoLimits.files) throw tooMany;
      const bursts = unpacked > photoLimits.suspectBytes && unpacked > archiveBytes * photoLimits.growth;
      if (bursts) throw new PhotoRefused("photo.archive_bursts", archive);
      if (entry.isEncrypted()) throw new PhotoRefused("photo.archive_encrypted", archive);
    }
  } catch (error) {
    throw error instanceof PhotoRefused ? error : new PhotoRefused("photo.archive_unreadable", archive);
  }
  return entries;
}

/** The zip's own UTF-8 mark decides, else the bytes do. */
function entryName(entry: Entry): string {
  const marked = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const unicodeField = entry.extraFields.some(({ id }) => id === 0x7075);
  if (marked || unicodeField) {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  }
  // In CP949 a backslash byte can be half of a letter, so it is replaced after decoding.
  return decodeFileName(entry.fileNameRaw).replaceAll("\\", "/");
}

const inflate = promisify(inflateRaw);

/**
 * The packed bytes are read to their end and unfolded in memory: a stream of yauzl that is let go of early, because it grows beyond
 * what the directory states, ends the process when another one of its archive is being read.
 */
async function readEntry(zip: ZipFile, entry: Entry, name: string): Promise<Buffer> {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  refuseTooLarge(name, Math.max(compressedSize, uncompressedSize));
  try {
    const packed = compressionMethod !== 0;
    const chunks: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry, packed ? { decompress: false } : {});
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    const whole = Buffer.concat(chunks);
    const bytes = packed ? await inflate(whole, { maxOutputLength: Math.max(uncompressedSize, 1) }) : whole;
    if (crc32(bytes) !== entry.crc32) throw new PhotoRefused("photo.corrupted", name);
    return bytes;
  } catch {
    throw new PhotoRefused("photo.corrupted", name);
  }
}

function refuseTooLarge(name: string, size: number): void {
  if (size <= photoLimits.fileBytes) return;
  throw new PhotoRefused("photo.too_large", name, { limit: photoLimits.fileBytes / 1024 / 1024 });
}
