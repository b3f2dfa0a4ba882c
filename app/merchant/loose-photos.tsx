import { Form, Link } from "@remix-run/react";
import type { FormEvent } from "react";
import type { LoosePhoto } from "#app/domain/intake/find-loose-photos.ts";
import type { NamedRow } from "#app/domain/intake/suggest-rows.ts";
import { loosePhotoMessages as m } from "#app/messages/merchant-photos.ts";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { Choices } from "./choices.tsx";
import type { ImportPage } from "./import.tsx";
import { Sending } from "./sending.tsx";
import type { ShownPhoto } from "./shown-photos.server.ts";

type Loose = NonNullable<ImportPage["loose"]>;

const offered = "photo-rows";

/** Every photo with the rows it may belong to; one button puts all that were chosen there. */
export function LoosePhotos({ loose, from }: { loose: Loose; from: ImportPage["from"] }) {
  const t = useSentence();
  const { photos, next, open, placed, rows } = loose;
  if (open + placed === 0) return null;
  const query = (params: { placed: boolean; loose?: number }) =>
    `?${new URLSearchParams({ ...(params.placed && { placed: "1" }), ...(params.loose !== undefined && { loose: String(params.loose) }) })}#loose`;
  return (
    <section className="stack" id="loose" aria-labelledby="loose-title">
      <h2 id="loose-title">{t(m.title)}</h2>
      <p className="soft">{t(m.lead)}</p>
      {placed > 0 && (
        <nav aria-label={t(m.which)} className="kinds">
          <Link to={query({ placed: false })} aria-current={from.placed ? undefined : "true"}>
            {t(m.open, { count: open })}
          </Link>
          <Link to={query({ placed: true })} aria-current={from.placed ? "true" : undefined}>
            {t(m.placed, { count: placed })}
          </Link>
        </nav>
      )}
      {photos.length === 0 && <p>{t(m.none)}</p>}
      <Form method="post" className="stack" key={`${from.placed} ${photos.map(({ ordinal }) => ordinal).join(" ")}`}>
        <datalist id={offered}>
          {rows.map((row) => (
            <option key={row.row} value={`${row.row} · ${nameOf(row)}`} />
          ))}
        </datalist>
        <ul className="loose-photos">
          {photos.map((photo) => (
            <Photo key={photo.ordinal} photo={photo} picture={photo.picture} />
          ))}
        </ul>
        <p className="row">
          {photos.length > 0 && <Sending intent="place">{t(m.save)}</Sending>}
          {next !== null && (
            <Link to={query({ placed: from.placed, loose: next })} className="text-link">
              {t(m.next)}
            </Link>
          )}
          {from.loose > -1 && (
            <Link to={query({ placed: from.placed })} className="text-link">
              {t(m.first)}
            </Link>
          )}
        </p>
      </Form>
    </section>
  );
}

function Photo({ photo, picture }: { photo: LoosePhoto; picture: ShownPhoto | null }) {
  const t = useSentence();
  const { ordinal, fileName, suggested, chosen } = photo;
  const name = `photo.${ordinal}`;
  const options = [
    ...suggested.map((row) => ({ value: String(row.row), word: t(m.row, { row: row.row, name: nameOf(row) }) })),
    { value: "none", word: t(m.unused) },
  ];
  const at = chosen === undefined ? undefined : (chosen?.row.toString() ?? "none");
  return (
    <li className="card" onChange={keepOneAnswer}>
      <div className="loose-head">
        {picture ? (
          <a href={picture.large} target="_blank" rel="noreferrer" aria-label={t(m.enlarge, { name: fileName })}>
            <PhotoThumb src={picture.small} alt="" size={96} />
          </a>
        ) : (
          <PhotoThumb src={null} alt={fileName} size={96} />
        )}
        <div>
          <h3>{fileName}</h3>
          {chosen && <Status tone="live" word={t(m.putTo, { row: chosen.row, name: nameOf(chosen) })} />}
          {chosen === null && <Status tone="quiet" word={t(m.notUsed)} />}
        </div>
      </div>
      <Choices name={name} label={t(m.whose, { name: fileName })} options={options} chosen={at} />
      <FieldFrame label={t(suggested.length > 0 ? m.other : m.find)} hint={t(m.otherHint)}>
        {(control) => <input {...control} name={`${name}.text`} list={offered} autoComplete="off" />}
      </FieldFrame>
    </li>
  );
}

/** A text and a round button would be two answers; without script the text counts. */
function keepOneAnswer({ currentTarget, target }: FormEvent<HTMLLIElement>): void {
  const changed = target as HTMLInputElement;
  for (const input of currentTarget.querySelectorAll("input")) {
    if (input === changed || (changed.type === "text" && changed.value === "")) continue;
    if (input.type === "radio" && changed.type !== "radio") input.checked = false;
    if (input.type !== "radio" && changed.type === "radio") input.value = "";
  }
}

function nameOf({ sku, name }: NamedRow): string {
  return [sku, name].filter(Boolean).join(" · ");
}
