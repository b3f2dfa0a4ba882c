import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { changeFees } from "#app/domain/store/change-fees.ts";
import { findFees } from "#app/domain/store/find-fees.ts";
import { applicationMessages } from "#app/messages/application.ts";
import { feesMessages as m } from "#app/messages/fees.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database, url }) => {
  const fees = await findFees(database, ownStore(account));
  // Before the store takes part they are a step of its application.
  if (!fees) throw redirect("/merchant/application/terms");
  return { ...fees, saved: savings.find((one) => one === url.searchParams.get("saved")) ?? null };
});

const savings = ["changed", "unchanged"] as const;

export const action = allow(["merchant"], async ({ account, database, request }) => {
  const form = await request.formData();
  const typed = {
    returnFee: String(form.get("return_fee") ?? ""),
    exchangeFee: String(form.get("exchange_fee") ?? ""),
  };
  const outcome = await changeFees(database, merchantActor(account), { storeId: ownStore(account), ...typed });
  if (!outcome.ok) return data({ issues: outcome.issues, typed }, { status: 422 });
  throw redirect(`/merchant/fees?saved=${outcome.result.changed ? "changed" : "unchanged"}`);
});

export default function Fees() {
  const { returnFee, exchangeFee, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const locale = useLocale();
  const issues = refused?.issues ?? [];
  const errorOf = (field: string) => {
    const wrong = issues.find(({ path }) => path.field === field);
    return wrong && sayIssue(locale, wrong);
  };
  const unplaced = issues.filter(({ path }) => path.field === undefined);
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {saved === "changed" && (
        <Notice tone="live" title={t(m.saved)}>
          <p>{t(m.savedBody)}</p>
        </Notice>
      )}
      {saved === "unchanged" && <Notice tone="information" title={t(m.unchanged)} />}
      {unplaced.length > 0 && <IssueList issues={unplaced} />}
      <Form method="post" className="stack" noValidate>
        {(
          [
            ["return_fee", refused?.typed.returnFee ?? returnFee],
            ["exchange_fee", refused?.typed.exchangeFee ?? exchangeFee],
          ] as const
        ).map(([field, value]) => (
          <Field
            key={field}
            label={fieldLabel(locale, field)}
            hint={t(applicationMessages.won)}
            name={field}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={value === null ? "" : String(value)}
            error={errorOf(field)}
          />
        ))}
        <div className="form-end">
          <Button kind="main" full disabled={busy}>
            {t(m.save)}
          </Button>
          <ButtonLink to="/merchant/products" full>
            {t(m.back)}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
