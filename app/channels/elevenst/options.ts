import type { VariantFacts } from "#app/domain/product/product-facts.ts";

/** The mall gets one list of options, whatever the product has: 색상/크기. */
export function optionTitle(variants: readonly VariantFacts[]): string {
  return variants[0]?.options.map(({ name }) => name).join("/") ?? "";
}

/** 빨강/S */
export function optionValue({ options }: VariantFacts): string {
  return options.map(({ value }) => value).join("/");
}
