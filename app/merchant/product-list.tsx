import { Link } from "@remix-run/react";
import type { ListedProduct } from "#app/domain/product/list-products.ts";
import type { ReserveStanding } from "#app/domain/product/reserve-standing.ts";
import { formatWon } from "#app/messages/format.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { listingWords, merchantMessages as m, stageWords, stepWords } from "#app/messages/merchant.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { MendList } from "./mend-list.tsx";
import { listingTones, stageTones } from "./tones.ts";

export interface ShownProduct extends Omit<ListedProduct, "photo"> {
  /** Path of a small picture. */
  photo: string | null;
}

interface ListProps {
  products: ShownProduct[];
  malls: Record<string, Sentence>;
}

export function ProductList({ products, malls }: ListProps) {
  return (
    <ul className="products">
      {products.map((product) => (
        <li key={product.id} className="card product">
          <Product product={product} malls={malls} />
        </li>
      ))}
    </ul>
  );
}

function Product({ product, malls }: { product: ShownProduct; malls: ListProps["malls"] }) {
  const t = useSentence();
  const locale = useLocale();
  const { id, name, price, photo, stage, reserve, listings } = product;
  const wordOf = ({ rank, over }: ReserveStanding) => (over ? t(stepWords.notChosen) : t(m.onReserve, { rank }));
  return (
    <>
      <div className="product-photo">
        <PhotoThumb src={photo} alt={name} />
      </div>
      <div className="product-words">
        <h3>
          <Link to={`/merchant/products/${id}`} className="product-link">
            {name}
          </Link>
        </h3>
        <p>
          <strong>{formatWon(locale, price)}</strong>
          <span className="soft product-sku">{product.sku}</span>
        </p>
        <p>
          <Status
            tone={stageTones[stage]}
            word={reserve && stage === "judging" ? wordOf(reserve) : t(stageWords[stage])}
          />
        </p>
      </div>
      {listings.length > 0 && (
        <ul className="product-malls">
          {listings.map(({ mall, state, pageUrl, issues }) => {
            const mallName = t(nameOfChannel(malls, mall));
            const [first] = issues.filter(({ severity }) => severity === "error");
            return (
              <li key={mall}>
                <span className="mall-name">{mallName}</span>
                <Status tone={listingTones[state]} word={t(listingWords[state])} />
                {state === "live" && pageUrl && (
                  <a href={pageUrl} className="text-link" target="_blank" rel="noreferrer">
                    {t(m.seeAtMall, { mall: mallName })}
                  </a>
                )}
                {state !== "live" && first && (
                  <div className="mall-why">
                    <MendList issues={[first]} productId={id} />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
