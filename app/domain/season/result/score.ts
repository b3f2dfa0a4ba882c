import type { Rubric } from "../rules.ts";
import type { Score, SubmissionFacts } from "./facts.ts";
import { type Fraction, plus, whole } from "./fraction.ts";

type Judgements = SubmissionFacts["judgements"];

/** The mean of what was given, without the highest and the lowest where there are enough; null without any. */
export function scoreOf({ judgements, bonus }: SubmissionFacts, rubric: Rubric): Score | null {
  const points = judgements.map(({ marks }) =>
    rubric.criteria.reduce((sum, { key, weight }) => sum + weight * (marks[key] ?? 0), 0),
  );
  const mean = trimmedMean(points, rubric);
  if (!mean) return null;
  const inPoints = (n: number): Fraction => ({ n, d: rubric.scale });
  return {
    judgements: judgements.length,
    mean: { n: mean.value.n, d: mean.value.d * rubric.scale },
    leftOut: mean.leftOut && { highest: inPoints(mean.leftOut.highest), lowest: inPoints(mean.leftOut.lowest) },
    bonus,
    total: plus({ n: mean.value.n, d: mean.value.d * rubric.scale }, whole(bonus)),
  };
}

/** The mean of one criterion's marks, made like the mean of the points; null without any. */
export function criterionMean(judgements: Judgements, criterion: string, rubric: Rubric): Fraction | null {
  const marks = judgements.map(({ marks }) => marks[criterion] ?? 0);
  return trimmedMean(marks, rubric)?.value ?? null;
}

/** One highest and one lowest are left out, also when others are as high or low. Nothing is rounded. */
function trimmedMean(values: readonly number[], { trimFrom }: Rubric) {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.length < trimFrom) return { value: { n: sum, d: values.length }, leftOut: null };
  const leftOut = { highest: Math.max(...values), lowest: Math.min(...values) };
  return { value: { n: sum - leftOut.highest - leftOut.lowest, d: values.length - 2 }, leftOut };
}
