import type { RowPhotos } from "#app/domain/intake/judged-row.ts";
import { matchPhotos, type PhotoClaimant, type PhotoMatches } from "#app/domain/intake/match-photos.ts";
import { findNamed, findProductPhotos, mergePhotos, type ProductPhotos } from "#app/domain/intake/merge-photos.ts";
import { type JudgedPhoto, recordPhotos, rematchPhotos } from "#app/domain/intake/record-photos.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { openPhotos, type PhotoFile } from "#app/services/archives/open-photos.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import { withLocalCopy } from "#app/services/blobs/local-copy.ts";
import type { Import, ImportPhoto } from "#app/services/database/generated/client.ts";
import type { WorkerContext } from "../context.ts";
import { fetchedPhotos, type PlacedPhoto } from "./fetched-photos.ts";
import { takePhoto } from "./take-photo.ts";

/** Photos in work at once: enough to keep the render pool and the disk busy, few enough to hold in memory. */
const batchSize = 8;
/** A batch of a camera's largest photos takes several seconds: so long a bar may stand still. */
const stillMilliseconds = 1_000;

/**
 * Judges every photo that was given and tells each row its photos in order. What was recorded before is taken as it is, but
 * for the row it belongs to: a mended code may claim it. A name that nothing was given for means the photo
 * that the product has under it, and without one becomes a warning of its row.
 */
export async function readImportPhotos(
  context: WorkerContext,
  { id: importId, storeId, photosBlob, photosName }: Import,
  rows: readonly PhotoClaimant[],
): Promise<{ photosOf: Map<number, RowPhotos>; issues: Issue[] }> {
  const issues: Issue[] = [];
  let matches = matchPhotos(rows, []);
  if (photosBlob) {
    try {
      await withLocalCopy(context.blobs, photosBlob, async (path) => {
        const archive = photosName ?? undefined;
        const names: string[] = [];
        for await (const { name } of openPhotos(path, archive)) names.push(name);
        matches = matchPhotos(rows, names);
        await announceTotal(context, { importId, storeId, total: names.length });
        await takeAll(context, importId, openPhotos(path, archive), matches);
      });
    } catch (error) {
      if (!(error instanceof PhotoRefused)) throw error;
      issues.push(error.issue);
    }
  }
  const given = await takenPhotos(context, importId, matches);
  const addressed = await fetchedPhotos(context, importId, matches);
  const products = await productsOf(context, storeId, rows, { matches, placed: [...given, ...addressed.photos] });
  const kept = matches.missing.flatMap(({ sku, row, name, position }): PlacedPhoto[] => {
    const photo = findNamed(products.get(sku ?? "")?.photos ?? [], name);
    return photo ? [{ row, position, ...photo }] : [];
  });
  const photosOf = photosInOrder([...given, ...addressed.photos, ...kept]);
  for (const { row, sku, photoNames } of rows) {
    const product = products.get(sku ?? "");
    const said = photosOf.get(row);
    if (product && said) said.photos = mergePhotos(product, { names: photoNames, said: said.photos });
  }
  for (const { row, url, why } of addressed.failed) {
    const path = { row, field: "photos", photo: url };
    at(photosOf, row).issues.push(issue(why.code, path, { severity: "warning", params: why.params, raw: url }));
  }
  const known = new Set(kept.map(({ row, position }) => `${row} ${position}`));
  for (const { row, name, position } of matches.missing) {
    if (known.has(`${row} ${position}`)) continue;
    at(photosOf, row).issues.push(issue("photo.missing", { row, field: "photos" }, { severity: "warning", raw: name }));
  }
  return { photosOf, issues };
}

