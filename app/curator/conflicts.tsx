import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import {
  declareConflict,
  declareConflictInput,
  endConflict,
  endConflictInput,
} from "#app/domain/judging/declare-conflict.ts";
import { listConflicts } from "#app/domain/judging/list-conflicts.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { ConflictList, DeclareConflict } from "#app/ui/desk/conflicts.tsx";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.conflicts);

/** A curator's own. */
export const loader = allow(["curator"], async ({ database, account }) => {
  const season = await findCurrentSeason(database);
  const [conflicts, stores] = await Promise.all([
    season ? listConflicts(database, { seasonId: season.id, curatorId: account.id }) : [],
    database.store.findMany({
      where: { state: "approved" },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return { conflicts, stores };
});

export const action = allow(["curator"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const season = await findCurrentSeason(database);
  if (!season) return said([issue("season.none")]);
  if (form.intent === "end") {
    const input = endConflictInput.safeParse(form);
    if (!input.success) return said([issue("conflict.not_found")]);
    const outcome = await endConflict(database, actor, input.data);
    return said(outcome.ok ? [] : outcome.issues);
  }
  const { storeId, kind } = form;
  const input = declareConflictInput.safeParse({ storeId, kind, seasonId: season.id });
  if (!input.success) return said([issue("form.unreadable", { field: "store" })]);
  const outcome = await declareConflict(database, actor, input.data);
  return said(outcome.ok ? [] : outcome.issues);
});

const said = (issues: Issue[]) => data({ issues }, { status: issues.length > 0 ? 422 : 200 });

export default function Conflicts() {
  const { conflicts, stores } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  return (
    <DeskPage title={t(m.conflicts)} back={{ to: "/curator", word: t(curatorMessages.toQueue) }} narrow>
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      <DeskCard title={t(m.conflicts)}>
        <ConflictList conflicts={conflicts} />
        <DeclareConflict stores={stores} />
      </DeskCard>
    </DeskPage>
  );
}
