import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { logInWithPassword } from "#app/domain/account/log-in-with-password.ts";
import { loginMessages as m } from "#app/messages/account.ts";
import { homes } from "#app/routes.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { entrySettings, welcome } from "#app/web/log-in.server.ts";
import { nextPage } from "#app/web/next-page.ts";

export const meta = pageTitle(m.passwordTitle);

export const loader = allow("public", ({ account, url }) => {
  if (account) throw redirect(nextPage(url, homes[account.role]));
  return null;
});

export const action = allow("public", async ({ request, url, database, config, clientAddress, secure }) => {
  const form = await request.formData();
  const email = String(form.get("email") ?? "");
  const input = { email, password: String(form.get("password") ?? ""), address: clientAddress };
  const outcome = await logInWithPassword(database, input, entrySettings({ config }));
  if (!outcome.ok) return data({ email, issues: outcome.issues }, { status: 422 });
  throw welcome(outcome.result, { secure }, url);
});

export default function LoginPassword() {
  const { email = "", issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !path.field);
  return (
    <Page title={t(m.passwordTitle)} narrow>
      {general.length > 0 && <IssueList issues={general} />}
      <Form method="post" className="card stack">
        <Field
          name="email"
          type="email"
          autoComplete="username"
          label={t(m.email)}
          defaultValue={email}
          error={errorOf("email")}
        />
        <Field name="password" type="password" autoComplete="current-password" label={t(m.password)} />
        <Button kind="main" full>
          {t(m.enter)}
        </Button>
      </Form>
      <p className="row">
        <Link to="/login/forgot">{t(m.forgot)}</Link>
        <Link to="/login">{t(m.back)}</Link>
      </p>
    </Page>
  );
}
