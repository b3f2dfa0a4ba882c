import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listHundred, listSeasonYears } from "#app/domain/season/list-hundred.ts";
import { say } from "#app/messages/sentence.ts";
import { hundredMessages as m, storeMessages } from "#app/messages/stores.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { allow } from "#app/web/allow.server.ts";
import { ChosenProduct } from "./chosen-product.tsx";
import { nameMalls } from "./name-malls.server.ts";
import { type PageCard, pageCard, sharedImage } from "./page-card.ts";
import styles from "./stores.css?url";
import { hundredData } from "./structured-data.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow("public", async ({ database, config, params, locale }) => {
  const asked = params.year === undefined ? undefined : Number(params.year);
  if (asked !== undefined && !(asked >= 2000 && asked < 3000)) throw new Response(null, { status: 404 });
  const [hundred, years] = await Promise.all([listHundred(database, asked), listSeasonYears(database)]);
  if (asked !== undefined && !hundred) throw new Response(null, { status: 404 });
  const first = hundred?.products.find(({ picture }) => picture);
  const shared = hundred?.card
    ? { card: hundred.card, alt: say(locale, m.card, { year: hundred.year, count: hundred.products.length }) }
    : first?.picture && { card: first.picture.card, alt: first.name };
  const card: PageCard = {
    locale,
    title: hundred ? say(locale, m.title, { year: hundred.year }) : say(locale, m.navigation),
    description: hundred ? say(locale, m.description, { year: hundred.year }) : say(locale, m.none),
    address: `${config.webUrl}/hundred${hundred ? `/${hundred.year}` : ""}`,
    image: sharedImage(config.webUrl, shared, shared?.alt ?? ""),
    data: hundred && hundredData(config.webUrl, hundred),
  };
  const others = years.filter((year) => year !== hundred?.year);
  return { hundred: hundred && { ...hundred, products: nameMalls(hundred.products, locale) }, others, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

export default function HundredPage() {
  const { hundred, others } = useLoaderData<typeof loader>();
  const t = useSentence();
  if (!hundred) {
    return (
      <Page title={t(m.navigation)}>
        <EmptyState title={t(m.noneTitle)} body={t(m.none)}>
          <ButtonLink to="/stores" kind="main">
            {t(storeMessages.title)}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const { year, places, products } = hundred;
  const count = products.length;
  return (
    <Page title={t(m.title, { year })} lead={t(m.lead)}>
      <section className="board" aria-labelledby="board-words">
        <p id="board-words">{count === places ? t(m.full, { places }) : t(m.taken, { count, places })}</p>
        <Board places={places} taken={new Map(products.map(({ place, name }) => [place, name]))} />
      </section>
      <ul className="chosens">
        {products.map((product, index) => (
          <ChosenProduct
            key={product.place}
            id={`place-${product.place}`}
            product={product}
            heading="h2"
            above={<span className="place">{product.place}</span>}
            below={<Link to={`/stores/${encodeURIComponent(product.store.slug)}`}>{product.store.name}</Link>}
            first={index < 3}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <p className="row">
          {others.map((other) => (
            <ButtonLink key={other} to={`/hundred/${other}`}>
              {t(m.title, { year: other })}
            </ButtonLink>
          ))}
        </p>
      )}
    </Page>
  );
}

/** Every place as a square; those that are taken lead to their product. */
function Board({ places, taken }: { places: number; taken: ReadonlyMap<number, string> }) {
  const t = useSentence();
  return (
    <ol className="places" aria-label={t(m.board)}>
      {Array.from({ length: places }, (_, index) => index + 1).map((place) => {
        const name = taken.get(place);
        return (
          <li key={place} aria-hidden={name === undefined || undefined}>
            {name === undefined ? (
              place
            ) : (
              <a href={`#place-${place}`} title={name}>
                {place}
                <span className="visually-hidden"> {name}</span>
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
