import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { photosOfADraft } from "#app/domain/draft/add-photo.ts";
import { arrangeDraftPhoto, draftPhotoInput, removeDraftPhoto } from "#app/domain/draft/arrange-photos.ts";
import { decodedPhoto } from "#app/domain/draft/load-photos.ts";
import { draftMessages as m, partWords } from "#app/messages/drafts.ts";
import { endpoints } from "#app/routes.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import applicationStyles from "./application.css?url";
import { draftPath, originOf, pathAfter } from "./draft-path.ts";
import { PhotoChooser } from "./draft-photo-chooser.tsx";
import { DraftPlace, DraftQuestions } from "./draft-place.tsx";
import { PhotoPreview, QueuedPhotos } from "./draft-queued-photos.tsx";
import styles from "./drafts.css?url";
import { openOwnDraft } from "./own-draft.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { refusedPhotos } from "./photo-faults.ts";
import { previewOf, useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: applicationStyles },
  { rel: "stylesheet", href: styles },
];
export const meta = pageTitle(m.photosTitle);

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const { id, photos, steps } = await openOwnDraft(database, account, params.id);
  const shownPhoto = await shownPhotos(database, photos.map(decodedPhoto));
  const from = originOf(url);
  return {
    draftId: id,
    photos: photos.map((photo) => ({ ...photo, src: shownPhoto(decodedPhoto(photo))?.small ?? null })),
    steps,
    from,
    maximum: photosOfADraft,
    next: pathAfter(id, steps, "photos", from),
    refused: refusedPhotos(url.searchParams),
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request, url }) => {
  const form = await request.formData();
  const intent = form.has("remove") ? "remove" : "first";
  const own = { storeId: ownStore(account), draftId: params.id, photoId: form.get(intent) };
  const { data: input } = draftPhotoInput.safeParse(own);
  const outcome = await (intent === "remove"
    ? removeDraftPhoto(database, merchantActor(account), orNotFound(input ?? null))
    : arrangeDraftPhoto(database, { ...orNotFound(input ?? null), to: "first" }));
  if (!outcome.ok) throw new Response(null, { status: 404 });
  throw redirect(draftPath(params.id ?? "", "photos", originOf(url)));
});

const lookAgainMilliseconds = 1_500;

export default function DraftPhotosStep() {
  const { draftId, photos, steps, from, maximum, next, refused } = useLoaderData<typeof loader>();
  const t = useSentence();
  const queued = useQueuedPhotos().filter((photo) => photo.draftId === draftId);
  useFreshWhile(photos.some(({ state }) => state === "waiting"));
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
          <ol className="draft-photos">
            {photos.map((photo, index) => (
              <li key={photo.id} className="card draft-photo">
                <PhotoPreview
                  src={photo.src ?? (photo.state === "waiting" ? previewOf(photo.id) : null)}
                  alt={t(m.photoNumber, { number: index + 1 })}
                />
                <div className="draft-photo-words">
                  {index === 0 && <strong>{t(m.mainPhoto)}</strong>}
                  {photo.state === "waiting" && <Status tone="waiting" word={t(m.looking)} />}
                  {photo.state === "ready" && <Status tone="live" word={t(m.ready)} />}
                  {photo.state === "refused" && <IssueList issues={photo.issues} />}
                  {index > 0 && photo.state !== "refused" && (
                    <Button name="first" value={photo.id} aria-label={t(m.makeFirstNumber, { number: index + 1 })}>
                      {t(m.makeFirst)}
                    </Button>
                  )}
                  <Button name="remove" value={photo.id} aria-label={t(m.removeNumber, { number: index + 1 })}>
                    {t(m.removePhoto)}
                  </Button>
                </div>
              </li>
            ))}
          </ol>
        </Form>
      )}
      <QueuedPhotos photos={queued} />
      <section className="card stack">
        {some && (
          <ButtonLink to={next} kind="main" full>
            {t(m.next)}
          </ButtonLink>
        )}
        {some && <h2>{t(m.morePhotos)}</h2>}
        {photos.length + queued.length < maximum && <PhotoChooser draftId={draftId} main={!some} />}
        <ButtonLink to={from ? draftPath(draftId, "review") : "/merchant"} full>
          {t(from ? m.previous : m.home)}
        </ButtonLink>
      </section>
      <DraftQuestions draftId={draftId} steps={steps} current="photos" />
    </Page>
  );
}

/** Asks again while a photo is being looked at, which takes a second or two; a page that cannot be reached is left as it is. */
function useFreshWhile(waiting: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      fetch(endpoints.alive.path).then(revalidate, () => undefined);
    }, lookAgainMilliseconds);
    return () => clearInterval(timer);
  }, [waiting, revalidate]);
}
