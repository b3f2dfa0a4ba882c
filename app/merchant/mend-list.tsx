import { Link } from "@remix-run/react";
import { useId } from "react";
import type { Issue } from "#app/domain/issue/issue.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { Icon } from "#app/ui/plain/icon.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { inPlainWords, onlyTakesTime, whereToMend } from "#app/ui/plain/where-to-mend.ts";

/** Every issue of a product as one sentence with one button to where it is put right; errors first. */
export function MendList({ issues, productId }: { issues: readonly Issue[]; productId: string }) {
  const locale = useLocale();
  const t = useSentence();
  const list = useId();
  const ordered = issues.toSorted(
    (one, other) => Number(one.severity !== "error") - Number(other.severity !== "error"),
  );
  return (
    <ul className="mend-list">
      {ordered.map((one, index) => {
        const mend = whereToMend(one, productId);
        const wrong = one.severity === "error" && !onlyTakesTime(one);
        const id = `${list}-${index}`;
        return (
          <li key={id}>
            <p className={wrong ? "tone-refused" : "tone-waiting"}>
              <Icon name={wrong ? "cross" : "mark"} />
              <span className="words" id={id}>
                {sayIssue(locale, inPlainWords(one))}
              </span>
            </p>
            {mend && (
              <Link to={mend.to} className="button" aria-describedby={id}>
                {t(mend.word)}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
