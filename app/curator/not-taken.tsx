import { Link, useRevalidator } from "@remix-run/react";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import type { MarksOutbox } from "./marks-outbox.ts";

/** What the server did not take, whichever product it was about. */
export function NotTakenList({ outbox, here }: { outbox: MarksOutbox; here: string }) {
  const t = useSentence();
  const { revalidate } = useRevalidator();
  return (
    <>
      {outbox.state === "shut_out" && (
        <Notice tone="refused" title={t(m.shutOut)}>
          <Link to="/login/password" target="_blank">
            {t(m.logInAgain)}
          </Link>
        </Notice>
      )}
      {outbox.notTaken.map(({ submissionId, name, give, issues }) => (
        <Notice key={submissionId} tone="refused" title={t(give ? m.notTaken : m.notSaved, { name })}>
          <IssueList issues={issues} />
          <div className="desk-row">
            {submissionId === here ? (
              <Button onClick={revalidate}>{t(m.reload)}</Button>
            ) : (
              <Link to={`/curator/judging/${submissionId}`}>{t(m.toThat)}</Link>
            )}
            <Button onClick={() => outbox.forget(submissionId)}>{t(m.forget)}</Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
