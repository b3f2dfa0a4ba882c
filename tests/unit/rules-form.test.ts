import { describe, expect, it } from "vitest";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { rulesSchema } from "#app/domain/season/rules.ts";
import { ruleLabel } from "#app/messages/rule-labels.ts";
import { readRulesForm, shownMoment } from "../../app/office/read-rules-form.ts";

const standing = {
  ...defaultRules(100),
  dates: { intakeFrom: "2026-12-01T09:00:00+09:00", intakeUntil: null, judgingUntil: null, reserveUntil: null },
  quotas: { craft: { min: 10, max: 40 }, cooperative: { min: 5, max: null } },
};

/** What a browser sends of the form that shows these rules. */
function sent(): FormData {
  const form = new FormData();
  const { rubric } = standing;
  if (!rubric) throw new Error("They have a rubric");
  const numbers = {
    scale: 5,
    floor: 60,
    bonusMost: 5,
    judgements: 5,
    trimFrom: 5,
    places: 100,
    reserveSize: 20,
    others: 1,
  };
  for (const [name, value] of Object.entries(numbers)) form.set(name, String(value));
  form.set("byMarks", "on");
  form.set("blind", "on");
  form.set("intakeFrom", shownMoment(standing.dates.intakeFrom));
  for (const name of ["intakeUntil", "judgingUntil", "reserveUntil"]) form.set(name, "");
  form.set("criteria", String(rubric.criteria.length + 1));
  rubric.criteria.forEach(({ key, label, guide, weight, restsOn }, index) => {
    const texts = { key, ko: label.ko, en: label.en, guideKo: guide?.ko ?? "", guideEn: guide?.en ?? "", weight };
    for (const [name, value] of Object.entries(texts)) form.set(`${name}.${index}`, String(value));
    for (const part of restsOn) form.append(`rests.${index}`, part);
  });
  form.set(`ko.${rubric.criteria.length}`, "");
  for (const tie of [...rubric.tieOrder, ""]) form.append("tie", tie);
  for (const gate of standing.gates) form.append("gate", gate);
  for (const mall of standing.requiredMalls.all) form.append("mall", mall);
  for (const [kind, { min, max }] of Object.entries(standing.quotas)) {
    form.set(`min.${kind}`, String(min));
    form.set(`max.${kind}`, max === null ? "" : String(max));
  }
  return form;
}

describe("the form of a season's rules", () => {
  it("gives back what it shows, so that saving without a change changes nothing", () => {
    const read = rulesSchema.parse(readRulesForm(sent()));
    const sorted = (parts: readonly string[]) => [...parts].sort();
    expect({ ...read, rubric: read.rubric && { ...read.rubric, criteria: [] } }).toEqual({
      ...standing,
      rubric: { ...standing.rubric, criteria: [] },
    });
    const withSortedParts = (criteria: typeof read.rubric) =>
      criteria?.criteria.map((one) => ({ ...one, restsOn: sorted(one.restsOn) }));
    expect(withSortedParts(read.rubric)).toEqual(withSortedParts(standing.rubric));
  });

  it("says which number is missing", () => {
    const form = sent();
    form.set("floor", "");
    form.set("weight.2", "many");
    const read = rulesSchema.safeParse(readRulesForm(form));
    expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(["rubric.criteria.2.weight", "rubric.floor"]);
    const called = read.error?.issues.map(({ path }) => ruleLabel("ko", path.join(".")));
    expect(called).toEqual(["기준 3 배점", "최저 점수"]);
  });
});
