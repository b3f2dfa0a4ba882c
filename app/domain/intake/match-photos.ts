import { isSystemFile } from "#app/services/archives/system-file.ts";
import { comparableName, nameOfPath } from "./photo-names.ts";

export interface PhotoClaimant {
  row: number;
  /** Null when the code could not be read. */
  sku: string | null;
  /** File names and addresses of the photos cell, in its order. */
  photoNames: string[];
}

export interface PhotoMatches {
  /** `position` orders the photos of a row, the first being the main one; numbers may be missing in between. */
  matches: { file: string; row: number; position: number }[];
  /** Files that belong to no row, or to more than one (those are in `ambiguous` too). */
  unmatched: string[];
  ambiguous: { file: string; rows: number[] }[];
  /** Named in a cell but not given; positions count among those of `matches`. A double claims no place. */
  missing: { row: number; name: string; position: number; sku: string | null }[];
  /** To be fetched; positions count among those of `matches`. */
  addresses: { row: number; url: string; position: number }[];
}

interface Given {
  file: string;
  /** As compared: NFC, lower case, `/`, `.jpg` for `.jpeg`. */
  path: string;
  base: string;
}

interface Claim {
  row: number;
  /** Sorts the photos of one row: place in the cell first, then `<sku>`, `<sku>_1`, …, then files of the folder. */
  order: number;
}

/**
 * Which photo belongs to which row: by the name in its cell, else by the code in the file's or a folder's name.
 *
 * Rows that were refused are to be given too: a photo that carries a refused row's code was not sent in vain, the person will mend
 * the row and should not be told that the photo belongs to nothing. Of rows with one code only the first counts:
 * the later ones were refused as its doubles.
 */
export function matchPhotos(rows: readonly PhotoClaimant[], files: readonly string[]): PhotoMatches {
  const claimants = firstOfEachCode(rows);
  const given = files.filter((file) => !isSystemFile(file)).map(asGiven);
  const claims = new Map<Given, Claim[]>(given.map((one) => [one, []]));
  const { missing, addresses } = claimByCell(rows, new Set(claimants), given, claims);
  const codes = new CodeIndex(claimants);
  for (const [one, found] of claims) if (found.length === 0) found.push(...codes.claim(one));

  const result: PhotoMatches = { matches: [], unmatched: [], ambiguous: [], missing, addresses };
  const byRow = new Map<number, { file: string; path: string; order: number }[]>();
  for (const [{ file, path }, found] of claims) {
    const claimed = [...new Set(found.map(({ row }) => row))];
    const [row] = claimed;
    if (row === undefined || claimed.length > 1) {
      result.unmatched.push(file);
      if (claimed.length > 1) result.ambiguous.push({ file, rows: claimed.sort((one, other) => one - other) });
    } else {
      add(byRow, row, { file, path, order: Math.min(...found.map(({ order }) => order)) });
    }
  }
  const cellLengths = new Map(claimants.map(({ row, photoNames }) => [row, photoNames.length]));
  for (const [row, photos] of byRow) result.matches.push(...positions(row, photos, cellLengths.get(row) ?? 0));
  return result;
}

function isPhotoAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

function firstOfEachCode(rows: readonly PhotoClaimant[]): PhotoClaimant[] {
  const codes = new Set<string>();
  return rows.filter(({ sku }) => {
    if (sku === null) return true;
    const first = !codes.has(sku);
    codes.add(sku);
    return first;
  });
}

function asGiven(file: string): Given {
  const path = comparableName(file);
  return { file, path, base: nameOfPath(path) };
}

/** Doubles claim nothing, but what they name and was not given is missing all the same. */
function claimByCell(
  rows: readonly PhotoClaimant[],
  claimants: ReadonlySet<PhotoClaimant>,
  given: Given[],
  claims: Map<Given, Claim[]>,
) {
  const missing: PhotoMatches["missing"] = [];
  const addresses: PhotoMatches["addresses"] = [];
  const byBase = new Map<string, Given[]>();
  for (const one of given) add(byBase, one.base, one);
  for (const claimant of rows) {
    const { row, sku, photoNames } = claimant;
    const claiming = claimants.has(claimant);
    for (const [order, name] of photoNames.entries()) {
      if (isPhotoAddress(name)) {
        if (claiming) addresses.push({ row, url: name, position: order });
        continue;
      }
      const named = closest(name, sku, byBase.get(nameOfPath(comparableName(name))) ?? []);
      if (named.length === 0) missing.push({ row, name, position: order, sku: claiming ? sku : null });
      if (claiming) for (const one of named) claims.get(one)?.push({ row, order });
    }
  }
  return { missing, addresses };
}

/** Of the files with that name those nearest to what the cell says: the same path, else the row's own folder, else any folder. */
function closest(name: string, sku: string | null, candidates: Given[]): Given[] {
  const path = comparableName(name);
  const folder = sku === null ? null : comparableName(sku);
  const tests: ((one: Given) => boolean)[] = [
    (one) => one.file.normalize("NFC") === name.normalize("NFC"),
    (one) => one.path === path,
    (one) => one.path.endsWith(`/${path}`) && folder !== null && one.path.split("/").slice(0, -1).includes(folder),
    (one) => one.path.endsWith(`/${path}`),
    () => true,
  ];
  for (const test of tests) {
    const found = candidates.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

const afterCell = 1_000_000;
const inFolder = 2_000_000;

/** Rows by their code, whatever the case; codes that differ in case only are told apart by the exact spelling. */
class CodeIndex {
  private readonly rows = new Map<string, { row: number; sku: string }[]>();

  constructor(claimants: PhotoClaimant[]) {
    for (const { row, sku } of claimants) {
      if (sku !== null) add(this.rows, lower(sku), { row, sku });
    }
  }

  claim({ file }: Given): Claim[] {
    const folders = file.normalize("NFC").split(/[\\/]/);
    const stem = (folders.pop() ?? "").replace(/\.[^.]*$/, "");
    const numbered = /^(.+)[_-](\d{1,6})$/.exec(stem);
    const whole = this.find(stem).map((row) => ({ row, order: afterCell }));
    // `A-1.jpg` is the main photo of A-1 where that code exists, else the first further photo of A.
    const further =
      whole.length > 0 || !numbered?.[1]
        ? []
        : this.find(numbered[1]).map((row) => ({ row, order: afterCell + 1 + Number(numbered[2]) }));
    const inside = folders.flatMap((folder) => this.find(folder)).map((row) => ({ row, order: inFolder }));
    return [...whole, ...further, ...inside];
  }

  private find(name: string): number[] {
    const found = this.rows.get(lower(name)) ?? [];
    const exact = found.filter(({ sku }) => sku === name);
    return (exact.length > 0 ? exact : found).map(({ row }) => row);
  }
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function lower(code: string): string {
  return code.normalize("NFC").toLowerCase();
}

const byName = new Intl.Collator("ko", { numeric: true });

/** Photos of the cell keep its places, the others follow: by their number, then by name as people count (2 before 10). */
function positions(row: number, photos: { file: string; path: string; order: number }[], cellLength: number) {
  const sorted = photos.toSorted((one, other) => one.order - other.order || byName.compare(one.path, other.path));
  let next = cellLength;
  return sorted.map(({ file, order }) => ({ file, row, position: order < afterCell ? order : next++ }));
}
