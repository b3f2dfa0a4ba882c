import type { Mall } from "./contract.ts";

/** A product's name as one mall would show it, and what would not fit. */
export interface ShownTitle {
  shown: string;
  cut: string;
}

export function shownTitle({ spec: { title } }: Pick<Mall, "spec">, name: string): ShownTitle {
  if (title === null || title.count(name) <= title.maximum) return { shown: name, cut: "" };
  const characters = [...name];
  let fits = characters.length;
  while (fits > 0 && title.count(characters.slice(0, fits).join("")) > title.maximum) fits -= 1;
  return { shown: characters.slice(0, fits).join(""), cut: characters.slice(fits).join("") };
}
