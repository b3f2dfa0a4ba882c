import { type LinksFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import cropStyles from "react-image-crop/dist/ReactCrop.css?url";
import { findProduct } from "#app/domain/product/find-product.ts";
import { editProductPhoto } from "#app/domain/product/product-photos.ts";
import { photoEditorMessages as m } from "#app/messages/photo-editor.ts";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { editablePhotos } from "./photo-editor/editable-photo.server.ts";
import styles from "./photo-editor/photo-editor.css?url";
import { PhotoEditor } from "./photo-editor/photo-editor.tsx";
import { editingOf, readEditing } from "./photo-editor/read-editing.ts";
import { productPhotosPath } from "./photo-queue/photo-target.ts";

export const links: LinksFunction = () => [cropStyles, styles].map((href) => ({ rel: "stylesheet", href }));
export const meta = pageTitle(m.title);

/** `:photo` is the original's SHA-256, of which a product has no two. */
export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, facts } = orNotFound(await findProduct(database, own));
  const stored = orNotFound(facts.photos.find(({ sha256 }) => sha256 === params.photo) ?? null);
  const photo = orNotFound((await editablePhotos(database, [stored])).get(stored.sha256) ?? null);
  const begun = editingOf(url.searchParams, stored.edits, photo);
  return { photo, begun, back: productPhotosPath(id) };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, facts } = orNotFound(await findProduct(database, own));
  const { sha256 } = orNotFound(facts.photos.find((photo) => photo.sha256 === params.photo) ?? null);
  const edits = readEditing(await request.formData());
  if (!edits) throw new Response(null, { status: 400 });
  const outcome = await editProductPhoto(database, merchantActor(account), { ...own, sha256, edits });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  throw redirect(productPhotosPath(id));
});

export default function EditProductPhoto() {
  return <PhotoEditor {...useLoaderData<typeof loader>()} />;
}
