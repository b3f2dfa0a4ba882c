import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { listIneligible } from "#app/domain/season/list-ineligible.ts";
import { takeBackWaiver, waiveGate, waiveGateInput } from "#app/domain/season/waive-gate.ts";
import { gateWords } from "#app/messages/explanation.ts";
import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { SeasonTabs } from "./season-tabs.tsx";

export const meta = pageTitle(m.gates);

export const loader = allow(["office"], async ({ database }) => {
  const season = await findCurrentSeason(database);
  return { before: season?.state === "intake", rows: season ? await listIneligible(database, season.id) : [] };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const input = waiveGateInput.safeParse(form);
  if (!input.success) return said([issue("reason.missing", { field: "reason" })]);
  const change = form.intent === "take_back" ? takeBackWaiver : waiveGate;
  const outcome = await change(database, actor, input.data, await loadMallRules(database, malls));
  return said(outcome.ok ? [] : outcome.issues);
});

const said = (issues: Issue[]) => data({ issues }, { status: issues.length > 0 ? 422 : 200 });

export default function SeasonGates() {
  const { before, rows } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  return (
    <DeskPage title={t(m.gates)}>
      <SeasonTabs current="gates" />
      {before && <Notice tone="information" title={t(m.gatesBefore)} />}
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && <Notice tone="live" title={t(m.done)} />}
      {rows.length === 0 ? (
        <EmptyState title={t(m.gatesFine)} body={t(m.gatesFineBody)} />
      ) : (
        <DeskTable
          caption={t(m.gateTable)}
          columns={[{ word: t(m.product) }, { word: t(m.missing), narrow: "line" }]}
          rows={rows.map(({ id, name, storeName, gates }) => ({
            id,
            cells: [
              <div key="product">
                <Link to={`/curator/judging/${id}`}>{name}</Link>
                <div className="desk-soft">{storeName}</div>
              </div>,
              <div key="gates" className="desk-stack">
                {gates.map(({ gate, waived, issues }) => (
                  <div key={gate} className="desk-stack">
                    <Status tone={waived ? "information" : "refused"} word={t(gateWords[gate])} />
                    {waived ? (
                      <span className="desk-soft">{t(m.waived)}</span>
                    ) : (
                      <IssueList issues={issues.slice(0, 3)} />
                    )}
                    <DeskConfirm word={t(waived ? m.takeBackWaiver : m.waive)}>
                      <Form method="post" preventScrollReset className="desk-stack">
                        <input type="hidden" name="submissionId" value={id} />
                        <input type="hidden" name="gate" value={gate} />
                        <input type="hidden" name="intent" value={waived ? "take_back" : "waive"} />
                        <DeskField
                          name="reason"
                          label={t(m.reason)}
                          helpText={t(m.reasonHint)}
                          autoComplete="off"
                          maxLength={1000}
                        />
                        <Button submit variant="primary">
                          {t(waived ? m.takeBackWaiver : m.waive)}
                        </Button>
                      </Form>
                    </DeskConfirm>
                  </div>
                ))}
              </div>,
            ],
          }))}
        />
      )}
    </DeskPage>
  );
}
