import { mendingMessages as m } from "#app/messages/merchant-mending.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

/** The merchant's own sheet with its bad cells marked, for those who would rather mend it in Excel. */
export function MarkedSheetLink({ importId }: { importId: string }) {
  const t = useSentence();
  return (
    <section className="card stack">
      <p className="soft">{t(m.markedHint)}</p>
      <p>
        <a className="button" href={`/merchant/imports/${importId}/errors.xlsx`} download>
          {t(m.marked)}
        </a>
      </p>
    </section>
  );
}
