import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { issue } from "#app/domain/issue/issue.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { createStore, createStoreInput } from "#app/domain/store/create-store.ts";
import { districts } from "#app/domain/store/districts.ts";
import { newStoreMessages as m } from "#app/messages/new-store.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button, Card, FormLayout } from "#app/ui/desk/polaris.ts";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], () => null);

export const action = allow(["office"], async ({ request, account, database }) => {
  const input = createStoreInput.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return data({ issues: [issue("form.unreadable", { field: "store" })] }, { status: 422 });
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const outcome = await createStore(database, actor, input.data);
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  throw redirect("/office/stores?state=draft");
});

const texts = [
  ["name", "store_name"],
  ["ownerName", "owner_name"],
  ["businessNumber", "business_number"],
  ["mailOrderNumber", "mail_order_number"],
  ["phone", "store_phone"],
  ["postcode", "postcode"],
  ["address", "address"],
] as const;

const fees = [
  ["shippingFee", "shipping_fee"],
  ["returnFee", "return_fee"],
  ["exchangeFee", "exchange_fee"],
] as const;

export default function NewStore() {
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const locale = useLocale();
  const errorOf = useFieldError(issues);
  const shown = new Set<string>([...texts, ...fees].map(([, field]) => field));
  const general = issues.filter(({ path }) => !shown.has(path.field ?? ""));
  return (
    <DeskPage title={t(m.title)} lead={t(m.lead)} back={{ to: "/office/stores", word: t(m.back) }} narrow>
      {general.length > 0 && <IssueList issues={general} />}
      <Card roundedAbove="xs">
        <Form method="post">
          <FormLayout>
            <DeskSelect
              name="kind"
              label={t(m.kind)}
              options={storeKinds.map((value) => ({ label: t(storeKindWords[value]), value }))}
            />
            {texts.map(([name, field]) => (
              <DeskField key={name} name={name} label={t(m[name])} autoComplete="off" error={errorOf(field)} />
            ))}
            <DeskSelect
              name="districtCode"
              label={t(m.district)}
              options={districts.map(({ code, nameKo, nameEn }) => ({
                label: locale === "ko" ? nameKo : nameEn,
                value: code,
              }))}
            />
            {fees.map(([name, field]) => (
              <DeskField
                key={name}
                name={name}
                label={t(m[name])}
                inputMode="numeric"
                autoComplete="off"
                error={errorOf(field)}
              />
            ))}
            <Button submit variant="primary">
              {t(m.save)}
            </Button>
          </FormLayout>
        </Form>
      </Card>
    </DeskPage>
  );
}
