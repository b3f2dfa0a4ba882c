import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requestClosing, takeBackClosing } from "#app/domain/closing/request-closing.ts";
import { countStanding } from "#app/domain/listing/count-standing.ts";
import { closingMessages as m } from "#app/messages/closing.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor } from "./own-store.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database }) => ({
  closingAt: account.closingAt,
  standing: account.storeId ? await countStanding(database, account.storeId) : 0,
  merchant: account.helper ? account.name : null,
}));

export const action = allow(["merchant"], async ({ account, database, request }) => {
  const takesBack = (await request.formData()).get("intent") === "take-back";
  const change = takesBack ? takeBackClosing : requestClosing;
  const outcome = await change(database, merchantActor(account), { accountId: account.id });
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  throw redirect(takesBack ? "/merchant" : "/merchant/closing");
});

export default function Closing() {
  const { closingAt, standing, merchant } = useLoaderData<typeof loader>();
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const locale = useLocale();
  const refused = issues.length > 0 && (
    <Notice tone="refused" title={t(m.title)}>
      <IssueList issues={issues} />
    </Notice>
  );
  if (closingAt) {
    return (
      <Page title={t(m.closing)} lead={t(m.since, { date: formatDateTime(locale, closingAt) })} narrow>
        {refused}
        <Notice tone="waiting" title={standing > 0 ? t(m.waits, { count: standing }) : t(m.soon)} />
        <Form method="post">
          <Button kind="main" full name="intent" value="take-back">
            {t(m.takeBack)}
          </Button>
        </Form>
      </Page>
    );
  }
  const parts = [
    { title: m.firstTitle, text: standing > 0 ? t(m.first, { count: standing }) : t(m.firstNone) },
    { title: m.thenTitle, text: t(m.after) },
    { title: m.dataTitle, text: t(m.data) },
    { title: m.backTitle, text: t(m.back) },
  ];
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {refused}
      <section className="card stack">
        {parts.map(({ title, text }) => (
          <div key={title.en}>
            <h2>{t(title)}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
      {merchant !== null ? (
        <Notice tone="waiting" title={t(m.onlyMerchant, { merchant })} />
      ) : (
        <Form method="post">
          <Button kind="danger" full name="intent" value="close">
            {t(m.close)}
          </Button>
        </Form>
      )}
      <ButtonLink to="/account" full>
        {t(m.stay)}
      </ButtonLink>
    </Page>
  );
}
