import { data, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import { leaveUnknown, leaveUnknownInput } from "#app/domain/drift/leave-unknown.ts";
import { isComparing, listDrifts } from "#app/domain/drift/list-drifts.ts";
import { isLooking, listUnknown } from "#app/domain/drift/list-unknown.ts";
import { requestComparison } from "#app/domain/drift/request-comparison.ts";
import { driftRules } from "#app/domain/drift/rules.ts";
import { setDriftRule, setDriftRuleInput } from "#app/domain/drift/set-drift-rule.ts";
import { settleDrift, settleDriftInput } from "#app/domain/drift/settle-drift.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { driftRuleWords, driftWords, driftMessages as m } from "#app/messages/drift.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { officeMessages } from "#app/messages/office.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useLookAgain } from "#app/ui/plain/use-look-again.ts";
import { allow } from "#app/web/allow.server.ts";
import { knownMall } from "#app/web/mall-connections.server.ts";
import { readMoment } from "#app/web/read-moment.ts";
import { DriftDecision, DriftValue } from "./drift-decision.tsx";
import { UnknownListings } from "./unknown-listings.tsx";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], async ({ database, params, url }) => {
  const key = knownMall(params.key);
  const found = await listDrifts(database, key);
  if (!found) throw new Response(null, { status: 404 });
  const askedAt = readMoment(url.searchParams.get("asked"));
  const unknown = await listUnknown(database, key);
  const comparing = isComparing(found, askedAt) || isLooking(unknown, askedAt);
  return { key, name: malls[key].name, ...found, unknown, asked: askedAt !== null, comparing };
});

export const action = allow(["office"], async ({ request, database, account, params }) => {
  const form = Object.fromEntries(await request.formData());
  const key = knownMall(params.key);
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const refusal = (issues: Issue[]) => data({ did: null, issues }, { status: 422 });
  if (form.intent === "compare") {
    const outcome = await requestComparison(database, key);
    if (!outcome.ok) return refusal(outcome.issues);
    throw redirect(`/office/malls/${key}/drift?asked=${outcome.result.at.getTime()}`);
  }
  const unknown = leaveUnknownInput.safeParse({ ...form, key });
  if (unknown.success) {
    const outcome = await leaveUnknown(database, actor, unknown.data);
    return outcome.ok ? data({ did: "settled" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
  }
  const rule = setDriftRuleInput.safeParse({ ...form, key });
  if (rule.success) {
    const outcome = await setDriftRule(database, actor, rule.data);
    return outcome.ok ? data({ did: "rule" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
  }
  const decision = settleDriftInput.safeParse(form);
  if (!decision.success) throw new Response(null, { status: 400 });
  const outcome = await settleDrift(database, actor, decision.data);
  return outcome.ok ? data({ did: "settled" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
});

export default function MallDrift() {
  const { key, name, rule, standing, comparedSince, drifts, unknown, asked, comparing } =
    useLoaderData<typeof loader>();
  const done = useAnswer<typeof action>();
  const t = useSentence();
  const locale = useLocale();
  useLookAgain(comparing);
  const since = comparedSince ? formatDateTime(locale, comparedSince) : t(m.never);
  return (
    <DeskPage title={`${t(name)} — ${t(m.title)}`} back={{ to: "/office/malls", word: t(officeMessages.malls) }}>
      <p className="desk-soft">{t(m.lead)}</p>
      <p className="desk-soft">{t(m.compared, { standing, since })}</p>
      {done?.did === "rule" && <Notice tone="live" title={t(m.ruleSaved)} />}
      {done?.did === "settled" && <Notice tone="live" title={t(m.settled)} />}
      {asked && !done && (
        <Notice tone={comparing ? "information" : "live"} title={t(comparing ? m.comparing : m.comparedAll)} />
      )}
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(officeMessages.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {drifts.length === 0 ? (
        <EmptyState title={t(m.noneTitle)} body={t(m.noneBody)} />
      ) : (
        <DeskTable
          caption={t(m.title)}
          columns={[
            { word: t(m.product) },
            { word: t(m.what) },
            { word: t(m.ours), number: true },
            { word: t(m.theirs), number: true },
            { word: t(m.foundAt) },
            { word: t(m.decide), narrow: "line" },
          ]}
          rows={drifts.map((drift) => ({
            id: drift.id,
            cells: [
              <span key="product">
                <Link to={`/office/products/${drift.productId}`}>{drift.productName}</Link>{" "}
                <span className="desk-soft">{drift.storeName}</span>
              </span>,
              <span key="what">
                {t(driftWords[drift.kind])}
                {drift.options.length > 0 && (
                  <span className="desk-soft"> {t(m.optionsStopped, { options: drift.options.join(", ") })}</span>
                )}
              </span>,
              <DriftValue key="ours" kind={drift.kind} value={drift.ours} />,
              <DriftValue key="theirs" kind={drift.kind} value={drift.theirs} />,
              formatDateTime(locale, drift.foundAt),
              <DriftDecision key="decide" drift={drift} mall={key} />,
            ],
          }))}
        />
      )}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="compare" />
        <Button submit>{t(m.compareNow)}</Button>
      </Form>
      <UnknownListings unknown={unknown} />
      <DeskCard title={t(m.rule)}>
        <Form method="post" preventScrollReset className="desk-terms">
          <DeskSelect
            key={rule}
            name="rule"
            label={t(m.rule)}
            options={driftRules.map((value) => ({ value, label: t(driftRuleWords[value]) }))}
            defaultValue={rule}
          />
          <Button submit>{t(m.saveRule)}</Button>
        </Form>
      </DeskCard>
    </DeskPage>
  );
}
