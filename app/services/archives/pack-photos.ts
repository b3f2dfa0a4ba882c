import { createWriteStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";

/** Photos that were given one by one as one archive, in their order; a name that came before gets a number. */
export async function packPhotos(files: readonly { name: string; path: string }[], target: string): Promise<void> {
  const archive = new yazl.ZipFile();
  const output = archive.outputStream.pipe(new PassThrough());
  // A file that is gone before it was read ends the packing, not the program.
  archive.on("error", (error: Error) => output.destroy(error));
  const taken = new Set<string>();
  // Photos are compressed already.
  for (const { name, path } of files) archive.addFile(path, freeName(name, taken), { compress: false });
  archive.end();
  await pipeline(output, createWriteStream(target));
}

/** `image.jpg`, `image (2).jpg`, …: cameras of phones call every picture the same. */
function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${stem} (${copy})${ending}`;
  taken.add(free.toLowerCase());
  return free;
}
