import { Link } from "@remix-run/react";
import { changeRequestMessages as m } from "#app/messages/change-requests.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** Products that a curator wants changed, each with the way to its requests. */
export function AskedChanges({ products }: { products: readonly { id: string; name: string }[] }) {
  const t = useSentence();
  if (products.length === 0) return null;
  return (
    <Notice tone="waiting" title={t(m.homeTitle)}>
      <ul>
        {products.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/merchant/products/${id}/requests`} className="button">
              {t(m.open, { name })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** One entry a product, in the order in which they were asked for. */
export function productsAsked(requests: readonly { productId: string; productName: string }[]) {
  return [...new Map(requests.map(({ productId, productName }) => [productId, productName]))].map(([id, name]) => ({
    id,
    name,
  }));
}
