import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import { answerChanges, answerChangesInput } from "#app/domain/change-request/answer-changes.ts";
import { findDifferences, listOpenRequests } from "#app/domain/change-request/list-requests.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { changeRequestMessages as m } from "#app/messages/change-requests.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database, params, locale }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const product = orNotFound(await findProduct(database, own));
  const requests = await listOpenRequests(database, own);
  const { fields } = noticeOf(product.facts.categoryKey);
  const labelOf = (field: string) => {
    const known = fields.find(({ key }) => `notice.${key}` === field);
    return known && locale === "ko" ? known.labelKo : fieldLabel(locale, field);
  };
  const asked = requests.map(
    ({ photoSha256 }) => product.facts.photos.find(({ sha256 }) => sha256 === photoSha256) ?? null,
  );
  const shown = await shownPhotos(database, asked);
  const [first] = requests;
  const latest = await database.productVersion.findFirst({
    where: { productId: product.id },
    orderBy: { number: "desc" },
    select: { id: true, name: true },
  });
  const pinned = await database.submission.findFirst({
    where: { id: first?.submissionId ?? undefined, productId: product.id },
    select: { versionId: true },
  });
  const differences =
    first && latest && pinned
      ? await findDifferences(database, { productId: product.id, before: pinned.versionId, after: latest.id })
      : null;
  const { photos } = differences ?? {};
  const photosChanged = photos && photos.added.length + photos.removed.length + photos.edited.length > 0;
  return {
    id: product.id,
    name: product.facts.name,
    submissionId: first?.submissionId ?? null,
    requests: requests.map(({ id, field, text }, index) => ({
      id,
      field,
      text,
      label: field === null ? null : labelOf(field),
      photo: shown(asked[index] ?? null)?.small ?? null,
    })),
    changed: [
      ...(differences?.fields.map(({ key }) => labelOf(key)) ?? []),
      ...(photosChanged || photos?.reordered ? [fieldLabel(locale, "photos")] : []),
    ],
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  orNotFound(await findProduct(database, own));
  const form = await request.formData();
  const answers = [...form].flatMap(([key, value]) => {
    const id = key.startsWith("answer.") ? key.slice("answer.".length) : null;
    return id ? [[id, String(value)] as const] : [];
  });
  const input = answerChangesInput.safeParse({
    ...own,
    submissionId: form.get("submissionId"),
    answers: Object.fromEntries(answers),
  });
  if (!input.success) return data({ issues: [issue("form.unreadable", { field: "answers" })] }, { status: 422 });
  const rules = await loadMallRules(database, malls);
  const outcome = await answerChanges(database, merchantActor(account), input.data, rules);
  return outcome.ok ? data({ issues: [] }) : data({ issues: outcome.issues }, { status: 422 });
});

export default function Requests() {
  const { id, name, submissionId, requests, changed } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const product = `/merchant/products/${id}`;
  return (
    <Page title={name} lead={t(requests.length > 0 ? m.lead : m.title)} narrow>
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notSent)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && <Notice tone="live" title={t(m.sent)} />}
      {requests.length === 0 && !done && <p>{t(m.none)}</p>}
      {submissionId !== null && (
        <Form method="post" className="stack">
          <input type="hidden" name="submissionId" value={submissionId} />
          {requests.map(({ id: requestId, field, label, text, photo }) => {
            const { to, word } = whereToChange(product, field);
            return (
              <section key={requestId} className="card stack" aria-label={label ?? t(m.photo)}>
                <h2>{label ?? t(m.photo)}</h2>
                {field === null && <PhotoThumb src={photo} alt={t(m.photo)} size={160} />}
                <p>{text}</p>
                <ButtonLink to={to} full>
                  {t(word)}
                </ButtonLink>
                <FieldFrame label={t(m.answer)} hint={t(m.answerHint)} optional>
                  {(control) => <textarea {...control} name={`answer.${requestId}`} rows={2} maxLength={1000} />}
                </FieldFrame>
              </section>
            );
          })}
          <p>{changed.length > 0 ? t(m.changed, { fields: changed.join(", ") }) : t(m.unchanged)}</p>
          <Button kind="main" full>
            {t(m.send)}
          </Button>
        </Form>
      )}
      <ButtonLink to={product} full>
        {t(m.toProduct)}
      </ButtonLink>
    </Page>
  );
}

/** What only a sheet can change. */
const bySheet = ["options", "option_price", "category"];

function whereToChange(product: string, field: string | null) {
  if (field === null) return { to: `${product}/photos`, word: m.toPhotos };
  if (bySheet.includes(field)) return { to: "/merchant/imports/new", word: m.toSheet };
  const mall = /^mall\.([^.]+)\./.exec(field)?.[1];
  if (mall) return { to: `${product}/malls/${mall}`, word: m.toField };
  return { to: `${product}/edit?${new URLSearchParams({ field })}`, word: m.toField };
}
