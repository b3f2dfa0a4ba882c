import type { Issue } from "../issue/issue.ts";
import type { ProductFacts } from "./product-facts.ts";

/** What only one mall asks of the goods of one category. */
export interface MallQuestion {
  /** The mall's own name of it; its answer stands in `mallFields[mall][field]`. */
  field: string;
  /** A number has one of the units behind it. */
  kind: "text" | "number";
  /** The only answers it takes; empty: any. */
  values: string[];
  /** What an answer means, where the mall takes a number for it. */
  words?: Readonly<Record<string, string>>;
  units: string[];
  needed: boolean;
  /** One answer a group is enough. */
  group: string | null;
}

export interface AskedProduct {
  questions: (MallQuestion & {
    /** What the mall is told as things stand, from the product itself where nothing was answered; null: nothing. */
    said: string | null;
  })[];
  /** What is wrong with the answers or still missing. */
  issues: Issue[];
}

/** Pure: what a mall asks of this product, of what it asks of its category. */
export type AskMall = (product: ProductFacts, questions: readonly MallQuestion[]) => AskedProduct;
