import { randomUUID } from "node:crypto";
import type { LinksFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { draftMessages as m, partWords } from "#app/messages/drafts.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import applicationStyles from "./application.css?url";
import { draftPath } from "./draft-path.ts";
import styles from "./drafts.css?url";
import { ownStore } from "./own-store.ts";
import { refusedPhotos } from "./photo-faults.ts";
import { PhotoChooser } from "./photo-queue/photo-chooser.tsx";
import photoStyles from "./photo-queue/photo-queue.css?url";
import { QueuedPhotos } from "./photo-queue/queued-photos.tsx";
import { photoQueue, useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: applicationStyles },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: photoStyles },
];
export const meta = pageTitle(m.begin);

export const loader = allow(["merchant"], ({ account, url }) => {
  ownStore(account);
  return { draftId: randomUUID(), refused: refusedPhotos(url.searchParams) };
});

/** The draft begins with its first photo; until then there is nothing to leave behind. */
export default function NewDraft() {
  const page = useLoaderData<typeof loader>();
  const t = useSentence();
  const navigate = useNavigate();
  // The page may be loaded anew while photos of this draft are on their way.
  const [draftId] = useState(page.draftId);
  const queued = useQueuedPhotos().filter((photo) => photo.draftId === draftId);
  useEffect(
    () =>
      photoQueue().onTaken((photo) => {
        if (photo.draftId === draftId) navigate(draftPath(draftId, "photos"), { replace: true });
      }),
    [draftId, navigate],
  );
  return (
    <Page title={t(partWords.photos.question)} lead={t(partWords.photos.lead)} narrow>
      {page.refused.length > 0 && (
        <Notice tone="refused" title={t(m.photoNotAdded)}>
          <IssueList issues={page.refused} />
        </Notice>
      )}
      <QueuedPhotos photos={queued} />
      <section className="card stack">
        <PhotoChooser target={{ draftId }} main={queued.length === 0} />
        <ButtonLink to="/merchant" full>
          {t(m.previous)}
        </ButtonLink>
      </section>
    </Page>
  );
}
