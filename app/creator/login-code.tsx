import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import { formatPhone, parsePhone } from "#app/domain/account/phone.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { loginMessages as m } from "#app/messages/account.ts";
import { joinMessages } from "#app/messages/join.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { entrySettings, welcome } from "#app/web/log-in.server.ts";
import { readDestinationCookie } from "#app/web/login-destination.ts";

export const meta = pageTitle(m.codeTitle);

export const loader = allow("public", ({ request, url, config, secure }) => {
  const asked = readDestinationCookie(request.headers.get("cookie"), secure);
  if (!asked) throw redirect(`/login${url.search}`);
  const phone = asked.by === "phone" && parsePhone(asked.destination);
  const destination = phone ? formatPhone(phone) : asked.destination;
  return { destination, by: asked.by, joining: asked.joining, played: !config.production };
});

export const action = allow("public", async ({ request, url, database, config, clientAddress, locale, secure }) => {
  const asked = readDestinationCookie(request.headers.get("cookie"), secure);
  if (!asked) throw redirect(`/login${url.search}`);
  const settings = entrySettings({ config });
  const form = await request.formData();
  if (form.get("intent") === "resend") {
    const again = await requestLoginCode(database, { ...asked, address: clientAddress, locale }, settings);
    return answer(again.ok ? [] : again.issues, again.ok);
  }
  const input = { ...asked, code: String(form.get("code") ?? ""), shared: form.get("shared") === "on" };
  const outcome = await confirmLoginCode(database, input, settings);
  if (!outcome.ok) return answer(outcome.issues, false);
  throw welcome(outcome.result, { secure }, url);
});

function answer(issues: Issue[], resent: boolean) {
  return data({ issues, resent }, { status: issues.length > 0 ? 422 : 200 });
}

export default function LoginCode() {
  const { destination, by, joining, played } = useLoaderData<typeof loader>();
  const { issues = [], resent = false } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const sent = joining ? joinMessages.codeSent : by === "phone" ? m.codeSentPhone : m.codeSentMail;
  const general = issues.filter(({ path }) => path.field !== "code");
  return (
    <Page title={t(m.codeTitle)} lead={t(sent, { destination })} narrow>
      {resent && <Notice tone="information" title={t(m.resent)} />}
      {played && <Notice tone="quiet" title={t(m.played)} />}
      {general.length > 0 && <IssueList issues={general} />}
      <Form method="post" className="card stack">
        <Field
          name="code"
          label={t(m.code)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          error={errorOf("code")}
        />
        <label className="check">
          <input type="checkbox" name="shared" />
          <span>{t(m.shared)}</span>
        </label>
        <Button kind="main" full>
          {t(m.enter)}
        </Button>
      </Form>
      <section className="stack">
        <h2>{t(m.noCode)}</h2>
        <Form method="post">
          <Button name="intent" value="resend" full>
            {t(m.resend)}
          </Button>
        </Form>
        <ButtonLink to={joining ? (by === "email" ? "/join/creator" : "/join") : "/login"} full>
          {t(m.otherDestination)}
        </ButtonLink>
      </section>
    </Page>
  );
}
