import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listMarkets } from "#app/domain/application/list-markets.ts";
import { saveStep } from "#app/domain/application/save-step.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { applicationMessages as m, stepStateWords, stepWords } from "#app/messages/application.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { helpMessages } from "#app/messages/help.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import styles from "./application.css?url";
import { DocumentStep } from "./application-document-step.tsx";
import { StepFields } from "./application-fields.tsx";
import { applicationPath, stepPath } from "./application-path.ts";
import { StepList } from "./application-steps.tsx";
import { documentFaults } from "./document-faults.ts";
import { openOwnApplication } from "./own-application.server.ts";
import { merchantActor, orNotFound } from "./own-store.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const application = await openOwnApplication(database, account);
  const { answers, steps, kind, district, ownPhone, typedBy } = application;
  const index = steps.findIndex(({ key }) => key === params.step);
  const step = orNotFound(steps[index] ?? null);
  const fromReview = url.searchParams.get("from") === "review";
  const word = url.searchParams.get("word") ?? "";
  return {
    step,
    number: index + 1,
    steps,
    answers: step.key === "phone" ? { store_phone: ownPhone, ...answers } : answers,
    helpers: [...new Set(step.fields.flatMap((field) => typedBy[field] ?? []))],
    documents: application.documents.filter((one) => one.kind === step.document),
    kind,
    district,
    word,
    markets: step.key === "market" && district ? await listMarkets(database, district.code, word) : [],
    chosenMarket: application.market,
    fromReview,
    next: fromReview ? "review" : (steps[index + 1]?.key ?? "review"),
    previous: fromReview ? "review" : (steps[index - 1]?.key ?? ""),
    refused: refusedDocument(url.searchParams, step.document ?? ""),
    added: url.searchParams.has("added"),
  };
});

/** What the document's own address refused: it answers with this page. */
function refusedDocument(query: URLSearchParams, field: string): Issue[] {
  const code = documentFaults.find((one) => one === query.get("refused"));
  return code ? [issue(code, { field }, { params: { maximum: Number(query.get("maximum")) || 0 } })] : [];
}

export const action = allow(["merchant"], async ({ account, database, params, request, url }) => {
  const { steps } = await openOwnApplication(database, account);
  const step = orNotFound(steps.find(({ key }) => key === params.step) ?? null);
  const form = await request.formData();
  const answers = Object.fromEntries(
    step.fields.flatMap((field) => {
      const typed = form.get(field);
      return typeof typed === "string" ? [[field, typed]] : [];
    }),
  );
  const saved = await saveStep(database, merchantActor(account), { accountId: account.id, step: step.key, answers });
  if (!saved.ok) return data({ issues: saved.issues }, { status: 422 });
  // Asked again: another kind of store has other steps.
  const after = (await openOwnApplication(database, account)).steps;
  const next = after[after.findIndex(({ key }) => key === step.key) + 1]?.key ?? "review";
  throw redirect(`${applicationPath}/${url.searchParams.get("from") === "review" ? "review" : next}`);
});

export default function ApplicationStepPage() {
  const page = useLoaderData<typeof loader>();
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const { step, steps, number, fromReview, kind, previous } = page;
  const t = useSentence();
  const locale = useLocale();
  const words = stepWords[step.key];
  const total = steps.length;
  const named = {
    document: step.document ? fieldLabel(locale, step.document) : "",
    district: page.district ? (locale === "ko" ? page.district.nameKo : page.district.nameEn) : "",
  };
  const back = (
    <ButtonLink to={`${applicationPath}/${previous}`.replace(/\/$/, "")} full>
      {t(m.previous)}
    </ButtonLink>
  );
  const kindMissing = step.key === "proof" && kind === null;
  const addressMissing = step.key === "market" && page.district === null;
  return (
    <Page title={t(words.question, named)} lead={t(words.lead, named)} narrow>
      <p className="step-place">
        <span aria-hidden="true">{t(m.place, { number, total })}</span>
        <span className="visually-hidden">{t(m.placeSpoken, { number, total })}</span>
        <progress max={total} value={number} aria-hidden="true" />
      </p>
      {step.notes.length > 0 && (
        <Notice tone="waiting" title={t(m.officeSays)}>
          <IssueList issues={step.notes} />
        </Notice>
      )}
      {issues.length > 0 && (
        <Notice tone="waiting" title={t(m.keptNotice)}>
          {t(m.keptBody)}
        </Notice>
      )}
      {kindMissing || addressMissing ? (
        <EmptyState
          title={t(kindMissing ? m.kindFirst : m.addressFirst)}
          body={t(kindMissing ? m.kindFirstBody : m.addressFirstBody)}
        >
          <ButtonLink to={stepPath(kindMissing ? "kind" : "address", false)} kind="main">
            {t(stepWords[kindMissing ? "kind" : "address"].name)}
          </ButtonLink>
        </EmptyState>
      ) : step.document ? (
        <DocumentStep {...page} kind={step.document} stepKey={step.key}>
          {back}
        </DocumentStep>
      ) : (
        <>
          {step.key === "market" && <MarketSearch word={page.word} fromReview={fromReview} />}
          <Form key={step.key} method="post" className="card stack">
            <StepFields
              step={step.key}
              answers={page.answers}
              issues={issues}
              markets={page.markets}
              chosenMarket={page.chosenMarket}
            />
            {page.helpers.map((name) => (
              <p key={name} className="soft">
                {t(helpMessages.typedBy, { name })}
              </p>
            ))}
            <div className="form-end">
              <Button kind="main" full>
                {t(m.next)}
              </Button>
              {back}
            </div>
          </Form>
        </>
      )}
      <details className="all-steps">
        <summary>{t(m.allSteps)}</summary>
        <StepList steps={steps} current={step.key} word={(one) => t(stepStateWords[one.state])} />
      </details>
    </Page>
  );
}

function MarketSearch({ word, fromReview }: { word: string; fromReview: boolean }) {
  const t = useSentence();
  return (
    <Form method="get" className="market-search" role="search">
      {fromReview && <input type="hidden" name="from" value="review" />}
      <div className="field">
        <label htmlFor="market-word">{t(m.marketWord)}</label>
        <input id="market-word" name="word" type="search" defaultValue={word} autoComplete="off" />
      </div>
      <Button>{t(m.find)}</Button>
    </Form>
  );
}
