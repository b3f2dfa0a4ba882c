import { redirect } from "@remix-run/node";
import { z } from "zod";
import { addDraftPhoto, draftPhotoMegabytes, photosOfADraft } from "#app/domain/draft/add-photo.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { addProductPhoto } from "#app/domain/product/product-photos.ts";
import { receiveUpload, type Upload, UploadRefused } from "#app/services/uploads/receive-upload.ts";
import { allow } from "#app/web/allow.server.ts";
import { draftPath, draftsPath } from "./draft-path.ts";
import { merchantActor, ownStore } from "./own-store.ts";
import { refusalQuery } from "./photo-faults.ts";
import { type PhotoTarget, productPhotosPath } from "./photo-queue/photo-target.ts";

export const loader = allow(["merchant"], () => redirect("/merchant"));

const megabyte = 1024 * 1024;
/** The form's few fields and the rims around the files. */
const rim = 64 * 1024;
const ofDraft = z.object({ draft: z.uuid() }).transform(({ draft }) => ({ draftId: draft }));
const ofProduct = z.object({ product: z.uuid() }).transform(({ product }) => ({ productId: product }));
const targets = z.union([ofDraft, ofProduct]);
const fields = z.object({
  photo_id: z.uuid().nullable().catch(null),
  /** Whose phone's queue it is. */
  owner: z.string().optional(),
});

/** Takes photos of a draft or a product in: one by one from the phone's queue, which reads the answer, or all at once from a form. */
export const action = allow(["merchant"], async ({ account, database, blobs, request, url }) => {
  const own = { storeId: ownStore(account), accountId: account.id };
  const actor = merchantActor(account);
  const { data: target } = targets.safeParse(Object.fromEntries(url.searchParams));
  const toQueue = request.headers.get("accept")?.startsWith("application/json") === true;
  const answer = toQueue ? answerQueue : answerForm;
  if (!target) return answer({}, [issue("draft.not_found")]);
  const limits = toQueue
    ? { maximumBytes: draftPhotoMegabytes * megabyte + rim, maximumFiles: 1 }
    : { maximumBytes: photosOfADraft * draftPhotoMegabytes * megabyte + rim, maximumFiles: photosOfADraft };
  let upload: Upload;
  try {
    upload = await receiveUpload(request, { ...limits, fileFields: ["photos"] });
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    return answer(target, [issue(error.code, {}, { params: error.params })]);
  }
  try {
    const { photo_id, owner = account.id } = fields.parse(upload.fields);
    // Another merchant has logged in on this phone while a page of the first one is still open.
    if (owner !== account.id) return new Response(null, { status: 401 });
    const files = upload.files.filter(({ size }) => size > 0);
    if (files.length === 0) return answer(target, [issue("upload.missing_file", { field: "photos" })]);
    const issues: Issue[] = [];
    for (const { name, path, size } of files) {
      if (size > draftPhotoMegabytes * megabyte) {
        issues.push(issue("upload.too_large", {}, { params: { maximum: draftPhotoMegabytes } }));
        continue;
      }
      const photo = { ...own, photoId: toQueue ? photo_id : null, fileName: name, path };
      const outcome =
        "productId" in target
          ? await addProductPhoto(database, blobs, actor, { ...photo, ...target })
          : await addDraftPhoto(database, blobs, actor, { ...photo, ...target });
      if (!outcome.ok) issues.push(...outcome.issues);
    }
    return answer(target, issues);
  } finally {
    await upload.remove();
  }
});

function answerQueue(_target: PhotoTarget, issues: readonly Issue[]): Response {
  const [first] = issues;
  return Response.json({ issues }, { status: first ? statusOf(first) : 200 });
}

function answerForm({ draftId, productId }: PhotoTarget, [refused]: readonly Issue[]): Response {
  const query = refused ? `?${refusalQuery(refused)}` : "";
  if (productId) return redirect(`${productPhotosPath(productId)}${query}`);
  // A form that brought nothing has begun nothing.
  const begun = draftId && refused?.code !== "upload.missing_file" && refused?.code !== "draft.not_found";
  return redirect(`${begun ? draftPath(draftId, "photos") : `${draftsPath}/new`}${query}`);
}

function statusOf({ code }: Issue): number {
  if (code === "draft.not_found" || code === "product.not_found") return 404;
  // It broke off, or there was no room for it here: the phone tries again.
  if (code === "upload.interrupted") return 503;
  return code === "upload.too_large" ? 413 : 422;
}
