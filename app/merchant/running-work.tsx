import { Link } from "@remix-run/react";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { ProgressBar } from "#app/ui/plain/progress-bar.tsx";
import type { ProgressRow } from "#app/ui/plain/use-progress.ts";

/** What is going on now: every upload being read, and all sending to malls as one bar. */
export function RunningWork({ rows }: { rows: readonly ProgressRow[] }) {
  const t = useSentence();
  const running = rows.filter(({ state }) => state === "running");
  if (running.length === 0) return null;
  const reading = running
    .filter(({ kind }) => kind !== "publishing")
    .toSorted((one, other) => one.id.localeCompare(other.id) || one.kind.localeCompare(other.kind));
  const publishing = rows.filter(({ kind }) => kind === "publishing");
  const { total, done, failed } = sumOf(publishing);
  return (
    <section className="card stack" aria-labelledby="running">
      <h2 id="running">{t(m.running)}</h2>
      {reading.map(({ id, kind, total, done, failed }) => (
        <div key={`${id} ${kind}`} className="stack">
          <ProgressBar
            label={t(kind === "photos" ? m.runningPhotos : m.runningImport)}
            total={total}
            done={done}
            failed={failed}
          />
          {kind === "import" && (
            <p>
              <Link to={`/merchant/imports/${id}`} className="text-link">
                {t(m.see)}
              </Link>
            </p>
          )}
        </div>
      ))}
      {publishing.some(({ state }) => state === "running") && (
        <ProgressBar
          label={t(m.runningPublishing)}
          words={t(m.publishingDone, { total, done })}
          failedWords={t(m.publishingFailed, { failed })}
          total={total}
          done={done}
          failed={failed}
        />
      )}
    </section>
  );
}

function sumOf(rows: readonly ProgressRow[]): Pick<ProgressRow, "total" | "done" | "failed"> {
  const sum = (field: "total" | "done" | "failed") => rows.reduce((all, row) => all + row[field], 0);
  return { total: sum("total"), done: sum("done"), failed: sum("failed") };
}
