import type { ProductListings } from "#app/domain/listing/find-product-listings.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { officeProductMessages as m } from "#app/messages/office-product.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

type Exchanges = ProductListings["listings"][number]["exchanges"];

/** The evidence: what was said to the mall and what it answered, the newest first. */
export function ListingExchanges({ exchanges }: { exchanges: Exchanges }) {
  const t = useSentence();
  const locale = useLocale();
  if (exchanges.length === 0) return <p className="desk-soft">{t(m.noExchanges)}</p>;
  return (
    <details className="desk-exchanges">
      <summary>{t(m.exchanges, { count: exchanges.length })}</summary>
      <ol>
        {exchanges.map(({ id, at, method, address, status, milliseconds, requestId, request, answer }) => (
          <li key={id}>
            <p>
              <time dateTime={at.toISOString()}>{formatDateTime(locale, at)}</time>{" "}
              <code>{`${method} ${address}`}</code> <strong>{status ?? t(m.noAnswer)}</strong>{" "}
              <span className="desk-soft">
                {t(m.milliseconds, { milliseconds })}
                {requestId && ` · ${t(m.requestId, { id: requestId })}`}
              </span>
            </p>
            {request && <Said word={t(m.asked)} text={request} />}
            {answer && <Said word={t(m.answered)} text={answer} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Said({ word, text }: { word: string; text: string }) {
  return (
    <details>
      <summary>{word}</summary>
      <pre>{text}</pre>
    </details>
  );
}
