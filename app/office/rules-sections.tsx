import type { ReactNode } from "react";
import { productParts } from "#app/domain/product/changed-parts.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { bySubmission, gateKeys, type RubricRules } from "#app/domain/season/rules.ts";
import { gateWords } from "#app/messages/explanation.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { seasonOfficeMessages as m, partWords } from "#app/messages/season-office.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { shownMoment } from "./read-rules-form.ts";

export type Section = "places" | "dates" | "criteria" | "counting" | "gates" | "quotas";

/** Where the form asks for a field of the rules. */
export function sectionOf(field: string): Section {
  const [room = "", part = ""] = field.split(".");
  if (room === "rubric") return part === "criteria" ? "criteria" : "counting";
  if (room === "dates" || room === "quotas") return room;
  return room === "gates" || room === "requiredMalls" ? "gates" : "places";
}

interface SectionProps {
  rules: RubricRules;
  /** Sections in which something is wrong: they are open. */
  wrong: ReadonlySet<Section>;
}

/** What a part of the rules says in one line; open, its fields. */
function Folded({ title, says, open, children }: { title: string; says: string; open: boolean; children: ReactNode }) {
  return (
    <details className="rule-section" open={open}>
      <summary>
        <strong>{title}</strong>
        <span className="desk-soft">{says}</span>
      </summary>
      <div className="desk-stack">{children}</div>
    </details>
  );
}

export function PlacesSection({ rules, wrong, least }: SectionProps & { least: number }) {
  const t = useSentence();
  const { places, reserveSize } = rules;
  return (
    <Folded title={t(m.places)} says={t(m.saysPlaces, { places, reserve: reserveSize })} open={wrong.has("places")}>
      <div className="rule-fields">
        <NumberField
          name="places"
          label={t(m.places)}
          value={places}
          {...(least > 0 && { hint: t(m.placesLeast, { least }) })}
        />
        <NumberField name="reserveSize" label={t(m.reserveSize)} value={reserveSize} hint={t(m.reserveHint)} />
      </div>
    </Folded>
  );
}

const dateKeys = ["intakeFrom", "intakeUntil", "judgingUntil", "reserveUntil"] as const;

export function DatesSection({ rules: { dates }, wrong }: SectionProps) {
  const t = useSentence();
  const locale = useLocale();
  const said = dateKeys.flatMap((key) => {
    const date = dates[key];
    return date === null ? [] : [`${t(m[key])} ${formatDateTime(locale, new Date(date))}`];
  });
  return (
    <Folded title={t(m.dates)} says={said.join(" · ") || t(m.saysNoDates)} open={wrong.has("dates")}>
      <div className="rule-fields">
        {dateKeys.map((name) => (
          <label key={name} className="rule-field">
            <span>{t(m[name])}</span>
            <input type="datetime-local" name={name} defaultValue={shownMoment(dates[name])} />
          </label>
        ))}
      </div>
    </Folded>
  );
}

export function CriteriaSection({ rules: { rubric }, wrong }: SectionProps) {
  const t = useSentence();
  const locale = useLocale();
  const { criteria } = rubric;
  const most = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const names = criteria.map(({ label, weight }) => `${label[locale]} ${weight}`).join(", ");
  return (
    <Folded title={t(m.rubric)} says={t(m.saysCriteria, { names, most })} open={wrong.has("criteria")}>
      <p className="desk-soft">{t(m.removeHint)}</p>
      <input type="hidden" name="criteria" value={criteria.length + 1} />
      {[...criteria, null].map((criterion, index) => (
        <details key={criterion?.key ?? "new"} className="rule-set">
          <summary>
            {criterion ? (
              <>
                <strong>{criterion.label[locale]}</strong> {t(m.saysWeight, { weight: criterion.weight })}{" "}
                <span className="desk-soft">{criterion.guide?.[locale]}</span>
              </>
            ) : (
              t(m.newCriterion)
            )}
          </summary>
          <div className="rule-fields">
            <TextField name={`ko.${index}`} label={t(m.labelKo)} value={criterion?.label.ko} />
            <NumberField name={`weight.${index}`} label={t(m.weight)} value={criterion?.weight ?? null} />
            <TextField name={`guideKo.${index}`} label={t(m.guideKo)} value={criterion?.guide?.ko} />
            <TextField name={`en.${index}`} label={t(m.labelEn)} value={criterion?.label.en} />
            <TextField name={`guideEn.${index}`} label={t(m.guideEn)} value={criterion?.guide?.en} />
            {criterion ? (
              <input type="hidden" name={`key.${index}`} value={criterion.key} />
            ) : (
              <TextField name={`key.${index}`} label={t(m.criterionKey)} value={`criterion_${index + 1}`} />
            )}
          </div>
          <fieldset className="rule-checks">
            <legend>{t(m.restsOn)}</legend>
            {productParts.map((part) => (
              <Check
                key={part}
                name={`rests.${index}`}
                value={part}
                word={t(partWords[part])}
                checked={criterion?.restsOn.includes(part) ?? true}
              />
            ))}
          </fieldset>
        </details>
      ))}
    </Folded>
  );
}

