import { data } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { requestPasswordReset } from "#app/domain/account/request-password-reset.ts";
import { loginMessages as m } from "#app/messages/account.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { entrySettings } from "#app/web/log-in.server.ts";

export const meta = pageTitle(m.forgotTitle);

export const action = allow("public", async ({ request, database, config, clientAddress, locale }) => {
  const email = String((await request.formData()).get("email") ?? "");
  const input = { email, address: clientAddress, locale };
  const outcome = await requestPasswordReset(database, input, entrySettings({ config }));
  return data({ email, issues: outcome.ok ? [] : outcome.issues }, { status: outcome.ok ? 200 : 422 });
});

export default function LoginForgot() {
  const asked = useActionData<typeof action>();
  const t = useSentence();
  const issues = asked?.issues ?? [];
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !path.field);
  return (
    <Page title={t(m.forgotTitle)} lead={t(m.forgotLead)} narrow>
      {asked && issues.length === 0 ? (
        <Notice tone="information" title={t(m.linkSent)}>
          {t(m.linkSentBody)}
        </Notice>
      ) : (
        <Form method="post" className="card stack">
          {general.length > 0 && <IssueList issues={general} />}
          <Field
            name="email"
            type="email"
            autoComplete="username"
            label={t(m.email)}
            defaultValue={asked?.email ?? ""}
            error={errorOf("email")}
          />
          <Button kind="main" full>
            {t(m.sendLink)}
          </Button>
        </Form>
      )}
      <p>
        <Link to="/login">{t(m.back)}</Link>
      </p>
    </Page>
  );
}
