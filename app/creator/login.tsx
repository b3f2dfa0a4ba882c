import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { loginMessages as m } from "#app/messages/account.ts";
import { joinMessages } from "#app/messages/join.ts";
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
import { nextPage } from "#app/web/next-page.ts";

export const meta = pageTitle(m.title);

export const loader = allow("public", ({ account, url }) => {
  if (account) throw redirect(nextPage(url, homes[account.role]));
  return null;
});

export const action = allow("public", async ({ request, url, database, config, clientAddress, locale, secure }) => {
  const form = await request.formData();
  const by = form.get("by") === "email" ? "email" : "phone";
  const destination = String(form.get("destination") ?? "");
  const input = { by, destination, address: clientAddress, locale } as const;
  const outcome = await requestLoginCode(database, input, entrySettings({ config }));
  if (!outcome.ok) return data({ by, destination, issues: outcome.issues }, { status: 422 });
  throw redirect(`/login/code${url.search}`, {
    headers: { "Set-Cookie": destinationCookie({ by, destination }, secure) },
  });
});

export default function Login() {
  const asked = useActionData<typeof action>();
  const [query] = useSearchParams();
  const t = useSentence();
  const next = query.get("next");
  const issuesOf = (by: "phone" | "email") => (asked?.by === by ? asked.issues : []);
  return (
    <Page title={t(m.title)} lead={next ? t(m.nextLead) : ""} narrow>
      <section className="card stack">
        <h2>{t(m.merchants)}</h2>
        <p>{t(m.merchantsLead)}</p>
        <AskForm by="phone" issues={issuesOf("phone")} typed={asked?.by === "phone" ? asked.destination : ""} />
        <ButtonLink to="/join" full>
          {t(joinMessages.fromLogin)}
        </ButtonLink>
      </section>
      <section className="card stack">
        <h2>{t(m.creators)}</h2>
        <p>{t(m.creatorsLead)}</p>
        <AskForm by="email" issues={issuesOf("email")} typed={asked?.by === "email" ? asked.destination : ""} />
        <ButtonLink to="/join/creator" full>
          {t(joinMessages.fromLoginCreator)}
        </ButtonLink>
      </section>
      <section className="card stack">
        <h2>{t(m.staff)}</h2>
        <p>
          <ButtonLink to={next ? `/login/password?${new URLSearchParams({ next })}` : "/login/password"} full>
            {t(m.toPassword)}
          </ButtonLink>
        </p>
      </section>
    </Page>
  );
}

function AskForm({ by, issues, typed }: { by: "phone" | "email"; issues: Issue[]; typed: string }) {
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const input =
    by === "phone"
      ? ({ type: "tel", inputMode: "tel", autoComplete: "tel", label: t(m.phone), hint: t(m.phoneHint) } as const)
      : ({ type: "email", inputMode: "email", autoComplete: "email", label: t(m.email) } as const);
  const general = issues.filter(({ path }) => !path.field);
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="by" value={by} />
      {general.length > 0 && <IssueList issues={general} />}
      <Field {...input} name="destination" defaultValue={typed} error={errorOf("destination")} />
      <Button kind={by === "phone" ? "main" : "plain"} full>
        {t(by === "phone" ? m.sendCode : m.sendCodeByMail)}
      </Button>
    </Form>
  );
}
