import { Form } from "@remix-run/react";
import { type ComponentType, useEffect, useRef, useState } from "react";
import type { Issue } from "#app/domain/issue/issue.ts";
import { importMessages as m } from "#app/messages/merchant-imports.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import type { UploadDesk } from "./upload-desk.tsx";

type Desk = ComponentType<Parameters<typeof UploadDesk>[0]>;

/** Without script the browser itself sends the form; with it, a desk takes its place that goes on after a lost connection. */
export function UploadForm({ refused }: { refused: Issue | null }) {
  const t = useSentence();
  const form = useRef<HTMLFormElement>(null);
  const [loaded, setLoaded] = useState<{ Desk: Desk; chosen: File[] } | null>(null);

  useEffect(() => {
    // Loaded on its own, so that no other page carries it. Where it does not come, the form stays.
    import("./upload-desk.tsx").then(
      ({ UploadDesk }) => setLoaded({ Desk: UploadDesk, chosen: filesIn(form.current) }),
      () => undefined,
    );
  }, []);

  if (loaded) return <loaded.Desk refused={refused} chosen={loaded.chosen} />;
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="stack" ref={form}>
      {refused && (
        <Notice tone="refused" title={t(m.refusedTitle)}>
          <IssueList issues={[refused]} />
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
      <Button kind="main" full>
        {t(m.send)}
      </Button>
    </Form>
  );
}

/** What somebody quick has chosen already. */
function filesIn(form: HTMLFormElement | null): File[] {
  const inputs = form?.querySelectorAll<HTMLInputElement>("input[type=file]") ?? [];
  return [...inputs].flatMap(({ files }) => [...(files ?? [])]);
}