/** What the products have already that photos were given for, or that name photos which were not. */
async function productsOf(
  { database }: WorkerContext,
  storeId: string,
  rows: readonly PhotoClaimant[],
  { matches, placed }: { matches: PhotoMatches; placed: readonly PlacedPhoto[] },
): Promise<Map<string, ProductPhotos>> {
  const concerned = new Set([...matches.missing, ...placed].map(({ row }) => row));
  const codes = rows.flatMap(({ row, sku }) => (sku !== null && concerned.has(row) ? [sku] : []));
  return findProductPhotos(database, storeId, [...new Set(codes)]);
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

/** Of a batch that is not recorded yet. */
async function showDone({ database }: WorkerContext, importId: string, done: number): Promise<void> {
  await database.progress.update({
    where: { id_kind: { id: importId, kind: "photos" } },
    data: { done, updatedAt: new Date() },
  });
}

async function takeAll(
  context: WorkerContext,
  importId: string,
  files: AsyncIterable<PhotoFile>,
  matches: PhotoMatches,
): Promise<void> {
  const recorded = await context.database.importPhoto.findMany({ where: { importId } });
  const seen = new Set(recorded.map(({ ordinal }) => ordinal));
  const belongingOf = belongings(matches);
  await rematchPhotos(context.database, importId, moved(recorded, belongingOf));
  let ordinal = 0;
  let batch: Promise<JudgedPhoto>[] = [];
  let done = seen.size;
  let shownAt = Date.now();
  const judged = async (photo: Promise<JudgedPhoto>) => {
    const one = await photo;
    done += 1;
    if (Date.now() - shownAt > stillMilliseconds) {
      shownAt = Date.now();
      await showDone(context, importId, done);
    }
    return one;
  };
  const flush = async () => {
    const photos = await Promise.all(batch);
    batch = [];
    if (photos.length > 0) await recordPhotos(context.database, importId, photos);
    shownAt = Date.now();
  };
  for await (const file of files) {
    const place = ordinal++;
    if (seen.has(place)) continue;
    batch.push(judged(judgePhoto(context, file, place, belongingOf(file.name))));
    if (batch.length === batchSize) await flush();
  }
  await flush();
}

type Belonging = Pick<JudgedPhoto, "outcome" | "row" | "issues">;

/** Of each file by its name: the row it belongs to, or why to none. */
function belongings({ matches, ambiguous }: PhotoMatches): (fileName: string) => Belonging {
  const rowOf = new Map(matches.map(({ file, row }) => [file, row]));
  const claimsOf = new Map(ambiguous.map(({ file, rows }) => [file, rows]));
  return (photo) => {
    const row = rowOf.get(photo);
    if (row !== undefined) return { outcome: "matched", row, issues: [] };
    const rows = claimsOf.get(photo);
    const why = rows
      ? issue("photo.ambiguous", { photo }, { severity: "warning", params: { rows: rows.join(", ") } })
      : issue("photo.unmatched", { photo }, { severity: "warning" });
    return { outcome: "unmatched", row: null, issues: [why] };
  };
}

/** Photos that belong elsewhere than when they were recorded; what a person has put to a row stays there. */
function moved(recorded: readonly ImportPhoto[], belongingOf: (fileName: string) => Belonging) {
  return recorded.flatMap(({ ordinal, fileName, outcome, row, chosen }) => {
    if (chosen || outcome === "refused") return [];
    const now = belongingOf(fileName);
    return now.row === row && now.outcome === outcome ? [] : [{ ordinal, ...now }];
  });
}

async function judgePhoto(
  context: WorkerContext,
  file: PhotoFile,
  ordinal: number,
  belonging: Belonging,
): Promise<JudgedPhoto> {
  const photo = { ordinal, fileName: file.name };
  const taken = await takePhoto(context, file.name, () => file.read());
  if (taken.ok) return { ...photo, ...belonging, original: taken.original };
  return { ...photo, outcome: "refused", row: belonging.row, original: null, issues: [taken.issue] };
}

/** Behind every place that a cell, a file's name or a folder gives. */
const afterMatched = 1_000_000;

async function takenPhotos(
  { database }: WorkerContext,
  importId: string,
  { matches }: PhotoMatches,
): Promise<PlacedPhoto[]> {
  const given = await database.importPhoto.findMany({
    where: { importId, outcome: "matched" },
    select: { fileName: true, sha256: true, row: true, ordinal: true, chosen: true },
  });
  const positionOf = new Map(matches.map(({ file, row, position }) => [`${row} ${file}`, position]));
  return given.flatMap(({ fileName, sha256, row, ordinal, chosen }) => {
    if (sha256 === null || row === null) return [];
    const position = positionOf.get(`${row} ${fileName}`) ?? (chosen ? afterMatched + ordinal : null);
    return position === null ? [] : [{ row, position, sha256, fileName }];
  });
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
