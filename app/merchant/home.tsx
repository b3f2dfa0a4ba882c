import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { countOpenMalls } from "#app/domain/agreement/list-mall-terms.ts";
import { listOpenRequests } from "#app/domain/change-request/list-requests.ts";
import { listDrafts } from "#app/domain/draft/list-drafts.ts";
import { listJudgedImports } from "#app/domain/intake/find-import.ts";
import { countStages, listProducts } from "#app/domain/product/list-products.ts";
import { productStages } from "#app/domain/product/stages.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { waitsForOffice } from "#app/domain/store/states.ts";
import { challengeMessages } from "#app/messages/challenges.ts";
import { mallTermsMessages } from "#app/messages/mall-terms.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { mallsTableMessages } from "#app/messages/product-malls.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { applicationPath } from "./application-path.ts";
import { AskedChanges, productsAsked } from "./asked-changes.tsx";
import { listPath } from "./list-path.ts";
import { isJudgedByMarks, openSeason } from "./open-season.server.ts";
import { ProductFinder } from "./product-finder.tsx";
import { ProductList } from "./product-list.tsx";
import { requireConsents } from "./require-consents.server.ts";
import { RunningWork } from "./running-work.tsx";
import { shownPhotos } from "./shown-photos.server.ts";
import { StageTabs } from "./stage-tabs.tsx";
import { UnfinishedDrafts } from "./unfinished-drafts.tsx";
import { WaitingSheets } from "./waiting-sheets.tsx";
import { WaysToAdd } from "./ways-to-add.tsx";

export const meta = pageTitle(m.homeTitle);

const query = z.object({
  stage: z.enum(productStages).optional().catch(undefined),
  word: z
    .string()
    .transform((typed) => typed.trim().slice(0, 100))
    .catch(""),
  after: z.uuid().optional().catch(undefined),
  sent: z.coerce.number().int().min(0).optional().catch(undefined),
  kept: z.coerce.number().int().min(0).optional().catch(undefined),
});

export const loader = allow(["merchant"], async ({ account, database, url }) => {
  const asked = query.parse(Object.fromEntries(url.searchParams));
  const { storeId } = account;
  if (storeId === null || (await waitsForOffice(database, storeId))) throw redirect(applicationPath);
  await requireConsents(database, account);
  // First, so that whatever moves while the rest is read is heard as a change.
  const progress = await listRecentProgress(database, storeId);
  const { stage, word, after } = asked;
  const [counts, found, page, season, sheets, drafts, openMalls, requests] = await Promise.all([
    countStages(database, { storeId }),
    word === "" ? null : countStages(database, { storeId, word }),
    listProducts(database, { storeId, stage, word, after }),
    openSeason(database),
    listJudgedImports(database, storeId),
    listDrafts(database, storeId),
    countOpenMalls(database, storeId),
    listOpenRequests(database, { storeId }),
  ]);
  const shownPhoto = await shownPhotos(
    database,
    [...page.products, ...drafts].map(({ photo }) => photo),
  );
  return {
    asked,
    counts,
    found: found ?? counts,
    progress,
    sheets,
    drafts: drafts.map((draft) => ({ ...draft, photo: shownPhoto(draft.photo)?.small ?? null })),
    next: page.next,
    products: page.products.map(({ photo, ...product }) => ({
      ...product,
      photo: shownPhoto(photo)?.small ?? null,
    })),
    malls: mallNames(),
    season,
    judgedBy: await isJudgedByMarks(database),
    openMalls,
    askedChanges: productsAsked(requests),
  };
});

/** Fewer are seen at a glance. */
const worthFinding = 10;

type Home = Awaited<ReturnType<typeof loader>>;

export default function MerchantHome() {
  const home = useLoaderData<typeof loader>();
  return <OwnProducts home={home} />;
}

function OwnProducts({ home }: { home: Home }) {
  const { asked, counts, found, products, next, malls, season } = home;
  const t = useSentence();
  const progress = useProgress(home.progress);
  useFreshPage(progress);
  const total = sumOf(counts);
  const running = (
    <>
      <AskedChanges products={home.askedChanges} />
      <OpenMalls count={home.openMalls} />
      <WaitingSheets sheets={home.sheets} />
      <RunningWork rows={progress} />
      <UnfinishedDrafts drafts={home.drafts} />
    </>
  );

  if (total === 0) {
    return (
      <Page title={t(m.homeTitle)}>
        {running}
        <EmptyState title={t(m.emptyTitle)} body={t(m.emptyBody)}>
          <WaysToAdd />
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t(m.homeTitle)} lead={t(m.homeLead)}>
      {asked.sent !== undefined && (
        <Notice tone="live" title={t(m.sentNotice, { count: asked.sent })}>
          <p>
            {t(m.sentNoticeBody)} {asked.kept ? t(m.sentHeldBack, { count: asked.kept }) : ""}
          </p>
        </Notice>
      )}
      <WaysToAdd />
      {running}
      {counts.preparing > 0 && <Drafts count={counts.preparing} season={season} />}
      {(total > worthFinding || asked.word !== "") && <ProductFinder word={asked.word} found={sumOf(found)} />}
      <StageTabs counts={found} total={sumOf(found)} current={asked} />
      <section aria-labelledby="products" className="stack">
        <h2 id="products">{t(m.listTitle)}</h2>
        <p>
          <Link to="/merchant/malls-table" className="text-link">
            {t(mallsTableMessages.link)}
          </Link>
          {home.judgedBy && (
            <>
              {" · "}
              <Link to="/merchant/curators" className="text-link">
                {t(challengeMessages.link)}
              </Link>
            </>
          )}
        </p>
        {products.length === 0 ? (
          sumOf(found) > 0 && <p className="soft">{t(m.nothingAtStage)}</p>
        ) : (
          <ProductList products={products} malls={malls} />
        )}
        <p className="row">
          {next && <ButtonLink to={listPath({ ...asked, after: next })}>{t(m.more)}</ButtonLink>}
          {asked.after && (
            <Link to={listPath({ ...asked, after: undefined })} className="text-link">
              {t(m.fromStart)}
            </Link>
          )}
        </p>
      </section>
    </Page>
  );
}

function sumOf(counts: Home["counts"]): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function OpenMalls({ count }: { count: number }) {
  const t = useSentence();
  if (count === 0) return null;
  return (
    <Notice tone="waiting" title={t(mallTermsMessages.openNotice, { count })}>
      <p>{t(mallTermsMessages.openNoticeBody)}</p>
      <ButtonLink to="/merchant/malls">{t(mallTermsMessages.look)}</ButtonLink>
    </Notice>
  );
}

function Drafts({ count, season }: { count: number; season: string | null }) {
  const t = useSentence();
  return (
    <section className="card drafts">
      <div>
        <h2>{t(m.draftsTitle, { count })}</h2>
        <p className="soft">{season === null ? t(m.seasonClosed) : t(m.draftsBody, { season })}</p>
      </div>
      {season !== null && <ButtonLink to="/merchant/submit">{t(m.toSubmit, { count })}</ButtonLink>}
    </section>
  );
}
