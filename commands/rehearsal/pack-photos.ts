import { createWriteStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { basename } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { decodeFileName } from "#app/services/archives/file-name.ts";

/** A folder or a single photo as the archive a merchant would have uploaded; an archive stays as it is. */
export async function packPhotos(path: string, target: string): Promise<string> {
  const folder = (await stat(path)).isDirectory();
  if (!folder && (await isArchive(path))) return path;
  const files = folder ? await filesBelow(Buffer.from(path)) : [{ path: Buffer.from(path), name: basename(path) }];
  const archive = new yazl.ZipFile();
  const output = archive.outputStream.pipe(new PassThrough());
  // A file that is gone before it was read ends the packing, not the program.
  archive.on("error", (error: Error) => output.destroy(error));
  for (const { path: file, name } of files) archive.addFile(file as unknown as string, name, { compress: false });
  archive.end();
  await pipeline(output, createWriteStream(target));
  return target;
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString("latin1") === "PK";
  } finally {
    await file.close();
  }
}

interface FolderFile {
  /** In bytes: a name may be in no encoding this machine speaks. */
  path: Buffer;
  /** Below the folder, with `/`. */
  name: string;
}

/** Ordinary files only, in name order; links are not followed. */
async function filesBelow(folder: Buffer, above = ""): Promise<FolderFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
  const nested = await Promise.all(
    entries
      .map((entry) => ({ entry, name: above + decodeFileName(entry.name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ entry, name }) => {
        const path = Buffer.concat([folder, Buffer.from("/"), entry.name]);
        if (entry.isDirectory()) return filesBelow(path, `${name}/`);
        return entry.isFile() ? [{ path, name }] : [];
      }),
  );
  return nested.flat();
}
