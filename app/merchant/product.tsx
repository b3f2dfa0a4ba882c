import { data } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { MallKey } from "#app/channels/contract.ts";
import { malls, reviewDays } from "#app/channels/registry.ts";
import { listOpenRequests } from "#app/domain/change-request/list-requests.ts";
import { findQuestions } from "#app/domain/channel/keep-questions.ts";
import { findTypists } from "#app/domain/help/find-typists.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { retryOwnListing, retryOwnListingInput } from "#app/domain/listing/retry-own-listing.ts";
import { slowReviewDays } from "#app/domain/listing/slow-reviews.ts";
import { filledFields } from "#app/domain/notice/filled-fields.ts";
import { listOwnShops } from "#app/domain/own-shop/list-own-shop.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { assessProduct } from "#app/domain/product/assess-product.ts";
import { categoryOf } from "#app/domain/product/categories.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { findTimeline } from "#app/domain/product/find-timeline.ts";
import { loadChannelRules, loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { loadStorePrices } from "#app/domain/product/load-store-prices.ts";
import { isReady, type MallRules, readinessForMall } from "#app/domain/product/readiness.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { findWithdrawable } from "#app/domain/season/find-withdrawable.ts";
import { hasVerdict } from "#app/domain/season/has-verdict.ts";
import { leavingMessages } from "#app/messages/challenges.ts";
import { explanationMessages } from "#app/messages/explanation.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { recallReasonWords } from "#app/messages/office-product.ts";
import { productDetailMessages } from "#app/messages/product-detail.ts";
import type { Database } from "#app/services/database/database.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useFreshPage } from "#app/ui/plain/use-fresh-page.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { AskedChanges, productsAsked } from "./asked-changes.tsx";
import { openSeason } from "./open-season.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { productPhotosPath } from "./photo-queue/photo-target.ts";
import { ProductFactsList } from "./product-facts-list.tsx";
import { ProductGrade, ProductMalls } from "./product-malls.tsx";
import { ProductOwnShops } from "./product-own-shops.tsx";
import { ProductPhotos } from "./product-photos.tsx";
import { ProductSteps } from "./product-steps.tsx";
import { ProductTimeline } from "./product-timeline.tsx";

export const meta = pageTitle(m.factsTitle);

const savedOutcomes = ["draft_changed", "sold_on", "next_version", "unchanged"] as const;

export const loader = allow(["merchant"], async ({ account, database, params, url, locale }) => {
  const storeId = ownStore(account);
  // First, so that whatever moves while the rest is read is heard as a change.
  const progress = await listRecentProgress(database, storeId);
  const product = orNotFound(await findProduct(database, { storeId, productId: params.id ?? "" }));
  const rules = await loadMallRules(database, malls);
  const ownShops = await findOwnShops(database, storeId);
  const { facts, typists, ...rest } = product;
  const now = new Date();
  const listings = product.listings.map((listing) => ({
    ...listing,
    isSlow: slowReviewDays({ ...listing, channelKey: listing.mall }, reviewDays, now) !== null,
  }));
  const { photos, notice: _notice, ...shown } = facts;
  const pictureOf = await loadWebPictures(database, photos);
  const asked = await findQuestions(database, facts.categoryKey);
  const prices = await loadStorePrices(database, storeId);
  const otherPrices = prices.others(facts.categoryKey, product.id);
  return {
    product: { ...rest, listings },
    facts: shown,
    category: categoryOf(facts.categoryKey).nameKo,
    photos: photos.flatMap((photo) => pictureOf(photo) ?? []),
    /** Under the law's own names and in its order. */
    notice: filledFields(facts).map(({ key, labelKo, value }) => ({
      key,
      label: locale === "ko" ? labelKo : fieldLabel(locale, `notice.${key}`),
      value,
    })),
    assessment: assessProduct(facts, rules, { otherPrices }),
    /** Malls that ask what no other does. */
    asking: rules.flatMap(({ key }) => {
      const { questions } = malls[key as MallKey].ask(facts, asked.get(key) ?? []);
      return questions.length > 0 ? [key] : [];
    }),
    /** How it stands in the merchant's own shops, or would. */
    ownShops: ownShops.map((rules) => ({
      ...readinessForMall(facts, rules),
      listing: listings.find(({ mall }) => mall === rules.key) ?? null,
    })),
    timeline: await findTimeline(database, product.id),
    typedBy: await findTypists(database, typists, [account.id]),
    malls: mallNames(),
    progress,
    season: await openSeason(database),
    askedChanges: productsAsked(await listOpenRequests(database, { storeId, productId: product.id })),
    explained: await hasVerdict(database, product.id),
    mayLeave: (await findWithdrawable(database, product.id)) !== null,
    saved: savedOutcomes.find((one) => one === url.searchParams.get("saved")) ?? null,
  };
});

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const { mall } = Object.fromEntries(await request.formData());
  const input = retryOwnListingInput.safeParse({ storeId: ownStore(account), productId: params.id, mall });
  if (!input.success) throw new Response(null, { status: 404 });
  const outcome = await retryOwnListing(database, merchantActor(account), input.data);
  if (outcome.ok) return { issues: [] };
  return data({ issues: outcome.issues }, { status: outcome.issues[0]?.code === "listing.not_found" ? 404 : 422 });
});

