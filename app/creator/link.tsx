import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation } from "#app/domain/account/accept-invitation.ts";
import { findLink } from "#app/domain/account/links.ts";
import { setPassword } from "#app/domain/account/set-password.ts";
import { isStaff } from "#app/domain/account/staff.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { loginMessages as m, roleWords } from "#app/messages/account.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { entrySettings, welcome } from "#app/web/log-in.server.ts";

export const meta = pageTitle(m.title);

/** Looking at a link does not use it: messengers fetch what they preview. */
export const loader = allow("public", async ({ database, config, params }) => {
  const link = await findLink(database, params.token ?? "", entrySettings({ config }));
  if (!link) return data({ link: null }, { status: 410 });
  const { purpose, account } = link;
  return data({
    link: { purpose, name: account.name, role: account.role, staff: isStaff(account.role), email: account.email ?? "" },
  });
});

export const action = allow("public", async ({ request, url, database, config, params, secure }) => {
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? "");
  const settings = entrySettings({ config });
  const token = params.token ?? "";
  const link = await findLink(database, token, settings);
  const given = { token, password: field("password"), repeated: field("repeated") };
  const outcome =
    link?.purpose === "password_reset"
      ? await setPassword(database, given, settings)
      : await acceptInvitation(database, { ...given, name: field("name"), email: field("email") }, settings);
  if (!outcome.ok) {
    return data({ issues: outcome.issues, name: field("name"), email: field("email") }, { status: 422 });
  }
  throw welcome(outcome.result, { secure }, url);
});

export default function OneTimeLink() {
  const { link } = useLoaderData<typeof loader>();
  const { issues = [], name = "", email = "" } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  if (!link) {
    return (
      <Page title={t(m.linkOver)} narrow>
        <IssueList issues={[issue("link.invalid")]} />
        <ButtonLink to="/login" kind="main">
          {t(m.toLogin)}
        </ButtonLink>
      </Page>
    );
  }
  const first = link.purpose === "first_office";
  const reset = link.purpose === "password_reset";
  const title = first ? t(m.firstTitle) : reset ? t(m.resetTitle) : t(m.welcome, { name: link.name });
  const lead = link.purpose === "invitation" ? { lead: t(m.invitedLead, { role: t(roleWords[link.role]) }) } : {};
  const general = issues.filter(({ path }) => !path.field);
  return (
    <Page title={title} {...lead} narrow>
      {general.length > 0 && <IssueList issues={general} />}
      <Form method="post" className="card stack">
        {first && (
          <>
            <Field
              name="name"
              autoComplete="name"
              label={t(m.name)}
              defaultValue={name}
              error={errorOf("person_name")}
            />
            <Field
              name="email"
              type="email"
              autoComplete="username"
              label={t(m.email)}
              defaultValue={email}
              error={errorOf("email")}
            />
          </>
        )}
        {link.staff && !first && (
          <Field name="username" type="email" autoComplete="username" label={t(m.email)} value={link.email} readOnly />
        )}
        {link.staff && (
          <>
            <Field
              name="password"
              type="password"
              autoComplete="new-password"
              label={t(m.newPassword)}
              hint={t(m.newPasswordHint)}
              error={errorOf("password")}
            />
            <Field
              name="repeated"
              type="password"
              autoComplete="new-password"
              label={t(m.repeat)}
              error={errorOf("repeated")}
            />
          </>
        )}
        <Button kind="main" full>
          {t(m.begin)}
        </Button>
      </Form>
    </Page>
  );
}
