import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findImport, listToldPhotos, listToldRows } from "#app/domain/intake/find-import.ts";
import { findMistakes } from "#app/domain/intake/find-mistakes.ts";
import { intakeCodes } from "#app/domain/issue/intake-codes.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { importMessages as m } from "#app/messages/merchant-imports.ts";
import { mendingMessages } from "#app/messages/merchant-mending.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import choiceStyles from "./application.css?url";
import { ImportJudged } from "./import-judged.tsx";
import { ImportRunning } from "./import-running.tsx";
import { ImportVerdicts } from "./import-verdicts.tsx";
import photoStyles from "./loose-photos.css?url";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { actOnImport } from "./read-mending.server.ts";
import { findShownLoosePhotos } from "./shown-loose-photos.server.ts";

export const meta = pageTitle(m.pageTitle);
export const links = () => [choiceStyles, photoStyles].map((href) => ({ rel: "stylesheet", href }));

const after = z.coerce.number().int().min(-1).max(10_000_000).catch(-1);
const query = z.object({
  refused: after,
  warned: after,
  photos: after,
  loose: after,
  placed: z.stringbool().catch(false),
  code: z.enum(intakeCodes).nullable().default(null).catch(null),
});

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const storeId = ownStore(account);
  // Progress first: read after the import it could say "done" of a page that shows it still reading, and nothing would follow.
  const progress = await listRecentProgress(database, storeId);
  const found = orNotFound(await findImport(database, { storeId, importId: params.id ?? "" }));
  const from = query.parse(Object.fromEntries(url.searchParams));
  const importId = found.id;
  const [refused, warned, photos, mistakes, loose] = await Promise.all([
    listToldRows(database, { importId, refused: true, after: from.refused }),
    listToldRows(database, { importId, refused: false, after: from.warned }),
    listToldPhotos(database, {
      importId,
      outcomes: found.state === "judged" ? ["refused"] : ["unmatched", "refused"],
      after: from.photos,
    }),
    found.state === "judged" ? findMistakes(database, { importId, code: from.code, after: from.refused }) : null,
    found.state === "judged"
      ? findShownLoosePhotos(database, { importId, placed: from.placed, after: from.loose })
      : null,
  ]);
  return {
    found,
    from,
    refused,
    warned,
    photos,
    mistakes,
    loose,
    progress: progress.filter(({ id }) => id === importId),
  };
});

export type ImportPage = Awaited<ReturnType<typeof loader>>;

export const action = allow(["merchant"], async ({ account, database, params, request, url }) => {
  const storeId = ownStore(account);
  const importId = params.id ?? "";
  const form = await request.formData();
  const mending = await actOnImport(database, merchantActor(account), { storeId, importId, form });
  if (mending.issues.some(({ code }) => code === "import.not_found")) throw new Response(null, { status: 404 });
  if (mending.issues.length > 0) return data(mending, { status: 422 });
  if (mending.nothing) return data(mending);
  const anchor = { mend: "#refused", place: "#loose" }[String(form.get("intent"))];
  throw redirect(`/merchant/imports/${importId}${anchor === undefined ? "" : url.search + anchor}`);
});

export default function ImportResult() {
  const page = useLoaderData<typeof loader>();
  const mending = useAnswer<typeof action>();
  const { found, mistakes } = page;
  const t = useSentence();
  const progress = useProgress(page.progress)
    .filter(({ id }) => id === found.id)
    .toSorted((one, other) => one.kind.localeCompare(other.kind));
  useFreshPage(progress);

  switch (found.state) {
    case "done":
      return <ImportVerdicts page={page} />;
    case "judged":
      return mistakes && <ImportJudged page={{ ...page, mistakes }} mending={mending} />;
    case "failed":
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
    case "discarded":
      return (
        <Page title={t(mendingMessages.discardedTitle)} lead={found.sheetName} narrow>
          <p>{t(mendingMessages.discardedBody)}</p>
          <ButtonLink to="/merchant/imports/new" kind="main" full>
            {t(m.again)}
          </ButtonLink>
        </Page>
      );
    default:
      return <ImportRunning page={page} progress={progress} />;
  }
}
