import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ApplicationDocument } from "#app/domain/application/find-application.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { applicationMessages as m } from "#app/messages/application.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { applicationPath, stepPath } from "./application-path.ts";
import { ShownDocument } from "./shown-document.tsx";

interface DocumentStepProps {
  stepKey: string;
  kind: string;
  documents: readonly ApplicationDocument[];
  fromReview: boolean;
  next: string;
  refused: readonly Issue[];
  added: boolean;
  /** The way back. */
  children: ReactNode;
}

/** First the photo or file; once it is there, it is shown and the way on is open. */
export function DocumentStep({
  stepKey,
  kind,
  documents,
  fromReview,
  next,
  refused,
  added,
  children,
}: DocumentStepProps) {
  const t = useSentence();
  const isPhoto = kind === "store_photo";
  const upload = (main: boolean) => (
    <Form
      method="post"
      action={stepPath("documents", false)}
      encType="multipart/form-data"
      reloadDocument
      className="stack"
    >
      <input type="hidden" name="step" value={stepKey} />
      <input type="hidden" name="from" value={fromReview ? "review" : ""} />
      <Field
        type="file"
        name="document"
        label={t(isPhoto ? m.choosePhoto : m.chooseFile)}
        hint={t(m.fileHint)}
        accept={isPhoto ? "image/*,.heic,.heif" : "image/*,.heic,.heif,.pdf,application/pdf"}
      />
      <Button kind={main ? "main" : "plain"} full>
        {t(m.upload)}
      </Button>
    </Form>
  );
  const fault = refused.length > 0 && (
    <Notice tone="refused" title={t(m.notAdded)}>
      <IssueList issues={refused} />
    </Notice>
  );
  if (documents.length === 0) {
    return (
      <section className="card stack">
        {fault}
        {upload(true)}
        {children}
      </section>
    );
  }
  return (
    <section className="card stack">
      {fault}
      {added && <Notice tone="live" title={t(m.added)} />}
      <ul className="stack">
        {documents.map((document) => (
          <li key={document.id} className="stack">
            <ShownDocument document={document} base={`${applicationPath}/documents`} />
            <Form method="post" action={stepPath("documents", false)} encType="multipart/form-data" reloadDocument>
              <input type="hidden" name="step" value={stepKey} />
              <input type="hidden" name="from" value={fromReview ? "review" : ""} />
              <Button name="remove" value={document.id}>
                {t(m.remove, { name: document.fileName })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <div className="form-end">
        <ButtonLink to={`${applicationPath}/${next}`} kind="main" full>
          {t(m.next)}
        </ButtonLink>
        {children}
      </div>
      <details className="all-steps">
        <summary>{t(isPhoto ? m.replace : m.addMore)}</summary>
        {upload(false)}
      </details>
    </section>
  );
}
