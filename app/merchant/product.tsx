import { useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { categoryOf } from "#app/domain/product/categories.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { readinessForMalls } from "#app/domain/product/readiness.ts";
import { listRecentProgress } from "#app/domain/progress/list-recent-progress.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useProgress } from "#app/ui/plain/use-progress.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { orNotFound, ownStore } from "./own-store.ts";
import { ProductFactsList } from "./product-facts-list.tsx";
import { ProductMalls } from "./product-malls.tsx";
import { ProductPhotos } from "./product-photos.tsx";
import { ProductSteps } from "./product-steps.tsx";
import { shownPhotos } from "./shown-photos.server.ts";
import { useFreshPage } from "./use-fresh-page.ts";

export const meta = pageTitle(m.factsTitle);

const savedOutcomes = ["draft_changed", "sold_on", "next_version", "unchanged"] as const;

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const storeId = ownStore(account);
  // First, so that whatever moves while the rest is read is heard as a change.
  const progress = await listRecentProgress(database, storeId);
  const product = orNotFound(await findProduct(database, { storeId, productId: params.id ?? "" }));
  const rules = await loadMallRules(database, malls);
  const { facts, ...rest } = product;
  const { photos, notice, ...shown } = facts;
  const originals = photos.map(({ sha256 }) => sha256);
  const pictures = await shownPhotos(database, originals);
  const readiness = readinessForMalls(facts, rules);
  return {
    product: rest,
    facts: shown,
    category: categoryOf(facts.categoryKey).nameKo,
    photos: originals.flatMap((sha256) => pictures.get(sha256) ?? []),
    notice: labelled(facts.categoryKey, notice),
    readiness,
    malls: mallNames(),
    progress,
    saved: savedOutcomes.find((one) => one === url.searchParams.get("saved")) ?? null,
  };
});

export type ProductPage = Awaited<ReturnType<typeof loader>>;

/** What the merchant said, under the law's own names and in its order. */
function labelled(categoryKey: string, values: Record<string, string | boolean>) {
  const { fields } = noticeOf(categoryKey);
  const ordered = fields.filter(({ key }) => values[key] !== undefined);
  const rest = Object.keys(values).filter((key) => !fields.some((field) => field.key === key));
  return [
    ...ordered.map(({ key, labelKo }) => ({ label: labelKo, value: values[key] ?? "" })),
    ...rest.map((key) => ({ label: key, value: values[key] ?? "" })),
  ];
}

export default function OwnProduct() {
  const page = useLoaderData<typeof loader>();
  const { product, facts, photos, saved } = page;
  const t = useSentence();
  useFreshPage(useProgress(page.progress));
  return (
    <Page title={facts.name}>
      {saved && <Notice tone={saved === "unchanged" ? "information" : "live"} title={t(m[`saved_${saved}`])} />}
      <div className="product-top">
        <ProductPhotos name={facts.name} photos={photos} />
        <div className="stack">
          <ProductSteps product={product} />
          <p>
            <ButtonLink to={`/merchant/products/${product.id}/edit`} kind="main" full>
              {t(m.edit)}
            </ButtonLink>
          </p>
        </div>
      </div>
      <ProductMalls page={page} />
      <ProductFactsList page={page} />
    </Page>
  );
}
