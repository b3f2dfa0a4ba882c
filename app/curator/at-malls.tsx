import type { SubmissionDetails } from "#app/domain/season/find-submission.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { gradeWords } from "#app/messages/product-malls.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { listingStateWords, verdictWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { Link } from "#app/ui/desk/polaris.ts";
import { gradeTones, listingTones, verdictTones } from "#app/ui/desk/tones.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { ProgressBar } from "#app/ui/plain/progress-bar.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";

type Names = Record<string, Sentence>;

/** What each mall would say to the product as it is. */
export function ReadinessCard({ assessment, names }: Pick<SubmissionDetails, "assessment"> & { names: Names }) {
  const t = useSentence();
  const { grade, hints, malls } = assessment;
  return (
    <DeskCard title={t(m.readiness)} aside={<Status tone={gradeTones[grade]} word={t(gradeWords[grade])} />}>
      {hints.length > 0 && <IssueList issues={hints} />}
      <ul className="desk-list">
        {malls.map(({ mall, verdict, issues }) => (
          <li key={mall}>
            <div className="desk-between">
              <strong>{t(nameOfChannel(names, mall))}</strong>
              <Status
                tone={verdictTones[verdict]}
                word={t(verdictWords[verdict], { count: issues.filter(({ severity }) => severity === "error").length })}
              />
            </div>
            {issues.length > 0 && <IssueList issues={issues} />}
          </li>
        ))}
      </ul>
    </DeskCard>
  );
}

interface AtMallsProps extends Pick<SubmissionDetails, "id" | "listings" | "progress"> {
  names: Names;
}

/** How a selected product reaches the malls; what is heard while the page is open is loaded anew. */
export function AtMalls({ id, listings, progress: loaded, names }: AtMallsProps) {
  const t = useSentence();
  const initial = loaded ? [{ id, kind: "publishing" as const, ...loaded }] : [];
  const progress = useProgress(initial).find((row) => row.id === id && row.kind === "publishing");
  useFreshPage(progress ? [progress] : []);
  return (
    <DeskCard title={t(m.atMalls)}>
      {progress && <ProgressBar label={t(progress.state === "running" ? m.publishing : m.published)} {...progress} />}
      <ul className="desk-list">
        {listings.map(({ mall, state, issues, pageUrl }) => (
          <li key={mall}>
            <div className="desk-between">
              <strong>{t(nameOfChannel(names, mall))}</strong>
              <Status tone={listingTones[state]} word={t(listingStateWords[state])} />
            </div>
            {issues.length > 0 && <IssueList issues={issues} />}
            {pageUrl && (
              <Link url={pageUrl} external>
                {t(m.openPage)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </DeskCard>
  );
}
