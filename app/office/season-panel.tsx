import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { decideChallenge, decideChallengeInput } from "#app/domain/judging/challenge-curator.ts";
import { dealSlots } from "#app/domain/judging/deal-slots.ts";
import {
  declareConflict,
  declareConflictInput,
  endConflict,
  endConflictInput,
} from "#app/domain/judging/declare-conflict.ts";
import { listChallenges, listConflicts, listPanel } from "#app/domain/judging/list-conflicts.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { ConflictList, DeclareConflict } from "#app/ui/desk/conflicts.tsx";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { SeasonTabs } from "./season-tabs.tsx";

export const meta = pageTitle(m.panel);

export const loader = allow(["office"], async ({ database }) => {
  const season = await findCurrentSeason(database);
  if (!season) return { judging: false, panel: [], conflicts: [], challenges: [], stores: [] };
  const seasonId = season.id;
  const [panel, conflicts, challenges, stores] = await Promise.all([
    listPanel(database, seasonId),
    listConflicts(database, { seasonId }),
    listChallenges(database, { seasonId }),
    database.store.findMany({
      where: { state: "approved" },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return { judging: season.state === "judging", panel, conflicts, challenges, stores };
});

type Said = { issues: Issue[]; dealing?: { dealt: number; open: number } };

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const season = await findCurrentSeason(database);
  if (!season) return refusal([issue("season.none")]);
  const answer = (outcome: Outcome<unknown>) => (outcome.ok ? data<Said>({ issues: [] }) : refusal(outcome.issues));
  switch (form.intent) {
    case "deal": {
      const outcome = await dealSlots(database, actor, { seasonId: season.id });
      return outcome.ok ? data<Said>({ issues: [], dealing: outcome.result }) : refusal(outcome.issues);
    }
    case "declare": {
      const input = declareConflictInput.safeParse({ ...form, seasonId: season.id });
      return input.success
        ? answer(await declareConflict(database, actor, input.data))
        : refusal([issue("form.unreadable", { field: "store" })]);
    }
    case "end": {
      const input = endConflictInput.safeParse(form);
      return input.success
        ? answer(await endConflict(database, actor, input.data))
        : refusal([issue("conflict.not_found")]);
    }
    case "challenge": {
      const input = decideChallengeInput.safeParse({ ...form, uphold: form.uphold === "yes" });
      return input.success
        ? answer(await decideChallenge(database, actor, input.data))
        : refusal([issue("reason.missing", { field: "answer" })]);
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

const refusal = (issues: Issue[]) => data<Said>({ issues }, { status: 422 });

export default function SeasonPanel() {
  const { judging, panel, conflicts, challenges, stores } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  return (
    <DeskPage title={t(m.panel)}>
      <SeasonTabs current="panel" />
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && (
        <Notice tone="live" title={done.dealing ? t(m.dealt, { ...done.dealing }) : t(m.done)} />
      )}
      <DeskTable
        caption={t(m.panel)}
        columns={[{ word: t(m.curator) }, { word: t(m.load), number: true }, { word: t(m.given), number: true }]}
        rows={panel.map(({ id, name, dealt, given }) => ({ id, cells: [name, dealt, given] }))}
      />
      {judging && (
        <DeskCard title={t(m.deal)}>
          <p>{t(m.dealHint)}</p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="deal" />
            <Button submit variant="primary">
              {t(m.deal)}
            </Button>
          </Form>
        </DeskCard>
      )}
      <DeskCard title={t(m.conflicts)}>
        <ConflictList conflicts={conflicts} withCurator />
        <DeclareConflict curators={panel} stores={stores} />
      </DeskCard>
      {challenges.length > 0 && (
        <DeskCard title={t(m.challenges)}>
          <ul className="desk-list">
            {challenges.map(({ id, state, reason, answer, curator, store }) => (
              <li key={id}>
                <strong>
                  {store.name} → {curator.name}
                </strong>
                <p>{t(m.reasonIs, { reason })}</p>
                {state === "open" ? (
                  <Form method="post" preventScrollReset className="desk-stack">
                    <input type="hidden" name="intent" value="challenge" />
                    <input type="hidden" name="challengeId" value={id} />
                    <DeskField name="answer" label={t(m.answer)} autoComplete="off" maxLength={1000} />
                    <div className="desk-row">
                      <button type="submit" className="desk-button desk-button-main" name="uphold" value="yes">
                        {t(m.uphold)}
                      </button>
                      <button type="submit" className="desk-button" name="uphold" value="no">
                        {t(m.dismiss)}
                      </button>
                    </div>
                  </Form>
                ) : (
                  <p className="desk-soft">{answer}</p>
                )}
              </li>
            ))}
          </ul>
        </DeskCard>
      )}
    </DeskPage>
  );
}
