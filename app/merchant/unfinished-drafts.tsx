import { draftMessages as m } from "#app/messages/drafts.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { draftsPath } from "./draft-path.ts";

interface ShownDraft {
  id: string;
  name: string;
  photo: string | null;
  updatedAt: Date;
  answered: number;
  asked: number;
}

/** What the merchant began and left, each with the way back into it. */
export function UnfinishedDrafts({ drafts }: { drafts: readonly ShownDraft[] }) {
  const t = useSentence();
  const locale = useLocale();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="unfinished" className="stack">
      <h2 id="unfinished">{t(m.listTitle, { count: drafts.length })}</h2>
      <ul className="unfinished">
        {drafts.map(({ id, name, photo, updatedAt, answered, asked }) => {
          const shown = name || t(m.unnamed);
          return (
            <li key={id} className="card">
              <PhotoThumb src={photo} alt={shown} size={96} />
              <div>
                <strong>{shown}</strong>
                <p className="soft">{t(m.answered, { answered, asked })}</p>
                <p className="soft">{t(m.lastTouched, { when: formatDateTime(locale, updatedAt) })}</p>
              </div>
              <ButtonLink to={`${draftsPath}/${id}`}>
                <span aria-hidden="true">{t(m.goOn)}</span>
                <span className="visually-hidden">{t(m.goOnWith, { name: shown })}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
