import { pageHtml, slicesHtml } from "#app/domain/detail-page/page-html.ts";
import type { PublishOrder } from "./contract.ts";

/** The detail page as HTML; `urls` are the addresses of the detail's pictures as the mall knows them. */
export function detailHtml(
  { product, detail }: Pick<PublishOrder, "product" | "detail">,
  urls: readonly string[],
): string {
  return detail.blocks.length > 0 ? pageHtml(detail.blocks, urls) : slicesHtml(urls, product.name);
}
