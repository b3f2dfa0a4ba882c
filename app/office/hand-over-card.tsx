import { Form } from "@remix-run/react";
import type { Decision } from "#app/domain/hand-over/decisions.ts";
import type { HandOverRow } from "#app/domain/hand-over/list-hand-overs.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { answerMessages } from "#app/messages/hand-over-answers.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { handOverStateWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { Button, Link } from "#app/ui/desk/polaris.ts";
import { handOverTones } from "#app/ui/desk/tones.ts";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";

const decisionWords: Record<Decision, Sentence> = {
  reviewed: m.recordReviewed,
  published: m.recordPublished,
  returned: m.recordReturned,
  withdrawn: m.recordWithdrawn,
};

interface HandOverCardProps {
  row: HandOverRow;
  /** Of the last attempt to record something about it. */
  issues: readonly Issue[];
}

/** A package: what it is, the file, and what may be recorded about it next. */
export function HandOverCard({ row, issues }: HandOverCardProps) {
  const locale = useLocale();
  const t = useSentence();
  const { reference, state, edition, mark, formerEditions, reasons, pageUrl, deliveredAt, decidedAt } = row;
  const { productName, storeName, possible } = row;
  const loose = issues.filter(({ path }) => path.field === undefined);
  return (
    <DeskCard title={productName} aside={<Status tone={handOverTones[state]} word={t(handOverStateWords[state])} />}>
      <DeskFacts
        facts={[
          { word: t(m.store), value: storeName },
          { word: t(m.reference), value: <span className="desk-reference">{reference}</span> },
          { word: t(answerMessages.edition), value: t(answerMessages.editionOf, { edition, mark }) },
          { word: t(m.deliveredAt), value: formatDateTime(locale, deliveredAt) },
          ...(decidedAt ? [{ word: t(m.decidedAt), value: formatDateTime(locale, decidedAt) }] : []),
          ...(reasons.length > 0 ? [{ word: t(m.reasons), value: <Lines lines={reasons} /> }] : []),
          ...(formerEditions.length > 0
            ? [
                {
                  word: t(answerMessages.formerEditions),
                  value: <FormerEditions reference={reference} editions={formerEditions} />,
                },
              ]
            : []),
          ...(pageUrl ? [{ word: t(m.openPage), value: <PageAddress url={pageUrl} /> }] : []),
        ]}
      />
      {loose.length > 0 && <IssueList issues={loose} />}
      <div className="desk-row">
        <a className="desk-button" href={`/office/hand-overs/${reference}/package`} download>
          {t(m.download)}
        </a>
        {possible.map((decision) => (
          <DecisionForm key={decision} reference={reference} decision={decision} issues={issues} />
        ))}
      </div>
    </DeskCard>
  );
}

interface DecisionFormProps extends Pick<HandOverRow, "reference"> {
  decision: Decision;
  issues: readonly Issue[];
}

function DecisionForm({ reference, decision, issues }: DecisionFormProps) {
  const t = useSentence();
  const errorOf = useFieldError([...issues]);
  const word = t(decisionWords[decision]);
  const needsWords = decision === "published" || decision === "returned";
  const form = (
    <Form method="post" preventScrollReset className="desk-stack">
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="decision" value={decision} />
      {decision === "published" && (
        <DeskField
          name="pageUrl"
          label={t(m.pageAddress)}
          type="url"
          placeholder="https://"
          error={errorOf("page_url")}
          autoComplete="off"
        />
      )}
      {decision === "returned" && (
        <DeskField
          name="reasons"
          label={t(m.reasons)}
          helpText={t(m.reasonsHint)}
          multiline={3}
          error={errorOf("reasons")}
          autoComplete="off"
        />
      )}
      <Button submit {...(needsWords ? { variant: "primary" as const } : {})}>
        {word}
      </Button>
    </Form>
  );
  if (!needsWords) return form;
  return (
    <DeskConfirm word={word} danger={decision === "returned"}>
      {form}
    </DeskConfirm>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="desk-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function FormerEditions({ reference, editions }: { reference: string; editions: HandOverRow["formerEditions"] }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <ul className="desk-lines">
      {editions.map(({ edition, deliveredAt }) => (
        <li key={edition}>
          <a href={`/office/hand-overs/${reference}/package?edition=${edition}`} download>
            {t(answerMessages.formerEdition, { edition, date: formatDateTime(locale, deliveredAt) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function PageAddress({ url }: { url: string }) {
  return (
    <Link url={url} external>
      {url}
    </Link>
  );
}
