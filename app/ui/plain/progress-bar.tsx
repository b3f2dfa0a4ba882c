import { shellMessages as m } from "#app/messages/shell.ts";
import { useSentence } from "./locale.tsx";
import { Status } from "./status.tsx";

interface Counts {
  /** What is being done. */
  label: string;
  total: number;
  /** Finished, those that failed included. */
  done: number;
  failed: number;
}

export function ProgressBar({ label, total, done, failed }: Counts) {
  const t = useSentence();
  const words = t(m.progress, { total, done });
  return (
    <div className="progress" role="status">
      <div className="progress-words">
        <strong>{label}</strong>
        <span>{words}</span>
      </div>
      <progress max={Math.max(total, 1)} value={done} aria-label={label} />
      {failed > 0 && <Status tone="refused" word={t(m.progressFailed, { failed })} />}
    </div>
  );
}
