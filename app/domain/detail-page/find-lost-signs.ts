import { unsettable } from "#app/services/fonts/page-fonts.ts";
import { type Issue, issue } from "../issue/issue.ts";
import type { PageBlock } from "./build-page.ts";

/** Signs told of at once; a page in a script that we have no type for has hundreds. */
const mostSigns = 12;

/** What a drawn page leaves out because no type of ours has it; none where it is whole. */
export function findLostSigns(blocks: readonly PageBlock[]): Issue[] {
  const signs = unsettable(blocks.flatMap(wordsOf).join("\n"));
  if (signs.length === 0) return [];
  const shown = signs.slice(0, mostSigns).join(" ") + (signs.length > mostSigns ? " …" : "");
  return [issue("detail.signs_lost", {}, { severity: "warning", params: { signs: shown, count: signs.length } })];
}

function wordsOf(block: PageBlock): string[] {
  switch (block.kind) {
    case "title":
      return [block.text, block.store, ...block.about, block.badge ?? ""];
    case "heading":
    case "lead":
    case "paragraph":
      return [block.text];
    case "description":
      return block.paragraphs;
    case "photo":
      return [block.caption];
    case "facts":
      return block.rows.flatMap(({ label, value }) => [label, value]);
  }
}
