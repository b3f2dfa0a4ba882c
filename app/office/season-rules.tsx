import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { productParts } from "#app/domain/product/changed-parts.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { reasonInput } from "#app/domain/season/decisions.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { findRules } from "#app/domain/season/find-rules.ts";
import { bySubmission, gateKeys, type Rubric, rulesSchema } from "#app/domain/season/rules.ts";
import { gateWords } from "#app/messages/explanation.ts";
import { seasonOfficeMessages as m, partWords } from "#app/messages/season-office.ts";
import { seasonStateWords, storeKindWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { readRulesForm, shownMoment } from "./read-rules-form.ts";
import { SeasonTabs } from "./season-tabs.tsx";

export const meta = pageTitle(m.rules);

export const loader = allow(["office"], async ({ database }) => {
  const season = await findCurrentSeason(database);
  if (!season) return { season: null };
  const { version, rules } = await findRules(database, season);
  const base = defaultRules(season.places);
  return {
    season: { id: season.id, name: season.name, state: season.state },
    version,
    byMarks: rules.rubric !== null,
    /** What the form begins with where the season has no rubric yet. */
    rules: rules.rubric
      ? { ...rules, rubric: rules.rubric }
      : { ...base, rubric: base.rubric as Rubric, places: rules.places },
    malls: mallNames(),
  };
});

type Said = { issues: Issue[] } | { issues: []; version: number; reopened: number };

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = await request.formData();
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const season = await findCurrentSeason(database);
  if (!season) return data<Said>({ issues: [issue("season.none")] }, { status: 422 });
  const rules = rulesSchema.safeParse(readRulesForm(form));
  if (!rules.success) {
    const fields = new Set(rules.error.issues.map(({ path }) => path.join(".")));
    const issues = [...fields].map((field) => issue("rules.unreadable", { field }));
    return data<Said>({ issues }, { status: 422 });
  }
  const reason = reasonInput.safeParse(form.get("reason"));
  const input = { seasonId: season.id, rules: rules.data, ...(reason.success && { reason: reason.data }) };
  const outcome = await changeRules(database, actor, input, await loadMallRules(database, malls));
  return outcome.ok
    ? data<Said>({ issues: [], ...outcome.result })
    : data<Said>({ issues: outcome.issues }, { status: 422 });
});

type Loaded = Extract<Awaited<ReturnType<typeof loader>>, { version: number }>;

export default function SeasonRules() {
  const loaded = useLoaderData<typeof loader>();
  const t = useSentence();
  if (loaded.season === null || !("rules" in loaded)) {
    return (
      <DeskPage title={t(m.title)}>
        <EmptyState title={t(m.noSeason)} body={t(m.noSeasonBody)}>
          <Button url="/office">{t(m.title)}</Button>
        </EmptyState>
      </DeskPage>
    );
  }
  return <RulesPage {...(loaded as Loaded)} />;
}

function RulesPage({ season, version, byMarks, rules, malls: names }: Loaded) {
  const said = useActionData<typeof action>();
  const t = useSentence();
  const fixed = ["frozen", "published", "closed"].includes(season?.state ?? "");
  const judging = season?.state === "judging";
  const { dates, quotas, requiredMalls } = rules;
  return (
    <DeskPage
      title={t(m.rules)}
      lead={season ? `${season.name} · ${t(seasonStateWords[season.state])} · ${t(m.version, { version })}` : ""}
    >
      <SeasonTabs current="rules" />
      {said && said.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={said.issues} />
        </Notice>
      )}
      {said && "version" in said && (
        <Notice tone="live" title={t(m.saved, { version: said.version, reopened: said.reopened })} />
      )}
      {fixed && <Notice tone="information" title={t(m.fixed)} />}
      {judging && <Notice tone="waiting" title={t(m.byDecision)} />}
      <Form method="post" key={version} className="desk-stack">
        <DeskCard title={t(m.places)}>
          <label className="desk-check">
            <input type="checkbox" name="byMarks" defaultChecked={byMarks || version === 0} />
            <span>{t(m.byMarks)}</span>
          </label>
          <div className="rule-fields">
            <NumberField name="places" label={t(m.places)} value={rules.places} />
            <NumberField name="reserveSize" label={t(m.reserveSize)} value={rules.reserveSize} />
          </div>
        </DeskCard>
        <DeskCard title={t(m.dates)}>
          <div className="rule-fields">
            {(["intakeFrom", "intakeUntil", "judgingUntil", "reserveUntil"] as const).map((name) => (
              <label key={name} className="rule-field">
                <span>{t(m[name])}</span>
                <input type="datetime-local" name={name} defaultValue={shownMoment(dates[name])} />
              </label>
            ))}
          </div>
        </DeskCard>
        <RubricCard rubric={rules.rubric} />
        <DeskCard title={t(m.gates)}>
          <div className="rule-fields">
            {gateKeys.map((gate) => (
              <label key={gate} className="desk-check">
                <input type="checkbox" name="gate" value={gate} defaultChecked={rules.gates.includes(gate)} />
                <span>{t(gateWords[gate])}</span>
              </label>
            ))}
          </div>
          <fieldset className="rule-set">
            <legend>{t(m.requiredMalls)}</legend>
            <div className="rule-fields">
              {Object.entries(names).map(([key, name]) => (
                <label key={key} className="desk-check">
                  <input type="checkbox" name="mall" value={key} defaultChecked={requiredMalls.all.includes(key)} />
                  <span>{t(name)}</span>
                </label>
              ))}
            </div>
            <NumberField name="others" label={t(m.otherMalls)} value={requiredMalls.others} />
          </fieldset>
        </DeskCard>
        <DeskCard title={t(m.quotas)}>
          {storeKinds.map((kind) => (
            <fieldset key={kind} className="rule-set">
              <legend>{t(storeKindWords[kind])}</legend>
              <div className="rule-fields">
                <NumberField name={`min.${kind}`} label={t(m.quotaMin)} value={quotas[kind]?.min ?? null} />
                <NumberField name={`max.${kind}`} label={t(m.quotaMax)} value={quotas[kind]?.max ?? null} />
              </div>
            </fieldset>
          ))}
        </DeskCard>
        {judging && (
          <DeskField
            name="reason"
            label={t(m.reason)}
            helpText={t(m.reasonHint)}
            multiline={2}
            autoComplete="off"
            maxLength={1000}
          />
        )}
        <Button submit variant="primary" size="large" disabled={fixed}>
          {t(m.save)}
        </Button>
      </Form>
    </DeskPage>
  );
}

