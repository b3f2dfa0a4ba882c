import { formatDate, formatDateTime } from "#app/messages/format.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { useLocale, useSentence } from "../locale.tsx";

/** Day and both times on Seoul's clock, as words. */
export function useSlotWords(): (slot: { startsAt: Date; endsAt: Date }) => string {
  const locale = useLocale();
  const t = useSentence();
  const time = (at: Date) => formatDateTime(locale, at).slice(-5);
  return ({ startsAt, endsAt }) =>
    t(m.range, { day: formatDate(locale, startsAt), from: time(startsAt), to: time(endsAt) });
}

/** The same, and what another clock shows then, where it differs. */
export function SlotTime({ startsAt, endsAt, there }: { startsAt: Date; endsAt: Date; there?: string | null }) {
  const words = useSlotWords();
  const t = useSentence();
  return (
    <>
      <time dateTime={startsAt.toISOString()}>{words({ startsAt, endsAt })}</time>
      {there && <span className="soft"> ({t(m.yourClock, { at: there })})</span>}
    </>
  );
}
