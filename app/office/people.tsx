import { Form, Link, useLoaderData } from "@remix-run/react";
import { roles } from "#app/domain/account/actor.ts";
import { listPeople, listPeopleInput, type Person, peoplePerPage } from "#app/domain/account/list-people.ts";
import { peopleMessages as m, roleWords } from "#app/messages/account.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button, InlineStack, Pagination } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], async ({ database, url }) => {
  const asked = listPeopleInput.parse(
    Object.fromEntries(["role", "text", "page"].map((key) => [key, url.searchParams.get(key) ?? undefined])),
  );
  const { people, total } = await listPeople(database, asked);
  return { ...asked, people, total, perPage: peoplePerPage, invited: url.searchParams.has("invited") };
});

const tones: Record<Person["state"], Tone> = { active: "live", invited: "waiting", ended: "quiet" };

export default function People() {
  const { people, total, role, text, page, perPage, invited } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  const pageAddress = (number: number) => `?${new URLSearchParams({ role: role ?? "", text, page: String(number) })}`;
  return (
    <DeskPage
      title={t(m.title)}
      lead={t(m.lead)}
      actions={
        <Button url="/office/people/new" variant="primary">
          {t(m.invite)}
        </Button>
      }
    >
      {invited && <Notice tone="live" title={t(m.invitedNotice)} />}
      <Form method="get" role="search">
        <InlineStack gap="300" blockAlign="end">
          <DeskField key={text} name="text" label={t(m.search)} defaultValue={text} autoComplete="off" type="search" />
          <DeskSelect
            key={role}
            name="role"
            label={t(m.role)}
            defaultValue={role ?? ""}
            options={[
              { label: t(m.allRoles), value: "" },
              ...roles.map((value) => ({ label: t(roleWords[value]), value })),
            ]}
          />
          <Button submit>{t(m.find)}</Button>
        </InlineStack>
      </Form>
      <p>{t(m.count, { count: total })}</p>
      {people.length === 0 ? (
        <EmptyState title={t(m.none)} body={t(m.lead)} />
      ) : (
        <DeskTable
          caption={t(m.title)}
          columns={[m.name, m.role, m.contact, m.state, m.lastSeen].map((word) => ({ word: t(word) }))}
          rows={people.map((person) => ({
            id: person.id,
            cells: [
              <Link key="name" to={`/office/people/${person.id}`}>
                {person.name || person.email}
              </Link>,
              t(roleWords[person.role]),
              [person.phone, person.email].filter(Boolean).join(" · "),
              <Status key="state" tone={tones[person.state]} word={t(m[person.state])} />,
              person.lastSeenAt ? formatDateTime(locale, person.lastSeenAt) : "–",
            ],
          }))}
        />
      )}
      {total > perPage && (
        <Pagination
          hasPrevious={page > 1}
          previousURL={pageAddress(page - 1)}
          hasNext={page * perPage < total}
          nextURL={pageAddress(page + 1)}
          accessibilityLabels={{ previous: t(m.previous), next: t(m.next) }}
        />
      )}
    </DeskPage>
  );
}
