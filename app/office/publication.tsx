import { data } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { reviewDays } from "#app/channels/registry.ts";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { findPublication, type Publication } from "#app/domain/listing/find-publication.ts";
import { retryListings, retryListingsInput } from "#app/domain/listing/retry-listing.ts";
import { listSlowReviews } from "#app/domain/listing/slow-reviews.ts";
import { settledStates } from "#app/domain/listing/states.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { officeMessages } from "#app/messages/office.ts";
import { publicationMessages as m } from "#app/messages/publication.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { DeskGauge } from "#app/ui/desk/desk-gauge.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useLookAgain } from "#app/ui/plain/use-look-again.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { actOnListing } from "./act-on-listing.server.ts";
import { ListingActionNotice } from "./listing-card.tsx";
import { mallCounts } from "./mall-counts.ts";
import { MallTrouble } from "./mall-trouble.tsx";
import { SlowReviewsCard } from "./slow-reviews-card.tsx";
import { StuckCard } from "./stuck-card.tsx";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], async ({ database }) => {
  const [publication, channels, slow] = await Promise.all([
    findPublication(database),
    listChannels(database),
    listSlowReviews(database, reviewDays),
  ]);
  const malls = channels.map(({ key, on, resting, warning }) => ({ key, on, resting, warning }));
  return { publication, slow, malls, names: mallNames() };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = await request.formData();
  if (form.get("intent") !== "retry-many") {
    const acted = await actOnListing(database, account, Object.fromEntries(form));
    return data({ ...acted.data, many: null }, acted.init ?? undefined);
  }
  const listingIds = form.getAll("listingId");
  const none = { did: null, issues: [], many: { started: 0, left: 0 } };
  if (listingIds.length === 0) return data(none, { status: 422 });
  const input = retryListingsInput.safeParse({ listingIds });
  if (!input.success) throw new Response(null, { status: 400 });
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const outcome = await retryListings(database, actor, input.data);
  if (!outcome.ok) return data({ did: null, issues: outcome.issues, many: null }, { status: 422 });
  return data({ did: null, issues: [], many: outcome.result });
});

type Loaded = Awaited<ReturnType<typeof loader>>;
type Mall = Loaded["malls"][number] & {
  name: string;
  counts: Partial<Record<ListingState, number>>;
  waiting: Publication["waiting"][string];
};

/** A mall's rest is no step of a listing and tells nobody when it begins or ends. */
const lookAgainMilliseconds = 5_000;

export default function PublicationPage() {
  const { publication, slow, malls, names } = useLoaderData<typeof loader>();
  const done = useAnswer<typeof action>();
  const t = useSentence();
  useFreshPage(useProgress([]));
  const isWaiting = publication !== null && publication.settled < publication.total;
  useLookAgain(isWaiting || malls.some(({ resting }) => resting !== null), lookAgainMilliseconds);
  const nameOf = (key: string) => t(nameOfChannel(names, key));
  if (!publication) {
    return (
      <DeskPage title={t(m.title)}>
        <EmptyState title={t(m.noSeasonTitle)} body={t(m.noSeasonBody)} />
      </DeskPage>
    );
  }
  const { seasonName, products, total, settled, stuck } = publication;
  return (
    <DeskPage title={t(m.title)} lead={t(m.lead, { season: seasonName, products })}>
      <ListingActionNotice done={done} />
      {done?.many && <RetriedNotice many={done.many} />}
      <DeskCard title={t(m.progress)}>
        <DeskGauge label={t(m.settled)} taken={settled} of={total} hint={t(m.settledHint)} />
      </DeskCard>
      {stuck.length === 0 ? (
        <EmptyState title={t(m.stuckNone)} body={t(m.stuckNoneBody)} />
      ) : (
        stuck.map((group) => (
          <StuckCard
            key={JSON.stringify([group.state, group.reason.code, group.reason.path])}
            group={group}
            nameOf={nameOf}
          />
        ))
      )}
      <SlowReviewsCard reviews={slow} nameOf={nameOf} />
      <DeskCard title={t(m.perMall)}>
        {malls.map((mall) => (
          <MallPart
            key={mall.key}
            mall={{
              ...mall,
              name: nameOf(mall.key),
              counts: publication.malls[mall.key] ?? {},
              waiting: publication.waiting[mall.key] ?? [],
            }}
          />
        ))}
      </DeskCard>
    </DeskPage>
  );
}

function RetriedNotice({ many: { started, left } }: { many: { started: number; left: number } }) {
  const t = useSentence();
  if (started + left === 0) return <Notice tone="refused" title={t(m.retriedNone)} />;
  return (
    <Notice tone={started > 0 ? "live" : "information"} title={t(m.retriedMany, { started })}>
      <p>{t(officeMessages.retriedBody)}</p>
      {left > 0 && <p>{t(m.left, { left })}</p>}
    </Notice>
  );
}

function MallPart({ mall: { key, on, resting, warning, name, counts, waiting } }: { mall: Mall }) {
  const t = useSentence();
  const locale = useLocale();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const settled = settledStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <section className="desk-part" aria-label={name}>
      <div className="desk-between">
        <h3>
          <Link to="/office/malls">{name}</Link>
        </h3>
        {on ? (
          <span className="desk-soft">{total === 0 ? t(m.nothingSent) : t(m.settledOf, { settled, total })}</span>
        ) : (
          <Status tone="refused" word={t(officeMessages.mallOff)} />
        )}
      </div>
      <MallTrouble resting={resting} warning={warning} />
      {total > 0 && <DeskCounts counts={mallCounts(key, counts, t)} />}
      {waiting.map(({ reason, count }) => (
        <p key={reason.code} className="desk-soft">
          {t(m.waitsFor, { count, why: sayIssue(locale, reason) })}
        </p>
      ))}
    </section>
  );
}
