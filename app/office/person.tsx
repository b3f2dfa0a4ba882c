import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Actor, roles } from "#app/domain/account/actor.ts";
import { changeRole, changeRoleInput } from "#app/domain/account/change-role.ts";
import { endAccount } from "#app/domain/account/end-account.ts";
import { endAllSessions } from "#app/domain/account/end-all-sessions.ts";
import { findPerson } from "#app/domain/account/list-people.ts";
import { done, refused } from "#app/domain/outcome.ts";
import { peopleMessages as m, roleWords } from "#app/messages/account.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow, type Call } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], async ({ database, params, url }) => {
  const person = await findPerson(database, params.id ?? "");
  if (!person) throw new Response(null, { status: 404 });
  return { person, saved: url.searchParams.has("saved") };
});

export const action = allow(["office"], async (call) => {
  const person = await findPerson(call.database, call.params.id ?? "");
  if (!person) throw new Response(null, { status: 404 });
  const outcome = await change(call, person.id, await call.request.formData());
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  throw redirect(`/office/people/${person.id}?saved`);
});

async function change({ account, database, config, locale }: Call<["office"]>, accountId: string, form: FormData) {
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  switch (form.get("intent")) {
    case "end":
      return endAccount(database, actor, { accountId });
    case "log-out":
      return done(await endAllSessions(database, actor, { accountId }));
    default: {
      const input = changeRoleInput.safeParse({ accountId, role: form.get("role"), locale });
      if (!input.success) return refused("form.unreadable", { field: "role" });
      return changeRole(database, actor, input.data, { publicUrl: config.webUrl });
    }
  }
}

export default function PersonPage() {
  const { person, saved } = useLoaderData<typeof loader>();
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const locale = useLocale();
  const seen = person.lastSeenAt && `${t(m.lastSeen)} ${formatDateTime(locale, person.lastSeenAt)}`;
  const lead = [t(roleWords[person.role]), t(m[person.state]), person.phone, person.email, seen]
    .filter(Boolean)
    .join(" · ");
  return (
    <DeskPage
      title={person.name || t(m.title)}
      lead={lead}
      back={{ to: "/office/people", word: t(m.backToPeople) }}
      narrow
    >
      {saved && issues.length === 0 && <Notice tone="live" title={t(m.saved)} />}
      {issues.length > 0 && <IssueList issues={issues} />}
      {person.state !== "ended" && (
        <>
          <DeskCard title={t(m.changeRole)}>
            <p>{t(m.changeRoleBody)}</p>
            <Change intent="change-role" word={t(m.change)}>
              <DeskSelect
                key={person.role}
                name="role"
                label={t(m.role)}
                defaultValue={person.role}
                options={roles.map((value) => ({ label: t(roleWords[value]), value }))}
              />
            </Change>
          </DeskCard>
          <DeskCard title={t(m.logOutEverywhere)}>
            <p>{t(m.logOutEverywhereBody)}</p>
            <Change intent="log-out" word={t(m.logOutEverywhere)} />
          </DeskCard>
          <DeskCard title={t(m.end)}>
            <p>{t(m.endBody)}</p>
            <DeskConfirm word={t(m.end)} danger>
              <p>{t(m.endAsked, { name: person.name })}</p>
              <Change intent="end" word={t(m.end)} critical />
            </DeskConfirm>
          </DeskCard>
        </>
      )}
    </DeskPage>
  );
}

interface ChangeProps {
  intent: string;
  word: string;
  critical?: boolean;
  children?: ReactNode;
}

/** A form of its own: what it asks for lies in a hidden field, since Polaris's buttons carry no value. */
function Change({ intent, word, critical = false, children }: ChangeProps) {
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value={intent} />
      {children}
      <div>
        <Button submit {...(critical ? ({ tone: "critical", variant: "primary" } as const) : {})}>
          {word}
        </Button>
      </div>
    </Form>
  );
}
