import type { StoreFilter } from "#app/domain/store/list-stores.ts";

export type Choices = Omit<StoreFilter, "after">;

export const noChoice: Choices = {
  district: null,
  kind: null,
  market: null,
  category: null,
  open: false,
  visitable: false,
  designated: false,
  word: "",
  order: "name",
};

/** The address of a list of stores; `after` is what the page before told. */
export function storesAddress(choices: Choices, after: string | null = null): string {
  const { district, kind, market, category, open, visitable, designated, word, order } = choices;
  const query = new URLSearchParams({
    ...(word && { word }),
    ...(district && { district }),
    ...(kind && { kind }),
    ...(market && { market }),
    ...(category && { category }),
    ...(open && { open: "yes" }),
    ...(visitable && { visitable: "yes" }),
    ...(designated && { designated: "yes" }),
    ...(order !== "name" && { order }),
    ...(after && { after }),
  });
  return query.size > 0 ? `/stores?${query}` : "/stores";
}
