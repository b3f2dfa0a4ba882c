import { type LinksFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDraft } from "#app/domain/draft/find-draft.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { draftMessages as m } from "#app/messages/drafts.ts";
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
  return {
    productId,
    name: facts.name,
    price: sayWon(locale, facts.price),
    photo: shownPhoto(first)?.small ?? null,
  };
});

export default function DraftDone() {
  const { productId, name, price, photo } = useLoaderData<typeof loader>();
  const t = useSentence();
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
      <p>{t(m.doneNext)}</p>
      <div className="form-end">
        <ButtonLink to={`${draftsPath}/new`} kind="main" full>
          {t(m.another)}
        </ButtonLink>
        <ButtonLink to={`/merchant/products/${productId}`} full>
          {t(m.see)}
        </ButtonLink>
        <ButtonLink to="/merchant" full>
          {t(m.toProducts)}
        </ButtonLink>
      </div>
    </Page>
  );
}
