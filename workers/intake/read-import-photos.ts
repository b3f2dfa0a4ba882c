import { matchPhotos, type PhotoMatches } from "#app/domain/intake/match-photos.ts";
import { type JudgedPhoto, recordPhotos } from "#app/domain/intake/record-photos.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { openPhotos, type PhotoFile } from "#app/services/archives/open-photos.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import type { WorkerContext } from "../context.ts";
import { withLocalCopy } from "../local-copy.ts";
import { fetchPhoto } from "./fetch-photo.ts";
import type { SheetVerdicts } from "./read-import-sheet.ts";
import { takePhoto } from "./take-photo.ts";

/** Photos in work at once: enough to keep the render pool and the disk busy, few enough to hold in memory. */
const batchSize = 8;

export interface RowPhotos {
  photos: { sha256: string; fileName: string }[];
  issues: Issue[];
}

/**
 * Judges every photo that was given and tells each row its photos in order. What was recorded by a run that was killed is
 * taken as it is. Names in the sheet that nothing was given for become warnings of their rows.
 */
export async function readImportPhotos(
  context: WorkerContext,
  { id: importId, storeId, photosBlob }: Import,
  { rows }: SheetVerdicts,
): Promise<{ photosOf: Map<number, RowPhotos>; issues: Issue[] }> {
  const issues: Issue[] = [];
  let matches = matchPhotos(rows, []);
  if (photosBlob) {
    try {
      await withLocalCopy(context.blobs, photosBlob, async (path) => {
        const names: string[] = [];
        for await (const { name } of openPhotos(path)) names.push(name);
        matches = matchPhotos(rows, names);
        await announceTotal(context, { importId, storeId, total: names.length });
        await takeAll(context, importId, openPhotos(path), matches);
      });
    } catch (error) {
      if (!(error instanceof PhotoRefused)) throw error;
      issues.push(error.issue);
    }
  }
  const given = await takenPhotos(context, importId, matches);
  const addressed = await fetchedPhotos(context, matches);
  const photosOf = photosInOrder([...given, ...addressed.photos]);
  for (const { row, url, why } of addressed.failed) {
    at(photosOf, row).issues.push({ ...why, path: { row, field: "photos" }, severity: "warning", raw: url });
  }
  for (const { row, name } of matches.missing) {
    at(photosOf, row).issues.push(issue("photo.missing", { row, field: "photos" }, { severity: "warning", raw: name }));
  }
  return { photosOf, issues };
}

async function announceTotal(
  { database }: WorkerContext,
  { importId, storeId, total }: { importId: string; storeId: string; total: number },
): Promise<void> {
  await database.progress.upsert({
    where: { id_kind: { id: importId, kind: "photos" } },
    create: { id: importId, kind: "photos", storeId, total },
    update: { total, updatedAt: new Date() },
  });
}

async function takeAll(
  context: WorkerContext,
  importId: string,
  files: AsyncIterable<PhotoFile>,
  matches: PhotoMatches,
): Promise<void> {
  const recorded = await context.database.importPhoto.findMany({ where: { importId }, select: { ordinal: true } });
  const seen = new Set(recorded.map(({ ordinal }) => ordinal));
  const rowOf = new Map(matches.matches.map(({ file, row }) => [file, row]));
  const ambiguous = new Map(matches.ambiguous.map(({ file, rows }) => [file, rows]));
  let ordinal = 0;
  let batch: Promise<JudgedPhoto>[] = [];
  const flush = async () => {
    const photos = await Promise.all(batch);
    batch = [];
    if (photos.length > 0) await recordPhotos(context.database, importId, photos);
  };
  for await (const file of files) {
    const place = ordinal++;
    if (seen.has(place)) continue;
    batch.push(judgePhoto(context, file, place, rowOf.get(file.name) ?? null, ambiguous.get(file.name) ?? []));
    if (batch.length === batchSize) await flush();
  }
  await flush();
}

async function judgePhoto(
  context: WorkerContext,
  file: PhotoFile,
  ordinal: number,
  row: number | null,
  claimedBy: number[],
): Promise<JudgedPhoto> {
  const photo = { ordinal, fileName: file.name };
  const taken = await takePhoto(context, file.name, () => file.read());
  if (!taken.ok) return { ...photo, outcome: "refused", row, original: null, issues: [taken.issue] };
  if (row !== null) return { ...photo, outcome: "matched", row, original: taken.original, issues: [] };
  const why =
    claimedBy.length > 0
      ? issue("photo.ambiguous", { photo: file.name }, { severity: "warning", params: { rows: claimedBy.join(", ") } })
      : issue("photo.unmatched", { photo: file.name }, { severity: "warning" });
  return { ...photo, outcome: "unmatched", row: null, original: taken.original, issues: [why] };
}

interface PlacedPhoto {
  row: number;
  /** Its place in the row's cell; numbers may be missing in between. */
  position: number;
  sha256: string;
  fileName: string;
}

async function takenPhotos(
  { database }: WorkerContext,
  importId: string,
  { matches }: PhotoMatches,
): Promise<PlacedPhoto[]> {
  const given = await database.importPhoto.findMany({
    where: { importId, outcome: "matched" },
    select: { fileName: true, sha256: true },
  });
  const shaOf = new Map(given.map(({ fileName, sha256 }) => [fileName, sha256]));
  return matches.flatMap(({ file, row, position }) => {
    const sha256 = shaOf.get(file);
    return sha256 ? [{ row, position, sha256, fileName: file }] : [];
  });
}

/**
 * Photos named by an address: fetched from the public internet only, each once and several at a time (one that does not answer
 * costs twenty seconds).
 */
async function fetchedPhotos(
  context: WorkerContext,
  { addresses }: PhotoMatches,
): Promise<{ photos: PlacedPhoto[]; failed: { row: number; url: string; why: Issue }[] }> {
  const answers = new Map<string, Awaited<ReturnType<typeof fetchPhoto>>>();
  const urls = [...new Set(addresses.map(({ url }) => url))];
  for (let start = 0; start < urls.length; start += batchSize) {
    const batch = urls.slice(start, start + batchSize);
    await Promise.all(batch.map(async (url) => answers.set(url, await fetchPhoto(context, url))));
  }
  const photos: PlacedPhoto[] = [];
  const failed: { row: number; url: string; why: Issue }[] = [];
  for (const { row, url, position } of addresses) {
    const answer = answers.get(url);
    if (answer?.ok) photos.push({ row, position, sha256: answer.sha256, fileName: url });
    else if (answer) failed.push({ row, url, why: answer.issue });
  }
  return { photos, failed };
}

/** By row, in the cell's order; the same picture under two names is one photo of the product. */
function photosInOrder(placed: PlacedPhoto[]): Map<number, RowPhotos> {
  const photosOf = new Map<number, RowPhotos>();
  for (const { row, sha256, fileName } of placed.toSorted((a, b) => a.position - b.position)) {
    const { photos } = at(photosOf, row);
    if (!photos.some((one) => one.sha256 === sha256)) photos.push({ sha256, fileName });
  }
  return photosOf;
}

function at(photosOf: Map<number, RowPhotos>, row: number): RowPhotos {
  const known = photosOf.get(row);
  if (known) return known;
  const fresh: RowPhotos = { photos: [], issues: [] };
  photosOf.set(row, fresh);
  return fresh;
}
