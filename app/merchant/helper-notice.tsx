import { Form } from "@remix-run/react";
import { helpMessages as m } from "#app/messages/help.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** Stands above every page of the wing while somebody types for its merchant. */
export function HelperNotice({ merchant, helper }: { merchant: string; helper: string }) {
  const t = useSentence();
  return (
    <Notice tone="information" title={t(m.helping, { merchant })}>
      <p>{t(m.helpingLead, { merchant, helper })}</p>
      <Form method="post" action="/help" reloadDocument>
        <Button>{t(m.end)}</Button>
      </Form>
    </Notice>
  );
}
