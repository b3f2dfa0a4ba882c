import type { PublishedPromotion } from "#app/domain/promotion/list-published.ts";
import { formatDay } from "#app/messages/format.ts";
import { givenWords, platformWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

/** What creators published of a store, each with what they were given for it. Nothing where there is none. */
export function PublishedPromotions({ promotions }: { promotions: readonly PublishedPromotion[] }) {
  const t = useSentence();
  const locale = useLocale();
  if (promotions.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t(m.published)}</h2>
      <ul className="stack">
        {promotions.map(({ id, title, address, platform, penName, publishedOn, benefit, products }) => (
          <li key={id} className="card">
            <h3 lang="ko">
              <a href={address} rel="noopener nofollow ugc">
                {title}
              </a>
            </h3>
            <p className="soft">
              {t(m.publishedBy, {
                creator: penName,
                platform: t(platformWords[platform]),
                date: formatDay(locale, publishedOn),
              })}
            </p>
            <p>{t(givenWords[benefit])}</p>
            {products.length > 0 && (
              <p className="soft">{t(m.shows, { products: products.map(({ name }) => name).join(", ") })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
