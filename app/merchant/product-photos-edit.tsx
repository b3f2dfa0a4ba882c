import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { photosOfADraft } from "#app/domain/draft/add-photo.ts";
import { arrangements } from "#app/domain/picture/arrange.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import {
  changePhoto,
  changePhotoInput,
  findComingPhotos,
  removeComingPhoto,
} from "#app/domain/product/product-photos.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { draftMessages } from "#app/messages/drafts.ts";
import { productPhotoMessages as m } from "#app/messages/product-photos.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { answerHint } from "./photo-editor/answer-hint.server.ts";
import { PhotoCard } from "./photo-editor/photo-card.tsx";
import { photoCards } from "./photo-editor/photo-cards.server.ts";
import styles from "./photo-editor/photo-editor.css?url";
import { refusedPhotos } from "./photo-faults.ts";
import { PhotoChooser } from "./photo-queue/photo-chooser.tsx";
import photoStyles from "./photo-queue/photo-queue.css?url";
import { productPhotosPath } from "./photo-queue/photo-target.ts";
import { QueuedPhotos } from "./photo-queue/queued-photos.tsx";
import { useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";

export const links: LinksFunction = () => [styles, photoStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta = pageTitle(m.title);

const gatherMilliseconds = 200;

export const loader = allow(["merchant"], async ({ account, database, params, locale, url }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  // First, so that whatever moves while the rest is read is heard as a change.
  const progress = await listRecentProgress(database, own.storeId);
  const coming = await findComingPhotos(database, own);
  const { id, facts } = orNotFound(await findProduct(database, own));
  const theirs = facts.photos.map(({ sha256, edits }) => ({
    ...{ id: sha256, state: "ready" as const, begun: true, issues: [], sha256, edits },
  }));
  const photos = [...theirs, ...coming];
  const views = await photoCards(database, own, photos, locale);
  return {
    id,
    photos: photos.flatMap((photo, index) => {
      const view = views[index];
      return view ? [{ ...photo, ...view }] : [];
    }),
    ordered: theirs.length,
    progress: progress.filter(({ kind }) => kind === "photos"),
    refused: refusedPhotos(url.searchParams),
    maximum: photosOfADraft,
  };
});

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  orNotFound(await findProduct(database, own));
  const form = await request.formData();
  if (!(await answerHint(database, account, form))) {
    const what = (["remove", ...arrangements] as const).find((one) => form.has(one));
    const photo = form.get(what ?? "");
    const coming = z.uuid().safeParse(photo);
    const change = changePhotoInput.safeParse({ ...own, what, sha256: photo });
    if (what === "remove" && coming.success) await removeComingPhoto(database, own, coming.data);
    else if (change.success) await changePhoto(database, merchantActor(account), change.data);
    else throw new Response(null, { status: 400 });
  }
  throw redirect(productPhotosPath(own.productId));
});

export default function EditPhotos() {
  const { id, photos, ordered, progress, refused, maximum } = useLoaderData<typeof loader>();
  const t = useSentence();
  const queued = useQueuedPhotos().filter((photo) => photo.productId === id);
  const heard = useProgress(progress).filter(({ kind }) => kind === "photos");
  useFreshPage(heard, gatherMilliseconds);
  const some = photos.length + queued.length > 0;
  const room = maximum - [...photos, ...queued].filter(({ state }) => state !== "refused").length;
  return (
    <Page title={t(m.title)} lead={t(draftMessages.photosLead, { maximum })} narrow>
      {refused.length > 0 && (
        <Notice tone="refused" title={t(draftMessages.photoNotAdded)}>
          <IssueList issues={refused} />
        </Notice>
      )}
      {photos.length > 1 && (
        <ButtonLink to="#more-photos" full>
          {t(draftMessages.morePhotos)}
        </ButtonLink>
      )}
      {photos.length > 0 ? (
        // With an address of its own: a press leaves what the page said of an earlier form behind.
        <Form method="post" action={productPhotosPath(id)}>
          <ol className="photo-cards">
            {photos.map((photo, index) => (
              <PhotoCard
                key={photo.id}
                photo={photo}
                index={index}
                count={index < ordered ? ordered : 1}
                main={index === 0 && ordered > 0}
                editor={`${productPhotosPath(id)}/${photo.id}`}
              />
            ))}
          </ol>
        </Form>
      ) : (
        queued.length === 0 && <p className="soft">{t(m.none)}</p>
      )}
      <QueuedPhotos photos={queued} />
      <section className="card stack" id="more-photos">
        {some && <h2>{t(draftMessages.morePhotos)}</h2>}
        {room > 0 ? (
          <PhotoChooser target={{ productId: id }} main={!some} />
        ) : (
          <p>{t(draftMessages.photosFull, { maximum })}</p>
        )}
        <ButtonLink to={`/merchant/products/${id}`} kind={some ? "main" : "plain"} full>
          {t(m.done)}
        </ButtonLink>
      </section>
    </Page>
  );
}
