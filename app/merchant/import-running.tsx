import { importMessages as m } from "#app/messages/merchant-imports.ts";
import { mendingMessages } from "#app/messages/merchant-mending.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { ProgressBar } from "#app/ui/plain/progress-bar.tsx";
import type { ProgressRow } from "#app/ui/plain/use-progress.ts";
import type { ImportPage } from "./import.tsx";
import { RowCounts } from "./import-counts.tsx";
import { ToldRows } from "./import-verdicts.tsx";

/** A sheet that is being judged or saved: what is known so far, and how far it has come. */
export function ImportRunning({ page, progress }: { page: ImportPage; progress: readonly ProgressRow[] }) {
  const { found, refused } = page;
  const t = useSentence();
  const saving = found.state === "saving";
  const { rows } = found;
  // Photos come after the last row, whose number nobody knows before.
  const readWhole = progress.some(({ kind }) => kind === "photos");
  const seen = rows.accepted + rows.refused + rows.skipped;
  return (
    <Page
      title={t(saving ? mendingMessages.savingTitle : m.readingTitle)}
      lead={t(saving ? mendingMessages.savingLead : m.readingLead)}
    >
      <section className="card stack">
        <p className="soft">{found.sheetName}</p>
        {progress
          .filter(({ state }) => state === "running")
          .map(({ kind, total, done, failed }) => (
            <ProgressBar
              key={kind}
              label={t(kind === "photos" ? m.photoProgress : saving ? mendingMessages.savingProgress : m.sheetProgress)}
              words={total === 0 ? t(mendingMessages.soFar, { count: done }) : undefined}
              total={total === 0 && readWhole ? done : total}
              done={done}
              failed={failed}
            />
          ))}
      </section>
      {!saving && seen > 0 && (
        <>
          <RowCounts
            rows={rows}
            words={{ accepted: mendingMessages.good, refused: mendingMessages.bad, skipped: mendingMessages.same }}
          />
          <ToldRows title={m.refusedRows} told={{ rows: refused.rows.slice(0, 5), next: null }} parameter="refused" />
        </>
      )}
      <p>
        <ButtonLink to={`/merchant/imports/${found.id}`}>{t(m.refresh)}</ButtonLink>
      </p>
    </Page>
  );
}
