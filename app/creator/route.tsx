import type { LinksFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { opensOn, readOpeningHours } from "#app/domain/store/opening-hours.ts";
import { distance, listRouteStores, mostStops, planRoute } from "#app/domain/visit/plan-route.ts";
import { dateOf, daysLater, seoulDay } from "#app/domain/visit/seoul-time.ts";
import { formatDateTime, formatDay } from "#app/messages/format.ts";
import { placedByWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { Choices } from "#app/ui/plain/visits/choices.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.route);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["creator"], async ({ account, database, url }) => {
  const stores = await listRouteStores(database, account.id);
  const typed = url.searchParams.get("day") ?? "";
  const day = dateOf(typed)
    ? typed
    : (stores.flatMap(({ days }) => days).sort()[0] ?? seoulDay(daysLater(new Date(), 1)));
  const ids = z.array(z.uuid()).catch([]).parse(url.searchParams.getAll("store"));
  const asked = stores.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const chosen = asked.slice(0, mostStops);
  const stops = await planRoute(database, { creatorId: account.id, storeIds: chosen, day });
  const legs = stops.map((stop, index) => {
    const before = stops[index - 1];
    const hours = readOpeningHours(stop.hours);
    return {
      ...stop,
      kilometres: before ? distance(before, stop) : null,
      closed: hours !== null && !opensOn(hours, day),
    };
  });
  return { stores, day, chosen, left: asked.length - chosen.length, legs };
});

export default function DayRoute() {
  const { stores, day, chosen, left, legs } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  const shown = formatDay(locale, day);
  const whole = legs.reduce((sum, { kilometres }) => sum + (kilometres ?? 0), 0);
  return (
    <Page title={legs.length > 0 ? `${t(m.route)} · ${shown}` : t(m.route)} lead={t(m.routeLead)} narrow>
      {stores.length === 0 ? (
        <EmptyState title={t(m.route)} body={t(m.routeNone)} />
      ) : (
        <Form className="card stack no-print">
          <Field name="day" type="date" label={t(m.routeDay)} defaultValue={day} />
          <Choices
            legend={t(m.routeStores)}
            name="store"
            options={stores.map(({ id, name }) => ({ value: id, word: name }))}
            chosen={chosen.length > 0 ? chosen : stores.filter(({ days }) => days.includes(day)).map(({ id }) => id)}
          />
          <Button kind="main" full>
            {t(m.plan)}
          </Button>
        </Form>
      )}
      {legs.length > 0 && (
        <section className="stack">
          {left > 0 && <Notice tone="waiting" title={t(m.routeLeft, { count: left })} />}
          <ol className="route">
            {legs.map((stop) => (
              <li key={stop.storeId}>
                <div className="card stack">
                  <h2 lang="ko">{stop.name}</h2>
                  {stop.startsAt && (
                    <p>
                      <strong>{t(m.agreedAt, { at: formatDateTime(locale, stop.startsAt) })}</strong>
                    </p>
                  )}
                  <p lang="ko">{stop.address}</p>
                  <p className="soft" lang="ko">
                    {stop.hours}
                  </p>
                  {stop.closed && (
                    <p>
                      <Status tone="refused" word={t(m.closedThatDay)} />
                    </p>
                  )}
                  {stop.kilometres !== null && <p>{t(m.onFoot, { km: stop.kilometres.toFixed(1) })}</p>}
                  <p className="soft">{t(placedByWords[stop.placedBy])}</p>
                  <a
                    className="as-target"
                    href={`https://map.naver.com/p/search/${encodeURIComponent(stop.address)}`}
                    rel="noopener"
                    aria-label={t(m.mapOf, { store: stop.name })}
                  >
                    {t(m.map)}
                  </a>
                </div>
              </li>
            ))}
          </ol>
          {legs.length > 1 && <p>{t(m.whole, { km: whole.toFixed(1) })}</p>}
          <p className="soft no-print">{t(m.printHint)}</p>
        </section>
      )}
    </Page>
  );
}
