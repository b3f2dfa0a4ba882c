import type { PublishOrder } from "#app/channels/contract.ts";
import { detailHtml } from "#app/channels/detail-html.ts";
import { stockOf } from "#app/channels/general-rules.ts";

export function goodsOf(order: PublishOrder) {
  const { product, pictures, reference, binding } = order;
  const urls = order.detail.pictures.map(({ url }) => url);
  return {
    code: reference,
    name: product.name,
    category: binding.categoryCode,
    price: product.price,
    stock: stockOf(product),
    pictures: pictures.map(({ url }) => url),
    notice: Object.entries(product.notice).map(([label, value]) => ({ label, value: String(value) })),
    page: detailHtml(order, urls),
    shown: true,
  };
}
