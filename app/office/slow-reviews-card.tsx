import { Link } from "@remix-run/react";
import type { SlowReview } from "#app/domain/listing/slow-reviews.ts";
import { formatDate } from "#app/messages/format.ts";
import { publicationMessages as m } from "#app/messages/publication.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Status } from "#app/ui/plain/status.tsx";

interface SlowReviewsProps {
  reviews: readonly SlowReview[];
  nameOf(mall: string): string;
}

/** What malls review for longer than they usually take, with the numbers to ask them by. */
export function SlowReviewsCard({ reviews, nameOf }: SlowReviewsProps) {
  const t = useSentence();
  const locale = useLocale();
  if (reviews.length === 0) return null;
  return (
    <DeskCard title={t(m.slowReviews)} aside={<Status tone="waiting" word={t(m.howMany, { count: reviews.length })} />}>
      <p>{t(m.slowReviewsBody)}</p>
      <ul className="desk-stuck">
        {reviews.map((review) => (
          <li key={review.id}>
            <div className="desk-between">
              <span>
                <Link to={`/office/products/${review.productId}`}>{review.productName}</Link>
                <span className="desk-soft">
                  {" "}
                  {nameOf(review.mall)} · {review.storeName}
                </span>
              </span>
              <span>{t(m.slowFor, { days: review.days, date: formatDate(locale, review.sentAt) })}</span>
            </div>
            <MallNumbers {...review} />
          </li>
        ))}
      </ul>
    </DeskCard>
  );
}

/** By what the mall finds a listing. */
function MallNumbers({ remoteId, reference }: Pick<SlowReview, "remoteId" | "reference">) {
  const t = useSentence();
  return (
    <p className="desk-soft">
      {remoteId === null ? t(m.mallNumberNone) : t(m.mallNumber, { number: remoteId })} ·{" "}
      {t(m.ourReference, { reference })}
    </p>
  );
}

/** On the first page: how many wait too long at each mall, and the way to them. */
export function SlowReviewsNotice({ reviews, nameOf }: SlowReviewsProps) {
  const t = useSentence();
  if (reviews.length === 0) return null;
  const malls = [...new Set(reviews.map(({ mall }) => mall))];
  return (
    <Notice tone="waiting" title={t(m.slowReviews)}>
      <ul>
        {malls.map((mall) => {
          const count = reviews.filter((review) => review.mall === mall).length;
          return <li key={mall}>{t(m.slowAt, { mall: nameOf(mall), count })}</li>;
        })}
      </ul>
      <p>
        <Link to="/office/publication">{t(m.slowSee)}</Link>
      </p>
    </Notice>
  );
}

/** On a product's own page, beneath what its mall said last. */
export function SlowReviewOf({ days, mall, ...numbers }: Pick<SlowReview, "remoteId" | "reference" | "days" | "mall">) {
  const t = useSentence();
  return (
    <Notice tone="waiting" title={t(m.slowOne, { days })}>
      <p>{t(m.slowAsk, { mall })}</p>
      <MallNumbers {...numbers} />
    </Notice>
  );
}
