import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { type StoreKind, storeKinds } from "#app/domain/product/product-facts.ts";
import { advanceSeason, advanceSeasonInput } from "#app/domain/season/advance-season.ts";
import { changeByHand, changeByHandInput } from "#app/domain/season/change-by-hand.ts";
import { findResult } from "#app/domain/season/explain-result.ts";
import { findSeasonOfYear } from "#app/domain/season/find-season-of-year.ts";
import { nameSubmissions } from "#app/domain/season/name-submissions.ts";
import { twoDecimals } from "#app/domain/season/result/fraction.ts";
import { withdrawSubmission, withdrawSubmissionInput } from "#app/domain/season/withdraw-submission.ts";
import { resultReasonWords } from "#app/messages/explanation.ts";
import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { seasonStateWords, storeKindWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { SeasonTabs } from "./season-tabs.tsx";
import { readYear, SeasonYears } from "./season-years.tsx";

export const meta = pageTitle(m.list);

export const loader = allow(["office"], async ({ database, url }) => {
  const found = await findSeasonOfYear(database, readYear(url));
  if (!found) return { season: null, years: [], year: null };
  const { season, years } = found;
  const { year } = season;
  const result = await findResult(database, season.id);
  if (!result) return { season: null, years, year };
  const [openSlots, reserves] = await Promise.all([
    database.judgingSlot.count({ where: { seasonId: season.id, givenAt: null, submission: { state: "submitted" } } }),
    database.reserve.findMany({ where: { seasonId: season.id, state: "waiting" }, orderBy: { rank: "asc" } }),
  ]);
  const { outcome, list, frozen, decisions, facts } = result;
  const explained = new Map(outcome.explanations.map((one) => [one.submissionId, one]));
  const onReserve = frozen ? reserves : outcome.reserve;
  const shown = [...list.values(), ...onReserve.map(({ submissionId }) => submissionId)];
  const names = await nameSubmissions(database, shown);
  const row = (submissionId: string) => {
    const known = explained.get(submissionId);
    return {
      id: submissionId,
      name: names.get(submissionId)?.name ?? "",
      storeName: names.get(submissionId)?.storeName ?? "",
      kind: known?.kind ?? "craft",
      total: known?.score ? twoDecimals(known.score.total) : "",
      reason: known?.reason ?? ("best_of_all" as const),
      promoted: decisions.some((one) => one.kind === "promotion" && one.submissionId === submissionId),
    };
  };
  return {
    years,
    year,
    season: { id: season.id, name: season.name, state: season.state, places: season.places },
    frozen: frozen && { number: frozen.number },
    openSlots,
    placed: [...list].sort(([one], [other]) => one - other).map(([number, id]) => ({ number, ...row(id) })),
    reserve: onReserve.map(({ rank, submissionId }) => ({ rank, ...row(submissionId) })),
    out: outcome.explanations.filter(({ standing }) => standing === "out").length,
    kinds: storeKinds.map((kind) => ({
      kind,
      taken: [...list.values()].filter((id) => explained.get(id)?.kind === kind).length,
      quota: facts.rules.quotas[kind] ?? null,
      ...binding(kind, outcome.explanations),
    })),
  };
});

type Explained = { kind: StoreKind; reason: string; rank: number | null }[];

/** Whether a kind's minimum let in what its rank alone would not have, and whether its maximum kept some out. */
function binding(kind: StoreKind, explanations: Explained) {
  const bestOut = Math.min(
    ...explanations.filter(({ reason }) => reason === "places_full").map(({ rank }) => rank ?? 0),
  );
  return {
    min: explanations.some((one) => one.kind === kind && one.reason === "kept_for_kind" && (one.rank ?? 0) > bestOut),
    max: explanations.some((one) => one.kind === kind && one.reason === "kind_full"),
  };
}

export const action = allow(["office"], async ({ request, database, account, url }) => {
  const form = Object.fromEntries(await request.formData());
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const found = await findSeasonOfYear(database, readYear(url));
  if (!found) return said([issue("season.none")]);
  const { season } = found;
  const rules = await loadMallRules(database, malls);
  const reason = typeof form.reason === "string" && form.reason.trim() !== "" ? { reason: form.reason } : {};
  switch (form.intent) {
    case "advance": {
      const input = advanceSeasonInput.safeParse({ seasonId: season.id, to: form.to, ...reason });
      if (!input.success) throw new Response(null, { status: 400 });
      const outcome = await advanceSeason(database, actor, input.data, rules);
      return said(outcome.ok ? [] : outcome.issues);
    }
    case "withdraw": {
      const input = withdrawSubmissionInput.safeParse({ submissionId: form.submissionId, ...reason });
      if (!input.success) return said([issue("reason.missing", { field: "reason" })]);
      const outcome = await withdrawSubmission(database, actor, input.data, rules);
      return said(outcome.ok ? [] : outcome.issues);
    }
    case "by_hand": {
      const change = { seasonId: season.id, out: form.out || null, in: form.in || null, ...reason };
      const input = changeByHandInput.safeParse(change);
      if (!input.success) return said([issue("reason.missing", { field: "reason" })]);
      const outcome = await changeByHand(database, actor, input.data, rules);
      return said(outcome.ok ? [] : outcome.issues);
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

const said = (issues: Issue[]) => data({ issues }, { status: issues.length > 0 ? 422 : 200 });

type Loaded = Extract<Awaited<ReturnType<typeof loader>>, { openSlots: number }>;

export default function SeasonList() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  return (
    <DeskPage
      title={t(m.list)}
      {...(loaded.season && { lead: `${loaded.season.name} · ${t(seasonStateWords[loaded.season.state])}` })}
    >
      <SeasonTabs current="list" />
      {loaded.year !== null && <SeasonYears page="/office/season/list" year={loaded.year} years={loaded.years} />}
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && <Notice tone="live" title={t(m.done)} />}
      {loaded.season === null ? (
        <EmptyState title={t(m.noRubric)} body={t(m.noRubricBody)}>
          <Button url="/office/season/rules">{t(m.rules)}</Button>
        </EmptyState>
      ) : (
        <Result {...(loaded as Loaded)} />
      )}
    </DeskPage>
  );
}

function Result({ season, frozen, openSlots, placed, reserve, out, kinds }: Loaded) {
  const t = useSentence();
  const withdrawable = frozen !== null && season?.state !== "closed";
  return (
    <>
      <DeskCard title={t(frozen ? m.frozenTitle : m.proposed)}>
        <DeskCounts
          counts={[
            { word: t(m.placed), count: placed.length, tone: "live" },
            { word: t(m.reserve), count: reserve.length, tone: "waiting" },
            { word: t(m.out), count: out },
            ...(frozen ? [] : [{ word: t(m.open), count: openSlots }]),
          ]}
        />
        {season && <Steps state={season.state} />}
      </DeskCard>
      <DeskTable
        caption={t(m.binds)}
        titled
        columns={[
          { word: t(m.storeKind) },
          { word: t(m.placed), number: true },
          { word: t(m.quotaMin), number: true },
          { word: t(m.quotaMax), number: true },
          { word: t(m.why), narrow: "line" },
        ]}
        rows={kinds.map(({ kind, taken, quota, min, max }) => ({
          id: kind,
          cells: [
            t(storeKindWords[kind]),
            taken,
            quota?.min ?? "–",
            quota?.max ?? "–",
            [min && t(m.bindsMin), max && t(m.bindsMax)].filter(Boolean).join(" · "),
          ],
        }))}
      />
      {season?.state === "frozen" && <ByHand placed={placed} reserve={reserve} />}
      <DeskTable
        caption={t(m.placed)}
        titled
        columns={[
          { word: t(m.place), number: true, narrow: "line" },
          { word: t(m.product), narrow: "head" },
          { word: t(m.total), number: true },
          { word: t(m.why), narrow: "line" },
          ...(withdrawable ? [{ word: t(m.withdraw), narrow: "line" as const }] : []),
        ]}
        rows={placed.map((row) => ({
          id: row.id,
          cells: [
            row.number,
            <Product key="product" {...row} />,
            row.total,
            t(row.promoted ? m.promoted : resultReasonWords[row.reason], { place: row.number }),
            ...(withdrawable ? [<Withdraw key="withdraw" id={row.id} />] : []),
          ],
        }))}
      />
      <DeskTable
        caption={t(m.reserve)}
        titled
        columns={[
          { word: t(m.reserve), number: true, narrow: "line" },
          { word: t(m.product), narrow: "head" },
          { word: t(m.total), number: true },
          { word: t(m.why), narrow: "line" },
        ]}
        rows={reserve.map((row) => ({
          id: row.id,
          cells: [row.rank, <Product key="product" {...row} />, row.total, t(resultReasonWords[row.reason])],
        }))}
      />
    </>
  );
}

function Product({ id, name, storeName, kind }: Loaded["placed"][number] | Loaded["reserve"][number]) {
  const t = useSentence();
  return (
    <div>
      <Link to={`/curator/submissions/${id}/why`}>{name}</Link>
      <div className="desk-soft">
        {storeName} · {t(storeKindWords[kind])}
      </div>
    </div>
  );
}

function Steps({ state }: { state: string }) {
  const t = useSentence();
  const step = (to: string, word: string, hint: string | null, reason: boolean) => (
    <DeskConfirm key={to} word={word}>
      <Form method="post" className="desk-stack">
        <input type="hidden" name="intent" value="advance" />
        <input type="hidden" name="to" value={to} />
        {hint && <p>{hint}</p>}
        {reason && <ReasonField />}
        <Button submit variant="primary">
          {word}
        </Button>
      </Form>
    </DeskConfirm>
  );
  return (
    <div className="desk-row">
      {state === "judging" && step("frozen", t(m.freeze), t(m.freezeHint), true)}
      {state === "frozen" && step("published", t(m.publish), t(m.publishHint), false)}
      {state === "frozen" && step("judging", t(m.unfreeze), null, true)}
    </div>
  );
}

function ReasonField() {
  const t = useSentence();
  return <DeskField name="reason" label={t(m.reason)} helpText={t(m.reasonHint)} autoComplete="off" maxLength={1000} />;
}

function Withdraw({ id }: { id: string }) {
  const t = useSentence();
  return (
    <DeskConfirm word={t(m.withdraw)} danger>
      <Form method="post" preventScrollReset className="desk-stack">
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="submissionId" value={id} />
        <p>{t(m.withdrawHint)}</p>
        <ReasonField />
        <Button submit tone="critical" variant="primary">
          {t(m.withdraw)}
        </Button>
      </Form>
    </DeskConfirm>
  );
}

function ByHand({ placed, reserve }: Pick<Loaded, "placed" | "reserve">) {
  const t = useSentence();
  const nobody = { value: "", label: t(m.nobody) };
  const options = (rows: readonly { id: string; name: string; storeName: string }[]) => [
    nobody,
    ...rows.map(({ id, name, storeName }) => ({ value: id, label: `${name} (${storeName})` })),
  ];
  return (
    <DeskConfirm word={t(m.byHand)}>
      <Form method="post" className="desk-stack">
        <input type="hidden" name="intent" value="by_hand" />
        <DeskSelect name="out" label={t(m.byHandOut)} options={options(placed)} />
        <DeskSelect name="in" label={t(m.byHandIn)} options={options(reserve)} />
        <ReasonField />
        <Button submit variant="primary">
          {t(m.byHand)}
        </Button>
      </Form>
    </DeskConfirm>
  );
}
