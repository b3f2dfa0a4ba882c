import { Link } from "@remix-run/react";
import { mendingMessages as m } from "#app/messages/merchant-mending.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** Sheets that were judged and that nobody has taken or left yet. */
export function WaitingSheets({ sheets }: { sheets: readonly { id: string; sheetName: string }[] }) {
  const t = useSentence();
  if (sheets.length === 0) return null;
  return (
    <Notice tone="waiting" title={t(m.waiting)}>
      <ul>
        {sheets.map(({ id, sheetName }) => (
          <li key={id}>
            <Link to={`/merchant/imports/${id}`} className="text-link">
              {t(m.check, { name: sheetName })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
