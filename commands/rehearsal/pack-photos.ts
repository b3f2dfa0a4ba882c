import { createWriteStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";

/** A folder or a single photo as the archive a merchant would have uploaded; an archive stays as it is. */
export async function packPhotos(path: string, target: string): Promise<string> {
  const folder = (await stat(path)).isDirectory();
  if (!folder && (await isArchive(path))) return path;
  const archive = new yazl.ZipFile();
  const files = folder ? await filesBelow(path) : [path];
  for (const file of files) {
    const name = folder ? relative(path, file).split(sep).join("/") : (file.split(sep).at(-1) ?? file);
    archive.addFile(file, name, { compress: false });
  }
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(target));
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

/** Ordinary files only, in name order; links are not followed. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return filesBelow(path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return nested.flat();
}
