import type { MallTerms } from "#app/domain/agreement/permission.ts";
import { formatPercent } from "#app/messages/format.ts";
import { mallTermsMessages as m } from "#app/messages/mall-terms.ts";
import { Fact } from "#app/ui/plain/fact.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";

/** What a mall keeps of a sale, and when the money comes. */
export function MallTermsFacts({ terms: { feeBasisPoints, settlementDays } }: { terms: MallTerms }) {
  const t = useSentence();
  return (
    <dl className="facts">
      <Fact word={t(m.fee)}>{t(m.percent, { percent: formatPercent(feeBasisPoints) })}</Fact>
      <Fact word={t(m.settlement)}>{settlementDays === 0 ? t(m.sameDay) : t(m.days, { days: settlementDays })}</Fact>
    </dl>
  );
}
