import { type LinksFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import cropStyles from "react-image-crop/dist/ReactCrop.css?url";
import { editDraftPhoto } from "#app/domain/draft/edit-photo.ts";
import { decodedPhoto } from "#app/domain/draft/load-photos.ts";
import { photoEditorMessages as m } from "#app/messages/photo-editor.ts";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { draftPath, originOf } from "./draft-path.ts";
import { openOwnDraft } from "./own-draft.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { editablePhotos } from "./photo-editor/editable-photo.server.ts";
import styles from "./photo-editor/photo-editor.css?url";
import { PhotoEditor } from "./photo-editor/photo-editor.tsx";
import { editingOf, readEditing } from "./photo-editor/read-editing.ts";

export const links: LinksFunction = () => [cropStyles, styles].map((href) => ({ rel: "stylesheet", href }));
export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const { id, photos } = await openOwnDraft(database, account, params.id);
  const own = photos.find((photo) => photo.id === params.photo);
  const decoded = orNotFound(own ? decodedPhoto(own) : null);
  const photo = orNotFound((await editablePhotos(database, [decoded])).get(decoded.sha256) ?? null);
  const begun = editingOf(url.searchParams, decoded.edits, photo);
  return { photo, begun, back: draftPath(id, "photos", originOf(url)) };
});

export const action = allow(["merchant"], async ({ account, database, params, request, url }) => {
  const { id: draftId, photos } = await openOwnDraft(database, account, params.id);
  const { id: photoId } = orNotFound(photos.find((photo) => photo.id === params.photo) ?? null);
  const edits = readEditing(await request.formData());
  if (!edits) throw new Response(null, { status: 400 });
  const own = { storeId: ownStore(account), draftId };
  const outcome = await editDraftPhoto(database, merchantActor(account), { ...own, photoId, edits });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  throw redirect(draftPath(draftId, "photos", originOf(url)));
});

export default function EditDraftPhoto() {
  return <PhotoEditor {...useLoaderData<typeof loader>()} />;
}
