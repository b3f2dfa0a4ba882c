import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { findWithdrawable } from "#app/domain/season/find-withdrawable.ts";
import { withdrawSubmission, withdrawSubmissionInput } from "#app/domain/season/withdraw-submission.ts";
import { leavingMessages as m } from "#app/messages/challenges.ts";
import { explanationMessages } from "#app/messages/explanation.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const product = orNotFound(await findProduct(database, own));
  const submission = await findWithdrawable(database, product.id);
  return { id: product.id, name: product.facts.name, state: submission?.state ?? null };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const product = orNotFound(await findProduct(database, own));
  const form = Object.fromEntries(await request.formData());
  const typed = String(form.reason ?? "");
  const refusal = (issues: Issue[]) => data({ issues, typed }, { status: 422 });
  const submission = await findWithdrawable(database, product.id);
  if (!submission) return refusal([issue("submission.not_withdrawable")]);
  const input = withdrawSubmissionInput.safeParse({ submissionId: submission.id, reason: typed });
  if (!input.success) return refusal([issue("reason.missing", { field: "reason" })]);
  const rules = await loadMallRules(database, malls);
  const outcome = await withdrawSubmission(database, merchantActor(account), input.data, rules);
  return outcome.ok ? data({ issues: [], typed: "" }) : refusal(outcome.issues);
});

export default function ProductLeaving() {
  const { id, name, state } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  return (
    <Page title={name} lead={t(m.title)} narrow>
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && (
        <Notice tone="live" title={t(m.done)}>
          {t(m.doneBody)}
        </Notice>
      )}
      {state === null && done?.issues.length !== 0 && <p>{t(m.notIn)}</p>}
      {state !== null && (
        <Form method="post" className="stack">
          <p>{t(state === "selected" ? m.chosen : m.waiting)}</p>
          <FieldFrame label={t(m.reason)} hint={t(m.reasonHint)}>
            {(control) => <textarea {...control} name="reason" rows={2} maxLength={1000} defaultValue={done?.typed} />}
          </FieldFrame>
          <Button kind="danger" full>
            {t(m.now)}
          </Button>
        </Form>
      )}
      <ButtonLink to={`/merchant/products/${id}`} full>
        {t(explanationMessages.toProduct)}
      </ButtonLink>
    </Page>
  );
}
