import type { PublishOrder } from "#app/channels/contract.ts";
import { detailHtml } from "#app/channels/detail-html.ts";
import { charactersLost, toEucKr } from "#app/services/text/euc-kr.ts";

/**
 * The page under the pictures. The mall links its pictures for ever: only ours stand in it, whose addresses stay. It holds the
 * whole disclosure, also what is too long for the mall's own fields.
 */
export function detailPage(order: Pick<PublishOrder, "product" | "detail">): string {
  return inEucKr(
    detailHtml(
      order,
      order.detail.pictures.map(({ url }) => url),
    ),
  );
}

/** A browser shows a letter by its number where the mall's encoding does not have it. */
function inEucKr(html: string): string {
  const lost = new Set(charactersLost(html));
  const numbered = [...html.normalize("NFC")].map((one) => (lost.has(one) ? `&#${one.codePointAt(0)};` : one));
  return toEucKr(numbered.join(""));
}
