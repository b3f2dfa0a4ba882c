import { type Issue, issue } from "../issue/issue.ts";
import { findPhotoFlaws, type PhotoFlaw } from "../picture/photo-measures.ts";
import { descriptionWords } from "./description-text.ts";
import { findForbiddenWords } from "./forbidden-words.ts";
import { usualPrices } from "./price-range.ts";
import type { ProductFacts } from "./product-facts.ts";

/** What of a product's neighbourhood a hint may need. */
export interface Surroundings {
  /** Won, of the store's other products of the same category. */
  otherPrices: readonly number[];
}

/** Warnings only. A later hint is one more function in `hintRules`. */
type HintRule = (product: ProductFacts, surroundings: Surroundings) => Issue[];

const wanted = {
  photos: 3,
  /** Pixels: what the malls show is a square of 1,000. */
  photoSide: 1_000,
  /** Characters of text besides spaces. */
  description: 60,
} as const;

export const hintRules: readonly HintRule[] = [
  hintPhotoCount,
  hintPhotoSize,
  hintPhotoFlaws,
  hintDescription,
  hintPrice,
  findForbiddenWords,
];

export function findHints(product: ProductFacts, surroundings: Surroundings): Issue[] {
  return hintRules.flatMap((rule) => rule(product, surroundings));
}

/** None at all is what every mall refuses. */
function hintPhotoCount({ photos }: ProductFacts): Issue[] {
  const few = photos.length > 0 && photos.length < wanted.photos;
  return few ? [hint("hint.photos_few", "photos", { count: photos.length, wanted: wanted.photos })] : [];
}

function hintPhotoSize({ photos }: ProductFacts): Issue[] {
  const sides = photos.map(({ width, height }) => Math.min(width, height)).filter((side) => side < wanted.photoSide);
  if (sides.length === 0) return [];
  return [
    hint("hint.photos_small", "photos", { count: sides.length, side: Math.min(...sides), wanted: wanted.photoSide }),
  ];
}

/** One hint a flaw, of the first photo that has it. */
function hintPhotoFlaws({ photos }: ProductFacts): Issue[] {
  const found = new Map<PhotoFlaw, { number: number; sha256: string }>();
  for (const [index, { measures, sha256, edits }] of photos.entries()) {
    for (const flaw of measures ? findPhotoFlaws(measures, edits) : []) {
      if (!found.has(flaw)) found.set(flaw, { number: index + 1, sha256 });
    }
  }
  return [...found].map(([flaw, { number, sha256 }]) =>
    issue(`hint.photo_${flaw}`, { field: "photos", photo: sha256 }, { severity: "warning", params: { number } }),
  );
}

function hintDescription({ description }: ProductFacts): Issue[] {
  if (/<img\b/i.test(description)) return [];
  const count = [...descriptionWords(description).replace(/\s/g, "")].length;
  return count < wanted.description
    ? [hint("hint.description_short", "description", { count, wanted: wanted.description })]
    : [];
}

function hintPrice({ price }: ProductFacts, { otherPrices }: Surroundings): Issue[] {
  const usual = usualPrices(otherPrices);
  if (!usual || (price >= usual.lowest && price <= usual.highest)) return [];
  const { count, median, lowest, highest } = usual;
  return [hint("hint.price_far", "price", { price, count, median, lowest, highest })];
}

function hint(code: Issue["code"], field: string, params: Issue["params"]): Issue {
  return issue(code, { field }, { severity: "warning", params });
}
