import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { mallOf } from "#app/domain/channel/channel-key.ts";
import { findQuestions } from "#app/domain/channel/keep-questions.ts";
import { editProduct, editProductInput } from "#app/domain/product/edit-product.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import type { AskedProduct } from "#app/domain/product/mall-questions.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { mallFormMessages as f } from "#app/messages/product-edit.ts";
import type { Database } from "#app/services/database/database.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";

export const meta = pageTitle(f.tab);

const mallKey = z.enum(mallKeys);

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const mall = orNotFound(mallKey.safeParse(mallOf(params.mall ?? "")).data ?? null);
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { id, facts } = orNotFound(await findProduct(database, own));
  const asked = await askMall(database, mall, facts);
  return { id, mall, mallName: malls[mall].name, product: facts.name, own: facts.mallFields[mall] ?? {}, ...asked };
});

export const action = allow(["merchant"], async ({ account, database, request, params }) => {
  const mall = orNotFound(mallKey.safeParse(mallOf(params.mall ?? "")).data ?? null);
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const { facts } = orNotFound(await findProduct(database, own));
  const form = await request.formData();
  const { questions } = await askMall(database, mall, facts);
  const typed = Object.fromEntries(
    questions.flatMap(({ field }) => (form.has(field) ? [[field, String(form.get(field))]] : [])),
  );
  const answers = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ""));
  const asTyped = { ...facts, mallFields: { ...facts.mallFields, [mall]: { ...facts.mallFields[mall], ...typed } } };
  const wrong = (await askMall(database, mall, asTyped)).issues.filter(({ path }) => (path.mallField ?? "") in answers);
  if (wrong.length > 0) return data({ issues: wrong, typed }, { status: 422 });
  const fields = Object.fromEntries(Object.entries(typed).map(([field, text]) => [`mall.${mall}.${field}`, text]));
  const input = editProductInput.safeParse({ ...own, fields });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await editProduct(database, merchantActor(account), input.data);
  if (!outcome.ok) return data({ issues: outcome.issues, typed }, { status: 422 });
  throw redirect(`/merchant/products/${params.id}?saved=${outcome.result.outcome}`);
});

/** `known` is false while the mall has not said what it asks of this category. */
async function askMall(
  database: Database,
  mall: MallKey,
  facts: ProductFacts,
): Promise<AskedProduct & { known: boolean }> {
  const stored = (await findQuestions(database, facts.categoryKey)).get(mall);
  const asked = malls[mall].ask(facts, stored ?? []);
  return { ...asked, known: stored !== undefined || asked.questions.length > 0 };
}

export default function ProductMall() {
  const { id, mall, mallName, product, own, questions, issues, known } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const locale = useLocale();
  const shown = refused?.issues ?? issues;
  const unplaced = shown.filter(({ path }) => !questions.some(({ field }) => field === path.mallField));
  const back = `/merchant/products/${id}`;
  if (questions.length === 0) {
    return (
      <Page title={t(f.title, { mall: t(mallName) })} narrow>
        <EmptyState
          title={t(known ? f.nothing : f.notKnown, { mall: t(mallName) })}
          body={t(known ? f.nothingBody : f.notKnownBody)}
        >
          <ButtonLink to={back} kind="main">
            {t(f.back)}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t(f.title, { mall: t(mallName) })} lead={t(f.lead, { product, mall: t(mallName) })} narrow>
      {refused && (
        <Notice tone="refused" title={t(m.editRefused)}>
          <p>{t(m.editRefusedBody)}</p>
        </Notice>
      )}
      {unplaced.length > 0 && <IssueList issues={unplaced} />}
      <Form method="post" className="stack" noValidate>
        {questions.map((question) => {
          const { field } = question;
          const wrong = shown.find(({ path }) => path.mallField === field);
          return (
            <Question
              key={field}
              question={question}
              label={fieldLabel(locale, `mall.${mall}.${field}`)}
              typed={refused?.typed[field] ?? own[field] ?? ""}
              error={wrong && sayIssue(locale, wrong)}
            />
          );
        })}
        <div className="form-end">
          <Button kind="main" full disabled={busy}>
            {t(m.save)}
          </Button>
          <ButtonLink to={back} full>
            {t(m.cancel)}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}

interface QuestionProps {
  question: AskedProduct["questions"][number];
  label: string;
  typed: string;
  error: string | undefined;
}

function Question({ question, label, typed, error }: QuestionProps) {
  const t = useSentence();
  const { field, kind, values, words, units, needed, group, said } = question;
  const optional = !needed;
  const hints = [
    group !== null && needed ? t(f.oneOfGroup) : "",
    kind === "number" && units.length > 0 ? t(f.units, { units: units.join(", "), example: `300${units[0]}` }) : "",
    typed === "" && said !== null ? t(f.said, { said }) : "",
  ];
  const hint = hints.filter(Boolean).join(" ") || undefined;
  if (values.length > 0) {
    return (
      <FieldFrame label={label} hint={hint} optional={optional} error={error}>
        {(control) => (
          <select {...control} name={field} defaultValue={typed}>
            <option value="">{t(f.noAnswer)}</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {words?.[value] ?? value}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    );
  }
  return (
    <Field
      label={label}
      hint={hint}
      name={field}
      defaultValue={typed}
      optional={optional}
      error={error}
      autoComplete="off"
    />
  );
}
