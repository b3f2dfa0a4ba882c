import { data, type LinksFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { chooseTemplate, chooseTemplateInput } from "#app/domain/detail-page/choose-template.ts";
import { detailTemplates, templateOf } from "#app/domain/detail-page/templates.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { productDetailMessages as m, templateChoices } from "#app/messages/product-detail.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { Choices } from "./choices.tsx";
import styles from "./detail-page.css?url";
import { DetailPreview } from "./detail-preview.tsx";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const meta = pageTitle(m.title);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, facts } = orNotFound(await findProduct(database, own));
  const shown = await shownPhotos(database, facts.photos);
  return {
    id,
    template: templateOf(facts),
    blocks: buildPage(facts),
    photos: facts.photos.map((photo) => shown(photo)?.large ?? null),
  };
});

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const form = Object.fromEntries(await request.formData());
  const input = chooseTemplateInput.safeParse({ ...form, storeId: ownStore(account), productId: params.id });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await chooseTemplate(database, merchantActor(account), input.data);
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return data(outcome.result);
});

export default function ProductDetail() {
  const { id, template, blocks, photos } = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>();
  const t = useSentence();
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {changed && <Notice tone="live" title={t(m.chosen)} />}
      <Form method="post" className="stack">
        <h2>{t(m.order)}</h2>
        <Choices
          name="template"
          label={t(m.order)}
          chosen={template}
          options={detailTemplates.map((value) => ({
            value,
            word: t(templateChoices[value].word),
            hint: t(templateChoices[value].hint),
          }))}
        />
        <p>
          <Button kind="main" full>
            {t(m.choose)}
          </Button>
        </p>
      </Form>
      <section className="stack" aria-labelledby="preview">
        <h2 id="preview">{t(m.preview)}</h2>
        <DetailPreview blocks={blocks} photos={photos} />
      </section>
      <p>
        <ButtonLink to={`/merchant/products/${id}`} full>
          {t(m.back)}
        </ButtonLink>
      </p>
    </Page>
  );
}
