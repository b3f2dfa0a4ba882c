import type { ProductStage } from "#app/domain/product/stages.ts";

/** What of the own products is shown. */
export interface ListPlace {
  stage?: ProductStage | undefined;
  /** What is looked for; empty: everything. */
  word: string;
  /** The last product of the page before. */
  after?: string | undefined;
}

export function listPath({ stage, word, after }: ListPlace): string {
  const query = new URLSearchParams({ ...(word && { word }), ...(stage && { stage }), ...(after && { after }) });
  return query.size > 0 ? `/merchant?${query}` : "/merchant";
}
