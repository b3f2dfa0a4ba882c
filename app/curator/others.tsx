import type { JudgingDetails } from "#app/domain/judging/find-judging.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";

/** What the other curators gave, once it is shown. */
export function Others({ others, slots, rubric }: Pick<JudgingDetails, "others" | "slots" | "rubric">) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <DeskCard title={t(m.others)} aside={<Status tone="quiet" word={t(m.slotsGiven, slots)} />}>
      {others === null && <p className="desk-soft">{t(m.othersHidden)}</p>}
      {others?.length === 0 && <p className="desk-soft">{t(m.noOthers)}</p>}
      <ul className="desk-list">
        {others?.map(({ curator, marks, note }) => (
          <li key={curator}>
            <strong>{curator}</strong>{" "}
            {rubric.criteria.map(({ key, label }) => `${label[locale]} ${marks[key] ?? "–"}`).join(" · ")}
            {note && <p className="desk-soft">{note}</p>}
          </li>
        ))}
      </ul>
    </DeskCard>
  );
}