export function CountingSection({ rules: { rubric }, wrong }: SectionProps) {
  const t = useSentence();
  const locale = useLocale();
  const { criteria, tieOrder, judgements, floor, scale, trimFrom, bonusMost, blind } = rubric;
  const ties = [...tieOrder, "", ""].slice(0, Math.max(tieOrder.length + 1, 4));
  return (
    <Folded
      title={t(m.counting)}
      says={t(m.saysCounting, { judgements, scale, floor, trimFrom })}
      open={wrong.has("counting")}
    >
      <div className="rule-fields">
        <NumberField name="judgements" label={t(m.judgements)} value={judgements} />
        <NumberField name="scale" label={t(m.scale)} value={scale} />
        <NumberField name="floor" label={t(m.floor)} value={floor} />
        <NumberField name="trimFrom" label={t(m.trimFrom)} value={trimFrom} />
        <NumberField name="bonusMost" label={t(m.bonusMost)} value={bonusMost} />
      </div>
      <Check name="blind" value="on" word={t(m.blind)} checked={blind} />
      <fieldset className="rule-checks">
        <legend>{t(m.tieOrder)}</legend>
        {ties.map((tie, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in an order
          <label key={index} className="rule-field">
            <span>{t(m.tieNumber, { number: index + 1 })}</span>
            <select name="tie" defaultValue={tie}>
              <option value="">{t(m.tieNone)}</option>
              {criteria.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label[locale]}
                </option>
              ))}
              <option value={bySubmission}>{t(m.tieSubmitted)}</option>
            </select>
          </label>
        ))}
      </fieldset>
    </Folded>
  );
}

export function GatesSection({ rules, wrong, names }: SectionProps & { names: Record<string, Sentence> }) {
  const t = useSentence();
  const { gates, requiredMalls } = rules;
  const said = gateKeys.filter((gate) => gates.includes(gate)).map((gate) => t(gateWords[gate]));
  return (
    <Folded title={t(m.gates)} says={said.join(", ") || t(m.saysNoGates)} open={wrong.has("gates")}>
      <fieldset className="rule-checks">
        <legend>{t(m.gatesWanted)}</legend>
        {gateKeys.map((gate) => (
          <Check key={gate} name="gate" value={gate} word={t(gateWords[gate])} checked={gates.includes(gate)} />
        ))}
      </fieldset>
      <fieldset className="rule-checks">
        <legend>{t(m.requiredMalls)}</legend>
        {Object.entries(names).map(([key, name]) => (
          <Check key={key} name="mall" value={key} word={t(name)} checked={requiredMalls.all.includes(key)} />
        ))}
        <NumberField name="others" label={t(m.otherMalls)} value={requiredMalls.others} />
      </fieldset>
    </Folded>
  );
}

export function QuotasSection({ rules: { quotas }, wrong }: SectionProps) {
  const t = useSentence();
  const said = storeKinds.flatMap((kind) => {
    const quota = quotas[kind];
    if (!quota) return [];
    const { min, max } = quota;
    const sentence = max === null ? m.saysQuotaFrom : min === 0 ? m.saysQuotaTo : m.saysQuota;
    return [t(sentence, { kind: t(storeKindWords[kind]), min, max: max ?? "" })];
  });
  return (
    <Folded title={t(m.quotas)} says={said.join(", ") || t(m.saysNoQuotas)} open={wrong.has("quotas")}>
      {storeKinds.map((kind) => (
        <fieldset key={kind} className="rule-checks">
          <legend>{t(storeKindWords[kind])}</legend>
          <NumberField name={`min.${kind}`} label={t(m.quotaMin)} value={quotas[kind]?.min ?? null} />
          <NumberField name={`max.${kind}`} label={t(m.quotaMax)} value={quotas[kind]?.max ?? null} />
        </fieldset>
      ))}
    </Folded>
  );
}

function Check({ name, value, word, checked }: { name: string; value: string; word: string; checked: boolean }) {
  return (
    <label className="desk-check">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>{word}</span>
    </label>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  value: number | null;
  hint?: string;
}

function NumberField({ name, label, value, hint }: NumberFieldProps) {
  return (
    <label className="rule-field">
      <span>{label}</span>
      <input type="number" name={name} min={0} defaultValue={value ?? ""} />
      {hint && <span className="desk-soft">{hint}</span>}
    </label>
  );
}

function TextField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="rule-field">
      <span>{label}</span>
      <input type="text" name={name} maxLength={100} defaultValue={value ?? ""} />
    </label>
  );
}
