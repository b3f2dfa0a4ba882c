import { type ReactNode, type SyntheticEvent, useEffect, useState } from "react";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/**
 * Without a network a link or a form would lead to nowhere and take what was typed with it: they stay where they are, and the page
 * says why.
 */
export function OfflineGuard({ children }: { children: ReactNode }) {
  const t = useSentence();
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    const over = () => setStopped(false);
    window.addEventListener("online", over);
    return () => window.removeEventListener("online", over);
  }, []);

  function stop(event: SyntheticEvent) {
    if (navigator.onLine) return;
    const leads = event.type === "submit" || (event.target instanceof Element && event.target.closest("a[href^='/']"));
    if (!leads) return;
    event.preventDefault();
    event.stopPropagation();
    setStopped(true);
    window.scrollTo({ top: 0 });
  }
  return (
    <div onClickCapture={stop} onSubmitCapture={stop}>
      {stopped && (
        <div className="sender">
          <Notice tone="refused" title={t(m.offlineTitle)}>
            {t(m.offlineBody)}
          </Notice>
        </div>
      )}
      {children}
    </div>
  );
}
