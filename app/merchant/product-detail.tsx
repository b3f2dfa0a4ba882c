import { data, type LinksFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { chooseTemplate, chooseTemplateInput, findTemplateChoice } from "#app/domain/detail-page/choose-template.ts";
import { findLostSigns } from "#app/domain/detail-page/find-lost-signs.ts";
import { type DetailTemplate, detailTemplates, templateOf } from "#app/domain/detail-page/templates.ts";
import { longestCaption } from "#app/domain/picture/captions.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { captionPhotos, captionPhotosInput } from "#app/domain/product/product-photos.ts";
import { productDetailMessages as m, templateChoices } from "#app/messages/product-detail.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { allow } from "#app/web/allow.server.ts";
import applicationStyles from "./application.css?url";
import { Choices } from "./choices.tsx";
import styles from "./detail-page.css?url";
import { DetailPreview } from "./detail-preview.tsx";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const meta = pageTitle(m.title);
export const links: LinksFunction = () => [applicationStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, facts } = orNotFound(await findProduct(database, own));
  const shown = await shownPhotos(database, facts.photos);
  const look = readLook(url.searchParams.get("look")) ?? templateOf(facts);
  const blocks = buildPage(facts, look);
  return {
    id,
    choice: await findTemplateChoice(database, { productId: id, facts }),
    look,
    blocks,
    lost: findLostSigns(blocks),
    photos: facts.photos.map((photo) => ({
      sha256: photo.sha256,
      caption: photo.caption,
      small: shown(photo)?.small ?? null,
      large: shown(photo)?.large ?? null,
    })),
  };
});

function readLook(given: string | null): DetailTemplate | null {
  return detailTemplates.find((template) => template === given) ?? null;
}

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const form = await request.formData();
  const own = { storeId: ownStore(account), productId: params.id };
  if (form.get("intent") === "captions") {
    const captions = Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith("caption.") ? [[name.slice("caption.".length), value]] : [],
      ),
    );
    const input = captionPhotosInput.safeParse({ ...own, captions });
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await captionPhotos(database, merchantActor(account), input.data);
    if (outcome.ok) return data({ done: "captions" as const, issues: [] });
    if (outcome.issues.some(({ code }) => code === "product.not_found")) throw new Response(null, { status: 404 });
    return data({ done: null, issues: outcome.issues }, { status: 422 });
  }
  const input = chooseTemplateInput.safeParse({ ...own, template: form.get("template") });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await chooseTemplate(database, merchantActor(account), input.data);
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return data({ done: "template" as const, issues: [] });
});

export default function ProductDetail() {
  const { id, choice, look, blocks, photos, lost } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useSentence();
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {answer?.done && <Notice tone="live" title={t(answer.done === "template" ? m.chosen : m.captionsSaved)} />}
      {answer && answer.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notSaved)}>
          <IssueList issues={answer.issues} />
        </Notice>
      )}
      <Form method="post" className="stack">
        <h2>{t(m.order)}</h2>
        <Choices
          name="template"
          label={t(m.order)}
          chosen={choice.own ?? ""}
          options={[
            {
              value: "",
              word: t(m.suits),
              hint: t(m.suitsHint, { template: t(templateChoices[choice.usual].word) }),
            },
            ...detailTemplates.map((value) => ({
              value,
              word: t(templateChoices[value].word),
              hint: t(templateChoices[value].hint),
            })),
          ]}
        />
        <p>
          <Button kind="main" full>
            {t(m.choose)}
          </Button>
        </p>
      </Form>
      {photos.length > 0 && (
        <Form method="post" className="stack">
          <h2>{t(m.captions)}</h2>
          <p className="soft">{t(m.captionsLead)}</p>
          <input type="hidden" name="intent" value="captions" />
          {photos.map(({ sha256, small, caption }, index) => (
            <div key={sha256} className="detail-caption">
              <PhotoThumb src={small} alt="" size={72} />
              <Field
                label={t(m.caption, { number: index + 1 })}
                name={`caption.${sha256}`}
                defaultValue={caption}
                placeholder={t(m.captionExample)}
                maxLength={longestCaption}
                autoComplete="off"
                optional
              />
            </div>
          ))}
          <p>
            <Button full>{t(m.saveCaptions)}</Button>
          </p>
        </Form>
      )}
      <section className="stack" aria-labelledby="preview">
        <h2 id="preview">{t(m.preview)}</h2>
        <nav className="detail-looks" aria-label={t(m.look)}>
          {detailTemplates.map((template) => (
            <Link
              key={template}
              to={`?look=${template}#preview`}
              className="button"
              aria-current={template === look ? "true" : undefined}
              preventScrollReset
              replace
            >
              {t(templateChoices[template].word)}
            </Link>
          ))}
        </nav>
        {lost.length > 0 && <IssueList issues={lost} />}
        <DetailPreview template={look} blocks={blocks} photos={photos.map(({ large }) => large)} />
      </section>
      <p>
        <ButtonLink to={`/merchant/products/${id}`} full>
          {t(m.back)}
        </ButtonLink>
      </p>
    </Page>
  );
}
