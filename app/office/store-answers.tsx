import { Form } from "@remix-run/react";
import type { Step } from "#app/domain/application/steps.ts";
import { type GivenAnswers, sayAnswer } from "#app/messages/answers.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { helpMessages } from "#app/messages/help.ts";
import { storeFileMessages as m } from "#app/messages/requirements.ts";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button, InlineStack } from "#app/ui/desk/polaris.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Documents, type FileDocument } from "./store-checklist.tsx";

interface StoreAnswersProps {
  steps: readonly Step[];
  given: GivenAnswers;
  /** Field → name of who typed it for the merchant. */
  typedBy: Readonly<Record<string, string>>;
  documents: readonly FileDocument[];
  mayReturn: boolean;
}

/** Everything the merchant entered, field by field; what is to be put right is written beside it. */
export function StoreAnswers({ steps, given, typedBy, documents, mayReturn }: StoreAnswersProps) {
  const t = useSentence();
  const locale = useLocale();
  const fields = steps.flatMap(({ fields: asked, document }) => [...asked, ...(document ? [document] : [])]);
  const table = (
    <DeskTable
      caption={t(m.entered)}
      columns={[
        { word: t(m.field), narrow: "head" },
        { word: t(m.answer), narrow: "line" },
        ...(mayReturn ? [{ word: t(m.note), narrow: "line" as const }] : []),
      ]}
      rows={fields.map((field) => {
        const shown = documents.filter(({ kind }) => kind === field);
        const label = fieldLabel(locale, field);
        return {
          id: field,
          cells: [
            <div key="field">
              <b>{label}</b>
              {typedBy[field] && (
                <div className="desk-soft">{t(helpMessages.typedBy, { name: typedBy[field] ?? "" })}</div>
              )}
            </div>,
            shown.length > 0 ? <Documents key="answer" documents={shown} /> : (sayAnswer(locale, field, given) ?? "–"),
            <input
              key="note"
              className="file-note"
              name={`note.${field}`}
              aria-label={t(m.noteOf, { field: label })}
              maxLength={500}
              autoComplete="off"
            />,
          ],
        };
      })}
    />
  );
  if (!mayReturn) return table;
  return (
    <Form method="post" className="file-return">
      <p className="desk-soft">{t(m.noteHint)}</p>
      {table}
      <InlineStack>
        <Button submit tone="critical">
          {t(m.giveBack)}
        </Button>
      </InlineStack>
      <input type="hidden" name="intent" value="return" />
    </Form>
  );
}
