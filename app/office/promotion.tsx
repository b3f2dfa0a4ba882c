import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import {
  acceptPromotion,
  acceptPromotionInput,
  returnPromotion,
  returnPromotionInput,
} from "#app/domain/promotion/decide-promotion.ts";
import { enterViews, enterViewsInput } from "#app/domain/promotion/enter-views.ts";
import { overruleCheck, overruleCheckInput } from "#app/domain/promotion/overrule-check.ts";
import { findVisit } from "#app/domain/visit/find-visit.ts";
import { seoulDay } from "#app/domain/visit/seoul-time.ts";
import { formatCount, formatDate, formatDateTime, formatDay } from "#app/messages/format.ts";
import { benefitWords, formWords, platformWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { ChartCard } from "#app/ui/desk/charts/chart-card.tsx";
import { LineChart } from "#app/ui/desk/charts/line-chart.tsx";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PromotionStatus } from "#app/ui/plain/visits/visit-status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.promotions);

export const loader = allow(["office"], async ({ database, params }) => {
  const id = z.uuid().safeParse(params.id);
  const found = id.success
    ? await database.promotion.findUnique({ where: { id: id.data }, select: { visitId: true } })
    : null;
  const visit = found && (await findVisit(database, found.visitId, {}));
  if (!visit?.promotion) throw new Response(null, { status: 404 });
  const { promotion, store, creator, campaign } = visit;
  return { promotion, store: store.name, creator: creator.penName, campaign, today: seoulDay(new Date()) };
});

export const action = allow(["office"], async ({ request, database, account, params }) => {
  const form = { ...Object.fromEntries(await request.formData()), promotionId: params.id } as Record<string, unknown>;
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const refusal = (issues: Issue[]) => data({ issues }, { status: 422 });
  const answer = (outcome: { ok: true } | { ok: false; issues: Issue[] }) =>
    outcome.ok ? data({ issues: [] as Issue[] }) : refusal(outcome.issues);
  if (form.intent === "accept") {
    const input = acceptPromotionInput.safeParse(form);
    if (!input.success) throw new Response(null, { status: 404 });
    return answer(await acceptPromotion(database, actor, input.data));
  }
  if (form.intent === "overrule") {
    const input = overruleCheckInput.safeParse(form);
    return input.success
      ? answer(await overruleCheck(database, actor, input.data))
      : refusal([issue("reason.missing", { field: "reason" })]);
  }
  if (form.intent === "return") {
    const input = returnPromotionInput.safeParse(form);
    return input.success
      ? answer(await returnPromotion(database, actor, input.data))
      : refusal([issue("reason.missing", { field: "answer" })]);
  }
  const input = enterViewsInput.safeParse(form);
  return input.success
    ? answer(await enterViews(database, actor, input.data))
    : refusal([issue("promotion.views_unreadable", { field: "views" })]);
});

export default function PromotionDesk() {
  const { promotion, store, creator, campaign, today } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const locale = useLocale();
  const {
    state,
    title,
    address,
    platform,
    form,
    publishedOn,
    content,
    issues,
    rules,
    note,
    objection,
    overruleReason,
    mayOverrule,
    readAt,
    watchUntil,
    views,
  } = promotion;
  const day = (text: string) => formatDay(locale, text);
  const facts = [
    { word: t(m.state), value: <PromotionStatus state={state} /> },
    { word: t(m.store), value: store },
    { word: t(m.creator), value: `${creator} · ${t(platformWords[platform])} · ${t(formWords[form])}` },
    { word: t(m.given), value: t(benefitWords[campaign.benefit]) },
    { word: t(m.publishedOn), value: day(publishedOn) },
    { word: t(m.opening), value: content.opening },
    { word: t(m.ending), value: content.ending },
    { word: t(m.tags), value: content.tags },
    { word: t(m.inPhotos), value: content.inPhotos },
    { word: t(m.inVideo), value: content.inVideo },
    { word: t(m.creatorObjects), value: objection },
    { word: t(m.overruled), value: overruleReason },
    { word: t(m.lastRead), value: readAt ? formatDateTime(locale, readAt) : t(m.never) },
    { word: t(m.watchUntil), value: watchUntil && formatDate(locale, watchUntil) },
  ].filter(({ value }) => value);
  const said = (count: number) => formatCount(count);
  const first = views[0];
  const last = views.at(-1);
  return (
    <DeskPage title={title} back={{ to: `/office/campaigns/${campaign.id}`, word: campaign.name }}>
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && <Notice tone="live" title={t(m.done)} />}
      <DeskCard title={t(m.checkedBy, { version: rules })}>
        <DeskFacts facts={facts} />
        {issues.length > 0 && <IssueList issues={issues} />}
        {!promotion.readable && <p>{t(m.notReadable)}</p>}
        {note && <p>{t(m.officeSays, { note })}</p>}
        <p>
          <a href={address} rel="noopener nofollow">
            {t(m.openContent)}
          </a>
        </p>
        {["waiting", "changed", "gone"].includes(state) && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="accept" />
            <Button submit variant="primary">
              {t(m.accept)}
            </Button>
          </Form>
        )}
        {mayOverrule && (
          <Form method="post" preventScrollReset className="desk-stack">
            <h3>{t(m.overruleTitle)}</h3>
            <p>{t(m.overruleLead)}</p>
            <input type="hidden" name="intent" value="overrule" />
            <DeskField name="reason" label={t(m.overruleReason)} autoComplete="off" maxLength={1000} multiline={3} />
            <div>
              <Button submit>{t(m.overruleIt)}</Button>
            </div>
          </Form>
        )}
        {state !== "to_correct" && state !== "withdrawn" && (
          <Form method="post" preventScrollReset className="desk-stack">
            <input type="hidden" name="intent" value="return" />
            <DeskField name="note" label={t(m.returnNote)} autoComplete="off" maxLength={1000} />
            <div>
              <Button submit>{t(m.returnIt)}</Button>
            </div>
          </Form>
        )}
      </DeskCard>
      <ChartCard
        title={t(m.viewsChart)}
        lead={t(views.length === 1 ? m.viewsOne : m.viewsChartLead)}
        table={
          views.length === 0
            ? null
            : {
                columns: [{ word: t(m.viewsDay) }, { word: t(m.views), number: true }, { word: t(m.source) }],
                rows: views.map(({ day: text, views: count, source }) => ({
                  id: text,
                  cells: [day(text), said(count), t(m[source])],
                })),
              }
        }
      >
        {first && last && views.length > 1 && (
          <LineChart
            label={t(m.viewsChart)}
            from={day(first.day)}
            to={day(last.day)}
            points={views.map(({ day: text, views: count }) => ({
              ...{ day: new Date(`${text}T00:00:00Z`), count },
              said: said(count),
            }))}
          />
        )}
        <Form method="post" preventScrollReset className="desk-terms">
          <input type="hidden" name="intent" value="views" />
          <DeskField name="day" type="date" label={t(m.viewsDay)} autoComplete="off" defaultValue={today} />
          <DeskField name="views" label={t(m.views)} autoComplete="off" inputMode="numeric" />
          <Button submit>{t(m.enterViews)}</Button>
        </Form>
      </ChartCard>
    </DeskPage>
  );
}
