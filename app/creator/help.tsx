import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatPhone, parsePhone } from "#app/domain/account/phone.ts";
import { beginHelp } from "#app/domain/help/begin-help.ts";
import { endHelp } from "#app/domain/help/end-help.ts";
import { requestHelp } from "#app/domain/help/request-help.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { loginMessages } from "#app/messages/account.ts";
import { helpMessages as m } from "#app/messages/help.ts";
import { homes } from "#app/routes.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { readSessionToken } from "#app/web/cookies.ts";
import { entrySettings } from "#app/web/log-in.server.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["merchant", "office"], ({ account: { name, helper }, config, url }) => ({
  helping: helper && { merchant: name, helper: helper.name },
  to: (url.searchParams.get("to") ?? "").slice(0, 300),
  played: !config.production,
}));

export const action = allow(["merchant", "office"], async (call) => {
  const { account, request, database, config, clientAddress, locale, secure } = call;
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 300);
  if (account.helper) {
    const { id, role, helpId } = account.helper;
    await endHelp(database, { kind: "person", accountId: id, role, onBehalfOfId: account.id }, { helpId });
    throw redirect(homes[role]);
  }
  const settings = entrySettings({ config });
  const phone = text("destination");
  if (form.get("intent") !== "begin") {
    const asked = await requestHelp(
      database,
      { helperId: account.id, phone, address: clientAddress, locale },
      settings,
    );
    return asked.ok ? answer([], readable(phone)) : answer(asked.issues, null, phone);
  }
  const token = readSessionToken(request.headers.get("cookie"), secure) ?? "";
  const input = { helperId: account.id, helperRole: account.role, phone, code: text("code"), token };
  const begun = await beginHelp(database, input, settings);
  if (!begun.ok) return answer(begun.issues, readable(phone));
  throw redirect(merchantPage(text("to")));
});

/** Where the helper wanted to put something right; anything but a merchant's page is not gone to. */
function merchantPage(to: string): string {
  const { pathname, search } = URL.canParse(to, base) ? new URL(to, base) : new URL(base);
  return pathname.startsWith(`${homes.merchant}/`) ? pathname + search : homes.merchant;
}

const base = "http://own.invalid";

/** @param asked the number a code went to, while it is waited for */
function answer(issues: Issue[], asked: string | null, typed = "") {
  return data({ issues, asked, typed }, { status: issues.length > 0 ? 422 : 200 });
}

function readable(phone: string): string {
  return formatPhone(parsePhone(phone) ?? phone);
}

export default function Help() {
  const { helping, played, to } = useLoaderData<typeof loader>();
  const { issues = [], asked = null, typed = "" } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  if (helping) {
    return (
      <Page title={t(m.helping, helping)} lead={t(m.helpingLead, helping)} narrow>
        <ButtonLink to={homes.merchant} kind="main" full>
          {t(m.toProducts)}
        </ButtonLink>
        <Form method="post">
          <Button full>{t(m.end)}</Button>
        </Form>
      </Page>
    );
  }
  const general = issues.filter(({ path }) => !path.field);
  return (
    <Page title={t(m.title)} lead={asked === null ? t(m.lead) : t(m.asked, { phone: asked })} narrow>
      {asked !== null && played && <Notice tone="quiet" title={t(loginMessages.played)} />}
      {general.length > 0 && <IssueList issues={general} />}
      {asked === null ? (
        <Form method="post" className="card stack">
          <Field
            name="destination"
            type="tel"
            inputMode="tel"
            autoComplete="off"
            label={t(m.phone)}
            hint={t(loginMessages.phoneHint)}
            defaultValue={typed}
            error={errorOf("destination")}
          />
          <Button kind="main" full>
            {t(m.ask)}
          </Button>
        </Form>
      ) : (
        <>
          <Form method="post" className="card stack">
            <input type="hidden" name="intent" value="begin" />
            <input type="hidden" name="to" value={to} />
            <input type="hidden" name="destination" value={asked} />
            <Field
              name="code"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              label={t(m.code)}
              error={errorOf("code")}
            />
            <Button kind="main" full>
              {t(m.begin)}
            </Button>
          </Form>
          <ButtonLink to="/help" full>
            {t(m.otherPhone)}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}
