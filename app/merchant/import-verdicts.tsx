import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { importMessages as m } from "#app/messages/merchant-imports.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { Icon } from "#app/ui/plain/icon.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import type { ImportPage } from "./import.tsx";
import { RowCounts } from "./import-counts.tsx";
import { MarkedSheetLink } from "./marked-sheet-link.tsx";

/** What became of every row and photo: counts, then what needs the merchant's hand, then the rest. */
export function ImportVerdicts({ page }: { page: ImportPage }) {
  const { found, refused, warned, photos } = page;
  const t = useSentence();
  const { rows } = found;
  return (
    <Page title={t(m.pageTitle)} lead={found.sheetName}>
      <Verdict accepted={rows.accepted} refused={rows.refused} skipped={rows.skipped} />
      <RowCounts rows={rows} words={{ accepted: m.acceptedCount, refused: m.refusedCount, skipped: m.skippedCount }} />
      {rows.skipped > 0 && <p className="soft">{t(m.skippedHint)}</p>}
      <p>
        <ButtonLink to="/merchant" kind="main">
          {t(m.next)}
        </ButtonLink>
      </p>
      <ToldRows title={m.refusedRows} told={refused} parameter="refused" />
      {rows.refused > 0 && <MarkedSheetLink importId={found.id} />}
      <UnusedPhotos told={photos} matched={found.photos.matched} />
      <ToldRows title={m.warnedRows} told={warned} parameter="warned" />
      {found.issues.length > 0 && (
        <section className="stack">
          <h2>{t(m.sheetNotes)}</h2>
          <div className="card">
            <IssueList issues={found.issues} />
          </div>
        </section>
      )}
      {rows.refused > 0 && (
        <p>
          <ButtonLink to="/merchant/imports/new">{t(m.again)}</ButtonLink>
        </p>
      )}
    </Page>
  );
}

function Verdict({ accepted, refused, skipped }: { accepted: number; refused: number; skipped: number }) {
  const t = useSentence();
  if (refused > 0) {
    return (
      <Notice tone="waiting" title={t(m.someRefused, { count: refused })}>
        {accepted + skipped > 0 && <p>{t(m.someRefusedBody)}</p>}
      </Notice>
    );
  }
  if (accepted + skipped === 0) return <Notice tone="waiting" title={t(m.noneAccepted)} />;
  return <Notice tone="live" title={t(m.allGood)} />;
}

export function ToldRows({
  title,
  told,
  parameter,
}: {
  title: Sentence;
  told: ImportPage["refused"];
  parameter: "refused" | "warned";
}) {
  const t = useSentence();
  if (told.rows.length === 0) return null;
  return (
    <Told title={title} parameter={parameter} next={told.next}>
      {told.rows.map(({ row, sku, product, issues }) => (
        <li key={row} className="card told">
          <h3>
            {t(m.row, { row })}
            {sku && <span className="soft"> · {sku}</span>}
          </h3>
          {product && (
            <p>
              <Link to={`/merchant/products/${product.id}`} className="text-link">
                {product.name}
              </Link>
            </p>
          )}
          <IssueList issues={issues} />
        </li>
      ))}
    </Told>
  );
}

export function UnusedPhotos({ told, matched }: { told: ImportPage["photos"]; matched: number }) {
  const t = useSentence();
  return (
    <>
      {told.photos.length > 0 && (
        <Told title={m.unusedPhotos} parameter="photos" next={told.next}>
          {told.photos.map(({ ordinal, fileName, issues }) => (
            <li key={ordinal} className="card told">
              <h3>{fileName}</h3>
              <IssueList issues={issues} />
            </li>
          ))}
        </Told>
      )}
      {matched > 0 && (
        <p className="row">
          <Icon name="check" /> {t(m.photosMatched, { matched })}
        </p>
      )}
    </>
  );
}

/** One kind of verdicts; `parameter` of the address remembers how far one has looked. */
function Told({
  title,
  parameter,
  next,
  children,
}: {
  title: Sentence;
  parameter: string;
  next: number | null;
  children: ReactNode;
}) {
  const t = useSentence();
  const [query] = useSearchParams();
  const further = new URLSearchParams(query);
  if (next !== null) further.set(parameter, String(next));
  return (
    <section className="stack" id={parameter}>
      <h2>{t(title)}</h2>
      <ul className="told-list">{children}</ul>
      {next !== null && (
        <p>
          <ButtonLink to={`?${further}#${parameter}`}>{t(m.more, { title: t(title) })}</ButtonLink>
        </p>
      )}
    </section>
  );
}
