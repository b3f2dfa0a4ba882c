import { type LinksFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { findDraft } from "#app/domain/draft/find-draft.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { isReady, readinessForMalls } from "#app/domain/product/readiness.ts";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { merchantMessages } from "#app/messages/merchant.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { sayWon } from "./draft-field.tsx";
import { draftPath, draftsPath } from "./draft-path.ts";
import styles from "./drafts.css?url";
import { openSeason } from "./open-season.server.ts";
import { orNotFound, ownStore } from "./own-store.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.doneTitle);

export const loader = allow(["merchant"], async ({ account, database, params, locale }) => {
  const storeId = ownStore(account);
  const own = { storeId, accountId: account.id, draftId: params.id ?? "" };
  const { id, productId } = orNotFound(await findDraft(database, own));
  if (productId === null) throw redirect(draftPath(id, "review"));
  const { facts } = orNotFound(await findProduct(database, { storeId, productId }));
  const [first = null] = facts.photos;
  const shownPhoto = await shownPhotos(database, [first]);
  const readiness = readinessForMalls(facts, await loadMallRules(database, malls));
  return {
    productId,
    name: facts.name,
    price: sayWon(locale, facts.price),
    photo: shownPhoto(first)?.small ?? null,
    readyFor: readiness.filter(isReady).map(({ mall }) => malls[mall as MallKey].name),
    lacking: readiness.filter((one) => !isReady(one)).map(({ mall }) => malls[mall as MallKey].name),
    isOpen: (await openSeason(database)) !== null,
  };
});

export default function DraftDone() {
  const { productId, name, price, photo, readyFor, lacking, isOpen } = useLoaderData<typeof loader>();
  const t = useSentence();
  const isReadyNow = readyFor.length > 0;
  const own = `/merchant/products/${productId}`;
  const next = isReadyNow ? (isOpen ? m.doneReady : m.doneReadyLater) : m.doneLacking;
  return (
    <Page title={t(m.doneTitle)} lead={t(m.doneLead, { name })} narrow>
      <section className="card draft-done">
        <PhotoThumb src={photo} alt={name} />
        <div className="stack">
          <Status tone="live" word={t(m.ready)} />
          <strong>{name}</strong>
          <p>{price}</p>
        </div>
      </section>
      <p>{t(next, { malls: readyFor.map((mall) => t(mall)).join(", ") })}</p>
      {isReadyNow && lacking.length > 0 && (
        <p>
          {t(m.doneLackingElsewhere, { malls: lacking.map((mall) => t(mall)).join(", ") })}{" "}
          <Link to={own} className="text-link">
            {t(m.seeMissing)}
          </Link>
        </p>
      )}
      <div className="form-end">
        {isReadyNow && isOpen && (
          <ButtonLink to="/merchant/submit" kind="main" full>
            {t(merchantMessages.toJudges)}
          </ButtonLink>
        )}
        {!isReadyNow && (
          <ButtonLink to={own} kind="main" full>
            {t(m.seeMissing)}
          </ButtonLink>
        )}
        <ButtonLink to={`${draftsPath}/new`} kind={isReadyNow && !isOpen ? "main" : "plain"} full>
          {t(m.another)}
        </ButtonLink>
        {isReadyNow && (
          <ButtonLink to={own} full>
            {t(m.see)}
          </ButtonLink>
        )}
        <ButtonLink to="/merchant" full>
          {t(m.toProducts)}
        </ButtonLink>
      </div>
    </Page>
  );
}
