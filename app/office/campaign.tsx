import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listCampaignStores } from "#app/domain/campaign/find-place.ts";
import { findCampaign } from "#app/domain/campaign/list-campaigns.ts";
import { campaignInput, closeCampaign, openCampaign } from "#app/domain/campaign/open-campaign.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { listPromotions } from "#app/domain/promotion/list-promotions.ts";
import { listVisits } from "#app/domain/visit/find-visit.ts";
import { decideDispute, decideDisputeInput } from "#app/domain/visit/tell-outcome.ts";
import { formatCount, formatDateTime, formatDay } from "#app/messages/format.ts";
import { campaignStateWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { CampaignFacts } from "#app/ui/plain/visits/campaign-facts.tsx";
import { sideWords } from "#app/ui/plain/visits/outcome-forms.tsx";
import { SlotTime } from "#app/ui/plain/visits/slot-time.tsx";
import { campaignTones, PromotionStatus, VisitStatus } from "#app/ui/plain/visits/visit-status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.officeTitle);

export const loader = allow(["office"], async ({ database, params }) => {
  const id = z.uuid().safeParse(params.id);
  const campaign = id.success ? await findCampaign(database, id.data) : null;
  if (!campaign) throw new Response(null, { status: 404 });
  const campaignId = campaign.id;
  const [stores, visits, promotions] = await Promise.all([
    listCampaignStores(database, campaignId),
    listVisits(database, { campaignId }),
    listPromotions(database, campaignId),
  ]);
  return { campaign, stores, visits, promotions };
});

export const action = allow(["office"], async ({ request, database, account, params }) => {
  const form = Object.fromEntries(await request.formData());
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const answer = (outcome: { ok: true } | { ok: false; issues: Issue[] }) =>
    outcome.ok ? data({ issues: [] as Issue[] }) : data({ issues: outcome.issues }, { status: 422 });
  if (form.intent === "decide") {
    const input = decideDisputeInput.safeParse(form);
    if (!input.success) return data({ issues: [issue("reason.missing", { field: "reason" })] }, { status: 422 });
    return answer(await decideDispute(database, actor, input.data));
  }
  const input = campaignInput.safeParse({ campaignId: params.id });
  if (!input.success) throw new Response(null, { status: 404 });
  if (form.intent === "open") return answer(await openCampaign(database, actor, input.data));
  if (form.intent === "close") return answer(await closeCampaign(database, actor, input.data));
  throw new Response(null, { status: 400 });
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function CampaignDesk() {
  const { campaign, stores, visits, promotions } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const locale = useLocale();
  const late = visits.flatMap((visit) =>
    visit.owed && visit.owed.daysLate > 0 ? [{ ...visit, owed: visit.owed }] : [],
  );
  const disputed = visits.filter(({ state }) => state === "disputed");
  return (
    <DeskPage title={campaign.name} back={{ to: "/office/campaigns", word: t(m.officeTitle) }}>
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && <Notice tone="live" title={t(m.done)} />}
      <DeskCard
        title={t(m.period)}
        aside={<Status tone={campaignTones[campaign.state]} word={t(campaignStateWords[campaign.state])} />}
      >
        <CampaignFacts campaign={campaign} />
        {campaign.state === "preparing" && (
          <Form method="post">
            <input type="hidden" name="intent" value="open" />
            <Button submit variant="primary">
              {t(m.openIt)}
            </Button>
          </Form>
        )}
        {campaign.state === "open" && (
          <DeskConfirm word={t(m.closeIt)} danger>
            <p>{t(m.closeLead)}</p>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="close" />
              <Button submit>{t(m.closeIt)}</Button>
            </Form>
          </DeskConfirm>
        )}
      </DeskCard>
      {disputed.length > 0 && (
        <DeskCard title={t(m.disputes)}>
          {disputed.map((visit) => (
            <Dispute key={visit.id} visit={visit} />
          ))}
        </DeskCard>
      )}
      {late.length > 0 && (
        <DeskCard title={t(m.lateContent)}>
          <DeskTable
            caption={t(m.lateContent)}
            columns={[
              { word: t(m.creator), narrow: "head" },
              { word: t(m.store) },
              { word: t(m.dueOn) },
              { word: t(m.daysLate), number: true },
            ]}
            rows={late
              .sort((a, b) => b.owed.daysLate - a.owed.daysLate)
              .map(({ id, creator, store, owed }) => ({
                id,
                cells: [creator.penName, store.name, formatDay(locale, owed.dueOn), t(m.late, { days: owed.daysLate })],
              }))}
          />
        </DeskCard>
      )}
      <DeskCard title={t(m.promotions)}>
        {promotions.length === 0 ? (
          <p className="desk-soft">{t(m.noPromotions)}</p>
        ) : (
          <Promotions promotions={promotions} />
        )}
      </DeskCard>
      <DeskCard title={t(m.stores)}>
        <DeskTable
          caption={t(m.stores)}
          columns={[
            { word: t(m.store), narrow: "head" },
            { word: t(m.slots), number: true },
            { word: t(m.visits), number: true },
          ]}
          rows={stores.map(({ storeId, name, slots, booked, capacity, left }) => ({
            id: storeId,
            cells: [
              <Link key="name" to={`/office/stores/${storeId}`} className={left ? "desk-soft" : undefined}>
                {name}
              </Link>,
              formatCount(slots),
              `${formatCount(booked)} / ${formatCount(capacity)}`,
            ],
          }))}
        />
      </DeskCard>
      <DeskCard title={t(m.visits)}>
        <DeskTable
          caption={t(m.visits)}
          columns={[
            { word: t(m.store), narrow: "head" },
            { word: t(m.creator) },
            { word: t(m.when) },
            { word: t(m.state) },
          ]}
          rows={visits.map((visit) => ({
            id: visit.id,
            cells: [
              visit.store.name,
              visit.creator.penName,
              <SlotTime key="when" {...visit} />,
              <VisitStatus key="state" state={visit.state} />,
            ],
          }))}
        />
      </DeskCard>
    </DeskPage>
  );
}

function Promotions({ promotions }: Pick<Loaded, "promotions">) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <DeskTable
      caption={t(m.promotions)}
      columns={[
        { word: t(m.title), narrow: "head" },
        { word: t(m.state) },
        { word: t(m.creator) },
        { word: t(m.store) },
        { word: t(m.lastRead) },
        { word: t(m.views), number: true },
      ]}
      rows={promotions.map(({ id, title, state, objected, penName, store, readAt, views }) => ({
        id,
        cells: [
          <Link key="title" to={`/office/promotions/${id}`}>
            {title}
          </Link>,
          objected ? (
            <Status key="state" tone="waiting" word={t(m.looksAgain)} />
          ) : (
            <PromotionStatus key="state" state={state} />
          ),
          penName,
          store,
          readAt ? formatDateTime(locale, readAt) : t(m.never),
          views === null ? "" : formatCount(views),
        ],
      }))}
    />
  );
}

