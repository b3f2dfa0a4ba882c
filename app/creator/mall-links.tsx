import type { SelectedProduct } from "#app/domain/season/selected-product.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

/** Where a chosen product can be bought now; `mall` is the mall's name in the page's language. */
export function MallLinks({ product: { name, links } }: { product: Pick<SelectedProduct, "name" | "links"> }) {
  const t = useSentence();
  if (links.length === 0) return <p className="soft">{t(m.notYetOnSale)}</p>;
  return (
    <ul className="malls">
      {links.map(({ mall, url }) => (
        <li key={url}>
          <a href={url} rel="noopener">
            {t(m.buyAt, { mall })}
            <span className="visually-hidden">: {name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
