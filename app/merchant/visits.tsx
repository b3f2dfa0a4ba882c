import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listStoreCampaigns } from "#app/domain/campaign/list-campaigns.ts";
import { listVisits, type ShownVisit } from "#app/domain/visit/find-visit.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { CampaignFacts } from "#app/ui/plain/visits/campaign-facts.tsx";
import { SlotTime } from "#app/ui/plain/visits/slot-time.tsx";
import { PromotionStatus, VisitStatus } from "#app/ui/plain/visits/visit-status.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";
import { ownStore } from "./own-store.ts";

export const meta = pageTitle(m.merchantTitle);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["merchant"], async ({ account, database }) => {
  const storeId = ownStore(account);
  const [campaigns, visits] = await Promise.all([
    listStoreCampaigns(database, storeId),
    listVisits(database, { storeId }),
  ]);
  return { campaigns, visits: visits.filter(({ state }) => state !== "withdrawn" && state !== "lapsed") };
});

export default function MerchantVisits() {
  const { campaigns, visits } = useLoaderData<typeof loader>();
  const t = useSentence();
  const asked = visits.filter(({ state, isOver }) => state === "proposed" && !isOver);
  const toCome = visits.filter(({ state, isOver }) => state !== "proposed" && !isOver);
  const before = visits.filter(({ isOver }) => isOver);
  return (
    <Page title={t(m.merchantTitle)} lead={t(m.merchantLead)} narrow>
      {visits.length > 0 && (
        <section className="stack">
          <h2>{t(m.requests)}</h2>
          {asked.length > 0 ? <Visits visits={asked} /> : <p>{t(m.noRequests)}</p>}
        </section>
      )}
      {toCome.length > 0 && (
        <section className="stack">
          <h2>{t(m.toCome)}</h2>
          <Visits visits={toCome} />
        </section>
      )}
      <section className="stack">
        <h2>{t(m.campaigns)}</h2>
        {campaigns.length === 0 && <EmptyState title={t(m.noCampaignTitle)} body={t(m.noCampaign)} />}
        {campaigns.map((campaign) => (
          <section key={campaign.id} className="card stack">
            <h3>{campaign.name}</h3>
            <p>
              <Status
                tone={campaign.joined ? "live" : "quiet"}
                word={campaign.joined ? t(m.joined, campaign.joined) : t(m.notJoined)}
              />
            </p>
            <CampaignFacts campaign={campaign} />
            <ButtonLink
              to={`/merchant/visits/campaigns/${campaign.id}`}
              full
              label={t(campaign.joined ? m.manageOf : m.joinOf, { campaign: campaign.name })}
            >
              {t(campaign.joined ? m.manage : m.join)}
            </ButtonLink>
          </section>
        ))}
      </section>
      {before.length > 0 && (
        <section className="stack">
          <h2>{t(m.before)}</h2>
          <Visits visits={before} />
        </section>
      )}
    </Page>
  );
}

function Visits({ visits }: { visits: readonly ShownVisit[] }) {
  const t = useSentence();
  return (
    <ul className="slot-list">
      {visits.map((visit) => (
        <li key={visit.id}>
          <div>
            <h3>
              <Link to={`/merchant/visits/${visit.id}`} className="as-target">
                {visit.creator.penName}
              </Link>
            </h3>
            <p>
              <SlotTime {...visit} />
            </p>
            {visit.state === "agreed" && visit.hasBegun && <p>{t(m.outcome)}</p>}
          </div>
          <p>
            <VisitStatus state={visit.state} />
          </p>
          {visit.promotion && (
            <p>
              <PromotionStatus state={visit.promotion.state} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
