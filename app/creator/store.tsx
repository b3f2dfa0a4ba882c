import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatPhone, parsePhone } from "#app/domain/account/phone.ts";
import { listPublished } from "#app/domain/promotion/list-published.ts";
import { formatBusinessNumber } from "#app/domain/store/business-number.ts";
import { findStore } from "#app/domain/store/find-store.ts";
import { isOpenAt, minuteOfWeek } from "#app/domain/store/opening-hours.ts";
import { formatDate } from "#app/messages/format.ts";
import { say } from "#app/messages/sentence.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { Fact } from "#app/ui/plain/fact.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";
import { allow } from "#app/web/allow.server.ts";
import { DesignationBadge } from "./badges.tsx";
import { ChosenProduct } from "./chosen-product.tsx";
import { nameMalls } from "./name-malls.server.ts";
import { type PageCard, pageCard, sharedImage, shortened } from "./page-card.ts";
import { PublishedPromotions } from "./published-promotions.tsx";
import styles from "./stores.css?url";
import { storeData } from "./structured-data.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow("public", async ({ database, config, params, locale }) => {
  const now = new Date();
  const store = await findStore(database, params.slug ?? "", now);
  if (!store) throw new Response(null, { status: 404 });
  const { name, story, picture } = store;
  const kind = say(locale, storeKindWords[store.kind]);
  const card: PageCard = {
    locale,
    title: name,
    description: shortened(say(locale, m.storeDescription, { name, kind, story, district: store.district[locale] })),
    address: `${config.webUrl}/stores/${encodeURIComponent(store.slug)}`,
    image: sharedImage(config.webUrl, picture, name),
    data: storeData(config.webUrl, store),
  };
  const years = store.foundedYear === null ? 0 : yearInSeoul(now) - store.foundedYear;
  const open = store.openingHours && isOpenAt(store.openingHours, minuteOfWeek(now));
  const promotions = await listPublished(database, { storeSlug: store.slug });
  return { open, store: { ...store, products: nameMalls(store.products, locale) }, promotions, years, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

export default function StorePage() {
  const { store, open, promotions, years } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  const { foundedYear, designation } = store;
  return (
    <article className="page store">
      <header className="store-head">
        <WebPicture
          picture={store.picture}
          alt={store.name}
          sizes="(min-width: 900px) 620px, 100vw"
          fit="filled"
          first
        />
        <div className="stack">
          <div className="store-name">
            <p className="shop-kind">
              {[t(storeKindWords[store.kind]), store.district[locale], store.market].filter(Boolean).join(" · ")}
            </p>
            <h1 lang="ko">{store.name}</h1>
            {foundedYear !== null && (
              <p className="soft">
                {years > 0 ? t(m.history, { year: foundedYear, years }) : t(m.since, { year: foundedYear })}
              </p>
            )}
          </div>
          {designation && (
            <p className="designation">
              <DesignationBadge />
              <span className="soft">
                {t(m.designatedUntil, {
                  number: designation.number,
                  date: formatDate(locale, designation.validTo),
                })}
              </span>
            </p>
          )}
          <dl className="facts">
            {store.hours && (
              <Fact word={t(m.hours)}>
                <span lang="ko">{store.hours}</span>
                {open !== null && (
                  <>
                    <br />
                    <span className={open ? "open-now" : "soft"}>{t(open ? m.isOpen : m.isClosed)}</span>
                  </>
                )}
              </Fact>
            )}
            <Fact word={t(m.way)}>
              <span lang="ko">{store.address}</span> <span className="soft">({store.postcode})</span>
              {store.visitable && (
                <>
                  <br />
                  <a href={`https://map.naver.com/p/search/${encodeURIComponent(store.address)}`} rel="noopener">
                    {t(m.onMap)}
                  </a>
                </>
              )}
            </Fact>
            <Fact word={t(m.visit)}>{t(store.visitable ? m.visitable : m.notVisitable)}</Fact>
          </dl>
        </div>
      </header>
      {store.story && (
        <section className="story">
          <h2>{t(m.story)}</h2>
          {store.story.split(/\n+/).map((paragraph) => (
            <p key={paragraph} lang="ko">
              {paragraph}
            </p>
          ))}
        </section>
      )}
      <section className="stack">
        <h2>{t(m.chosen)}</h2>
        {store.products.length > 0 ? (
          <ul className="chosens">
            {store.products.map((product) => (
              <ChosenProduct
                key={`${product.year} ${product.place}`}
                product={product}
                heading="h3"
                above={t(m.placeOf, { year: product.year, place: product.place })}
              />
            ))}
          </ul>
        ) : (
          <p className="soft">{t(m.noneChosen)}</p>
        )}
      </section>
      <PublishedPromotions promotions={promotions} />
      <footer className="seller">
        <h2>{t(m.seller)}</h2>
        <dl>
          <Fact word={t(m.sellerName)}>{store.name}</Fact>
          <Fact word={t(m.businessNumber)}>{formatBusinessNumber(store.businessNumber)}</Fact>
          {store.mailOrderNumber && <Fact word={t(m.mailOrderNumber)}>{store.mailOrderNumber}</Fact>}
          <Fact word={t(m.phone)}>{formatPhone(parsePhone(store.phone) ?? store.phone)}</Fact>
        </dl>
      </footer>
      <p>
        <ButtonLink to="/stores">{t(m.allStores)}</ButtonLink>
      </p>
    </article>
  );
}

function yearInSeoul(now: Date): number {
  return Number(now.toLocaleString("en", { year: "numeric", timeZone: "Asia/Seoul" }));
}
