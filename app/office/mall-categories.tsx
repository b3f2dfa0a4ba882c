import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listMallCategories } from "#app/domain/channel/list-mall-categories.ts";
import { setMallCategory, setMallCategoryInput } from "#app/domain/channel/set-mall-category.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";

export const meta = pageTitle(m.categoryCodes);

export const loader = allow(["office"], async ({ database, params }) => {
  const key = params.key ?? "";
  const names = mallNames();
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  if (!name) throw new Response(null, { status: 404 });
  return { name, rows: await listMallCategories(database, key) };
});

export const action = allow(["office"], async ({ request, database, account, params }) => {
  const form = Object.fromEntries(await request.formData());
  const input = setMallCategoryInput.safeParse({ ...form, channelKey: params.key });
  if (!input.success) throw new Response(null, { status: 400 });
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const outcome = await setMallCategory(database, actor, input.data);
  if (!outcome.ok) return data({ saved: null, issues: outcome.issues }, { status: 422 });
  return data({ saved: input.data.categoryKey, issues: [] });
});

export default function MallCategories() {
  const { name, rows } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const saved = rows.find(({ categoryKey }) => categoryKey === done?.saved);
  return (
    <DeskPage
      title={t(m.codesTitle, { mall: t(name) })}
      lead={t(m.codesLead)}
      back={{ to: "/office/malls", word: t(m.malls) }}
    >
      {saved && <Notice tone="live" title={t(m.codeSaved, { category: saved.nameKo })} />}
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      <DeskTable
        caption={t(m.categoryCodes)}
        columns={[
          { word: t(m.category), narrow: "line" },
          { word: t(m.code), narrow: "line" },
        ]}
        rows={rows.map(({ categoryKey, nameKo, mallCode, notOffered }) => ({
          id: categoryKey,
          cells: [
            <span key="category" id={categoryKey}>
              {nameKo}
            </span>,
            <Form key="code" method="post" preventScrollReset className="desk-code">
              <input type="hidden" name="categoryKey" value={categoryKey} />
              <DeskField
                name="mallCode"
                label={t(m.codeOf, { category: nameKo })}
                labelHidden
                defaultValue={mallCode ?? ""}
                placeholder={t(m.noCode)}
                autoComplete="off"
                maxLength={100}
              />
              <label className="desk-check">
                <input type="checkbox" name="notOffered" value="yes" defaultChecked={notOffered} />
                {t(m.notOffered)}
              </label>
              <Button submit>{t(m.save)}</Button>
            </Form>,
          ],
        }))}
      />
    </DeskPage>
  );
}
