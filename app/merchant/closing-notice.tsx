import { useLocation } from "@remix-run/react";
import { closingMessages as m } from "#app/messages/closing.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** Stands above every page of the wing while its merchant is leaving. */
export function ClosingNotice() {
  const t = useSentence();
  if (useLocation().pathname === "/merchant/closing") return null;
  return (
    <Notice tone="waiting" title={t(m.closing)}>
      <ButtonLink to="/merchant/closing">{t(m.toClosing)}</ButtonLink>
    </Notice>
  );
}
