import type { MallTerms } from "#app/domain/agreement/permission.ts";
import { formatPercent } from "#app/messages/format.ts";
import { mallTermsMessages as m } from "#app/messages/mall-terms.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

/** What a mall keeps of a sale, and when the money comes. */
export function MallTermsFacts({ terms: { feeBasisPoints, settlementDays } }: { terms: MallTerms }) {
  const t = useSentence();
  return (
    <dl className="facts">
      <div>
        <dt>{t(m.fee)}</dt>
        <dd>{t(m.percent, { percent: formatPercent(feeBasisPoints) })}</dd>
      </div>
      <div>
        <dt>{t(m.settlement)}</dt>
        <dd>{settlementDays === 0 ? t(m.sameDay) : t(m.days, { days: settlementDays })}</dd>
      </div>
    </dl>
  );
}
