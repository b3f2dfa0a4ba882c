import type { ReactNode } from "react";
import type { ExplainedSubmission } from "#app/domain/season/explain-result.ts";
import type { Explanation as Facts, Score } from "#app/domain/season/result/facts.ts";
import { decisionWords, gateWords, explanationMessages as m, resultReasonWords } from "#app/messages/explanation.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { useLocale, useSentence } from "./locale.tsx";
import { Notice } from "./notice.tsx";

type Tie = Facts["ties"][number];
type Explained = ExplainedSubmission;

/** Two decimals, as a fraction is shown. */
type Decimals = (fraction: Score["mean"]) => string;

interface ExplanationProps extends Explained {
  decimals: Decimals;
}

/** Why a product is in, on reserve or out, from the first condition to the last decision, each step in one sentence. */
export function Explanation(explained: ExplanationProps) {
  const { explanation, frozen, judgements, rules, decimals, lastIn } = explained;
  const { score, unmet, waived } = explanation;
  const t = useSentence();
  const words = (gates: typeof unmet) => gates.map((gate) => t(gateWords[gate])).join(", ");
  return (
    <div className="explanation">
      {!frozen && <Notice tone="waiting" title={t(m.soFar)} />}
      <Verdict {...explained} />
      <ol>
        <Step title={t(m.gates)}>
          {unmet.length === 0 ? <p>{t(m.gatesMet)}</p> : <p>{t(m.gatesUnmet, { gates: words(unmet) })}</p>}
          {waived.length > 0 && <p>{t(m.gatesWaived, { gates: words(waived) })}</p>}
        </Step>
        <Step title={t(m.marks)}>{judgements.length === 0 ? <p>{t(m.noMarks)}</p> : <Marks {...explained} />}</Step>
        {score && (
          <Step title={t(m.sum)}>
            <p>{score.leftOut ? t(m.trimmed) : t(m.untrimmed, { from: rules.rubric.trimFrom })}</p>
            <Sum {...explained} score={score} />
            {score.bonus > 0 && <p>{t(m.bonus, { points: score.bonus })}</p>}
            <p>
              <strong>{t(m.total, { total: decimals(score.total) })}</strong>
            </p>
            <p className="soft">{t(m.rounding)}</p>
          </Step>
        )}
        {score && rules.rubric.floor > 0 && (
          <Step title={t(m.floor)}>
            <p>{t(explanation.reason === "below_floor" ? m.floorMissed : m.floorMet, { floor: rules.rubric.floor })}</p>
          </Step>
        )}
        {explanation.rank !== null && (
          <Step title={t(m.rank)}>
            <Rank {...explained} />
          </Step>
        )}
        <Step title={t(m.places)}>
          <Quotas rules={rules} />
          <p>{t(resultReasonWords[explanation.reason])}</p>
          {lastIn?.score && <p>{t(m.lastIn, { total: decimals(lastIn.score.total) })}</p>}
        </Step>
        <Step title={t(m.decisions)}>
          <Decisions decisions={explained.decisions} />
        </Step>
      </ol>
      {frozen && <p className="soft">{t(m.replay, { number: frozen.number, version: frozen.rulesVersion })}</p>}
    </div>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <h2>{title}</h2>
      {children}
    </li>
  );
}

/** As it is now, which decisions may have changed since the marks spoke. */
function Verdict({ explanation, place, decisions, frozen }: Explained) {
  const t = useSentence();
  const left = decisions.some(({ kind }) => kind === "withdrawal");
  if (place !== null) return <Notice tone="live" title={t(frozen ? m.in : m.inSoFar, { place })} />;
  const { reserveRank } = explanation;
  if (explanation.standing === "reserve" && reserveRank !== null && !left) {
    return (
      <Notice tone="waiting" title={t(m.reserve, { rank: reserveRank })}>
        {t(m.reserveBody)}
      </Notice>
    );
  }
  return (
    <Notice tone="quiet" title={t(m.out)}>
      {t(resultReasonWords[left ? "withdrawn" : explanation.reason])}
    </Notice>
  );
}

/** The first with the highest and the first other with the lowest are those that are left out. */
function leftOutOf(points: readonly number[]): { highest: number; lowest: number } {
  const highest = points.indexOf(Math.max(...points));
  const rest = points.map((value, index) => (index === highest ? Number.POSITIVE_INFINITY : value));
  return { highest, lowest: rest.indexOf(Math.min(...rest)) };
}

