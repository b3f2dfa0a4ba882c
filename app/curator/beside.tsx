import { Link } from "@remix-run/react";
import type { Comparables } from "#app/domain/judging/find-comparables.ts";
import type { Lookalike } from "#app/domain/judging/find-lookalikes.ts";
import { formatWon } from "#app/messages/format.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";

/** Where a price lies among those of its category. */
export function PriceBeside({ price, comparables }: { price: number; comparables: Comparables | null }) {
  const locale = useLocale();
  const t = useSentence();
  if (!comparables) {
    return (
      <DeskCard title={t(m.priceBeside)}>
        <p className="desk-soft">{t(m.noComparables)}</p>
      </DeskCard>
    );
  }
  const { count, cheaper, lowest, median, highest } = comparables;
  const [from, to] = [Math.min(lowest, price), Math.max(highest, price)];
  const share = (won: number) => (to === from ? 50 : ((won - from) / (to - from)) * 100);
  return (
    <DeskCard title={t(m.priceBeside)}>
      <svg className="price-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <line x1={share(lowest)} x2={share(highest)} y1="5" y2="5" vectorEffect="non-scaling-stroke" />
        <line
          className="price-median"
          x1={share(median)}
          x2={share(median)}
          y1="1"
          y2="9"
          vectorEffect="non-scaling-stroke"
        />
        <line
          className="price-this"
          x1={share(price)}
          x2={share(price)}
          y1="0"
          y2="10"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <DeskFacts
        facts={[
          { word: t(m.thisPrice), value: <strong>{formatWon(locale, price)}</strong> },
          { word: t(m.lowest), value: formatWon(locale, lowest) },
          { word: t(m.median), value: formatWon(locale, median) },
          { word: t(m.highest), value: formatWon(locale, highest) },
        ]}
      />
      <p className="desk-soft">{t(m.amongOthers, { count, cheaper })}</p>
    </DeskCard>
  );
}

/** Products of the season that may be the same one; each opens in a window of its own. */
export function Lookalikes({
  lookalikes,
}: {
  lookalikes: readonly (Omit<Lookalike, "photo"> & { photo: string | null })[];
}) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <DeskCard title={t(m.lookalikes)}>
      {lookalikes.length === 0 ? (
        <p className="desk-soft">{t(m.noLookalikes)}</p>
      ) : (
        <ul className="lookalikes">
          {lookalikes.map(({ id, name, storeName, price, photo, picture, wording }) => (
            <li key={id}>
              <PhotoThumb src={photo} alt="" size={64} />
              <div>
                <Link to={`/curator/judging/${id}`} target="_blank">
                  {name}
                </Link>
                <div className="desk-soft">
                  {storeName} · {formatWon(locale, price)}
                </div>
                <div>{[picture && t(m.alikePicture), wording && t(m.alikeName)].filter(Boolean).join(" · ")}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </DeskCard>
  );
}
