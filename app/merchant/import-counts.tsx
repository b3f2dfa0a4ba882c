import { importMessages as m } from "#app/messages/merchant-imports.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { Icon, type IconName } from "#app/ui/plain/icon.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import type { Tone } from "#app/ui/plain/status.tsx";

type Kind = "accepted" | "refused" | "skipped";

interface RowCountsProps {
  rows: Record<Kind, number>;
  words: Record<Kind, Sentence>;
}

/** The three counts of a sheet's rows; they add up. */
export function RowCounts({ rows, words }: RowCountsProps) {
  return (
    <dl className="counts">
      <Count word={words.accepted} count={rows.accepted} unit={m.products} tone="live" icon="check" />
      <Count word={words.refused} count={rows.refused} tone={rows.refused > 0 ? "refused" : "quiet"} icon="cross" />
      <Count word={words.skipped} count={rows.skipped} tone="quiet" icon="dot" />
    </dl>
  );
}

interface CountProps {
  word: Sentence;
  count: number;
  unit?: Sentence;
  tone: Tone;
  icon: IconName;
}

function Count({ word, count, unit = m.rows, tone, icon }: CountProps) {
  const t = useSentence();
  return (
    <div className="card">
      <dt className={`status tone-${tone}`}>
        <Icon name={icon} />
        {t(word)}
      </dt>
      <dd>
        <strong>{t(unit, { count })}</strong>
      </dd>
    </div>
  );
}
