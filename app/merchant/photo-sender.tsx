import { useLocation, useRevalidator } from "@remix-run/react";
import { useCallback } from "react";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { draftsPath } from "./draft-path.ts";
import { usePhotoSender, useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";

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
  const elsewhere = queued.filter(
    ({ draftId }) => !pathname.startsWith(`${draftsPath}/${draftId}`) && pathname !== `${draftsPath}/new`,
  );
  if (elsewhere.length === 0) return null;
  const stuck = elsewhere.some(({ state }) => state === "waiting" || state === "signed_out");
  return (
    <div className="sender">
      <Notice
        tone="waiting"
        title={t(stuck ? m.waitingElsewhereOffline : m.waitingElsewhere, { count: elsewhere.length })}
      />
    </div>
  );
}