function Dispute({ visit }: { visit: Loaded["visits"][number] }) {
  const t = useSentence();
  const { id, store, creator, toldBy, reason, dispute, absent } = visit;
  const said = absent === null ? t(m.saidCame) : t(absent === "store" ? m.saidStoreAbsent : m.saidCreatorAbsent);
  return (
    <section className="desk-stack">
      <h3>
        {store.name} · {creator.penName} · <SlotTime {...visit} />
      </h3>
      {toldBy && (
        <p>{t(m.toldFirst, { who: t(sideWords[toldBy]), reason: [said, reason].filter(Boolean).join(" — ") })}</p>
      )}
      <p>{t(m.saidThen, { dispute })}</p>
      <Form method="post" preventScrollReset className="desk-stack">
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="visitId" value={id} />
        <DeskField name="reason" label={t(m.decideReason)} autoComplete="off" maxLength={1000} />
        <div className="row">
          {(["visited", "creator_absent", "store_absent"] as const).map((outcome) => (
            <button key={outcome} type="submit" className="desk-button" name="outcome" value={outcome}>
              {t(
                outcome === "visited"
                  ? m.decideVisited
                  : outcome === "creator_absent"
                    ? m.decideCreatorAbsent
                    : m.decideStoreAbsent,
              )}
            </button>
          ))}
        </div>
      </Form>
    </section>
  );
}
