import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handedOverByHand, mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import {
  countHandOvers,
  type HandOverGroup,
  handOverGroups,
  listHandOvers,
} from "#app/domain/hand-over/list-hand-overs.ts";
import { recordDecision, recordDecisionInput } from "#app/domain/hand-over/record-decision.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { handOverStateWords } from "#app/messages/states.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTabs } from "#app/ui/desk/desk-tabs.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { isConnected } from "#app/web/mall-connections.server.ts";
import { takeAnswers } from "./hand-over-answers.server.ts";
import { AnswerSheetCard, AnswersNotice, type AnswersOfFile } from "./hand-over-answers.tsx";
import { HandOverCard } from "./hand-over-card.tsx";

export const meta = pageTitle(m.handOvers);

export const loader = allow(["office"], async ({ database, config, url }) => {
  const groups = Object.keys(handOverGroups) as HandOverGroup[];
  const group = groups.find((one) => one === url.searchParams.get("group")) ?? "open";
  const [rows, counts] = await Promise.all([listHandOvers(database, group), countHandOvers(database)]);
  const byHand = mallKeys.filter((key) => handedOverByHand(malls[key]));
  const connected = await Promise.all(byHand.map((key) => isConnected({ database, config }, key)));
  return { group, rows, counts, byHand: connected.includes(false) };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    const answers = await takeAnswers(database, actor, request);
    const status = answers.some(({ recorded }) => !recorded || recorded.refused > 0) ? 422 : 200;
    return data({ reference: null, recorded: null, issues: [], answers }, { status });
  }
  const input = recordDecisionInput.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await recordDecision(database, actor, input.data);
  const { reference } = input.data;
  const answers: AnswersOfFile[] = [];
  if (!outcome.ok) return data({ reference, recorded: null, issues: outcome.issues, answers }, { status: 422 });
  return data({ reference, recorded: outcome.result.decision, issues: [], answers });
});

export default function HandOvers() {
  const { group, rows, counts, byHand } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const stillHere = rows.some(({ reference }) => reference === done?.reference);
  const tabs = [
    { to: "/office/hand-overs", word: t(m.openPackages), count: counts.open, current: group === "open" },
    {
      to: "/office/hand-overs?group=published",
      word: t(m.publishedPackages),
      count: counts.published,
      current: group === "published",
    },
    {
      to: "/office/hand-overs?group=closed",
      word: t(m.closedPackages),
      count: counts.closed,
      current: group === "closed",
    },
  ];
  return (
    <DeskPage title={t(m.handOvers)} lead={t(byHand ? m.handOversLead : m.handOversElsewhere)}>
      {done?.recorded && <Notice tone="live" title={t(m.recorded, { state: t(handOverStateWords[done.recorded]) })} />}
      {done && done.issues.length > 0 && !stillHere && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.answers.map((answers, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list is drawn anew with every answer
        <AnswersNotice key={index} answers={answers} />
      ))}
      {byHand && <AnswerSheetCard open={counts.open} />}
      <div className="desk-bar">
        <DeskTabs label={t(m.state)} tabs={tabs} />
      </div>
      {rows.length === 0 && <EmptyState title={t(m.noPackagesTitle)} body={t(m.noPackagesBody)} />}
      <ul className="desk-cards">
        {rows.map((row) => (
          <li key={row.reference}>
            <HandOverCard row={row} issues={done?.reference === row.reference ? done.issues : []} />
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
