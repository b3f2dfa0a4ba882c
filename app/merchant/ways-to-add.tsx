import { Link } from "@remix-run/react";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { draftsPath } from "./draft-path.ts";

/** By the phone's camera, or by a sheet. */
export function WaysToAdd() {
  const t = useSentence();
  return (
    <nav aria-label={t(m.waysTitle)} className="ways">
      <WayByCamera main />
      <Link to="/merchant/imports/new" className="button way">
        <Drawing path="M6 6h28v28H6zM6 15h28M6 24h28M16 6v28" />
        <span>
          <strong>{t(m.sheet)}</strong>
          <small>{t(m.sheetHint)}</small>
        </span>
      </Link>
    </nav>
  );
}

export function WayByCamera({ main = false }: { main?: boolean }) {
  const t = useSentence();
  return (
    <Link to={`${draftsPath}/new`} className={`button ${main ? "button-main " : ""}way`}>
      <Drawing path="M4 14h8l3-5h10l3 5h8v19H4zM20 17a6 6 0 1 0 .1 0z" />
      <span>
        <strong>{t(m.begin)}</strong>
        <small>{t(m.beginHint)}</small>
      </span>
    </Link>
  );
}

function Drawing({ path }: { path: string }) {
  return (
    <svg className="drawing" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
