import type { VariantFacts } from "../product/product-facts.ts";
import { readWhole, readWon, splitList } from "./cell.ts";

/** Every combination becomes a variant; more than this is a slip, and no mall takes it. */
const mostVariants = 1_000;
const mostStock = 99_999;
const largestDelta = 100_000_000;

interface Option {
  name: string;
  values: string[];
}

/** `색상=빨강,파랑; 크기=S,M` → every combination in that order, stock unknown; null when it cannot be read. */
export function readOptions(text: string): VariantFacts[] | null {
  const options: Option[] = [];
  for (const group of splitList(marks(text), /[;\n]/)) {
    const at = group.indexOf("=");
    if (at < 0) return null;
    const name = group.slice(0, at).trim();
    const values = group
      .slice(at + 1)
      .split(",")
      .map((value) => value.trim());
    if (name === "" || values.includes("") || values.some((value) => value.includes("="))) return null;
    if (new Set(values).size < values.length || options.some((one) => one.name === name)) return null;
    options.push({ name, values });
  }
  if (options.length === 0 || options.reduce((count, one) => count * one.values.length, 1) > mostVariants) return null;
  const variants = combine(options).map((chosen) => ({
    key: chosen.map(({ value }) => value).join("/"),
    options: chosen,
    priceDelta: 0,
    stock: null,
  }));
  // Values that hold a `/` themselves could make two combinations look alike.
  return new Set(variants.map(({ key }) => key)).size === variants.length ? variants : null;
}

function combine(options: Option[]): { name: string; value: string }[][] {
  return options.reduce<{ name: string; value: string }[][]>(
    (rows, { name, values }) => rows.flatMap((row) => values.map((value) => [...row, { name, value }])),
    [[]],
  );
}

/** `빨강/S=5; 빨강/M=3`: the variants with the stocks that are said; null when a part cannot be read. */
export function withStocks(variants: VariantFacts[], text: string): VariantFacts[] | null {
  const stocks = readByVariant(variants, text, (amount) => {
    const stock = readWhole(amount);
    return stock !== null && stock >= 0 && stock <= mostStock ? stock : null;
  });
  return stocks && variants.map((variant) => ({ ...variant, stock: stocks.get(variant.key) ?? variant.stock }));
}

/** `빨강/M=+1000`: the variants with what each costs more or less; null when a part cannot be read or costs nothing at all. */
export function withPriceDeltas(variants: VariantFacts[], text: string, price: number | null): VariantFacts[] | null {
  const deltas = readByVariant(variants, text, (amount) => {
    const delta = readWon(amount.replace(/^\+\s*(?=[\d₩\\])/, "").replace(/^\u2212/, "-"));
    const possible = delta !== null && Math.abs(delta) <= largestDelta && (price === null || price + delta > 0);
    return possible ? delta : null;
  });
  return deltas && variants.map((variant) => ({ ...variant, priceDelta: deltas.get(variant.key) ?? 0 }));
}

function readByVariant(
  variants: VariantFacts[],
  text: string,
  readAmount: (amount: string) => number | null,
): Map<string, number> | null {
  const keys = new Set(variants.map(({ key }) => key));
  const amounts = new Map<string, number>();
  for (const entry of splitList(marks(text), /[;\n]/)) {
    const at = entry.lastIndexOf("=");
    const key = entry.slice(0, Math.max(at, 0)).trim();
    const spelled = keys.has(key) ? key : key.replace(/\s*\/\s*/g, "/");
    const amount = readAmount(entry.slice(at + 1).trim());
    if (spelled === "" || !keys.has(spelled) || amounts.has(spelled) || amount === null) return null;
    amounts.set(spelled, amount);
  }
  return amounts.size > 0 ? amounts : null;
}

/** One composition of Hangul, and the marks of the grammar in their plain form; the words stay as they were written. */
function marks(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[；＝，／＋－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