function RubricCard({ rubric }: { rubric: Rubric }) {
  const locale = useLocale();
  const t = useSentence();
  const { criteria, tieOrder } = rubric;
  const rows = [...criteria, null];
  const ties = [...tieOrder, "", ""].slice(0, Math.max(tieOrder.length + 1, 4));
  return (
    <DeskCard title={t(m.rubric)} aside={<span className="desk-soft">{t(m.removeHint)}</span>}>
      <input type="hidden" name="criteria" value={rows.length} />
      {rows.map((criterion, index) => (
        <fieldset key={criterion?.key ?? "new"} className="rule-set">
          <legend>{criterion ? criterion.label[locale] : t(m.newCriterion)}</legend>
          <div className="rule-fields">
            <TextField name={`ko.${index}`} label={t(m.labelKo)} value={criterion?.label.ko} />
            <TextField name={`en.${index}`} label={t(m.labelEn)} value={criterion?.label.en} />
            {criterion ? (
              <input type="hidden" name={`key.${index}`} value={criterion.key} />
            ) : (
              <TextField name={`key.${index}`} label={t(m.criterionKey)} value={`criterion_${index + 1}`} />
            )}
            <NumberField name={`weight.${index}`} label={t(m.weight)} value={criterion?.weight ?? null} />
            <TextField name={`guideKo.${index}`} label={t(m.guideKo)} value={criterion?.guide?.ko} />
            <TextField name={`guideEn.${index}`} label={t(m.guideEn)} value={criterion?.guide?.en} />
          </div>
          <details>
            <summary>{t(m.restsOn)}</summary>
            <div className="rule-fields">
              {productParts.map((part) => (
                <label key={part} className="desk-check">
                  <input
                    type="checkbox"
                    name={`rests.${index}`}
                    value={part}
                    defaultChecked={criterion?.restsOn.includes(part) ?? true}
                  />
                  <span>{t(partWords[part])}</span>
                </label>
              ))}
            </div>
          </details>
        </fieldset>
      ))}
      <div className="rule-fields">
        <NumberField name="scale" label={t(m.scale)} value={rubric.scale} />
        <NumberField name="floor" label={t(m.floor)} value={rubric.floor} />
        <NumberField name="bonusMost" label={t(m.bonusMost)} value={rubric.bonusMost} />
        <NumberField name="judgements" label={t(m.judgements)} value={rubric.judgements} />
        <NumberField name="trimFrom" label={t(m.trimFrom)} value={rubric.trimFrom} />
      </div>
      <label className="desk-check">
        <input type="checkbox" name="blind" defaultChecked={rubric.blind} />
        <span>{t(m.blind)}</span>
      </label>
      <fieldset className="rule-set">
        <legend>{t(m.tieOrder)}</legend>
        <div className="rule-fields">
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
        </div>
      </fieldset>
    </DeskCard>
  );
}

function NumberField({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <label className="rule-field">
      <span>{label}</span>
      <input type="number" name={name} min={0} defaultValue={value ?? ""} />
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