/** Of those that are connected. */
async function findOwnShops(database: Database, storeId: string): Promise<MallRules[]> {
  const shops = await listOwnShops(database, storeId);
  const rules = await Promise.all(shops.map((key) => loadChannelRules(database, malls, key)));
  return rules.filter((one) => one !== null);
}

export type ProductPage = Awaited<ReturnType<typeof loader>>;

/** What an own shop only is to follow is kept for no judge; what a mall did not take is sent there again when the office has looked at it. */
function wordOf(saved: (typeof savedOutcomes)[number], { submission, listings }: ProductPage["product"]) {
  if (saved !== "next_version") return saved;
  if (submission === null) return "draft_changed";
  return submission.state === "selected" && listings.some(({ corrected }) => corrected) ? "correction" : saved;
}

export default function OwnProduct() {
  const page = useLoaderData<typeof loader>();
  const { product, facts, photos, saved } = page;
  const retried = useAnswer<typeof action>();
  const mayBeSent = page.season !== null && product.stage === "preparing" && page.assessment.malls.some(isReady);
  const t = useSentence();
  useFreshPage(useProgress(page.progress));
  return (
    <Page title={facts.name}>
      {saved && (
        <Notice tone={saved === "unchanged" ? "information" : "live"} title={t(m[`saved_${wordOf(saved, product)}`])} />
      )}
      {retried && <Retried issues={retried.issues} />}
      {product.recall && <Recalled {...product.recall} />}
      <AskedChanges products={page.askedChanges} />
      <div className="product-top">
        <ProductPhotos name={facts.name} photos={photos} />
        <div className="stack">
          <ProductSteps product={product} />
          {mayBeSent && (
            <ButtonLink to="/merchant/submit" kind="main" full>
              {t(m.toJudges)}
            </ButtonLink>
          )}
          <ButtonLink to={`/merchant/products/${product.id}/edit`} kind={mayBeSent ? "plain" : "main"} full>
            {t(m.edit)}
          </ButtonLink>
          <ButtonLink to={productPhotosPath(product.id)} full>
            {t(m.changePhotos)}
          </ButtonLink>
          <ButtonLink to={`/merchant/products/${product.id}/detail`} full>
            {t(productDetailMessages.see)}
          </ButtonLink>
          {page.explained && (
            <ButtonLink to={`/merchant/products/${product.id}/why`} full>
              {t(explanationMessages.link)}
            </ButtonLink>
          )}
        </div>
      </div>
      <ProductGrade page={page} />
      <ProductMalls page={page} />
      <ProductOwnShops page={page} />
      <ProductTimeline timeline={page.timeline} malls={page.malls} productId={product.id} />
      <ProductFactsList page={page} />
      {page.mayLeave && (
        <p>
          <Link to={`/merchant/products/${product.id}/leaving`} className="text-link">
            {t(leavingMessages.link)}
          </Link>
        </p>
      )}
    </Page>
  );
}

function Recalled({ reason, confirmed }: NonNullable<ProductPage["product"]["recall"]>) {
  const t = useSentence();
  return (
    <Notice tone="refused" title={t(confirmed ? m.recalledAll : m.recalled)}>
      <p>{t(m.recalledBody, { reason: t(recallReasonWords[reason]) })}</p>
    </Notice>
  );
}

function Retried({ issues }: { issues: readonly Issue[] }) {
  const t = useSentence();
  if (issues.length === 0) return <Notice tone="live" title={t(m.retried)} />;
  return (
    <Notice tone="refused" title={t(m.notRetried)}>
      <IssueList issues={issues} />
    </Notice>
  );
}
