import { useLoaderData } from "@remix-run/react";
import { headOf, writeSeasonFile } from "#app/domain/season/file/write-season-file.ts";
import { findSeasonOfYear } from "#app/domain/season/find-season-of-year.ts";
import { formatCount, formatDate, formatDateTime } from "#app/messages/format.ts";
import { decisionWords, seasonDocumentMessages as m } from "#app/messages/season-document.ts";
import { seasonStateWords, storeKindWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { readYear, SeasonYears } from "./season-years.tsx";

export const meta = pageTitle(m.page);

export const loader = allow(["office"], async ({ database, url }) => {
  const found = await findSeasonOfYear(database, readYear(url));
  const file = found && (await writeSeasonFile(database, found.season.year));
  if (!file) throw new Response(null, { status: 404 });
  const { season, list, decisions, audit, writtenAt } = file;
  return {
    ...{ season, state: found.season.state, list, decisions, years: found.years },
    ...{ lines: audit.length, head: headOf(file), writtenAt },
  };
});

/** Made for paper: the list, the decisions that led to it, and the seal of its records. */
export default function SeasonDocument() {
  const { season, state, list, decisions, years, lines, head, writtenAt } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const t = useSentence();
  const at = formatDate(locale, new Date(writtenAt));
  return (
    <DeskPage
      title={t(m.title, { name: season.name })}
      lead={t(m.lead, { year: season.year, count: formatCount(list.length), state: t(seasonStateWords[state]), at })}
      actions={
        <a className="desk-button" href={`/office/season/file?year=${season.year}`} download>
          {t(m.fileLink)}
        </a>
      }
    >
      <SeasonYears page="/office/season/document" year={season.year} years={years} />
      {list.length === 0 ? (
        <EmptyState title={t(m.emptyTitle)} body={t(m.emptyBody)} />
      ) : (
        <DeskTable
          caption={t(m.title, { name: season.name })}
          columns={[
            { word: t(m.number), number: true },
            { word: t(m.product), narrow: "head" },
            { word: t(m.store) },
            { word: t(m.kind) },
            { word: t(m.district) },
          ]}
          rows={list.map(({ number, submissionId, product, store, kind, district }) => ({
            id: submissionId,
            cells: [number, product, store, t(storeKindWords[kind]), district],
          }))}
        />
      )}
      <DeskCard title={t(m.decisions)}>
        {decisions.length === 0 ? (
          <p className="desk-soft">{t(m.noDecisions)}</p>
        ) : (
          <ul className="desk-list">
            {decisions.map(({ id, kind, reason, decidedAt }) => (
              <li key={id}>
                <strong>
                  {t(m.decision, {
                    ...{ id, kind: t(decisionWords[kind]) },
                    at: formatDateTime(locale, new Date(decidedAt)),
                  })}
                </strong>
                <p>{reason}</p>
              </li>
            ))}
          </ul>
        )}
      </DeskCard>
      <DeskCard title={t(m.seal)}>
        {head === null ? (
          <p className="desk-soft">{t(m.unsealed)}</p>
        ) : (
          <>
            <p>{t(m.sealBody, { lines: formatCount(lines) })}</p>
            <p className="desk-reference">{head}</p>
          </>
        )}
      </DeskCard>
    </DeskPage>
  );
}
