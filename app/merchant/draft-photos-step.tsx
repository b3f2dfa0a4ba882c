import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { photosOfADraft } from "#app/domain/draft/add-photo.ts";
import {
  arrangeDraftPhoto,
  arrangeDraftPhotoInput,
  draftPhotoInput,
  removeDraftPhoto,
} from "#app/domain/draft/arrange-photos.ts";
import { arrangements } from "#app/domain/picture/arrange.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { draftMessages as m, partWords } from "#app/messages/drafts.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import applicationStyles from "./application.css?url";
import { draftPath, originOf, pathAfter } from "./draft-path.ts";
import { DraftPlace, DraftQuestions } from "./draft-place.tsx";
import styles from "./drafts.css?url";
import { openOwnDraft } from "./own-draft.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { answerHint } from "./photo-editor/answer-hint.server.ts";
import { PhotoCard } from "./photo-editor/photo-card.tsx";
import { photoCards } from "./photo-editor/photo-cards.server.ts";
import editorStyles from "./photo-editor/photo-editor.css?url";
import { refusedPhotos } from "./photo-faults.ts";
import { PhotoChooser } from "./photo-queue/photo-chooser.tsx";
import photoStyles from "./photo-queue/photo-queue.css?url";
import { QueuedPhotos } from "./photo-queue/queued-photos.tsx";
import { useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: applicationStyles },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: photoStyles },
  { rel: "stylesheet", href: editorStyles },
];
export const meta = pageTitle(m.photosTitle);

export const loader = allow(["merchant"], async ({ account, database, params, url, locale }) => {
  const storeId = ownStore(account);
  // First, so that whatever moves while the rest is read is heard as a change.
  const progress = await listRecentProgress(database, storeId);
  const { id, photos, steps } = await openOwnDraft(database, account, params.id);
  const views = await photoCards(database, { storeId, draftId: id }, photos, locale);
  const from = originOf(url);
  return {
    draftId: id,
    photos: photos.flatMap((photo, index) => {
      const view = views[index];
      return view ? [{ ...photo, ...view }] : [];
    }),
    progress: progress.filter((row) => row.id === id),
    steps,
    from,
    maximum: photosOfADraft,
    next: pathAfter(id, steps, "photos", from),
    refused: refusedPhotos(url.searchParams),
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request, url }) => {
  const form = await request.formData();
  if (!(await answerHint(database, account, form))) {
    const own = { storeId: ownStore(account), draftId: params.id };
    const to = arrangements.find((one) => form.has(one));
    const outcome = await (to
      ? arrangeDraftPhoto(
          database,
          orNotFound(arrangeDraftPhotoInput.safeParse({ ...own, to, photoId: form.get(to) }).data ?? null),
        )
      : removeDraftPhoto(
          database,
          merchantActor(account),
          orNotFound(draftPhotoInput.safeParse({ ...own, photoId: form.get("remove") }).data ?? null),
        ));
    if (!outcome.ok) throw new Response(null, { status: 404 });
  }
  throw redirect(draftPath(params.id ?? "", "photos", originOf(url)));
});

const gatherMilliseconds = 200;

export default function DraftPhotosStep() {
  const { draftId, photos, progress, steps, from, maximum, next, refused } = useLoaderData<typeof loader>();
  const t = useSentence();
  const queued = useQueuedPhotos().filter((photo) => photo.draftId === draftId);
  const heard = useProgress(progress).filter(({ id }) => id === draftId);
  useFreshPage(heard, gatherMilliseconds);
  const some = photos.length + queued.length > 0;
  return (
    <Page
      title={t(some ? m.photosTitle : partWords.photos.question)}
      lead={t(some ? m.photosLead : partWords.photos.lead, { maximum })}
      narrow
    >
      <DraftPlace steps={steps} current="photos" />
      {refused.length > 0 && (
        <Notice tone="refused" title={t(m.photoNotAdded)}>
          <IssueList issues={refused} />
        </Notice>
      )}
      {photos.length > 0 && (
        <Form method="post" action={draftPath(draftId, "photos", from)}>
          <ol className="photo-cards">
            {photos.map((photo, index) => (
              <PhotoCard
                key={photo.id}
                photo={photo}
                index={index}
                count={photos.length}
                main={index === photos.findIndex(({ state }) => state !== "refused")}
                editor={draftPath(draftId, `photos/${photo.id}`, from)}
              />
            ))}
          </ol>
        </Form>
      )}
      <QueuedPhotos photos={queued} />
      <section className="card stack" id="more-photos">
        {some && (
          <ButtonLink to={next} kind="main" full>
            {t(m.next)}
          </ButtonLink>
        )}
        {some && <h2>{t(m.morePhotos)}</h2>}
        {photos.length + queued.length < maximum ? (
          <PhotoChooser target={{ draftId }} main={!some} />
        ) : (
          <p>{t(m.photosFull, { maximum })}</p>
        )}
        <ButtonLink to={from ? draftPath(draftId, "review") : "/merchant"} full>
          {t(from ? m.previous : m.home)}
        </ButtonLink>
      </section>
      <DraftQuestions draftId={draftId} steps={steps} current="photos" />
    </Page>
  );
}
