import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { sendApplication } from "#app/domain/application/send-application.ts";
import { sayNamedAnswer } from "#app/messages/answers.ts";
import { applicationMessages as m, stepWords } from "#app/messages/application.ts";
import { helpMessages } from "#app/messages/help.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import styles from "./application.css?url";
import { applicationPath, stepPath } from "./application-path.ts";
import { ownApplication } from "./own-application.server.ts";
import { merchantActor } from "./own-store.ts";
import { ShownDocument } from "./shown-document.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.reviewTitle);

export const loader = allow(["merchant"], async ({ account, database }) => {
  const { steps, open, answers, documents, market, district, typedBy } = await ownApplication(database, account);
  const given = {
    answers,
    market: market?.name ?? null,
    district: district && { ko: district.nameKo, en: district.nameEn },
  };
  return { steps, open, given, documents, typedBy };
});

export const action = allow(["merchant"], async ({ account, database }) => {
  const outcome = await sendApplication(database, merchantActor(account), { accountId: account.id });
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  throw redirect(applicationPath);
});

export default function ApplicationReview() {
  const { steps, open, given, documents, typedBy } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const locale = useLocale();
  const left = steps.filter(({ issues }) => issues.length > 0);
  return (
    <Page title={t(open ? m.reviewTitle : m.title)} lead={t(open ? m.reviewLead : m.sentLead)} narrow>
      {refused && (
        <Notice tone="refused" title={t(m.notSent)}>
          <IssueList issues={refused.issues} />
        </Notice>
      )}
      <dl className="card answers">
        {steps.map(({ key, fields, document, notes, issues }) => {
          const shown = documents.filter(({ kind }) => kind === document);
          const words = fields.flatMap((field) => sayNamedAnswer(locale, field, given) ?? []);
          const helpers = [...new Set(fields.flatMap((field) => typedBy[field] ?? []))];
          return (
            <div key={key}>
              <dt>{t(stepWords[key].name)}</dt>
              <dd className="stack">
                {words.map((word) => (
                  <p key={word} className="answer">
                    {word}
                  </p>
                ))}
                {shown.map((one) => (
                  <ShownDocument key={one.id} document={one} base={`${applicationPath}/documents`} />
                ))}
                {words.length + shown.length === 0 && <p className="soft">{t(m.empty)}</p>}
                {helpers.map((name) => (
                  <p key={name} className="soft">
                    {t(helpMessages.typedBy, { name })}
                  </p>
                ))}
                {open && [...notes, ...issues].length > 0 && <IssueList issues={[...notes, ...issues]} />}
              </dd>
              {open && (
                <dd>
                  <Link to={stepPath(key, true)} className="text-link">
                    <span aria-hidden="true">{t(m.change)}</span>
                    <span className="visually-hidden">{t(m.changeStep, { step: t(stepWords[key].name) })}</span>
                  </Link>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {open && left.length === 0 && (
        <Form method="post" className="stack">
          <p>{t(m.sendBody)}</p>
          <Button kind="main" full disabled={busy}>
            {t(m.send)}
          </Button>
        </Form>
      )}
      {open && left[0] && (
        <Notice tone="waiting" title={t(m.notReady, { count: left.length })}>
          <p>
            <ButtonLink to={stepPath(left[0].key, true)} kind="main">
              {t(m.goOn)}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <ButtonLink to={applicationPath} full>
        {t(m.back)}
      </ButtonLink>
    </Page>
  );
}
