import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { descriptionWords } from "#app/domain/product/description-text.ts";
import { listPublished } from "#app/domain/promotion/list-published.ts";
import { type ChosenProductPage, findChosenProduct } from "#app/domain/season/find-chosen-product.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { formatDisclosed, formatWon } from "#app/messages/format.ts";
import { productPageMessages as m } from "#app/messages/product-page.ts";
import { say } from "#app/messages/sentence.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { productListMessages, storeMessages } from "#app/messages/stores.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { Fact } from "#app/ui/plain/fact.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";
import { allow } from "#app/web/allow.server.ts";
import { MallLinks } from "./mall-links.tsx";
import { nameMalls } from "./name-malls.server.ts";
import { type PageCard, pageCard, sharedImage, shortened } from "./page-card.ts";
import { PublishedPromotions } from "./published-promotions.tsx";
import styles from "./stores.css?url";
import { chosenProductData } from "./structured-data.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow("public", async ({ database, config, params, locale }) => {
  const found = await findChosenProduct(database, params.id ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { id, name, year, place, picture } = found;
  const promotions = await listPublished(database, { productId: id });
  const words = { name, year, place, store: found.store.name, price: formatWon(locale, found.price) };
  const card: PageCard = {
    locale,
    title: `${name} · ${found.store.name}`,
    description: shortened(`${say(locale, m.description, words)} ${descriptionWords(found.description)}`),
    address: `${config.webUrl}/products/${id}`,
    image: sharedImage(config.webUrl, picture, name),
    data: chosenProductData(config.webUrl, found),
  };
  const [product = found] = nameMalls([found], locale);
  const notice = found.notice.map(({ key, labelKo, value }) => ({
    key,
    label: locale === "ko" ? labelKo : fieldLabel(locale, `notice.${key}`),
    value: typeof value === "boolean" ? say(locale, value ? m.yes : m.no) : formatDisclosed(locale, value),
  }));
  return { product, notice, promotions, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

export default function ProductPage() {
  const { product, notice, promotions } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  const { name, year, place, store, description, pictures } = product;
  const price = formatWon(locale, product.price);
  return (
    <article className="page store">
      <header className="store-head">
        <WebPicture
          picture={pictures[0] ?? null}
          alt={name}
          sizes="(min-width: 900px) 620px, 100vw"
          fit="whole"
          first
        />
        <div className="stack">
          <div className="store-name">
            <p className="shop-kind">
              <Link to={`/hundred/${year}#place-${place}`}>{t(storeMessages.placeOf, { year, place })}</Link>
            </p>
            <h1 lang="ko">{name}</h1>
            <p>
              <Link to={`/stores/${encodeURIComponent(store.slug)}`}>{store.name}</Link>{" "}
              <span className="soft">{[t(storeKindWords[store.kind]), store.district[locale]].join(" · ")}</span>
            </p>
            <p className="price price-large">{product.from ? t(storeMessages.priceFrom, { price }) : price}</p>
          </div>
          <section className="stack" aria-label={t(m.buy)}>
            <MallLinks product={product} />
          </section>
          <Facts product={product} />
        </div>
      </header>
      {description && (
        <section className="story">
          <h2>{t(m.story)}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: descriptions are sanitised before they are stored */}
          <div lang="ko" className="stack" dangerouslySetInnerHTML={{ __html: description }} />
        </section>
      )}
      {pictures.length > 1 && (
        <section className="stack">
          <h2>{t(m.pictures)}</h2>
          <ul className="chosens">
            {pictures.slice(1).map((picture, index) => (
              <li key={picture.sources[0]?.path} className="stack">
                <WebPicture
                  picture={picture}
                  alt={picture.caption || t(m.picture, { name, number: index + 2 })}
                  sizes="(min-width: 1000px) 350px, (min-width: 640px) 50vw, 100vw"
                  fit="whole"
                  card
                />
                {picture.caption && <p className="soft">{picture.caption}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <PublishedPromotions promotions={promotions} />
      {notice.length > 0 && (
        <section className="seller">
          <h2>{t(m.notice)}</h2>
          <dl className="told">
            {notice.map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd lang="ko">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="row">
        <ButtonLink to={`/stores/${encodeURIComponent(store.slug)}`} kind="main">
          {t(m.toStore)}
        </ButtonLink>
        <ButtonLink to={`/hundred/${year}`}>{t(m.ofYear, { year })}</ButtonLink>
        <ButtonLink to="/products">{t(productListMessages.navigation)}</ButtonLink>
      </p>
    </article>
  );
}

function Facts({ product }: { product: ChosenProductPage }) {
  const t = useSentence();
  const locale = useLocale();
  const { variants, shippingFee, kcNumber } = product;
  return (
    <dl className="facts">
      <Fact word={t(m.origin)}>
        <span lang="ko">{product.origin.text}</span>
      </Fact>
      <Fact word={t(m.maker)}>
        <span lang="ko">{product.maker}</span>
      </Fact>
      <Fact word={t(m.category)}>
        <span lang="ko">{product.category}</span>
      </Fact>
      <Fact word={t(m.shipping)}>{shippingFee === 0 ? t(m.free) : formatWon(locale, shippingFee)}</Fact>
      {kcNumber && <Fact word={t(m.kc)}>{kcNumber}</Fact>}
      {variants.length > 1 && (
        <Fact word={t(m.options)}>
          <ul lang="ko">
            {variants.map(({ key, price }) => (
              <li key={key}>{t(m.option, { name: key, price: formatWon(locale, price) })}</li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}
