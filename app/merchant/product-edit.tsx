import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { descriptionText } from "#app/domain/product/description-text.ts";
import { editProduct, editProductInput } from "#app/domain/product/edit-product.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.editTitle);

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const product = await findProduct(database, { storeId: ownStore(account), productId: params.id ?? "" });
  const { id, submission, facts } = orNotFound(product);
  return {
    id,
    sent: submission !== null,
    name: facts.name,
    price: facts.price,
    variants: facts.variants.map(({ key, stock }) => ({ key, stock })),
    description: descriptionText(facts.description),
  };
});

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const storeId = ownStore(account);
  const form = await request.formData();
  const text = (field: string) => String(form.get(field) ?? "");
  const typed = {
    name: text("name"),
    price: text("price"),
    stocks: form.getAll("stock").map(String),
    description: form.has("description") ? text("description") : null,
  };
  const input = editProductInput.safeParse({ storeId, productId: params.id, ...typed });
  if (!input.success) throw new Response(null, { status: input.error.issues[0]?.path[0] === "productId" ? 404 : 400 });
  const outcome = await editProduct(database, merchantActor(account), input.data);
  if (outcome.ok) throw redirect(`/merchant/products/${params.id}?saved=${outcome.result.outcome}`);
  if (outcome.issues[0]?.code === "product.not_found") throw new Response(null, { status: 404 });
  return data({ issues: outcome.issues, typed }, { status: 422 });
});

export default function EditProduct() {
  const product = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const errorOf = useFieldError(refused?.issues);
  const { typed } = refused ?? {};
  return (
    <Page title={t(m.editTitle)} lead={t(product.sent ? m.editLeadSent : m.editLeadDraft)} narrow>
      {refused && (
        <Notice tone="refused" title={t(m.editRefused)}>
          <p>{t(m.editRefusedBody)}</p>
        </Notice>
      )}
      <Form method="post" className="stack" noValidate>
        <Field
          label={t(m.nameLabel)}
          name="name"
          defaultValue={typed?.name ?? product.name}
          error={errorOf("name")}
          autoComplete="off"
        />
        <Field
          label={t(m.priceLabel)}
          hint={t(m.priceHint)}
          name="price"
          inputMode="numeric"
          defaultValue={typed?.price ?? String(product.price)}
          error={errorOf("price")}
          autoComplete="off"
        />
        {product.variants.map(({ key, stock }, index) => (
          <Field
            key={key}
            label={key === "" ? t(m.stockLabel) : t(m.stockOf, { variant: key })}
            name="stock"
            inputMode="numeric"
            defaultValue={typed?.stocks[index] ?? String(stock ?? "")}
            error={errorOf(index === 0 ? "stock" : `stock.${index}`)}
            autoComplete="off"
          />
        ))}
        {product.description === null ? (
          <p className="soft">{t(m.descriptionFixed)}</p>
        ) : (
          <FieldFrame label={t(m.descriptionTitle)} optional error={errorOf("description")}>
            {(control) => (
              <textarea
                {...control}
                name="description"
                rows={6}
                defaultValue={typed?.description ?? product.description ?? ""}
              />
            )}
          </FieldFrame>
        )}
        <div className="form-end">
          <Button kind="main" full disabled={busy}>
            {t(m.save)}
          </Button>
          <ButtonLink to={`/merchant/products/${product.id}`} full>
            {t(m.cancel)}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
