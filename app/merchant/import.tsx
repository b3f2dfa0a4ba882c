import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findImport, listToldPhotos, listToldRows } from "#app/domain/intake/find-import.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { importMessages as m } from "#app/messages/merchant-imports.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { ProgressBar } from "#app/ui/plain/progress-bar.tsx";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { ImportVerdicts } from "./import-verdicts.tsx";
import { orNotFound, ownStore } from "./own-store.ts";
import { useFreshPage } from "./use-fresh-page.ts";

export const meta = pageTitle(m.pageTitle);

const after = z.coerce.number().int().catch(-1);
const query = z.object({ refused: after, warned: after, photos: after });

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const storeId = ownStore(account);
  // Progress first: read after the import it could say "done" of a page that shows it still reading, and nothing would follow.
  const progress = await listRecentProgress(database, storeId);
  const found = orNotFound(await findImport(database, { storeId, importId: params.id ?? "" }));
  const from = query.parse(Object.fromEntries(url.searchParams));
  const importId = found.id;
  const [refused, warned, photos] = await Promise.all([
    listToldRows(database, { importId, refused: true, after: from.refused }),
    listToldRows(database, { importId, refused: false, after: from.warned }),
    listToldPhotos(database, { importId, after: from.photos }),
  ]);
  return { found, refused, warned, photos, progress: progress.filter(({ id }) => id === importId) };
});

export type ImportPage = Awaited<ReturnType<typeof loader>>;

export default function ImportResult() {
  const page = useLoaderData<typeof loader>();
  const { found } = page;
  const t = useSentence();
  const progress = useProgress(page.progress)
    .filter(({ id }) => id === found.id)
    .toSorted((one, other) => one.kind.localeCompare(other.kind));
  useFreshPage(progress);

  if (found.state === "failed") {
    return (
      <Page title={t(m.failedTitle)} lead={found.sheetName} narrow>
        <div className="card" role="alert">
          <IssueList issues={found.issues} />
        </div>
        <ButtonLink to="/merchant/imports/new" kind="main" full>
          {t(m.again)}
        </ButtonLink>
      </Page>
    );
  }
  if (found.state === "done") return <ImportVerdicts page={page} />;
  return (
    <Page title={t(m.readingTitle)} lead={t(m.readingLead)} narrow>
      <section className="card stack">
        <p className="soft">{found.sheetName}</p>
        {progress.map(({ kind, total, done, failed }) => (
          <ProgressBar
            key={kind}
            label={t(kind === "photos" ? m.photoProgress : m.sheetProgress)}
            total={total}
            done={done}
            failed={failed}
          />
        ))}
      </section>
      <p>
        <ButtonLink to={`/merchant/imports/${found.id}`}>{t(m.refresh)}</ButtonLink>
      </p>
    </Page>
  );
}
