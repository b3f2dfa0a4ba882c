import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { z } from "zod";
import { photosOfADraft } from "#app/domain/draft/add-photo.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import {
  addProductPhoto,
  addProductPhotoInput,
  changePhoto,
  changePhotoInput,
  findComingPhotos,
  forgetComingPhoto,
} from "#app/domain/product/product-photos.ts";
import { merchantMessages } from "#app/messages/merchant.ts";
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
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const meta = pageTitle(m.title);

/** Of one sending. */
const mostBytes = 200 * 1024 * 1024;
const askAgainMilliseconds = 2_000;

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, facts } = orNotFound(await findProduct(database, own));
  const shownPhoto = await shownPhotos(database, facts.photos);
  return {
    id,
    name: facts.name,
    photos: facts.photos.map((photo) => ({ sha256: photo.sha256, src: shownPhoto(photo)?.small ?? null })),
    coming: await findComingPhotos(database, own),
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
  const form = Object.fromEntries(await request.formData());
  const forgotten = z.uuid().safeParse(form.forget);
  const change = changePhotoInput.safeParse({ ...own, what: form.what, sha256: form.sha256 });
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
  const { id, name, photos, coming } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  useFreshWhile(coming.some(({ state }) => state === "waiting"));
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {refused && <IssueList issues={refused.issues} />}
      <Form method="post" encType="multipart/form-data" reloadDocument className="card stack">
        <Field type="file" name="photos" multiple accept="image/*,.heic,.heif" label={t(m.choose)} hint={t(m.hint)} />
        <Button kind="main" full disabled={busy}>
          {t(m.add)}
        </Button>
      </Form>
      {coming.length > 0 && (
        <section className="stack" aria-labelledby="coming">
          <h2 id="coming">{t(m.coming)}</h2>
          <ul className="stack">
            {coming.map(({ id: photoId, state, fileName, issues }) => (
              <li key={photoId} className="card stack">
                {state === "refused" ? (
                  <Form method="post" className="stack">
                    <IssueList issues={issues} />
                    <Button name="forget" value={photoId}>
                      {t(m.forget)}
                    </Button>
                  </Form>
                ) : (
                  <Status tone="waiting" word={t(m.looking, { file: fileName })} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby="own">
        <h2 id="own">{t(m.own)}</h2>
        {photos.length === 0 && <p className="soft">{t(m.none)}</p>}
        <ol className="stack">
          {photos.map(({ sha256, src }, index) => {
            const alt = t(merchantMessages.photoAlt, { name, number: index + 1 });
            return (
              <li key={sha256} className="card photo-line">
                <PhotoThumb src={src} alt={alt} size={160} />
                <Form method="post" className="stack">
                  <input type="hidden" name="sha256" value={sha256} />
                  {index === 0 ? (
                    <Status tone="live" word={t(m.isFirst)} />
                  ) : (
                    <Button name="what" value="first" aria-label={`${t(m.first)}: ${alt}`}>
                      {t(m.first)}
                    </Button>
                  )}
                  <Button name="what" value="remove" aria-label={`${t(m.remove)}: ${alt}`}>
                    {t(m.remove)}
                  </Button>
                </Form>
              </li>
            );
          })}
        </ol>
      </section>
      <p>
        <ButtonLink to={`/merchant/products/${id}`} full>
          {t(m.done)}
        </ButtonLink>
      </p>
    </Page>
  );
}

/** A photo is decoded in a moment or two. */
function useFreshWhile(waiting: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(revalidate, askAgainMilliseconds);
    return () => clearInterval(timer);
  }, [waiting, revalidate]);
}
