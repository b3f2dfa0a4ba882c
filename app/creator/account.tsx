import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { endAllSessions } from "#app/domain/account/end-all-sessions.ts";
import { findConsents } from "#app/domain/consent/find-consents.ts";
import type { Standing } from "#app/domain/consent/standing.ts";
import { endHelp } from "#app/domain/help/end-help.ts";
import { listHelpers } from "#app/domain/help/list-helpers.ts";
import { loginMessages as m, roleWords } from "#app/messages/account.ts";
import { closingMessages } from "#app/messages/closing.ts";
import { consentMessages, consentStateWords, consentWords } from "#app/messages/consents.ts";
import { formatDate, formatDateTime } from "#app/messages/format.ts";
import { helpMessages } from "#app/messages/help.ts";
import { mallTermsMessages } from "#app/messages/mall-terms.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { consentAddress } from "#app/web/consent-address.ts";
import { endedSessionCookie } from "#app/web/cookies.ts";

export const meta = pageTitle(m.accountTitle);

export const loader = allow(["merchant", "curator", "creator", "office"], async ({ account, database }) => {
  const { id, name, role, helper } = account;
  if (helper) throw redirect("/help");
  if (role !== "merchant") return { name, role, helpers: [], consents: [] };
  return { name, role, helpers: await listHelpers(database, id), consents: await findConsents(database, id) };
});

/** Ends somebody's help, or logs out here and everywhere else. */
export const action = allow(["merchant", "curator", "creator", "office"], async (call) => {
  const { account, database, request, secure } = call;
  if (account.helper) throw redirect("/help");
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const helpId = (await request.formData()).get("help");
  if (helpId !== null) {
    await endHelp(database, actor, { helpId: String(helpId) });
    return redirect("/account");
  }
  await endAllSessions(database, actor, { accountId: account.id });
  return redirect("/login", { headers: { "Set-Cookie": endedSessionCookie(secure) } });
});

export default function OwnAccount() {
  const { name, role, helpers, consents } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <Page title={t(m.accountTitle)} lead={t(m.accountLead, { name, role: t(roleWords[role]) })} narrow>
      {helpers.length > 0 && <Helpers helpers={helpers} />}
      {consents.length > 0 && <Consents consents={consents} />}
      <section className="card stack">
        <h2>{t(m.everywhere)}</h2>
        <p>{t(m.everywhereLead)}</p>
        <Form method="post">
          <Button kind="danger" full>
            {t(m.everywhere)}
          </Button>
        </Form>
      </section>
      {role === "merchant" && (
        <section className="card stack">
          <h2>{t(closingMessages.link)}</h2>
          <p>{t(closingMessages.linkLead)}</p>
          <ButtonLink to="/merchant/closing" full>
            {t(closingMessages.link)}
          </ButtonLink>
        </section>
      )}
      {(role === "merchant" || role === "office") && (
        <ButtonLink to="/help" full>
          {t(helpMessages.toHelp)}
        </ButtonLink>
      )}
    </Page>
  );
}

/** What a merchant agreed to and when; each opens where its text is read and it is withdrawn. */
function Consents({ consents }: { consents: readonly Standing[] }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="card stack">
      <h2>{t(consentMessages.mine)}</h2>
      <p>{t(consentMessages.mineLead)}</p>
      {consents.map(({ kind, state, answered, optional }) => {
        const name = t(consentWords[kind].name);
        return (
          <div key={kind} className="stack consent">
            <h3>
              {name} <span className="optional">{t(optional ? consentMessages.optional : consentMessages.needed)}</span>
            </h3>
            <p>
              <Status tone={state === "agreed" ? "live" : "quiet"} word={t(consentStateWords[state])} />
            </p>
            {answered && (
              <p className="soft">
                {t(consentMessages.answeredAt, {
                  date: formatDate(locale, answered.at),
                  version: answered.version,
                })}
              </p>
            )}
            <ButtonLink to={consentAddress(kind)} full>
              {t(consentMessages.lookAt, { consent: name })}
            </ButtonLink>
          </div>
        );
      })}
      <ButtonLink to="/merchant/malls" full>
        {t(mallTermsMessages.title)}
      </ButtonLink>
    </section>
  );
}

function Helpers({ helpers }: { helpers: Awaited<ReturnType<typeof listHelpers>> }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="card stack">
      <h2>{t(helpMessages.helpers)}</h2>
      <p>{t(helpMessages.helpersLead)}</p>
      {helpers.map(({ id, name, allowedAt }) => (
        <Form key={id} method="post" className="stack">
          <p>{t(helpMessages.since, { name, since: formatDateTime(locale, allowedAt) })}</p>
          <Button name="help" value={id} full>
            {t(helpMessages.end)}
          </Button>
        </Form>
      ))}
    </section>
  );
}
