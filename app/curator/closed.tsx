import type { JudgingDetails } from "#app/domain/judging/find-judging.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { seasonStateWords } from "#app/messages/states.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

export type Why = "withdrawn" | "decided" | "conflict" | "notEligible" | "notJudging" | "judgingOver" | "officeLooks";

type Known = Pick<JudgingDetails, "state" | "seasonState" | "conflict" | "eligible" | "judgingUntil" | "gates">;

/** Why whoever looks cannot judge it now; null: they can. */
export function whyClosed(
  { state, seasonState, conflict, eligible, judgingUntil }: Known,
  role: "curator" | "office",
): Why | null {
  if (state === "withdrawn") return "withdrawn";
  if (state !== "submitted") return "decided";
  if (seasonState !== "judging") return "notJudging";
  if (role === "office") return "officeLooks";
  if (judgingUntil !== null && Date.parse(judgingUntil) < Date.now()) return "judgingOver";
  if (conflict) return "conflict";
  return eligible ? null : "notEligible";
}

/** Stands where the marks would. */
export function Closed({ why, known }: { why: Why; known: Known }) {
  const { seasonState, judgingUntil, gates, eligible } = known;
  const t = useSentence();
  const locale = useLocale();
  const date = judgingUntil === null ? "" : formatDateTime(locale, new Date(judgingUntil));
  return (
    <Notice
      tone={why === "conflict" || why === "officeLooks" ? "information" : "quiet"}
      title={t(m[why], { state: t(seasonStateWords[seasonState]), date })}
    >
      {(why === "notEligible" || why === "officeLooks") && !eligible && (
        <IssueList issues={gates.filter(({ met, waived }) => !met && !waived).flatMap(({ issues }) => issues)} />
      )}
    </Notice>
  );
}
