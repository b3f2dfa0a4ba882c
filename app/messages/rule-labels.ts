import { seasonOfficeMessages as m } from "./season-office.ts";
import { type Locale, type Sentence, say } from "./sentence.ts";

/** A season's rules as their form calls them, by the last word of their path. */
const labels: Record<string, Sentence> = {
  places: m.places,
  reserveSize: m.reserveSize,
  dates: m.dates,
  intakeFrom: m.intakeFrom,
  intakeUntil: m.intakeUntil,
  judgingUntil: m.judgingUntil,
  reserveUntil: m.reserveUntil,
  rubric: m.rubric,
  criteria: m.rubric,
  scale: m.scale,
  floor: m.floor,
  bonusMost: m.bonusMost,
  judgements: m.judgements,
  trimFrom: m.trimFrom,
  tieOrder: m.tieOrder,
  requiredMalls: m.requiredMalls,
  others: m.otherMalls,
  quotas: m.quotas,
};

const criterionLabels: Record<string, Sentence> = {
  key: m.criterionKey,
  label: m.labelKo,
  guide: m.guideKo,
  weight: m.weight,
  restsOn: m.restsOn,
};

/** `rubric.floor` → what the form calls it, `rubric.criteria.2.weight` → `기준 3 배점`; what the form does not call anything is the rules. */
export function ruleLabel(locale: Locale, path: string): string {
  const parts = path.split(".");
  const [, criterion, index, part] = parts;
  if (criterion === "criteria" && index !== undefined) {
    const of = criterionLabels[part ?? ""];
    return `${say(locale, m.criterion)} ${Number(index) + 1}${of ? ` ${say(locale, of)}` : ""}`;
  }
  const label = parts.toReversed().flatMap((word) => labels[word] ?? [])[0];
  return say(locale, label ?? m.rules);
}
