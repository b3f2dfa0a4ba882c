import { Form } from "@remix-run/react";
import type { RecordedAnswers } from "#app/domain/hand-over/record-answers.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { answerMessages as m } from "#app/messages/hand-over-answers.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { BlockStack, Button, InlineStack } from "#app/ui/desk/polaris.ts";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** One uploaded workbook: what was recorded of it, or why it was not read. */
export type AnswersOfFile =
  | { file: string; recorded: RecordedAnswers; issues?: never }
  | { file: string; recorded?: never; issues: Issue[] };

/** The sheet of answers, to take and to bring back. */
export function AnswerSheetCard({ open }: { open: number }) {
  const t = useSentence();
  return (
    <DeskCard title={t(m.title)}>
      <p className="desk-soft">{t(m.lead)}</p>
      {open > 0 && (
        <p>
          <a className="desk-button" href="/office/hand-overs/answers.xlsx" download>
            {t(m.download, { count: open })}
          </a>
        </p>
      )}
      <Form method="post" encType="multipart/form-data" reloadDocument>
        <BlockStack gap="300">
          <Field type="file" name="answers" multiple accept=".xlsx,.csv" label={t(m.file)} />
          <InlineStack>
            <Button submit>{t(m.upload)}</Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </DeskCard>
  );
}

export function AnswersNotice({ answers: { file, recorded, issues } }: { answers: AnswersOfFile }) {
  const t = useSentence();
  if (!recorded) {
    return (
      <Notice tone="refused" title={t(m.notRead, { file })}>
        <IssueList issues={issues} />
      </Notice>
    );
  }
  const { told } = recorded;
  const title = recorded.refused > 0 ? m.partly : recorded.recorded > 0 ? m.done : m.nothingNew;
  const tone = recorded.refused > 0 ? "refused" : recorded.recorded > 0 ? "live" : "information";
  return (
    <Notice tone={tone} title={t(title, { file })}>
      <DeskCounts
        counts={[
          { word: t(m.read), count: recorded.read },
          { word: t(m.recorded), count: recorded.recorded, tone: "live" },
          { word: t(m.unchanged), count: recorded.unchanged },
          { word: t(m.unanswered), count: recorded.unanswered, tone: "waiting" },
          { word: t(m.left), count: recorded.left },
          { word: t(m.refused), count: recorded.refused, tone: "refused" },
        ]}
      />
      {told.length > 0 && <ToldRows told={told} />}
    </Notice>
  );
}

/** Which row, which column, which product, what is wrong and what to do. */
function ToldRows({ told }: Pick<RecordedAnswers, "told">) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <ul className="desk-lines">
      {told.map(({ row, reference, product, issue }) => (
        <li key={`${row} ${issue.code}`}>
          <b>{[t(m.row, { row }), fieldLabel(locale, issue.path.field ?? "")].join(" · ")}</b>
          {(product || reference) && ` (${product || reference})`} — {sayIssue(locale, issue)}
        </li>
      ))}
    </ul>
  );
}
