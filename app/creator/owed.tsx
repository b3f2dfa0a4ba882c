import type { OwedContent } from "#app/domain/visit/content-due.ts";
import { formatDay } from "#app/messages/format.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";

/** Until when the content of a visit is owed, or how late it is; nothing where none is. */
export function Owed({ owed }: { owed: OwedContent | null }) {
  const t = useSentence();
  const locale = useLocale();
  if (!owed) return null;
  if (owed.daysLate > 0) {
    return (
      <p>
        <Status tone="refused" word={t(m.owedLate, { days: owed.daysLate })} />
      </p>
    );
  }
  return <p>{t(m.owedBy, { date: formatDay(locale, owed.dueOn) })}</p>;
}
