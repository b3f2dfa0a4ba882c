import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listOpenCampaigns } from "#app/domain/campaign/list-campaigns.ts";
import { findProfile } from "#app/domain/creator/list-channels.ts";
import { listVisits, type ShownVisit } from "#app/domain/visit/find-visit.ts";
import { onOtherClock } from "#app/domain/visit/slot-time.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { CampaignFacts } from "#app/ui/plain/visits/campaign-facts.tsx";
import { SlotTime } from "#app/ui/plain/visits/slot-time.tsx";
import { PromotionStatus, VisitStatus } from "#app/ui/plain/visits/visit-status.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";
import { Owed } from "./owed.tsx";

export const meta = pageTitle(m.creatorHome);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["creator"], async ({ account, database }) => {
  const [profile, campaigns, visits] = await Promise.all([
    findProfile(database, account.id),
    listOpenCampaigns(database),
    listVisits(database, { creatorId: account.id }),
  ]);
  const timeZone = profile?.timeZone ?? "Asia/Seoul";
  return {
    hasProfile: profile !== null,
    campaigns,
    visits: visits.map((visit) => ({ visit, there: onOtherClock(visit.startsAt, timeZone) })),
  };
});

export default function CreatorVisits() {
  const { hasProfile, campaigns, visits } = useLoaderData<typeof loader>();
  const t = useSentence();
  const toCome = visits.filter(({ visit }) => !visit.isOver);
  const before = visits.filter(({ visit }) => visit.isOver);
  return (
    <Page title={t(m.creatorHome)} lead={t(m.creatorLead)}>
      {!hasProfile && (
        <Notice tone="waiting" title={t(m.profileFirstTitle)}>
          <p>{t(m.profileFirst)}</p>
          <ButtonLink to="/creator/profile" kind="main">
            {t(m.profile)}
          </ButtonLink>
        </Notice>
      )}
      <p className="row">
        <ButtonLink to="/creator/profile">{t(m.profile)}</ButtonLink>
        <ButtonLink to="/creator/route">{t(m.route)}</ButtonLink>
      </p>
      {toCome.length > 0 && <Visits title={t(m.toCome)} visits={toCome} />}
      <section className="stack">
        <h2>{t(m.campaigns)}</h2>
        {campaigns.length === 0 ? (
          <EmptyState title={t(m.noCampaignTitle)} body={t(m.noCampaign)} />
        ) : (
          campaigns.map((campaign) => (
            <section key={campaign.id} className="card stack">
              <h3>{campaign.name}</h3>
              <CampaignFacts campaign={campaign} />
              <ButtonLink
                to={`/creator/campaigns/${campaign.id}`}
                full
                label={t(m.seeStoresOf, { campaign: campaign.name })}
              >
                {t(m.seeStores)}
              </ButtonLink>
            </section>
          ))
        )}
      </section>
      {before.length > 0 && <Visits title={t(m.before)} visits={before} />}
    </Page>
  );
}

function Visits({ title, visits }: { title: string; visits: readonly { visit: ShownVisit; there: string | null }[] }) {
  const t = useSentence();
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="visit-cards">
        {visits.map(({ visit, there }) => (
          <li key={visit.id} className="card visit-card">
            <h3>
              <Link to={`/creator/visits/${visit.id}`}>{visit.store.name}</Link>
            </h3>
            <p>
              <SlotTime {...visit} there={there} />
            </p>
            <p>
              <VisitStatus state={visit.state} />
            </p>
            {visit.state === "agreed" && visit.hasBegun && <p>{t(m.outcome)}</p>}
            <Owed owed={visit.owed} />
            {visit.promotion && (
              <p>
                <PromotionStatus state={visit.promotion.state} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
