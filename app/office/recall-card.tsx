import { Form } from "@remix-run/react";
import type { ProductListings, StandingRecall } from "#app/domain/listing/find-product-listings.ts";
import { recallReasons } from "#app/domain/recall/deadlines.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { officeProductMessages as m, recallReasonWords } from "#app/messages/office-product.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { Button, FormLayout } from "#app/ui/desk/polaris.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Status } from "#app/ui/plain/status.tsx";

/** Asks why, says what will happen, and does it. */
export function RecallForm() {
  const t = useSentence();
  return (
    <DeskConfirm word={t(m.recall)} danger>
      <p>{t(m.recallSure)}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="recall" />
        <FormLayout>
          <DeskSelect
            name="reason"
            label={t(m.recallReason)}
            options={recallReasons.map((value) => ({ value, label: t(recallReasonWords[value]) }))}
          />
          <DeskField name="note" label={t(m.recallNote)} multiline={2} maxLength={1_000} autoComplete="off" />
          <Button submit variant="primary" tone="critical">
            {t(m.recallNow)}
          </Button>
        </FormLayout>
      </Form>
    </DeskConfirm>
  );
}

interface RecallCardProps {
  recall: StandingRecall;
  listings: ProductListings["listings"];
  nameOf(mall: string): string;
  now: Date;
}

/** How far a recall has come; the proof of each mall stands in its own card below. */
export function RecallCard({ recall, listings, nameOf, now }: RecallCardProps) {
  const t = useSentence();
  const locale = useLocale();
  const { reason, note, askedAt, deadlineAt, confirmedAt } = recall;
  const gone = listings.filter(({ state }) => state === "withdrawn");
  const late = confirmedAt === null && deadlineAt < now;
  return (
    <DeskCard
      title={t(m.recallTitle)}
      aside={<Status tone={confirmedAt ? "live" : "waiting"} word={t(confirmedAt ? m.recallDone : m.recallRunning)} />}
    >
      {late && (
        <Notice tone="refused" title={t(m.recallLate)}>
          {t(m.recallLateBody)}
        </Notice>
      )}
      <DeskFacts
        facts={[
          { word: t(m.recallReason), value: t(recallReasonWords[reason]) },
          { word: t(m.askedAt), value: formatDateTime(locale, askedAt) },
          { word: t(m.deadlineAt), value: formatDateTime(locale, deadlineAt) },
          ...(confirmedAt ? [{ word: t(m.confirmedAt), value: formatDateTime(locale, confirmedAt) }] : []),
          {
            word: t(m.confirmedBy),
            value: `${gone.length} / ${listings.length}${gone.length > 0 ? ` · ${gone.map(({ mall }) => nameOf(mall)).join(", ")}` : ""}`,
          },
          ...(note ? [{ word: t(m.recallNote), value: note }] : []),
        ]}
      />
      {confirmedAt && (
        <DeskConfirm word={t(m.liftRecall)}>
          <p>{t(m.liftSure)}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="lift" />
            <Button submit>{t(m.liftRecall)}</Button>
          </Form>
        </DeskConfirm>
      )}
    </DeskCard>
  );
}
