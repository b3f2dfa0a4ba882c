import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { roles } from "#app/domain/account/actor.ts";
import { invitePerson, invitePersonInput } from "#app/domain/account/invite-person.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { peopleMessages as m, roleWords } from "#app/messages/account.ts";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button, Card, FormLayout } from "#app/ui/desk/polaris.ts";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.inviteTitle);

export const loader = allow(["office"], () => null);

export const action = allow(["office"], async ({ request, account, database, config, locale }) => {
  const input = invitePersonInput.safeParse({ ...Object.fromEntries(await request.formData()), locale });
  if (!input.success) return data({ issues: [issue("form.unreadable", { field: "role" })] }, { status: 422 });
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const outcome = await invitePerson(database, actor, input.data, { publicUrl: config.webUrl });
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  throw redirect("/office/people?invited");
});

export default function InvitePerson() {
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !path.field);
  return (
    <DeskPage
      title={t(m.inviteTitle)}
      lead={t(m.inviteLead)}
      back={{ to: "/office/people", word: t(m.backToPeople) }}
      narrow
    >
      {general.length > 0 && <IssueList issues={general} />}
      <Card roundedAbove="xs">
        <Form method="post">
          <FormLayout>
            <DeskSelect
              name="role"
              label={t(m.role)}
              options={roles.map((value) => ({ label: t(roleWords[value]), value }))}
              error={errorOf("role")}
            />
            <DeskField name="name" label={t(m.name)} autoComplete="off" error={errorOf("person_name")} />
            <DeskField
              name="phone"
              type="tel"
              label={t(m.phone)}
              helpText={t(m.phoneHint)}
              autoComplete="off"
              error={errorOf("phone")}
            />
            <DeskField
              name="email"
              type="email"
              label={t(m.email)}
              helpText={t(m.emailHint)}
              autoComplete="off"
              error={errorOf("email")}
            />
            <DeskField
              name="businessNumber"
              label={t(m.businessNumber)}
              helpText={t(m.businessNumberHint)}
              inputMode="numeric"
              autoComplete="off"
              error={errorOf("businessNumber")}
            />
            <Button submit variant="primary">
              {t(m.send)}
            </Button>
          </FormLayout>
        </Form>
      </Card>
    </DeskPage>
  );
}
