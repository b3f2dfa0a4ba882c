import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { highlight } from "#app/domain/search/highlight.ts";
import { findProducts, type ProductFilter, readProductFilter } from "#app/domain/season/find-products.ts";
import { say } from "#app/messages/sentence.ts";
import { productListMessages as m, storeMessages } from "#app/messages/stores.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { allow } from "#app/web/allow.server.ts";
import { ChosenProduct } from "./chosen-product.tsx";
import { FoundList } from "./found-list.tsx";
import { nameMalls } from "./name-malls.server.ts";
import { type PageCard, pageCard, sharedImage } from "./page-card.ts";
import { SearchField } from "./search-field.tsx";
import styles from "./stores.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow("public", async ({ database, search, config, url, locale }) => {
  const filter = readProductFilter(url.searchParams);
  const list = await findProducts(database, search, filter);
  const shown = list.products.find(({ picture }) => picture);
  const card: PageCard = {
    locale,
    title: say(locale, m.title),
    description: say(locale, m.description),
    address: `${config.webUrl}${addressOf(filter, filter.after ? url.searchParams.get("after") : null)}`,
    image: sharedImage(config.webUrl, shown?.picture, shown?.name ?? ""),
  };
  const asked = list.meant ?? filter.word;
  const products = nameMalls(list.products, locale).map((one) => ({ ...one, pieces: highlight(one.name, asked) }));
  return { filter, list: { ...list, products }, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

export default function Products() {
  const { filter, list } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <Page title={t(m.title)} lead={t(m.lead)}>
      <search>
        <form method="get" action="/products" className="filter card" aria-label={t(m.filter)}>
          <SearchField label={t(storeMessages.word)} word={filter.word} />
          <FieldFrame label={t(storeMessages.category)}>
            {(control) => (
              <select {...control} name="category" defaultValue={filter.category ?? ""}>
                <option value="">{t(storeMessages.everyCategory)}</option>
                {list.categories.map(({ key, name, count }) => (
                  <option key={key} value={key}>
                    {list.counted ? t(storeMessages.choice, { name, count }) : name}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
          <FieldFrame label={t(storeMessages.order)}>
            {(control) => (
              <select {...control} name="order" defaultValue={filter.order}>
                <option value="name">{t(storeMessages.byName)}</option>
                <option value="cheapest">{t(m.cheapestFirst)}</option>
              </select>
            )}
          </FieldFrame>
          <Button kind="main">{t(storeMessages.find)}</Button>
        </form>
      </search>
      <FoundList
        list={list}
        words={m}
        filter={filter}
        narrowed={filter.word !== "" || filter.category !== null}
        all="/products"
        pageAfter={(after) => addressOf(filter, after)}
        asking={(word) => addressOf({ ...filter, word })}
      >
        {list.products.length > 0 ? (
          <ul className="chosens">
            {list.products.map((product, index) => (
              <ChosenProduct
                key={`${product.year} ${product.place}`}
                product={product}
                pieces={product.pieces}
                heading="h2"
                above={t(storeMessages.placeOf, { year: product.year, place: product.place })}
                below={<Link to={`/stores/${encodeURIComponent(product.store.slug)}`}>{product.store.name}</Link>}
                first={index < 3}
              />
            ))}
          </ul>
        ) : null}
      </FoundList>
    </Page>
  );
}

function addressOf({ word, category, order }: Omit<ProductFilter, "after">, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(word && { word }),
    ...(category && { category }),
    ...(order !== "name" && { order }),
    ...(after && { after }),
  });
  return query.size > 0 ? `/products?${query}` : "/products";
}
