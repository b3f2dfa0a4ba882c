import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { endAllSessions } from "#app/domain/account/end-all-sessions.ts";
import { loginMessages as m, roleWords } from "#app/messages/account.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { endedSessionCookie } from "#app/web/cookies.ts";

export const meta = pageTitle(m.accountTitle);

export const loader = allow(["merchant", "curator", "creator", "office"], ({ account: { name, role } }) => ({
  name,
  role,
}));

/** Logs out here and everywhere else. */
export const action = allow(["merchant", "curator", "creator", "office"], async ({ account, database, secure }) => {
  await endAllSessions(
    database,
    { kind: "person", accountId: account.id, role: account.role },
    { accountId: account.id },
  );
  return redirect("/login", { headers: { "Set-Cookie": endedSessionCookie(secure) } });
});

export default function OwnAccount() {
  const { name, role } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <Page title={t(m.accountTitle)} lead={t(m.accountLead, { name, role: t(roleWords[role]) })} narrow>
      <section className="card stack">
        <h2>{t(m.everywhere)}</h2>
        <p>{t(m.everywhereLead)}</p>
        <Form method="post">
          <Button kind="danger" full>
            {t(m.everywhere)}
          </Button>
        </Form>
      </section>
    </Page>
  );
}
