import { useState } from "react";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import type { QueuedPhoto, QueuedState } from "./photo-queue.ts";
import { photoQueue, previewOf } from "./use-photo-queue.ts";

const stands: Record<
  QueuedState,
  { tone: Tone; word: "inLine" | "preparing" | "sending" | "waiting" | "signedOut" | "refusedPhoto" }
> = {
  queued: { tone: "waiting", word: "inLine" },
  preparing: { tone: "waiting", word: "preparing" },
  sending: { tone: "waiting", word: "sending" },
  waiting: { tone: "waiting", word: "waiting" },
  signed_out: { tone: "waiting", word: "signedOut" },
  refused: { tone: "refused", word: "refusedPhoto" },
};

const removable: ReadonlySet<QueuedState> = new Set(["queued", "waiting", "refused"]);

/** Photos that are still on the phone, each with how it stands in plain words. */
export function QueuedPhotos({ photos }: { photos: readonly QueuedPhoto[] }) {
  const t = useSentence();
  if (photos.length === 0) return null;
  return (
    <section className="stack" aria-live="polite">
      <ul className="queued-photos">
        {photos.map((photo) => (
          <li key={photo.id} className="card queued-photo">
            <PhotoPreview src={previewOf(photo.id)} alt={photo.name} />
            <div className="queued-photo-words">
              <Status tone={stands[photo.state].tone} word={t(m[stands[photo.state].word])} />
              {photo.issues.length > 0 && <IssueList issues={photo.issues} />}
              {removable.has(photo.state) && (
                <Button type="button" onClick={() => void photoQueue().remove(photo.id)}>
                  {t(photo.state === "refused" ? m.removePhoto : m.removeWaiting)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {photos.some(({ state }) => state !== "refused") && (
        <p className="soft">{t(photoQueue().keeps ? m.keptOnPhone : m.notKept)}</p>
      )}
    </section>
  );
}

/** A photo this browser may not be able to draw, in which case its square stays empty. */
export function PhotoPreview({ src, alt }: { src: string | null; alt: string }) {
  const [drawn, setDrawn] = useState(true);
  if (src === null || !drawn) return <span className="photo photo-waiting" role="img" aria-label={alt} />;
  return <img className="photo" src={src} alt={alt} width={320} height={320} onError={() => setDrawn(false)} />;
}
