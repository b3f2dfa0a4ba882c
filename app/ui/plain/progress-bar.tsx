import { shellMessages as m } from "#app/messages/shell.ts";
import { useSentence } from "./locale.tsx";
import { Status } from "./status.tsx";

interface Counts {
  /** What is being done. */
  label: string;
  /** How far it is, where that is said in words of its own. */
  words?: string | undefined;
  /** What failed, likewise. */
  failedWords?: string | undefined;
  /** 0 while nobody knows. */
  total: number;
  /** Finished, those that failed included. */
  done: number;
  failed: number;
}

export function ProgressBar({ label, words, failedWords, total, done, failed }: Counts) {
  const t = useSentence();
  return (
    <div className="progress" role="status">
      <div className="progress-words">
        <strong>{label}</strong>
        <span>{words ?? t(m.progress, { total, done })}</span>
      </div>
      <progress max={Math.max(total, 1)} value={total === 0 ? undefined : done} aria-label={label} />
      {failed > 0 && <Status tone="refused" word={failedWords ?? t(m.progressFailed, { failed })} />}
    </div>
  );
}
