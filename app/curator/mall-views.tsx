import type { Issue } from "#app/domain/issue/issue.ts";
import type { ReadinessVerdict } from "#app/domain/product/readiness.ts";
import { formatWon } from "#app/messages/format.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { verdictWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { verdictTones } from "#app/ui/desk/tones.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";

export interface MallView {
  mall: string;
  name: Sentence;
  verdict: ReadinessVerdict;
  issues: Issue[];
  title: { shown: string; cut: string };
}

interface MallViewsProps {
  views: readonly MallView[];
  photo: string | null;
  price: number;
  /** Lines of the product notice that are filled in, and what it is a notice of. */
  notice: { name: string; lines: number };
}

/** The product as a shopper of each mall would come across it. */
export function MallViews({ views, photo, price, notice }: MallViewsProps) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <DeskCard title={t(m.malls)}>
      <ul className="mall-views">
        {views.map(({ mall, name, verdict, issues, title }) => (
          <li key={mall}>
            <div className="desk-between">
              <strong>{t(name)}</strong>
              <Status
                tone={verdictTones[verdict]}
                word={t(verdictWords[verdict], { count: issues.filter(({ severity }) => severity === "error").length })}
              />
            </div>
            {verdict !== "not_offered" && (
              <div className="mall-view">
                <PhotoThumb src={photo} alt="" size={96} />
                <div>
                  <div className="mall-title">{title.shown}</div>
                  {title.cut && <div className="tone-refused">{t(m.cutTitle, { cut: title.cut })}</div>}
                  <strong>{formatWon(locale, price)}</strong>
                  <div className="desk-soft">
                    {notice.name} · {t(m.noticeLines, { count: notice.lines })}
                  </div>
                </div>
              </div>
            )}
            {issues.length > 0 && (
              <details>
                <summary>{t(m.mallIssues, { count: issues.length })}</summary>
                <IssueList issues={issues} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </DeskCard>
  );
}
