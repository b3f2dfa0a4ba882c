import { Form } from "@remix-run/react";
import { mallOf } from "#app/domain/channel/channel-key.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { listingWords } from "#app/messages/merchant.ts";
import { ownShopMessages as m } from "#app/messages/own-shop.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { MendList } from "./mend-list.tsx";
import type { ProductPage } from "./product.tsx";
import { listingTones } from "./tones.ts";

/** Where the product stands in the merchant's own shops; nothing for whoever has connected none. */
export function ProductOwnShops({ page }: { page: ProductPage }) {
  const t = useSentence();
  if (page.ownShops.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="own-shops">
      <h2 id="own-shops">{t(m.title)}</h2>
      {page.ownShops.map((shop) => (
        <OwnShopCard key={shop.mall} shop={shop} page={page} />
      ))}
    </section>
  );
}

function OwnShopCard({ shop, page }: { shop: ProductPage["ownShops"][number]; page: ProductPage }) {
  const { mall, verdict, listing } = shop;
  const t = useSentence();
  const name = t(nameOfChannel(page.malls, mall));
  const there = listing !== null && listing.state !== "withdrawn";
  const issues = there ? listing.issues : shop.issues;
  const wrong = issues.filter(({ severity }) => severity === "error");
  return (
    <section className="card stack">
      <div className="mall-head">
        <h3>{name}</h3>
        {there ? (
          <Status tone={listingTones[listing.state]} word={t(listingWords[listing.state])} />
        ) : (
          <Status
            tone={verdict === "ready" ? "quiet" : "waiting"}
            word={verdict === "ready" ? t(m.ready) : t(m.fix, { count: wrong.length })}
          />
        )}
      </div>
      {listing?.state === "live" && listing.pageUrl && (
        <p>
          <a href={listing.pageUrl} className="button" target="_blank" rel="noreferrer">
            {t(m.see)}
          </a>
        </p>
      )}
      {listing?.isSlow && (
        <Notice tone="information" title={t(m.slow)}>
          <p>{t(m.slowBody)}</p>
        </Notice>
      )}
      {issues.length > 0 && listing?.state !== "live" && <MendList issues={issues} productId={page.product.id} />}
      {!there && verdict === "ready" && (
        <Form method="post" action={`/merchant/shops/${mallOf(mall)}`}>
          <input type="hidden" name="productId" value={page.product.id} />
          <Button full name="intent" value="sell">
            {t(m.sellOne)}
          </Button>
        </Form>
      )}
    </section>
  );
}
