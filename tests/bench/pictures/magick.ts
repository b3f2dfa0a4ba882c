import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { renderPhoto } from "#workers/images/render.ts";
import type { Photo } from "./photos.ts";
import { specs } from "./ways.ts";

const run = promisify(execFile);
const jpegs = specs.filter(({ format, key }) => format === "jpeg" && !key.startsWith("web-"));

/**
 * How many times as long ImageMagick's command takes for the malls' four JPEGs, on one thread: one command a photo that reads it once.
 * Null where it is not installed.
 */
export async function compareMagick(photos: readonly Photo[], folder: string): Promise<number | null> {
  const installed = await run("convert", ["-version"]).then(
    ({ stdout }) => stdout.includes("ImageMagick"),
    () => false,
  );
  if (!installed) return null;
  let [ours, theirs] = [0, 0];
  for (const { bytes } of photos) {
    const path = join(folder, "photo");
    await writeFile(path, bytes);
    const outputs = jpegs.flatMap(({ shape, size, quality, key }) => [
      ...["(", "+clone", "-resize", shape === "width" ? `${size}x>` : `${size}x${size}>`, "-background", "white"],
      ...(shape === "square" ? ["-gravity", "center", "-extent", `${size}x${size}`] : []),
      ...["-quality", String(quality), "-write", join(folder, `${key}.jpg`), "+delete", ")"],
    ]);
    ours += await seconds(() => renderPhoto(bytes, jpegs));
    theirs += await seconds(() =>
      run("convert", ["-limit", "thread", "1", path, "-auto-orient", "-strip", ...outputs, "null:"]),
    );
  }
  return theirs / ours;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
