import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { loginMessages } from "#app/messages/account.ts";
import { joinMessages as m } from "#app/messages/join.ts";
import { homes } from "#app/routes.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { entrySettings } from "#app/web/log-in.server.ts";
import { destinationCookie } from "#app/web/login-destination.ts";

export const meta = pageTitle(m.title, m.lead);

export const loader = allow("public", ({ account }) => {
  if (account) throw redirect(homes[account.role]);
  return null;
});

/** Answers alike whether or not the number is somebody's already: who proves it goes in or begins. */
export const action = allow("public", async ({ request, database, config, clientAddress, locale, secure }) => {
  const destination = String((await request.formData()).get("destination") ?? "");
  const asked = { by: "phone", destination, joining: true } as const;
  const outcome = await requestLoginCode(
    database,
    { ...asked, address: clientAddress, locale },
    entrySettings({ config }),
  );
  if (!outcome.ok) return data({ destination, issues: outcome.issues }, { status: 422 });
  throw redirect(`/login/code?${new URLSearchParams({ next: "/merchant/application" })}`, {
    headers: { "Set-Cookie": destinationCookie(asked, secure) },
  });
});

export default function Join() {
  const { destination = "", issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !path.field);
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      <Form method="post" className="card stack">
        {general.length > 0 && <IssueList issues={general} />}
        <Field
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          name="destination"
          label={t(loginMessages.phone)}
          hint={t(loginMessages.phoneHint)}
          defaultValue={destination}
          error={errorOf("destination")}
        />
        <Button kind="main" full>
          {t(m.send)}
        </Button>
      </Form>
      <section className="stack">
        <h2>{t(m.whatTitle)}</h2>
        <p>{t(m.what)}</p>
        <ButtonLink to="/login" full>
          {t(m.haveAccount)}
        </ButtonLink>
      </section>
    </Page>
  );
}
