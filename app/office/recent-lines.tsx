import type { RecentLine } from "#app/domain/audit/list-recent.ts";
import { auditOther, auditSentences } from "#app/messages/audit.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { requirementWords } from "#app/messages/requirements.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { handOverStateWords, seasonStateWords } from "#app/messages/states.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

/** What an action noted, in words where it noted a state. */
const noted: Record<string, Record<string, Sentence>> = {
  "advance-season": seasonStateWords,
  "record-decision": handOverStateWords,
  "verify-requirement": requirementWords,
  "unverify-requirement": requirementWords,
  "switch-channel": { on: m.resume, off: m.stop },
};

export function RecentLines({ lines }: { lines: readonly RecentLine[] }) {
  const locale = useLocale();
  const t = useSentence();
  if (lines.length === 0) return <p className="desk-soft">{t(m.noRecent)}</p>;
  return (
    <ol className="desk-recent">
      {lines.map(({ id, at, actor, action, subject, details }) => {
        const words = noted[action] ?? {};
        const told = Object.entries(details).map(([key, value]) => {
          const word = words[value];
          return [key, word ? t(word) : value];
        });
        return (
          <li key={id}>
            <span>
              {t(auditSentences[action] ?? auditOther, {
                ...Object.fromEntries(told),
                actor: actor ?? t(m.someone),
                subject: subject ?? t(m.something),
                action,
              })}
            </span>
            <time dateTime={at.toISOString()}>{formatDateTime(locale, at)}</time>
          </li>
        );
      })}
    </ol>
  );
}
