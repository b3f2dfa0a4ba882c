import { Form, Link } from "@remix-run/react";
import { formatWon } from "#app/messages/format.ts";
import { listingWords } from "#app/messages/merchant.ts";
import { ownShopMessages as m } from "#app/messages/own-shop.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import type { OwnShopPage } from "./own-shop.tsx";
import { listingTones } from "./tones.ts";

/** What of the store's products stands in its own shop, and what else may. */
export function OwnShopProducts({ page: { mall, products, page, more, standing } }: { page: OwnShopPage }) {
  const t = useSentence();
  const address = (number: number) => `/merchant/shops/${mall}?page=${number}`;
  if (products.length === 0 && page === 0) {
    return (
      <EmptyState title={t(m.none)} body={t(m.noneBody)}>
        <ButtonLink to="/merchant/drafts/new" kind="main">
          {t(m.addProduct)}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <Form method="post" className="stack">
      <h2>{t(m.products)}</h2>
      <p className="soft">{t(m.productsLead)}</p>
      <ul className="told-list">
        {products.map((product) => (
          <ProductRow key={product.id} product={product} />
        ))}
      </ul>
      {more && <Link to={address(page + 1)}>{t(m.more)}</Link>}
      {page > 0 && <Link to={address(0)}>{t(m.first)}</Link>}
      <Button kind="main" full name="intent" value="sell">
        {t(m.sell)}
      </Button>
      <Button full name="intent" value="take-out">
        {t(m.takeOut)}
      </Button>
      {standing > 0 && (
        <Button full name="intent" value="compare">
          {t(m.compareNow)}
        </Button>
      )}
    </Form>
  );
}

function ProductRow({ product }: { product: OwnShopPage["products"][number] }) {
  const { id, name, price, photo, chosen, listing, issues } = product;
  const t = useSentence();
  const locale = useLocale();
  const wrong = issues.filter(({ severity }) => severity === "error").length;
  const there = listing !== null && (listing.wanted === "live" || listing.state !== "withdrawn");
  const preset = !there && chosen && wrong === 0;
  return (
    <li className="card own-shop-product">
      <label className="own-shop-tick">
        <input type="checkbox" name="productId" value={id} defaultChecked={preset} />
        <PhotoThumb src={photo} alt="" size={72} />
        <span>
          <strong>{name}</strong>
          <span className="soft">
            {formatWon(locale, price)}
            {chosen && ` · ${t(m.chosen)}`}
          </span>
        </span>
      </label>
      <p className="own-shop-state">
        {there ? (
          <Status tone={listingTones[listing.state]} word={t(listingWords[listing.state])} />
        ) : (
          <Status tone={wrong > 0 ? "waiting" : "quiet"} word={wrong > 0 ? t(m.fix, { count: wrong }) : t(m.ready)} />
        )}
        {listing?.state === "live" && listing.pageUrl && (
          <a href={listing.pageUrl} target="_blank" rel="noreferrer">
            {t(m.see)}
          </a>
        )}
        {wrong > 0 && <Link to={`/merchant/products/${id}#own-shops`}>{t(m.toFix)}</Link>}
      </p>
    </li>
  );
}
