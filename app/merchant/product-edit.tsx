import { data, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { editProduct, editProductInput } from "#app/domain/product/edit-product.ts";
import { findContent } from "#app/domain/product/find-content.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { productEditMessages as e, editSectionWords } from "#app/messages/product-edit.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { allow } from "#app/web/allow.server.ts";
import { type EditSection, editFields, editSections, findEditField } from "./edit-fields.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { ProductField, StockFields } from "./product-fields.tsx";

export const meta = pageTitle(m.editTitle);

/** Open from the start, beside the one that is asked for; the others unfold. */
const openSections: readonly EditSection[] = ["main", "about"];

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, submission } = orNotFound(await findProduct(database, own));
  const content = orNotFound(await findContent(database, own));
  const asked = url.searchParams.get("field") ?? "";
  const onlyStock = asked === "stock" || asked === "option_stock";
  return {
    id,
    sent: submission !== null,
    variants: content.variants.map(({ key, stock }) => ({ key, stock })),
    sections: editFields(content),
    open: editSections.find((section) => section === url.searchParams.get("open")) ?? null,
    /** Null: the whole form. */
    only: onlyStock ? ("stock" as const) : (findEditField(content, asked) ?? null),
  };
});

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  if (!z.uuid().safeParse(own.productId).success) throw new Response(null, { status: 404 });
  const content = orNotFound(await findContent(database, own));
  const form = await request.formData();
  const keys = Object.values(editFields(content)).flatMap((fields) => fields.map(({ key }) => key));
  const given = keys.flatMap((key) => (form.has(key) ? [[key, String(form.get(key))] as const] : []));
  const typed = {
    fields: Object.fromEntries(given),
    stocks: form.has("stock") ? form.getAll("stock").map(String) : undefined,
  };
  const input = editProductInput.safeParse({ ...own, ...typed });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await editProduct(database, merchantActor(account), input.data);
  if (outcome.ok) throw redirect(`/merchant/products/${params.id}?saved=${outcome.result.outcome}`);
  if (outcome.issues[0]?.code === "product.not_found") throw new Response(null, { status: 404 });
  return data({ issues: outcome.issues, typed }, { status: 422 });
});

type Editing = Awaited<ReturnType<typeof loader>>;

export default function EditProduct() {
  const product = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const title = useTitle(product);
  return (
    <Page title={title} lead={t(product.sent ? m.editLeadSent : m.editLeadDraft)} narrow>
      {refused && (
        <Notice tone="refused" title={t(m.editRefused)}>
          <p>{t(m.editRefusedBody)}</p>
        </Notice>
      )}
      <Form key={title} method="post" className="stack" noValidate>
        {product.only === null ? <WholeForm product={product} /> : <OneField product={product} />}
        <div className="form-end">
          <Button kind="main" full disabled={busy}>
            {t(m.save)}
          </Button>
          <ButtonLink to={`/merchant/products/${product.id}`} full>
            {t(m.cancel)}
          </ButtonLink>
        </div>
      </Form>
      {product.only !== null && (
        <p>
          <Link to="?" className="text-link">
            {t(e.everything)}
          </Link>
        </p>
      )}
    </Page>
  );
}

function useTitle({ only }: Editing): string {
  const t = useSentence();
  const locale = useLocale();
  if (only === null) return t(m.editTitle);
  return t(e.oneTitle, { field: fieldLabel(locale, only === "stock" ? "stock" : only.key) });
}

/** What somebody came for, and nothing else. */
function OneField({ product: { only, variants } }: { product: Editing }) {
  const { typed, errorOf } = useTyped();
  if (only === null) return null;
  if (only === "stock") return <StockFields variants={variants} typed={typed?.stocks} errorOf={errorOf} />;
  return <ProductField field={only} typed={typed?.fields[only.key]} error={errorOf(only.key)} />;
}

function WholeForm({ product: { sections, variants, open: asked } }: { product: Editing }) {
  const t = useSentence();
  const { typed, errorOf } = useTyped();
  return editSections
    .filter((section) => sections[section].length > 0)
    .map((section) => {
      const fields = sections[section];
      const wrong = fields.some(({ key }) => errorOf(key) !== undefined);
      const open = openSections.includes(section) || section === asked || wrong;
      return (
        <details key={`${section} ${open}`} id={section} className="card edit-section" open={open}>
          <summary>
            <h2>{t(editSectionWords[section])}</h2>
          </summary>
          <div className="stack">
            {fields.map((field) => (
              <ProductField key={field.key} field={field} typed={typed?.fields[field.key]} error={errorOf(field.key)} />
            ))}
            {section === "main" && <StockFields variants={variants} typed={typed?.stocks} errorOf={errorOf} />}
            {section === "about" && !fields.some(({ key }) => key === "description") && (
              <p className="soft">{t(m.descriptionFixed)}</p>
            )}
          </div>
        </details>
      );
    });
}

function useTyped() {
  const refused = useAnswer<typeof action>();
  return { typed: refused?.typed, errorOf: useFieldError(refused?.issues) };
}
