import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLatestCard } from "#app/domain/season/season-card.ts";
import { dayInSeoul } from "#app/domain/store/designation.ts";
import { slotAt } from "#app/domain/store/opening-hours.ts";
import { homeMessages as m } from "#app/messages/home.ts";
import { joinMessages } from "#app/messages/join.ts";
import { say } from "#app/messages/sentence.ts";
import { hundredMessages, storeMessages } from "#app/messages/stores.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { allow } from "#app/web/allow.server.ts";
import { DistrictMap } from "./district-map.tsx";
import { type PageCard, pageCard, sharedImage } from "./page-card.ts";
import { SearchField } from "./search-field.tsx";
import { noChoice, storesAddress } from "./store-address.ts";
import storeStyles from "./stores.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: storeStyles },
  { rel: "alternate", type: "application/rss+xml", href: "/feed.xml" },
];

export const loader = allow("public", async ({ database, search, config, locale }) => {
  const now = new Date();
  const [counts, latest] = await Promise.all([
    search.count({
      kind: "store",
      text: "",
      filter: { isPublic: true },
      openSlot: slotAt(now),
      badgeOn: dayInSeoul(now),
    }),
    findLatestCard(database),
  ]);
  const card: PageCard = {
    locale,
    title: say(locale, m.title),
    description: say(locale, m.description),
    address: `${config.webUrl}/`,
    image:
      latest &&
      sharedImage(config.webUrl, latest, say(locale, hundredMessages.card, { year: latest.year, count: latest.count })),
  };
  return { districts: counts.districtCode, stores: counts.total, card };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageCard(data.card) : []);

const steps = [
  { title: m.sendTitle, body: m.send },
  { title: m.chooseTitle, body: m.choose },
  { title: m.sellTitle, body: m.sell },
];
const places = Array.from({ length: 100 }, (_, place) => place);

export default function Home() {
  const { districts, stores } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <div className="page">
      <section className="hero">
        <div className="hero-words">
          <h1>{t(m.title)}</h1>
          <p>{t(m.lead)}</p>
          <p className="row">
            <ButtonLink to="/stores" kind="main">
              {t(m.seeStores)}
            </ButtonLink>
          </p>
        </div>
        <div className="hundred" aria-hidden="true">
          {places.map((place) => (
            <i key={place} />
          ))}
        </div>
      </section>
      {stores > 0 && (
        <section className="stack">
          <h2>{t(m.mapTitle)}</h2>
          <search>
            <form method="get" action="/stores" className="home-search">
              <SearchField label={t(storeMessages.word)} word="" />
              <Button>{t(storeMessages.find)}</Button>
            </form>
          </search>
          <DistrictMap counts={districts} addressOf={(district) => storesAddress({ ...noChoice, district })} />
        </section>
      )}
      <section className="stack">
        <h2>{t(m.howTitle)}</h2>
        <ol className="steps">
          {steps.map(({ title, body }) => (
            <li key={title.en} className="card">
              <h3>{t(title)}</h3>
              <p>{t(body)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="card stack">
        <h2>{t(m.forMerchants)}</h2>
        <p>{t(m.forMerchantsBody)}</p>
        <p className="row">
          <ButtonLink to="/join">{t(joinMessages.begin)}</ButtonLink>
          <ButtonLink to="/login">{t(m.logIn)}</ButtonLink>
        </p>
      </section>
      <section className="card stack">
        <h2>{t(m.forCreators)}</h2>
        <p>{t(m.forCreatorsBody)}</p>
        <p className="row">
          <ButtonLink to="/join/creator">{t(joinMessages.creatorTitle)}</ButtonLink>
        </p>
      </section>
    </div>
  );
}
