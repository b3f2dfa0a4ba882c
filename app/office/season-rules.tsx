import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { reasonInput } from "#app/domain/season/decisions.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { findRules } from "#app/domain/season/find-rules.ts";
import { type Rubric, rulesSchema } from "#app/domain/season/rules.ts";
import { statesSettled } from "#app/domain/season/states.ts";
import { ruleLabel } from "#app/messages/rule-labels.ts";
import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { seasonStateWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { readRulesForm } from "./read-rules-form.ts";
import {
  CountingSection,
  CriteriaSection,
  DatesSection,
  GatesSection,
  PlacesSection,
  QuotasSection,
  sectionOf,
} from "./rules-sections.tsx";
import { SeasonTabs } from "./season-tabs.tsx";

export const meta = pageTitle(m.rules);

export const loader = allow(["office"], async ({ database }) => {
  const season = await findCurrentSeason(database);
  if (!season) return { season: null };
  const { version, rules } = await findRules(database, season);
  const base = defaultRules(season.places);
  const taken = await database.place.count({ where: { seasonId: season.id } });
  return {
    season: { id: season.id, name: season.name, state: season.state },
    version,
    /** Places that were given already. */
    taken,
    byMarks: rules.rubric !== null,
    /** What the form begins with where the season has no rubric yet. */
    rules: rules.rubric
      ? { ...rules, rubric: rules.rubric }
      : { ...base, rubric: base.rubric as Rubric, places: rules.places },
    malls: mallNames(),
  };
});

type Said = { issues: Issue[] } | { issues: []; version: number; reopened: number };

export const action = allow(["office"], async ({ request, database, account, locale }) => {
  const form = await request.formData();
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const season = await findCurrentSeason(database);
  if (!season) return data<Said>({ issues: [issue("season.none")] }, { status: 422 });
  const rules = rulesSchema.safeParse(readRulesForm(form));
  if (!rules.success) {
    const fields = new Set(rules.error.issues.map(({ path }) => ruleLabel(locale, path.join("."))));
    const issues = [...fields].map((field) => issue("rules.unreadable", {}, { params: { field } }));
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

function RulesPage({ season, version, byMarks, taken, rules, malls: names }: Loaded) {
  const said = useActionData<typeof action>();
  const t = useSentence();
  const fixed = season !== null && statesSettled.includes(season.state);
  const judging = season?.state === "judging";
  // Version 0: none was saved yet.
  const saved = version > 0 ? [t(m.version, { version })] : [];
  const lead = season ? [season.name, t(seasonStateWords[season.state]), ...saved] : [];
  /** Who was chosen directly was not judged: the two do not mix. */
  const chosen = !byMarks && taken > 0;
  const wrong = new Set(said?.issues.map(({ path }) => sectionOf(path.field ?? "")));
  const sections = { rules, wrong };
  return (
    <DeskPage title={t(m.rules)} lead={lead.join(" · ")}>
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
      {chosen && !fixed && (
        <Notice tone="information" title={t(m.chosenAlready, { taken })}>
          {t(m.chosenAlreadyBody)}
        </Notice>
      )}
      <Form method="post" key={version} noValidate>
        <fieldset className="rule-form" disabled={fixed}>
          <DeskCard title={t(m.way)}>
            <div className="rule-ways">
              <Way chosen={!byMarks} value="" word={t(m.directly)}>
                {t(m.directlyBody)}
              </Way>
              <Way chosen={byMarks} value="on" word={t(m.byMarks)} disabled={chosen}>
                {t(m.byMarksBody)}
              </Way>
            </div>
          </DeskCard>
          <div className="rule-sections">
            <PlacesSection {...sections} least={taken} />
            <DatesSection {...sections} />
            <div className="rule-marks">
              <CriteriaSection {...sections} />
              <CountingSection {...sections} />
              <GatesSection {...sections} names={names} />
              <QuotasSection {...sections} />
            </div>
          </div>
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
          {!fixed && (
            <div>
              <Button submit variant="primary" size="large">
                {t(m.save)}
              </Button>
            </div>
          )}
        </fieldset>
      </Form>
    </DeskPage>
  );
}

interface WayProps {
  value: string;
  word: string;
  chosen: boolean;
  disabled?: boolean;
  children: string;
}

function Way({ value, word, chosen, disabled, children }: WayProps) {
  return (
    <label className="rule-way">
      <input type="radio" name="byMarks" value={value} defaultChecked={chosen} disabled={disabled} />
      <span>
        <strong>{word}</strong>
        <span className="desk-soft">{children}</span>
      </span>
    </label>
  );
}
