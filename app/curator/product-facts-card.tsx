import type { SubmissionDetails } from "#app/domain/season/find-submission.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { formatDateTime, formatWon } from "#app/messages/format.ts";
import { submissionStateWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { submissionTones } from "#app/ui/desk/tones.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";

export function ProductFactsCard({
  product,
  state,
  submittedAt,
}: Pick<SubmissionDetails, "product" | "state" | "submittedAt">) {
  const locale = useLocale();
  const t = useSentence();
  const { price, origin, maker, shippingFee, kcNumber, tags, sku, store } = product;
  const facts = [
    { word: t(m.store), value: store.name },
    { word: t(m.origin), value: origin.text },
    { word: t(m.maker), value: maker },
    { word: t(m.shipping), value: shippingFee === 0 ? t(m.free) : formatWon(locale, shippingFee) },
    ...(kcNumber ? [{ word: t(m.kc), value: kcNumber }] : []),
    ...(tags.length > 0 ? [{ word: t(m.tags), value: tags.join(", ") }] : []),
    { word: t(m.sku), value: sku },
    { word: t(m.submittedAt), value: formatDateTime(locale, submittedAt) },
  ];
  return (
    <DeskCard
      title={formatWon(locale, price)}
      aside={<Status tone={submissionTones[state]} word={t(submissionStateWords[state])} />}
    >
      <DeskFacts facts={facts} />
    </DeskCard>
  );
}
