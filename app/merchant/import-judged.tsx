import { Form, Link } from "@remix-run/react";
import { fieldLabel } from "#app/messages/fields.ts";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { mendingMessages as m } from "#app/messages/merchant-mending.ts";
import { loosePhotoMessages as photo } from "#app/messages/merchant-photos.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import type { ImportPage } from "./import.tsx";
import { ColumnsCard } from "./import-columns.tsx";
import { RowCounts } from "./import-counts.tsx";
import { MistakesForm } from "./import-mistakes.tsx";
import { ToldRows, UnusedPhotos } from "./import-verdicts.tsx";
import { LoosePhotos } from "./loose-photos.tsx";
import { MarkedSheetLink } from "./marked-sheet-link.tsx";
import type { Mending } from "./read-mending.server.ts";
import { Sending } from "./sending.tsx";

type Judged = ImportPage & { mistakes: NonNullable<ImportPage["mistakes"]> };

/** What would become of every row, with the means to mend it; nothing is taken before the merchant says so. */
export function ImportJudged({ page, mending }: { page: Judged; mending: Mending | undefined }) {
  const { found, warned, photos, mistakes } = page;
  const t = useSentence();
  const { rows, judgement } = found;
  const { missing, questions } = mistakes.asked;
  // Without its columns every row is refused and no photo finds its product: that is not worth telling.
  const lacking = missing.length > 0;
  const open = lacking || questions.some(({ chosen }) => chosen === null);
  const columns = questions.length > 0 && <ColumnsCard asked={mistakes.asked} page={page} mending={mending} />;
  return (
    <Page title={t(m.title)} lead={found.sheetName}>
      <Answer mending={mending} />
      <Verdict page={page} missing={missing} />
      <RowCounts rows={rows} words={{ accepted: m.good, refused: m.bad, skipped: m.same }} />
      {rows.skipped > 0 && <p className="soft">{t(importMessages.skippedHint)}</p>}
      {open && columns}
      {rows.accepted > 0 && (
        <Form method="post" className="stack take">
          <input type="hidden" name="judgement" value={judgement} />
          {rows.refused > 0 && <p className="soft">{t(m.takeHint, { count: rows.refused })}</p>}
          <Sending kind="main" full intent="take">
            {t(m.take, { count: rows.accepted })}
          </Sending>
        </Form>
      )}
      {!lacking && rows.refused > 0 && (
        <>
          <MistakesForm page={page} mistakes={mistakes} />
          <MarkedSheetLink importId={found.id} />
        </>
      )}
      {!open && columns}
      {!lacking && page.loose && <LoosePhotos loose={page.loose} from={page.from} />}
      {!lacking && <UnusedPhotos told={photos} matched={found.photos.matched} />}
      {warned.rows.length > 0 && (
        <details className="card folded" open={page.from.warned > -1}>
          <summary>{t(m.warnings)}</summary>
          <ToldRows title={m.warnings} told={warned} parameter="warned" />
        </details>
      )}
      <AboutSheet page={page} />
      <Form method="post" className="stack">
        <p className="soft">{t(m.discardHint)}</p>
        <p>
          <Sending intent="discard">{t(m.discard)}</Sending>
        </p>
      </Form>
    </Page>
  );
}

function Answer({ mending }: { mending: Mending | undefined }) {
  const t = useSentence();
  if (!mending) return null;
  const { issues, nothing } = mending;
  // What concerns a column is said beside it as well.
  if (issues.length > 0) {
    return (
      <Notice tone="refused" title={t(m.notDone)}>
        <IssueList issues={issues} />
      </Notice>
    );
  }
  if (nothing === null) return null;
  const [title, body] =
    nothing === "mended" ? [m.nothingMended, m.nothingMendedBody] : [photo.nothingPlaced, photo.nothingPlacedBody];
  return (
    <Notice tone="information" title={t(title)}>
      <p>{t(body)}</p>
    </Notice>
  );
}

function Verdict({ page: { found }, missing }: { page: Judged; missing: readonly string[] }) {
  const t = useSentence();
  const locale = useLocale();
  const { rows } = found;
  if (missing.length > 0) {
    return (
      <Notice tone="refused" title={t(m.columnsFirst)}>
        <ul>
          {missing.map((key) => (
            <li key={key}>{t(m.missing, { heading: fieldLabel(locale, key) })}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (rows.refused + rows.accepted === 0) {
    return (
      <Notice tone="information" title={t(photo.nothingNew)}>
        <p>{t(photo.nothingNewBody)}</p>
      </Notice>
    );
  }
  if (rows.refused === 0) {
    return (
      <Notice tone="live" title={t(m.allGood)}>
        <p>{t(m.allGoodBody)}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="waiting" title={t(m.someBad, { count: rows.refused })}>
      <p>{t(m.someBadBody)}</p>
    </Notice>
  );
}

/** Columns have their own card, so only the rest of what the heading row says stands here. */
function AboutSheet({ page: { found } }: { page: Judged }) {
  const t = useSentence();
  const issues = found.issues.filter(({ code }) => code !== "sheet.heading_missing" && code !== "sheet.column_unused");
  if (issues.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t(m.aboutSheet)}</h2>
      <div className="card">
        <IssueList issues={issues} />
      </div>
      <p>
        <Link to="/merchant/imports/new" className="text-link">
          {t(importMessages.again)}
        </Link>
      </p>
    </section>
  );
}