function pointsOf({ judgements, rules: { rubric } }: Explained): number[] {
  return judgements.map((marks) =>
    rubric.criteria.reduce((sum, { key, weight }) => sum + weight * (marks[key] ?? 0), 0),
  );
}

/** Criteria down, curators across: a phone has room for words in one column only. */
function Marks(explained: ExplanationProps) {
  const { judgements, rules, explanation, decimals } = explained;
  const { criteria, scale } = rules.rubric;
  const locale = useLocale();
  const t = useSentence();
  const points = pointsOf(explained);
  const out = explanation.score?.leftOut ? leftOutOf(points) : null;
  const most = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const leftOut = (index: number) => (index === out?.highest || index === out?.lowest ? "left-out" : undefined);
  return (
    <>
      <p>{t(m.howPoints, { scale, most })}</p>
      <div className="explanation-marks">
        <table>
          <thead>
            <tr>
              <td />
              {points.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: judgements have no name here
                <th key={index} scope="col" className={leftOut(index)}>
                  {t(m.curator, { number: index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ key, label, weight }) => (
              <tr key={key}>
                <th scope="row">
                  {label[locale]} <span className="soft">{t(m.weight, { weight })}</span>
                </th>
                {judgements.map((marks, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={index} className={leftOut(index)}>
                    {marks[key]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="explanation-points">
        {points.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index} className={leftOut(index)}>
            {t(m.curator, { number: index + 1 })}{" "}
            <strong>{t(m.pointsOf, { points: decimals({ n: value, d: scale }) })}</strong>
            {index === out?.highest && ` ${t(m.leftOutHighest)}`}
            {index === out?.lowest && ` ${t(m.leftOutLowest)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sum(explained: ExplanationProps & { score: Score }) {
  const { rules, score, decimals } = explained;
  const points = pointsOf(explained);
  const out = score.leftOut ? leftOutOf(points) : null;
  const counted = points.filter((_, index) => index !== out?.highest && index !== out?.lowest);
  const terms = counted.map((value) => decimals({ n: value, d: rules.rubric.scale })).join(" + ");
  return <p className="explanation-sum">{`(${terms}) ÷ ${counted.length} = ${decimals(score.mean)}`}</p>;
}

function Rank({ explanation, ranked, ties, rules }: Explained) {
  const locale = useLocale();
  const t = useSentence();
  const { rank, kindRank, kind } = explanation;
  const by = (tie: Tie) => {
    const criterion = rules.rubric.criteria.find(({ key }) => key === tie.decidedBy);
    if (criterion) return t(m.tieCriterion, { criterion: criterion.label[locale] });
    return t(tie.decidedBy === "id" ? m.tieId : m.tieSubmitted);
  };
  return (
    <>
      <p>
        {t(m.rankOf, {
          ...{ all: ranked.all, rank: rank ?? 0, ofKind: ranked.ofKind, kindRank: kindRank ?? 0 },
          kind: t(storeKindWords[kind]),
        })}
      </p>
      {explanation.ties.map((tie) => (
        <p key={tie.with}>{t(m.tie, { rank: ties[tie.with] ?? 0, by: by(tie) })}</p>
      ))}
    </>
  );
}

function Quotas({ rules: { places, quotas } }: Pick<Explained, "rules">) {
  const t = useSentence();
  const kinds = Object.entries(quotas) as [keyof typeof storeKindWords, { min: number; max: number | null }][];
  if (kinds.length === 0) return <p>{t(m.noQuotas, { places })}</p>;
  return (
    <>
      <p>{t(m.quotas, { places })}</p>
      <ul>
        {kinds.map(([kind, { min, max }]) => (
          <li key={kind}>
            {max === null
              ? t(m.quota, { kind: t(storeKindWords[kind]), min })
              : t(m.quotaMax, { kind: t(storeKindWords[kind]), min, max })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decisions({ decisions }: Pick<Explained, "decisions">) {
  const locale = useLocale();
  const t = useSentence();
  if (decisions.length === 0) return <p>{t(m.noDecisions)}</p>;
  return (
    <ul>
      {decisions.map((decision) => (
        <li key={decision.id}>
          {formatDateTime(locale, new Date(decision.decidedAt))}{" "}
          {t(decision.kind === "withdrawal" && decision.details.recalled ? m.recalled : decisionWords[decision.kind])}
          {decision.reason && <span> — {t(m.reason, { reason: decision.reason })}</span>}
        </li>
      ))}
    </ul>
  );
}
