import { sayIssue } from "#app/messages/issues.ts";
import { uploadMessages as m } from "#app/messages/merchant-uploads.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import type { QueuedFile } from "./upload-queue.ts";

/** More single photos than this are one line. */
const shownPhotos = 5;

interface Line extends Pick<QueuedFile, "key" | "name" | "size" | "sent" | "state" | "issue" | "kind"> {
  keys: string[];
}

const tones: Record<QueuedFile["state"], Tone> = {
  waiting: "quiet",
  sending: "information",
  paused: "waiting",
  unfinished: "waiting",
  arrived: "live",
  refused: "refused",
};

/** What was chosen, and how much of each has gone. */
export function UploadList({ files, onRemove }: { files: readonly QueuedFile[]; onRemove: (keys: string[]) => void }) {
  const t = useSentence();
  const locale = useLocale();
  const lines = linesOf(files, (count) => t(m.photos, { count }));
  return (
    <section className="stack" aria-labelledby="chosen-files">
      <h2 id="chosen-files">{t(m.files)}</h2>
      <ul className="card sendings">
        {lines.map(({ key, keys, name, size, sent, state, issue, kind }) => {
          const percent = Math.floor((sent / Math.max(size, 1)) * 100);
          return (
            <li key={key}>
              <div className="sending-words">
                <strong>{name}</strong>
                <span className="soft">
                  {kind && `${t(m[kind])} · `}
                  {sizeOf(size)}
                </span>
              </div>
              <button
                type="button"
                className="button"
                aria-label={t(m.removeNamed, { name })}
                onClick={() => onRemove(keys)}
              >
                {t(m.remove)}
              </button>
              <div className="progress">
                {issue ? (
                  <p className="field-error">{sayIssue(locale, issue)}</p>
                ) : (
                  <>
                    <Status tone={tones[state]} word={t(m[state], { percent })} />
                    {state !== "arrived" && <progress max={100} value={percent} aria-label={name} />}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function linesOf(files: readonly QueuedFile[], nameOf: (count: number) => string): Line[] {
  const photos = files.filter(({ kind, state }) => kind === "photo" && state !== "refused" && state !== "unfinished");
  if (photos.length <= shownPhotos) return files.map((file) => ({ ...file, keys: [file.key] }));
  const together: Line = {
    key: "photos",
    keys: photos.map(({ key }) => key),
    name: nameOf(photos.length),
    kind: "photo",
    size: photos.reduce((sum, { size }) => sum + size, 0),
    sent: photos.reduce((sum, { sent }) => sum + sent, 0),
    state: stateOf(photos),
    issue: null,
  };
  const others = files.filter((file) => !photos.includes(file)).map((file) => ({ ...file, keys: [file.key] }));
  return [...others, together];
}

function stateOf(photos: readonly QueuedFile[]): QueuedFile["state"] {
  const order = ["paused", "sending", "waiting"] as const;
  return order.find((state) => photos.some((photo) => photo.state === state)) ?? "arrived";
}

function sizeOf(bytes: number): string {
  const mebibyte = 1024 * 1024;
  return bytes < mebibyte
    ? `${Math.ceil(bytes / 1024)}KB`
    : `${(bytes / mebibyte).toFixed(bytes < 10 * mebibyte ? 1 : 0)}MB`;
}
