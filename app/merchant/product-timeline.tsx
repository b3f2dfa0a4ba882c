import type { TimelineEvent } from "#app/domain/product/find-timeline.ts";
import { formatDate } from "#app/messages/format.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { timelineSentences, timelineTitle } from "#app/messages/product-timeline.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { MendList } from "./mend-list.tsx";

interface TimelineProps {
  timeline: readonly TimelineEvent[];
  malls: Record<string, Sentence>;
  productId: string;
}

/** What became of the product, in plain words and with dates, the latest first. */
export function ProductTimeline({ timeline, malls, productId }: TimelineProps) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">{t(timelineTitle)}</h2>
      <ol className="card timeline">
        {timeline.map(({ at, kind, mall, issues }) => {
          const name = mall === null ? "" : t(nameOfChannel(malls, mall));
          return (
            <li key={`${at.getTime()} ${kind} ${mall}`}>
              <time dateTime={at.toISOString()} className="soft">
                {formatDate(locale, at)}
              </time>
              <div className="stack">
                <p>{t(timelineSentences[kind], { mall: name })}</p>
                {issues.length > 0 && <MendList issues={issues} productId={productId} />}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
