import { Form, Link } from "@remix-run/react";
import { isOwnShop } from "#app/domain/channel/channel-key.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { partIssues } from "#app/domain/product/common-issues.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { listingWords, merchantMessages as m } from "#app/messages/merchant.ts";
import { gradeWords, mallsTableMessages as w } from "#app/messages/product-malls.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { verdictWords } from "#app/messages/states.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { MendList } from "./mend-list.tsx";
import type { ProductPage } from "./product.tsx";
import { gradeTones, listingTones, verdictTones } from "./tones.ts";

/** Before it is chosen: what each mall still needs. Afterwards: what each mall says. */
export function ProductMalls({ page }: { page: ProductPage }) {
  const atMalls = page.product.listings.filter(({ mall }) => !isOwnShop(mall));
  return atMalls.length > 0 ? <Listings page={page} listings={atMalls} /> : <Readiness page={page} />;
}

function Listings({
  page: { product, malls },
  listings,
}: {
  page: ProductPage;
  listings: ProductPage["product"]["listings"];
}) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="stack" aria-labelledby="malls">
      <h2 id="malls">{t(m.listingsTitle)}</h2>
      <ul className="malls">
        {listings.map(({ mall, state, sentAt, heardAt, pageUrl, issues, corrected, mayRetry, isSlow }) => {
          const mallName = t(nameOfChannel(malls, mall));
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
              {isSlow && (
                <Notice tone="information" title={t(m.slowReview)}>
                  <p>{t(m.slowReviewBody)}</p>
                </Notice>
              )}
              {corrected && <Notice tone="information" title={t(m.correctionSeen)} />}
              {toldAt(state, issues).length > 0 && <MendList issues={toldAt(state, issues)} productId={product.id} />}
              {mayRetry && (
                <Form method="post" preventScrollReset className="stack">
                  <input type="hidden" name="mall" value={mall} />
                  <p>{t(m.retryWhen)}</p>
                  <Button full>{t(m.retry)}</Button>
                </Form>
              )}
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

/** On sale all the same, only what keeps a change from being sold is told. */
function toldAt(state: ListingState, issues: Issue[]): Issue[] {
  return state === "live" ? issues.filter(({ severity }) => severity === "error") : issues;
}

function timed(locale: Locale, word: string, date: Date): string {
  return `${word} ${formatDateTime(locale, date)}`;
}

function Readiness({ page: { assessment, malls, asking, product } }: { page: ProductPage }) {
  const t = useSentence();
  const { common, own } = partIssues(assessment.malls);
  const errorsAt = new Map(
    assessment.malls.map(({ mall, issues }) => [mall, issues.filter(({ severity }) => severity === "error").length]),
  );
  return (
    <section className="stack" aria-labelledby="malls">
      <h2 id="malls">{t(m.readinessTitle)}</h2>
      {common.length > 0 && (
        <section className="card stack" aria-labelledby="common">
          <h3 id="common">{t(w.common)}</h3>
          <MendList issues={common} productId={product.id} />
        </section>
      )}
      <ul className="malls">
        {own.map(({ mall, verdict, issues }) => {
          const count = errorsAt.get(mall) ?? 0;
          const mallName = t(nameOfChannel(malls, mall));
          return (
            <li key={mall} className="card stack">
              <div className="mall-head">
                <h3>{mallName}</h3>
                <Status tone={verdictTones[verdict]} word={t(verdictWords[verdict], { count })} />
              </div>
              {issues.length > 0 && <MendList issues={issues} productId={product.id} />}
              {asking.includes(mall) && verdict !== "not_offered" && (
                <p>
                  <Link to={`/merchant/products/${product.id}/malls/${mall}`} className="text-link">
                    {t(w.asksMore, { mall: mallName })}
                  </Link>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How good the product is to sell, and what would make it better. */
export function ProductGrade({ page: { assessment, product } }: { page: ProductPage }) {
  const t = useSentence();
  const { grade, hints } = assessment;
  return (
    <section className="card stack" aria-labelledby="grade">
      <div className="mall-head">
        <h2 id="grade">{t(w.grade)}</h2>
        <Status tone={gradeTones[grade]} word={t(gradeWords[grade])} />
      </div>
      {hints.length === 0 ? (
        <p className="soft">{t(w.hintsGood)}</p>
      ) : (
        <MendList issues={hints} productId={product.id} />
      )}
    </section>
  );
}
