import type { Issue } from "#app/domain/issue/issue.ts";
import { photosAddress } from "./photo-target.ts";
import type { StoredPhoto } from "./stored-photos.ts";

export type SendOutcome = { taken: true } | { taken: false; signedOut: true } | { taken: false; issues: Issue[] };

/** As long as a photo may take on the slowest network before it is tried anew. */
const patienceMilliseconds = 180_000;

/** Throws where it is worth another try: no network, or the server failing. */
export async function sendPhoto({ id, owner, name, blob, prepared, ...target }: StoredPhoto): Promise<SendOutcome> {
  const form = new FormData();
  form.set("owner", owner);
  form.set("photo_id", id);
  form.set("photos", blob, prepared && blob.type === "image/jpeg" ? name.replace(/(\.\w{1,5})?$/, ".jpg") : name);
  const answer = await fetch(photosAddress(target), {
    method: "POST",
    body: form,
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  if (answer.status >= 500) throw new Error(`the server answered ${answer.status}`);
  const isAnswer = answer.headers.get("content-type")?.startsWith("application/json");
  // Whoever has to log in first is led to a page, and somebody else gets none.
  if (!isAnswer) return { taken: false, signedOut: true };
  const { issues } = (await answer.json()) as { issues: Issue[] };
  return answer.ok ? { taken: true } : { taken: false, issues };
}
