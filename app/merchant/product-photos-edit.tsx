import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { photosOfADraft } from "#app/domain/draft/add-photo.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { arrangements } from "#app/domain/picture/arrange.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import {
  addProductPhoto,
  addProductPhotoInput,
  changePhoto,
  changePhotoInput,
  findComingPhotos,
  forgetComingPhoto,
} from "#app/domain/product/product-photos.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { productPhotoMessages as m } from "#app/messages/product-photos.ts";
import { receiveUpload, type Upload, UploadRefused } from "#app/services/uploads/receive-upload.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { answerHint } from "./photo-editor/answer-hint.server.ts";
import { PhotoCard } from "./photo-editor/photo-card.tsx";
import { photoCards } from "./photo-editor/photo-cards.server.ts";
import styles from "./photo-editor/photo-editor.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.title);

/** Of one sending. */
const mostBytes = 200 * 1024 * 1024;
const gatherMilliseconds = 200;

export const loader = allow(["merchant"], async ({ account, database, params, locale }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  // First, so that whatever moves while the rest is read is heard as a change.
  const progress = await listRecentProgress(database, own.storeId);
  const { id, facts } = orNotFound(await findProduct(database, own));
  const views = await photoCards(database, own, facts.photos, locale);
  return {
    id,
    name: facts.name,
    photos: facts.photos.flatMap(({ sha256, edits }, index) => {
      const view = views[index];
      return view ? [{ id: sha256, state: "ready" as const, begun: true, issues: [], sha256, edits, ...view }] : [];
    }),
    coming: await findComingPhotos(database, own),
    progress: progress.filter(({ kind }) => kind === "photos"),
  };
});

export const action = allow(["merchant"], async ({ account, database, blobs, request, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  orNotFound(await findProduct(database, own));
  const actor = merchantActor(account);
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    const issues = await takeFiles(request, (file) => {
      const input = addProductPhotoInput.parse({ ...own, accountId: account.id, fileName: file.name, path: file.path });
      return addProductPhoto(database, blobs, actor, input);
    });
    if (issues.length > 0) return data({ issues }, { status: 422 });
    throw redirect(`/merchant/products/${params.id}/photos`);
  }
  const form = await request.formData();
  const forgotten = z.uuid().safeParse(form.get("forget"));
  const what = (["remove", ...arrangements] as const).find((one) => form.has(one));
  const change = changePhotoInput.safeParse({ ...own, what, sha256: form.get(what ?? "") });
  if (await answerHint(database, account, form)) throw redirect(`/merchant/products/${params.id}/photos`);
  if (forgotten.success) await forgetComingPhoto(database, own, forgotten.data);
  else if (change.success) await changePhoto(database, actor, change.data);
  else throw new Response(null, { status: 400 });
  throw redirect(`/merchant/products/${params.id}/photos`);
});

async function takeFiles(
  request: Request,
  take: (file: Upload["files"][number]) => ReturnType<typeof addProductPhoto>,
): Promise<Issue[]> {
  let upload: Upload;
  try {
    upload = await receiveUpload(request, {
      maximumBytes: mostBytes,
      maximumFiles: photosOfADraft,
      fileFields: ["photos"],
    });
  } catch (error) {
    if (error instanceof UploadRefused) return [issue(error.code, { field: "photos" }, { params: error.params })];
    throw error;
  }
  try {
    const files = upload.files.filter(({ size }) => size > 0);
    if (files.length === 0) return [issue("upload.missing_file", { field: "photos" })];
    for (const file of files) {
      const outcome = await take(file);
      if (!outcome.ok) return outcome.issues;
    }
    return [];
  } finally {
    await upload.remove();
  }
}

export default function EditPhotos() {
  const { id, name, photos, coming, progress } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const heard = useProgress(progress).filter(({ kind }) => kind === "photos");
  useFreshPage(heard, gatherMilliseconds);
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {refused && <IssueList issues={refused.issues} />}
      <Form method="post" encType="multipart/form-data" reloadDocument className="card stack" id="more-photos">
        <Field type="file" name="photos" multiple accept="image/*,.heic,.heif" label={t(m.choose)} hint={t(m.hint)} />
        <Button kind="main" full disabled={busy}>
          {t(m.add)}
        </Button>
      </Form>
      {coming.length > 0 && (
        <section className="stack" aria-labelledby="coming">
          <h2 id="coming">{t(m.coming)}</h2>
          <ul className="stack">
            {coming.map(({ id: photoId, state, begun, fileName, issues }) => (
              <li key={photoId} className="card stack">
                {state === "refused" ? (
                  <Form method="post" className="stack">
                    <IssueList issues={issues} />
                    <Button name="forget" value={photoId}>
                      {t(m.forget)}
                    </Button>
                  </Form>
                ) : (
                  <Status tone="waiting" word={t(begun ? m.looking : m.queued, { file: fileName })} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby="own">
        <h2 id="own">{t(m.own)}</h2>
        {photos.length === 0 && <p className="soft">{t(m.none)}</p>}
        <Form method="post">
          <ol className="photo-cards">
            {photos.map((photo, index) => (
              <PhotoCard
                key={photo.id}
                photo={photo}
                index={index}
                count={photos.length}
                main={index === 0}
                editor={`/merchant/products/${id}/photos/${photo.id}`}
                placeholder={<PhotoThumb src={null} alt={name} />}
              />
            ))}
          </ol>
        </Form>
      </section>
      <p>
        <ButtonLink to={`/merchant/products/${id}`} full>
          {t(m.done)}
        </ButtonLink>
      </p>
    </Page>
  );
}
