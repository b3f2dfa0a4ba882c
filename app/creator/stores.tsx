import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { highlight, type NamePiece } from "#app/domain/search/highlight.ts";
import { listStores, readStoreFilter, type StoreCard } from "#app/domain/store/list-stores.ts";
import { say } from "#app/messages/sentence.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";
import { allow } from "#app/web/allow.server.ts";
import { DesignationBadge } from "./badges.tsx";
import { FoundList } from "./found-list.tsx";
import { FoundName } from "./found-name.tsx";
import { type PageCard, pageCard, sharedImage } from "./page-card.ts";
import { noChoice, storesAddress } from "./store-address.ts";
import { ChosenFilters, StoreFilters } from "./store-filters.tsx";
import styles from "./stores.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow("public", async ({ database, search, config, url, locale }) => {
  const filter = readStoreFilter(url.searchParams);
  const list = await listStores(database, search, filter);
  const shown = list.stores.find(({ picture }) => picture);
  const card: PageCard = {
    locale,
    title: say(locale, m.title),
    description: say(locale, m.description),
    address: `${config.webUrl}${storesAddress(filter, filter.after ? url.searchParams.get("after") : null)}`,
    image: sharedImage(config.webUrl, shown?.picture, shown?.name ?? ""),
  };
  const asked = list.meant ?? filter.word;
  const stores = list.stores.map((store) => ({ ...store, pieces: highlight(store.name, asked) }));
  return { filter, list: { ...list, stores }, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

export default function Stores() {
  const { filter, list } = useLoaderData<typeof loader>();
  const t = useSentence();
  const narrowed = storesAddress({ ...filter, order: "name" }) !== storesAddress(noChoice);
  return (
    <Page title={t(m.title)} lead={t(m.lead)}>
      <StoreFilters filter={filter} facets={list.facets} />
      <ChosenFilters filter={filter} facets={list.facets} />
      <FoundList
        list={list}
        words={m}
        filter={filter}
        narrowed={narrowed}
        all="/stores"
        pageAfter={(after) => storesAddress(filter, after)}
        asking={(word) => storesAddress({ ...filter, word })}
      >
        {list.stores.length > 0 ? (
          <ul className="shops">
            {list.stores.map((store, index) => (
              <Shop key={store.slug} store={store} first={index < 3} />
            ))}
          </ul>
        ) : null}
      </FoundList>
    </Page>
  );
}

function Shop({ store, first }: { store: StoreCard & { pieces: NamePiece[] }; first: boolean }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <li className="shop card">
      <WebPicture
        picture={store.picture}
        alt={store.name}
        sizes="(min-width: 1000px) 350px, (min-width: 640px) 50vw, 100vw"
        fit="filled"
        first={first}
        card
      />
      <div className="shop-words">
        <p className="shop-kind">
          {t(storeKindWords[store.kind])}
          {store.designated && <DesignationBadge />}
        </p>
        <h2 lang="ko">
          <Link className="shop-link" to={`/stores/${encodeURIComponent(store.slug)}`}>
            <FoundName pieces={store.pieces} />
          </Link>
        </h2>
        <p className="soft">{[store.district[locale], store.market].filter(Boolean).join(" · ")}</p>
        <p className="soft">
          {[
            store.foundedYear && t(m.since, { year: store.foundedYear }),
            store.visitable && t(m.visitable),
            store.visitable && store.open && t(m.isOpen),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
