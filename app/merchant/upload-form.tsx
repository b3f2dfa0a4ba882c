import { Form } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { uploadLimits } from "#app/domain/upload/upload-limits.ts";
import { importMessages as m } from "#app/messages/merchant-imports.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** Without script the form is sent by the browser itself; with it, the page shows how much of it has gone. */
export function UploadForm({ refused }: { refused: Issue | null }) {
  const t = useSentence();
  const [fault, setFault] = useState(refused);
  const [percent, setPercent] = useState<number | null>(null);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const found = tooLarge(form);
    setFault(found);
    if (found) return window.scrollTo({ top: 0 });
    const request = new XMLHttpRequest();
    request.open("POST", window.location.pathname);
    request.upload.onprogress = ({ loaded, total }) => setPercent(Math.floor((loaded / Math.max(total, 1)) * 100));
    request.onload = () => {
      // The action answers with an address; a failure of the server is shown as the browser would have shown it.
      if (request.status < 400) window.location.assign(request.responseURL);
      else fail();
    };
    request.onerror = fail;
    request.send(form);
    setPercent(0);
  }

  function fail() {
    setPercent(null);
    setFault(issue("upload.interrupted"));
    window.scrollTo({ top: 0 });
  }

  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="stack" onSubmit={send}>
      {fault && (
        <Notice tone="refused" title={t(m.refusedTitle)}>
          <IssueList issues={[fault]} />
        </Notice>
      )}
      <Field
        label={t(m.sheetLabel)}
        hint={t(m.sheetHint)}
        type="file"
        name="sheet"
        accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
      <Field
        label={t(m.photosLabel)}
        hint={t(m.photosHint)}
        required={false}
        type="file"
        name="photos"
        multiple
        accept="image/*,.heic,.heif,.zip,application/zip"
      />
      {percent === null ? (
        <Button kind="main" full>
          {t(m.send)}
        </Button>
      ) : (
        <div className="card progress" role="status">
          <div className="progress-words">
            <strong>{t(m.sending)}</strong>
            <span>{t(m.sentPercent, { percent })}</span>
          </div>
          <progress max={100} value={percent} aria-label={t(m.sending)} />
          <p className="soft">{t(m.sendingBody)}</p>
        </div>
      )}
    </Form>
  );
}

function tooLarge(form: FormData): Issue | null {
  const bytes = (field: string) =>
    form.getAll(field).reduce((sum, one) => sum + (one instanceof File ? one.size : 0), 0);
  const over = [
    { found: bytes("sheet"), limit: uploadLimits.sheetBytes },
    { found: bytes("photos"), limit: uploadLimits.photoBytes },
  ].find(({ found, limit }) => found > limit);
  return over ? issue("upload.too_large", {}, { params: { maximum: over.limit / 1024 / 1024 } }) : null;
}
