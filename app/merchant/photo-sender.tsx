import { useLocation, useRevalidator } from "@remix-run/react";
import { useCallback } from "react";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { isShownAt } from "./photo-queue/photo-target.ts";
import { photoQueue, usePhotoSender, useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";

/** Sends photos that wait on this phone from whatever page is open, and says so where the page itself does not. */
export function PhotoSender({ owner }: { owner: string }) {
  const t = useSentence();
  const { pathname } = useLocation();
  const { revalidate } = useRevalidator();
  const queued = useQueuedPhotos();
  usePhotoSender(
    owner,
    useCallback(() => revalidate(), [revalidate]),
  );
  const elsewhere = queued.filter((photo) => !isShownAt(pathname, photo));
  const refused = elsewhere.filter(({ state }) => state === "refused");
  const coming = elsewhere.length - refused.length;
  if (elsewhere.length === 0) return null;
  const stuck = elsewhere.some(({ state }) => state === "waiting" || state === "signed_out");
  return (
    <div className="sender stack">
      {coming > 0 && (
        <Notice tone="waiting" title={t(stuck ? m.waitingElsewhereOffline : m.waitingElsewhere, { count: coming })} />
      )}
      {refused.map(({ id, name, issues }) => (
        <Notice key={id} tone="refused" title={t(m.photoNotAdded)}>
          <p>{name}</p>
          <IssueList issues={issues} />
          <Button type="button" onClick={() => void photoQueue().remove(id)}>
            {t(m.removePhoto)}
          </Button>
        </Notice>
      ))}
    </div>
  );
}
