import type { ReactNode } from "react";
import type { Goods, ListingRow } from "#app/domain/listing/list-listings.ts";
import { formatDateTime, formatWon } from "#app/messages/format.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import type { HeardState, SentOutcome } from "#app/services/database/generated/enums.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

const sentWords: Record<SentOutcome, Sentence> = {
  accepted: m.sentAccepted,
  refused: m.sentRefused,
  unknown: m.sentUnknown,
};

const heardWords: Record<HeardState, Sentence> = {
  registering: m.heardRegistering,
  in_review: m.heardInReview,
  live: m.heardLive,
  refused: m.heardRefused,
  withdrawn: m.heardWithdrawn,
  absent: m.heardAbsent,
};

/** The three facts of a listing: what we want, what we last sent, what the mall last said, each with its time. */
export function ListingFacts({ row: { wanted, sent, heard } }: { row: Pick<ListingRow, "wanted" | "sent" | "heard"> }) {
  const t = useSentence();
  const locale = useLocale();
  const nothing = <span className="desk-soft">{t(m.nothingYet)}</span>;
  const goodsOf = ({ price, stock }: Goods) => (
    <span className="desk-soft">{t(m.goods, { price: formatWon(locale, price), stock })}</span>
  );
  const heardGoods = ({ price, stock }: NonNullable<ListingRow["heard"]>["goods"]) => {
    const told = [price !== null && formatWon(locale, price), stock !== null && t(m.pieces, { stock })].filter(Boolean);
    return told.length > 0 && <span className="desk-soft">{told.join(" · ")}</span>;
  };
  return (
    <dl className="desk-three">
      <Fact word={t(m.wanted)} at={wanted.at}>
        {wanted.state === "live" ? t(m.wantedLive, { version: wanted.version }) : t(m.wantedWithdrawn)}
        {wanted.state === "live" && goodsOf(wanted.goods)}
      </Fact>
      <Fact word={t(m.sent)} at={sent?.at ?? null}>
        {sent ? t(sentWords[sent.outcome], { version: sent.version ?? "–" }) : nothing}
        {sent?.goods && goodsOf(sent.goods)}
      </Fact>
      <Fact word={t(m.heard)} at={heard?.at ?? null}>
        {heard ? t(heardWords[heard.state]) : nothing}
        {heard && heardGoods(heard.goods)}
      </Fact>
    </dl>
  );
}

function Fact({ word, at, children }: { word: string; at: Date | null; children: ReactNode }) {
  const locale = useLocale();
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {children}
        {at && <time dateTime={at.toISOString()}>{formatDateTime(locale, at)}</time>}
      </dd>
    </div>
  );
}
