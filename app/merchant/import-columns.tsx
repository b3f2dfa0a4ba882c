import { Form } from "@remix-run/react";
import type { ColumnQuestion, ColumnQuestions } from "#app/domain/intake/column-questions.ts";
import { columnHeading, neededKeys } from "#app/domain/intake/columns.ts";
import { mendingMessages as m } from "#app/messages/merchant-mending.ts";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import type { ImportPage } from "./import.tsx";
import type { Mending } from "./read-mending.server.ts";
import { Sending } from "./sending.tsx";

interface ColumnsCardProps {
  asked: ColumnQuestions;
  page: ImportPage;
  mending: Mending | undefined;
}

/** Headings that stand for nothing by themselves: each with an example and a choice. Those chosen before are folded away. */
export function ColumnsCard({ asked, page: { found }, mending }: ColumnsCardProps) {
  const t = useSentence();
  const { questions, missing } = asked;
  const exampleOf = new Map(found.issues.map(({ params }) => [String(params.heading ?? ""), params.example]));
  const errorOf = useFieldError(mending?.issues);
  const unanswered = questions.filter(({ chosen }) => chosen === null).length;
  return (
    <details className="card folded" open={missing.length > 0 || mending?.issues.some(({ path }) => path.field)}>
      <summary>{unanswered > 0 ? t(m.otherColumns, { count: unanswered }) : t(m.columnsTitle)}</summary>
      <Form method="post" className="stack">
        <p className="soft">{t(m.columnsLead)}</p>
        <input type="hidden" name="judgement" value={found.judgement} />
        <div className="columns">
          {questions.map((question) => (
            <Choice
              key={question.heading}
              question={question}
              asked={asked}
              example={exampleOf.get(question.text)}
              error={errorOf(question.heading)}
            />
          ))}
        </div>
        <p>
          <Sending kind={missing.length > 0 ? "main" : undefined} intent="columns">
            {t(m.choose)}
          </Sending>
        </p>
      </Form>
    </details>
  );
}

interface ChoiceProps {
  question: ColumnQuestion;
  asked: ColumnQuestions;
  example: string | number | undefined;
  error: string | undefined;
}

function Choice({ question, asked, example, error }: ChoiceProps) {
  const t = useSentence();
  const { heading, text, chosen, suggested } = question;
  const hints = [
    example === undefined ? null : example === "" ? t(m.noExample) : t(m.example, { example }),
    chosen === null && suggested !== null ? t(m.suggested) : null,
  ];
  return (
    <FieldFrame label={text} hint={hints.filter(Boolean).join(" · ") || undefined} error={error}>
      {(control) => (
        <>
          <input type="hidden" name="heading" value={heading} />
          <select {...control} name="choice" defaultValue={chosen ?? suggested ?? ""}>
            <option value="">{t(m.notUsed)}</option>
            <optgroup label={t(m.sheetFields)}>
              {asked.fields.map((key) => (
                <option key={key} value={key}>
                  {neededKeys.includes(key) ? t(m.needed, { heading: columnHeading(key) }) : columnHeading(key)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t(m.noticeFields)}>
              {asked.labels.map((label) => (
                <option key={label} value={`notice.${label}`}>
                  {label}
                </option>
              ))}
            </optgroup>
          </select>
        </>
      )}
    </FieldFrame>
  );
}
