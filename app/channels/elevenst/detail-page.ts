import type { ListingPicture } from "#app/channels/contract.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { charactersLost, toEucKr } from "#app/services/text/euc-kr.ts";
import type { NoticeItem } from "./notice.ts";

/**
 * The page under the pictures. The mall links its pictures for ever: only ours stand in it, whose addresses stay. It holds the
 * whole disclosure, also what is too long for the mall's own fields.
 */
export function detailPage(product: ProductFacts, pictures: readonly ListingPicture[], items: NoticeItem[]): string {
  const { name, description } = product;
  const text = description.replace(/<img\b[^>]*>/gi, "").trim() || `<p>${escapeHtml(name)}</p>`;
  const shown = pictures.map(({ url }) => `<p><img src="${escapeHtml(url)}" alt="${escapeHtml(name)}"></p>`);
  const rows = items
    .filter(({ label }) => label !== null)
    .map(({ label, value }) => `<tr><th>${escapeHtml(label ?? "")}</th><td>${escapeHtml(value)}</td></tr>`);
  return inEucKr([text, ...shown, `<table>${rows.join("")}</table>`].join("\n"));
}

/** A browser shows a letter by its number where the mall's encoding does not have it. */
function inEucKr(html: string): string {
  const lost = new Set(charactersLost(html));
  const numbered = [...html.normalize("NFC")].map((one) => (lost.has(one) ? `&#${one.codePointAt(0)};` : one));
  return toEucKr(numbered.join(""));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
