import { Form, Link } from "@remix-run/react";
import type { BadCell } from "#app/domain/intake/bad-cells.ts";
import type { AlikeCells, Mistakes } from "#app/domain/intake/find-mistakes.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { categories } from "#app/domain/product/categories.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { mendingMessages as m, mistakeWords } from "#app/messages/merchant-mending.ts";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import type { ImportPage } from "./import.tsx";
import { Sending } from "./sending.tsx";

interface MistakesFormProps {
  page: ImportPage;
  mistakes: Mistakes;
}

const categoryNames = "category-names";

/** Refused rows with each bad cell as a field in place; one button has the sheet judged anew. */
export function MistakesForm({ page: { found, from }, mistakes }: MistakesFormProps) {
  const t = useSentence();
  const { rows, alike, next } = mistakes;
  const query = (after: number | null) =>
    `?${new URLSearchParams({ ...(from.code && { code: from.code }), ...(after !== null && { refused: String(after) }) })}`;
  return (
    <section className="stack" id="refused" aria-labelledby="mistakes">
      <h2 id="mistakes">{t(m.mistakesTitle)}</h2>
      <Kinds codes={mistakes.codes} chosen={from.code} total={found.rows.refused} />
      {/* Drawn anew with every judgement, so that no field keeps what belonged to an earlier one. */}
      <Form method="post" className="stack" key={`${found.judgement} ${from.code} ${from.refused}`}>
        <input type="hidden" name="judgement" value={found.judgement} />
        <datalist id={categoryNames}>
          {categories.map(({ key, nameKo }) => (
            <option key={key} value={nameKo} />
          ))}
        </datalist>
        {alike.length > 0 && <Alike cells={alike} />}
        <ul className="told-list">
          {rows.map(({ row, sku, cells, others }) => (
            <li key={row} className="card told">
              <h3>
                {t(importMessages.row, { row })}
                {sku && <span className="soft"> · {sku}</span>}
              </h3>
              {cells.length > 0 && (
                <div className="bad-cells">
                  {cells.map((cell) => (
                    <Cell key={cell.column} row={row} cell={cell} />
                  ))}
                </div>
              )}
              {others.length > 0 && <IssueList issues={others} />}
            </li>
          ))}
        </ul>
        <p className="row">
          <Sending intent="mend">{t(m.recheck)}</Sending>
          {next !== null && (
            <Link to={`${query(next)}#refused`} className="text-link">
              {t(m.nextRows)}
            </Link>
          )}
          {from.refused > -1 && (
            <Link to={`${query(null)}#refused`} className="text-link">
              {t(m.firstRows)}
            </Link>
          )}
        </p>
      </Form>
    </section>
  );
}

function Kinds({ codes, chosen, total }: { codes: Mistakes["codes"]; chosen: IssueCode | null; total: number }) {
  const t = useSentence();
  const locale = useLocale();
  if (codes.length < 2 && chosen === null) return null;
  const what = (code: IssueCode) => {
    const [field = "", kind = ""] = code.split(".");
    const word = mistakeWords[kind];
    return `${fieldLabel(locale, field)} ${word ? t(word) : ""}`.trim();
  };
  return (
    <nav aria-label={t(m.filter)} className="kinds">
      <Link to="?#refused" aria-current={chosen === null ? "true" : undefined}>
        {t(m.allMistakes, { count: total })}
      </Link>
      {codes.map(({ code, rows }) => (
        <Link
          key={code}
          to={`?${new URLSearchParams({ code })}#refused`}
          aria-current={chosen === code ? "true" : undefined}
        >
          {t(m.kind, { what: what(code), count: rows })}
        </Link>
      ))}
    </nav>
  );
}

function Alike({ cells }: { cells: AlikeCells[] }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <div className="card stack">
      <h3>{t(m.alikeTitle)}</h3>
      <p className="soft">{t(m.alikeLead)}</p>
      <div className="bad-cells">
        {cells.map(({ field, text, rows }) => {
          const words = { heading: fieldLabel(locale, field), text: shortened(text), count: rows };
          return (
            <FieldFrame key={`${field} ${text}`} label={t(text.trim() === "" ? m.alikeBlank : m.alike, words)}>
              {(control) => (
                <>
                  <input type="hidden" name="alike.field" value={field} />
                  <input type="hidden" name="alike.raw" value={text} />
                  <input {...control} name="alike.text" autoComplete="off" list={offeredFor(field)} />
                </>
              )}
            </FieldFrame>
          );
        })}
      </div>
    </div>
  );
}

function Cell({ row, cell: { column, heading, field, text, issues } }: { row: number; cell: BadCell }) {
  const locale = useLocale();
  const name = `cell.${row}.${column}`;
  const error = issues.map((one) => sayIssue(locale, one)).join(" ");
  return (
    <FieldFrame label={heading} error={error}>
      {(control) =>
        /[\r\n]/.test(text) ? (
          <textarea {...control} name={name} rows={3} defaultValue={text} />
        ) : (
          <input {...control} name={name} defaultValue={text} autoComplete="off" list={offeredFor(field)} />
        )
      }
    </FieldFrame>
  );
}

function offeredFor(field: string): string | undefined {
  return field === "category" ? categoryNames : undefined;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : text;
}
