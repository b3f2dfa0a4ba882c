import { formatDateTime } from "#app/messages/format.ts";
import { listingWords, merchantMessages as m } from "#app/messages/merchant.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { verdictWords } from "#app/messages/states.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import type { ProductPage } from "./product.tsx";
import { listingTones, verdictTones } from "./tones.ts";

/** Before it is chosen: what each mall still needs. Afterwards: what each mall says. */
export function ProductMalls({ page }: { page: ProductPage }) {
  return page.product.listings.length > 0 ? <Listings page={page} /> : <Readiness page={page} />;
}

function Listings({ page: { product, malls } }: { page: ProductPage }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="stack" aria-labelledby="malls">
      <h2 id="malls">{t(m.listingsTitle)}</h2>
      <ul className="malls">
        {product.listings.map(({ mall, state, sentAt, heardAt, pageUrl, issues }) => {
          const mallName = t(malls[mall] ?? { ko: mall, en: mall });
          return (
            <li key={mall} className="card stack">
              <div className="mall-head">
                <h3>{mallName}</h3>
                <Status tone={listingTones[state]} word={t(listingWords[state])} />
              </div>
              {state === "live" && pageUrl && (
                <p>
                  <a href={pageUrl} className="button" target="_blank" rel="noreferrer">
                    {t(m.seeAtMall, { mall: mallName })}
                  </a>
                </p>
              )}
              {state !== "live" && issues.length > 0 && <IssueList issues={issues} />}
              {(sentAt || heardAt) && (
                <p className="soft mall-times">
                  {sentAt && <span>{timed(locale, t(m.sentAt), sentAt)}</span>}
                  {heardAt && <span>{timed(locale, t(m.heardAt), heardAt)}</span>}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function timed(locale: Locale, word: string, date: Date): string {
  return `${word} ${formatDateTime(locale, date)}`;
}

function Readiness({ page: { readiness, malls } }: { page: ProductPage }) {
  const t = useSentence();
  return (
    <section className="stack" aria-labelledby="malls">
      <h2 id="malls">{t(m.readinessTitle)}</h2>
      <ul className="malls">
        {readiness.map(({ mall, verdict, issues }) => {
          const count = issues.filter(({ severity }) => severity === "error").length;
          return (
            <li key={mall} className="card stack">
              <div className="mall-head">
                <h3>{t(malls[mall] ?? { ko: mall, en: mall })}</h3>
                <Status tone={verdictTones[verdict]} word={t(verdictWords[verdict], { count })} />
              </div>
              {issues.length > 0 && <IssueList issues={issues} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
