import type { ReactNode } from "react";

/** One line of a list of facts, `dl.facts`; `korean` where it is a store's own words, whatever language the page speaks. */
export function Fact({ word, korean = false, children }: { word: string; korean?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd lang={korean ? "ko" : undefined}>{children}</dd>
    </div>
  );
}
