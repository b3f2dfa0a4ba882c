import { redirect } from "@remix-run/node";
import { z } from "zod";
import { addDraftPhoto, draftPhotoMegabytes, photosOfADraft } from "#app/domain/draft/add-photo.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { receiveUpload, type Upload, UploadRefused } from "#app/services/uploads/receive-upload.ts";
import { allow } from "#app/web/allow.server.ts";
import { draftPath, draftsPath } from "./draft-path.ts";
import { merchantActor, ownStore } from "./own-store.ts";

export const loader = allow(["merchant"], () => redirect("/merchant"));

const megabyte = 1024 * 1024;
/** The form's few fields and the rims around the files. */
const rim = 64 * 1024;
const ids = z.object({ draft: z.uuid(), photo_id: z.uuid().nullable().catch(null) });

/** Takes photos of a draft in: one by one from the phone's queue, which reads the answer, or all at once from a form. */
export const action = allow(["merchant"], async ({ account, database, blobs, request }) => {
  const storeId = ownStore(account);
  const toQueue = request.headers.get("accept")?.startsWith("application/json") === true;
  const limits = toQueue
    ? { maximumBytes: draftPhotoMegabytes * megabyte + rim, maximumFiles: 1 }
    : { maximumBytes: photosOfADraft * draftPhotoMegabytes * megabyte + rim, maximumFiles: photosOfADraft };
  let upload: Upload;
  try {
    upload = await receiveUpload(request, { ...limits, fileFields: ["photos"] });
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    return answer(toQueue, null, [issue(error.code, {}, { params: error.params })]);
  }
  try {
    const known = ids.safeParse(upload.fields);
    const files = upload.files.filter(({ size }) => size > 0);
    if (!known.success) return answer(toQueue, null, [issue("draft.not_found")]);
    const { draft: draftId, photo_id: photoId } = known.data;
    if (files.length === 0) return answer(toQueue, draftId, [issue("upload.missing_file", { field: "photos" })]);
    const issues: Issue[] = [];
    for (const { name, path, size } of files) {
      if (size > draftPhotoMegabytes * megabyte) {
        issues.push(issue("upload.too_large", {}, { params: { maximum: draftPhotoMegabytes } }));
        continue;
      }
      const photo = {
        storeId,
        accountId: account.id,
        draftId,
        photoId: toQueue ? photoId : null,
        fileName: name,
        path,
      };
      const outcome = await addDraftPhoto(database, blobs, merchantActor(account), photo);
      if (!outcome.ok) issues.push(...outcome.issues);
    }
    return answer(toQueue, draftId, issues);
  } finally {
    await upload.remove();
  }
});

function answer(toQueue: boolean, draftId: string | null, issues: readonly Issue[]): Response {
  const [first] = issues;
  if (toQueue) return Response.json({ issues }, { status: first ? statusOf(first) : 200 });
  const query = first
    ? `?${new URLSearchParams({ refused: first.code, maximum: String(first.params.maximum ?? "") })}`
    : "";
  // A form that brought nothing has begun nothing.
  const begun = draftId !== null && first?.code !== "upload.missing_file" && first?.code !== "draft.not_found";
  return redirect(`${begun ? draftPath(draftId, "photos") : `${draftsPath}/new`}${query}`);
}

function statusOf({ code }: Issue): number {
  if (code === "draft.not_found") return 404;
  // It broke off, or there was no room for it here: the phone tries again.
  if (code === "upload.interrupted") return 503;
  return code === "upload.too_large" ? 413 : 422;
}
