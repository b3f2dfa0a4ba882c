import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ApplicationStep } from "#app/domain/application/find-application.ts";
import { businessStatusWords, applicationMessages as m, stepStateWords, stepWords } from "#app/messages/application.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import styles from "./application.css?url";
import { applicationPath } from "./application-path.ts";
import { StepList } from "./application-steps.tsx";
import { ownApplication } from "./own-application.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database }) => {
  const { state, open, steps, sentAt, store } = await ownApplication(database, account);
  return { state, open, steps, sentAt, store };
});

export default function ApplicationHome() {
  const { state, open, steps, sentAt, store } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  if (store?.state === "closed") {
    return (
      <Page title={t(m.title)} narrow>
        <Notice tone="quiet" title={t(m.closedTitle)}>
          {t(m.closedBody)}
        </Notice>
      </Page>
    );
  }
  if (!open) {
    const status = store?.businessStatus ?? "not_checked";
    const word = t(businessStatusWords[status]);
    const checkedAt = store?.businessCheckedAt;
    return (
      <Page title={t(m.title)} narrow>
        <Notice tone="waiting" title={t(m.sentTitle)}>
          {sentAt && <p>{t(m.sentBody, { date: formatDateTime(locale, sentAt) })}</p>}
        </Notice>
        <dl className="card facts">
          <div>
            <dt>{t(m.businessStatus)}</dt>
            <dd>{checkedAt ? t(m.checkedAt, { word, date: formatDateTime(locale, checkedAt) }) : word}</dd>
          </div>
        </dl>
        <ButtonLink to={`${applicationPath}/review`} kind="main" full>
          {t(m.show)}
        </ButtonLink>
      </Page>
    );
  }
  const noted = steps.filter((step) => step.notes.length > 0);
  const openStep = noted[0] ?? steps.find((step) => step.state !== "complete");
  const done = steps.filter((step) => step.state === "complete").length;
  return (
    <Page title={t(m.title)} lead={state === "returned" ? "" : t(m.beginLead)} narrow>
      {state === "returned" && <Returned steps={noted} />}
      {noted.length === 0 && (
        <ButtonLink to={`${applicationPath}/${openStep?.key ?? "review"}`} kind="main" full>
          {t(openStep === undefined ? m.toReview : done === 0 ? m.begin : m.goOn)}
        </ButtonLink>
      )}
      <section className="stack">
        <h2>{t(m.stepsTitle)}</h2>
        <p className="soft">{t(m.doneCount, { done, total: steps.length })}</p>
        <StepList steps={steps} word={(step) => t(stepStateWords[step.state])} />
        {openStep !== undefined && done > 0 && (
          <p>
            <Link to={`${applicationPath}/review`} className="text-link">
              {t(m.toReview)}
            </Link>
          </p>
        )}
      </section>
    </Page>
  );
}

function Returned({ steps }: { steps: readonly ApplicationStep[] }) {
  const t = useSentence();
  return (
    <Notice tone="waiting" title={t(m.returnedTitle)}>
      <p>{steps.length === 0 ? t(m.correctedAll) : t(m.returnedBody)}</p>
      {steps.length > 0 && (
        <ul className="stack">
          {steps.map(({ key, notes }, index) => (
            <li key={key} className="stack">
              <IssueList issues={notes} />
              <p>
                <ButtonLink to={`${applicationPath}/${key}`} kind={index === 0 ? "main" : "plain"}>
                  {t(m.correct, { step: t(stepWords[key].name) })}
                </ButtonLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
