import { cleanDescription } from "../intake/clean-description.ts";

const marks: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** A cleaned description as plain lines; null when it holds what a text field would destroy. */
export function descriptionText(html: string): string | null {
  if (/<(?!br \/>)/.test(html)) return null;
  const text = html.replaceAll("<br />", "\n").replace(/&(?:amp|lt|gt|quot);/g, (mark) => marks[mark] ?? mark);
  return cleanDescription(text).html === html ? text : null;
}

/** The words a reader sees in a cleaned description, in one line. */
export function descriptionWords(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot);/g, (mark) => marks[mark] ?? mark)
    .replace(/\s+/g, " ")
    .trim();
}

/** The paragraphs a reader sees in a cleaned description. */
export function descriptionParagraphs(html: string): string[] {
  return html
    .replace(/<li\b[^>]*>/g, "\n· ")
    .replace(/<br \/>|<\/?(?:p|div|h[1-6]|ul|ol|li|tr|table|blockquote)\b[^>]*>/g, "\n")
    .split("\n")
    .map(descriptionWords)
    .filter((line) => line !== "" && line !== "·");
}
