import type { Issue } from "#app/domain/issue/issue.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { Icon } from "./icon.tsx";
import { useLocale, useSentence } from "./locale.tsx";

/** Every issue as a sentence, errors first. */
export function IssueList({ issues }: { issues: readonly Issue[] }) {
  const locale = useLocale();
  const t = useSentence();
  const ordered = [...issues].sort(
    (left, right) => Number(left.severity !== "error") - Number(right.severity !== "error"),
  );
  return (
    <ul className="issues">
      {ordered.map((one, index) => {
        const wrong = one.severity === "error";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew with every answer, and issues may repeat
          <li key={index} className={wrong ? "tone-refused" : "tone-waiting"}>
            <Icon name={wrong ? "cross" : "mark"} />
            <span className="words">
              <span className="visually-hidden">{t(wrong ? m.error : m.warning)}: </span>
              {sayIssue(locale, one)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The sentence for one field of a form, for `Field`'s `error`; undefined when nothing is wrong with it. */
export function useFieldError(issues: readonly Issue[] | undefined): (field: string) => string | undefined {
  const locale = useLocale();
  return (field) => {
    const found = issues?.find(({ path }) => path.field === field);
    return found && sayIssue(locale, found);
  };
}
