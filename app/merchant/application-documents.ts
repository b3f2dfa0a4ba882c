import { redirect } from "@remix-run/node";
import {
  addDocument,
  documentMegabytes,
  removeDocument,
  removeDocumentInput,
} from "#app/domain/application/documents.ts";
import type { ApplicationStep } from "#app/domain/application/find-application.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { receiveUpload, type Upload, UploadRefused } from "#app/services/uploads/receive-upload.ts";
import { allow } from "#app/web/allow.server.ts";
import { applicationPath } from "./application-path.ts";
import { openOwnApplication } from "./own-application.server.ts";
import { merchantActor } from "./own-store.ts";

export const loader = allow(["merchant"], () => redirect(applicationPath));

/** The form's few fields and the rim around the file. */
const rim = 64 * 1024;

/** Takes a document of a step in, or lets one go, and answers with the step's own page. */
export const action = allow(["merchant"], async ({ account, database, blobs, request }) => {
  const { steps } = await openOwnApplication(database, account);
  const actor = merchantActor(account);
  let upload: Upload;
  try {
    const maximumBytes = documentMegabytes * 1024 * 1024 + rim;
    upload = await receiveUpload(request, { maximumBytes, maximumFiles: 1, fileFields: ["document"] });
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    // What broke off did not say which step it was of.
    const from = stepOfReferrer(request, steps);
    return answer(from, { refused: error.code, maximum: String(error.params.maximum ?? "") });
  }
  try {
    const { fields, files } = upload;
    const step = steps.find(({ key, document }) => key === fields.step && document !== null);
    if (!step?.document) return redirect(applicationPath);
    const query: Record<string, string> = fields.from === "review" ? { from: "review" } : {};
    if (fields.remove !== undefined) {
      const input = removeDocumentInput.safeParse({ accountId: account.id, documentId: fields.remove });
      if (input.success) await removeDocument(database, actor, input.data);
      return answer(step.key, query);
    }
    const file = files.find(({ size }) => size > 0);
    if (!file) return answer(step.key, { ...query, refused: "upload.missing_file" });
    const outcome = await addDocument(database, blobs, actor, { accountId: account.id, kind: step.document, file });
    return answer(step.key, { ...query, ...(outcome.ok ? { added: "1" } : refusal(outcome.issues)) });
  } finally {
    await upload.remove();
  }
});

function answer(step: string | null, query: Record<string, string>) {
  return redirect(step === null ? applicationPath : `${applicationPath}/${step}?${new URLSearchParams(query)}`);
}

function refusal(issues: readonly Issue[]): Record<string, string> {
  const [first] = issues;
  return first ? { refused: first.code, maximum: String(first.params.maximum ?? "") } : {};
}

function stepOfReferrer(request: Request, steps: readonly ApplicationStep[]): string | null {
  const referrer = request.headers.get("referer") ?? "";
  const last = URL.canParse(referrer) ? new URL(referrer).pathname.split("/").at(-1) : undefined;
  return steps.find(({ key, document }) => key === last && document !== null)?.key ?? null;
}
