import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { approveStore, approveStoreInput } from "#app/domain/store/approve-store.ts";
import { formatBusinessNumber } from "#app/domain/store/business-number.ts";
import { countStores, listAllStores } from "#app/domain/store/list-all-stores.ts";
import { formatCount } from "#app/messages/format.ts";
import { newStoreMessages as newStore } from "#app/messages/new-store.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { storeKindWords, storeStateWords } from "#app/messages/states.ts";
import type { StoreState } from "#app/services/database/generated/enums.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { DeskTabs } from "#app/ui/desk/desk-tabs.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { storeTones } from "#app/ui/desk/tones.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.stores);

const states = Object.keys(storeStateWords) as StoreState[];

export const loader = allow(["office"], async ({ database, url }) => {
  const state = states.find((one) => one === url.searchParams.get("state")) ?? null;
  const [stores, counts] = await Promise.all([listAllStores(database, state), countStores(database)]);
  return { state, stores, counts };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const input = approveStoreInput.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) throw new Response(null, { status: 400 });
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const outcome = await approveStore(database, actor, input.data);
  if (!outcome.ok) return data({ approved: null, issues: outcome.issues }, { status: 422 });
  return data({ approved: outcome.result.name, issues: [] });
});

export default function Stores() {
  const { state, stores, counts } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const locale = useLocale();
  const t = useSentence();
  const all = states.reduce((sum, one) => sum + counts[one], 0);
  return (
    <DeskPage
      title={t(m.stores)}
      lead={t(m.storesLead)}
      actions={<Button url="/office/stores/new">{t(newStore.title)}</Button>}
    >
      {done?.approved && <Notice tone="live" title={t(m.approved, { store: done.approved })} />}
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      <div className="desk-bar">
        <DeskTabs
          label={t(m.state)}
          tabs={[
            { to: "/office/stores", word: t(m.allStores), count: all, current: state === null },
            ...states.map((one) => ({
              to: `/office/stores?state=${one}`,
              word: t(storeStateWords[one]),
              count: counts[one],
              current: state === one,
            })),
          ]}
        />
      </div>
      {stores.length === 0 ? (
        <EmptyState title={t(m.noStoresTitle)} body={t(m.noStoresBody)} />
      ) : (
        <DeskTable
          caption={t(m.stores)}
          columns={[
            { word: t(m.store), narrow: "head" },
            { word: t(m.state) },
            { word: t(m.district) },
            { word: t(m.businessNumber) },
            { word: t(m.merchants), number: true },
            { word: t(m.products), number: true },
          ]}
          rows={stores.map((store) => ({
            id: store.id,
            cells: [
              <div key="store">
                <Link to={`/office/stores/${store.id}`}>{store.name}</Link>
                <div className="desk-soft">
                  {t(storeKindWords[store.kind])} · {store.ownerName}
                </div>
              </div>,
              <div key="state" className="desk-row">
                <Status tone={storeTones[store.state]} word={t(storeStateWords[store.state])} />
                {store.state === "draft" && <Approve storeId={store.id} />}
              </div>,
              [store.district[locale], store.market].filter(Boolean).join(" · "),
              formatBusinessNumber(store.businessNumber),
              formatCount(store.members),
              formatCount(store.products),
            ],
          }))}
        />
      )}
    </DeskPage>
  );
}

function Approve({ storeId }: { storeId: string }) {
  const t = useSentence();
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="storeId" value={storeId} />
      <Button submit variant="primary">
        {t(m.approve)}
      </Button>
    </Form>
  );
}
