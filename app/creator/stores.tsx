import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { districts } from "#app/domain/store/districts.ts";
import { listStores, readStoreFilter, type StoreCard, type StoreFilter } from "#app/domain/store/list-stores.ts";
import { say } from "#app/messages/sentence.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";
import { allow } from "#app/web/allow.server.ts";
import { DesignationBadge } from "./badges.tsx";
import { type PageCard, pageCard, sharedImage } from "./page-card.ts";
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
    address: `${config.webUrl}${addressOf(filter, filter.after ? url.searchParams.get("after") : null)}`,
    image: sharedImage(config.webUrl, shown?.picture, shown?.name ?? ""),
  };
  return { filter, list, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

export default function Stores() {
  const { filter, list } = useLoaderData<typeof loader>();
  const t = useSentence();
  const narrowed = filter.district !== null || filter.kind !== null || filter.word !== "";
  return (
    <Page title={t(m.title)} lead={t(m.lead)}>
      <FilterForm filter={filter} />
      {list.stores.length > 0 ? (
        <>
          <p className="count" role="status">
            {list.total === 1 ? t(m.countOne) : t(m.count, { count: list.total })}
            {narrowed && <Link to="/stores">{t(m.showAll)}</Link>}
          </p>
          {list.meant && (
            <p className="meant">
              {t(m.noneOf)}{" "}
              <Link to={addressOf({ ...filter, word: list.meant }, null)}>{t(m.meant, { word: list.meant })}</Link>
            </p>
          )}
          <ul className="shops">
            {list.stores.map((store, index) => (
              <Shop key={store.slug} store={store} first={index < 3} />
            ))}
          </ul>
          <p className="row pages">
            {filter.after && <ButtonLink to={addressOf(filter, null)}>{t(m.toFirst)}</ButtonLink>}
            {list.next && (
              <ButtonLink kind="main" to={addressOf(filter, list.next)}>
                {t(m.more)}
              </ButtonLink>
            )}
          </p>
        </>
      ) : narrowed || filter.after ? (
        <EmptyState title={t(m.noneFoundTitle)} body={t(m.noneFound)}>
          <ButtonLink to="/stores" kind="main">
            {t(m.showAll)}
          </ButtonLink>
        </EmptyState>
      ) : (
        <EmptyState title={t(m.noneYetTitle)} body={t(m.noneYet)} />
      )}
    </Page>
  );
}

/** Works without script: what is chosen becomes the page's address. */
function FilterForm({ filter }: { filter: StoreFilter }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <search>
      <form method="get" action="/stores" className="filter card" aria-label={t(m.filter)}>
        <FieldFrame label={t(m.district)}>
          {(control) => (
            <select {...control} name="district" defaultValue={filter.district ?? ""}>
              <option value="">{t(m.everyDistrict)}</option>
              {districts.map(({ code, nameKo, nameEn }) => (
                <option key={code} value={code}>
                  {locale === "ko" ? nameKo : nameEn}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <FieldFrame label={t(m.kind)}>
          {(control) => (
            <select {...control} name="kind" defaultValue={filter.kind ?? ""}>
              <option value="">{t(m.everyKind)}</option>
              {storeKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(storeKindWords[kind])}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <FieldFrame label={t(m.word)}>
          {(control) => <input {...control} type="search" name="word" defaultValue={filter.word} maxLength={50} />}
        </FieldFrame>
        <Button kind="main">{t(m.find)}</Button>
      </form>
    </search>
  );
}

function Shop({ store, first }: { store: StoreCard; first: boolean }) {
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
            {store.name}
          </Link>
        </h2>
        <p className="soft">{[store.district[locale], store.market].filter(Boolean).join(" · ")}</p>
        <p className="soft">
          {[store.foundedYear && t(m.since, { year: store.foundedYear }), store.visitable && t(m.visitable)]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}

function addressOf({ district, kind, word }: StoreFilter, after: string | null): string {
  const query = new URLSearchParams({
    ...(district ? { district } : {}),
    ...(kind ? { kind } : {}),
    ...(word ? { word } : {}),
    ...(after ? { after } : {}),
  });
  return query.size > 0 ? `/stores?${query}` : "/stores";
}
