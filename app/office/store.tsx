import { data, type LinksFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { kindOf } from "#app/domain/application/fields.ts";
import { stepsFor } from "#app/domain/application/steps.ts";
import { findTypists } from "#app/domain/help/find-typists.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { approveStore } from "#app/domain/store/approve-store.ts";
import { formatBusinessNumber } from "#app/domain/store/business-number.ts";
import { closeStore } from "#app/domain/store/close-store.ts";
import { loadStoreRecord } from "#app/domain/store/load-store-record.ts";
import { recordMailOrderNumber } from "#app/domain/store/record-mail-order-number.ts";
import { requestBusinessCheck } from "#app/domain/store/request-business-check.ts";
import { judgeRequirements } from "#app/domain/store/requirements.ts";
import { returnStore, returnStoreInput } from "#app/domain/store/return-store.ts";
import { storeStates } from "#app/domain/store/states.ts";
import { requirementInput, unverifyRequirement, verifyRequirement } from "#app/domain/store/verify-requirement.ts";
import { businessStatusWords } from "#app/messages/application.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { storeFileMessages as m, requirementWords } from "#app/messages/requirements.ts";
import { storeKindWords, storeStateWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { storeTones } from "#app/ui/desk/tones.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import styles from "./store.css?url";
import { StoreAnswers } from "./store-answers.tsx";
import { StoreChecklist } from "./store-checklist.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.checklist);

const uuid = requirementInput.shape.storeId;

export const loader = allow(["office"], async ({ database, params, config }) => {
  const id = uuid.safeParse(params.id);
  const found = id.success ? await loadStoreRecord(database, id.data) : null;
  if (!found) throw new Response(null, { status: 404 });
  const { store, answers, documents, record } = found;
  const members = await database.storeMember.findMany({ where: { storeId: store.id }, select: { accountId: true } });
  const typedBy = (store.application?.typedBy ?? {}) as Record<string, string>;
  const { name, ownerName, slug, kind, state, businessNumber, businessStatus, businessCheckedAt, phone } = store;
  return {
    id: store.id,
    ...{ name, ownerName, slug, kind, state, businessNumber, businessStatus, businessCheckedAt, phone },
    district: { ko: store.district.nameKo, en: store.district.nameEn },
    market: store.market?.name ?? null,
    sentAt: store.application?.sentAt ?? null,
    answers,
    typedBy: await findTypists(
      database,
      typedBy,
      members.map(({ accountId }) => accountId),
    ),
    steps: store.application ? stepsFor(kindOf(answers) ?? kind) : [],
    documents: documents.map(({ id: documentId, kind: what, fileName, mediaType }) => ({
      id: documentId,
      kind: what,
      fileName,
      mediaType,
    })),
    notes: fromStored(store.issues),
    requirements: judgeRequirements(record),
    mailOrderNumber: store.mailOrderNumber,
    mayReturn: storeStates.allows(state, "returned"),
    mayApprove: storeStates.allows(state, "approved"),
    mayAskRegister: config.businessRegistry !== null && state !== "closed",
    mayClose: storeStates.allows(state, "closed"),
  };
});

export const action = allow(["office"], async ({ request, account, database, params }) => {
  const form = await request.formData();
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const id = uuid.safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  const storeId = id.data;
  const intent = String(form.get("intent"));
  switch (intent) {
    case "verify":
    case "unverify": {
      const input = requirementInput.safeParse({ storeId, requirement: form.get("requirement") });
      if (!input.success) throw new Response(null, { status: 400 });
      const change = intent === "verify" ? verifyRequirement : unverifyRequirement;
      return answer(intent, await change(database, actor, input.data));
    }
    case "approve":
      return answer(intent, await approveStore(database, actor, { storeId }));
    case "return": {
      const notes = [...form.entries()].flatMap(([name, note]) =>
        name.startsWith("note.") && typeof note === "string" ? [{ field: name.slice("note.".length), note }] : [],
      );
      const input = returnStoreInput.safeParse({ storeId, notes });
      if (!input.success) throw new Response(null, { status: 400 });
      return answer(intent, await returnStore(database, actor, input.data));
    }
    case "check":
      return answer(intent, await requestBusinessCheck(database, actor, { storeId }));
    case "mailOrder": {
      const mailOrderNumber = String(form.get("mail_order_number") ?? "");
      return answer(intent, await recordMailOrderNumber(database, actor, { storeId, mailOrderNumber }));
    }
    case "close":
      return answer(intent, await closeStore(database, actor, { storeId }));
    default:
      throw new Response(null, { status: 400 });
  }
});

const doneWords = {
  verify: m.doneVerify,
  unverify: m.doneUnverify,
  approve: m.doneApprove,
  return: m.doneReturn,
  check: m.doneCheck,
  mailOrder: m.doneMailOrder,
  close: m.doneClose,
};

function answer(intent: keyof typeof doneWords, outcome: Outcome<unknown>) {
  if (outcome.ok) return data({ done: intent, issues: [] }, { status: 200 });
  return data({ done: null, issues: outcome.issues }, { status: 422 });
}

export default function StoreFile() {
  const store = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useSentence();
  const locale = useLocale();
  const { state, requirements, businessCheckedAt, sentAt } = store;
  const met = requirements.filter((one) => one.met).length;
  const allMet = met === requirements.length;
  const status = t(businessStatusWords[store.businessStatus]);
  return (
    <DeskPage
      title={store.name}
      lead={[t(storeKindWords[store.kind]), store.ownerName, store.district[locale], store.market]
        .filter(Boolean)
        .join(" · ")}
      back={{ to: "/office/stores", word: t(m.back) }}
      actions={
        store.mayApprove && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="approve" />
            <Button submit variant="primary" disabled={state === "submitted" && !allMet}>
              {t(m.approve)}
            </Button>
          </Form>
        )
      }
    >
      {answered?.done && <Notice tone="live" title={t(doneWords[answered.done])} />}
      {answered && answered.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={answered.issues} />
        </Notice>
      )}
      <DeskCard title={t(m.state)} aside={<Status tone={storeTones[state]} word={t(storeStateWords[state])} />}>
        <DeskFacts
          facts={[
            {
              word: t(m.businessStatus),
              value: businessCheckedAt ? `${status} · ${formatDateTime(locale, businessCheckedAt)}` : status,
            },
            { word: t(requirementWords.business_number), value: formatBusinessNumber(store.businessNumber) },
            { word: t(m.sentAt), value: sentAt ? formatDateTime(locale, sentAt) : "–" },
            ...(state === "approved"
              ? [{ word: t(m.publicPage), value: <Link to={`/stores/${store.slug}`}>{store.name}</Link> }]
              : []),
          ]}
        />
        {store.mayAskRegister && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="check" />
            <Button submit>{t(m.askRegister)}</Button>
          </Form>
        )}
        {store.notes.length > 0 && <IssueList issues={store.notes} />}
      </DeskCard>
      <DeskCard
        title={t(m.checklist)}
        aside={<span className="desk-soft">{t(m.metCount, { met, total: requirements.length })}</span>}
      >
        <StoreChecklist requirements={requirements} documents={store.documents} />
        {state === "submitted" && !allMet && <p className="desk-soft">{t(m.approveFirst)}</p>}
      </DeskCard>
      {state === "approved" && (
        <DeskCard title={t(m.mailOrder)}>
          <Form method="post" className="desk-stack">
            <input type="hidden" name="intent" value="mailOrder" />
            <DeskField
              name="mail_order_number"
              label={t(m.mailOrder)}
              labelHidden
              helpText={t(m.mailOrderHint)}
              autoComplete="off"
              maxLength={200}
              defaultValue={store.mailOrderNumber ?? ""}
            />
            <div>
              <Button submit>{t(m.mailOrderSave)}</Button>
            </div>
          </Form>
        </DeskCard>
      )}
      <DeskCard title={t(m.entered)}>
        {store.steps.length === 0 ? (
          <p className="desk-soft">{t(m.notEntered)}</p>
        ) : (
          <StoreAnswers
            steps={store.steps}
            given={{ answers: store.answers, market: store.market, district: store.district }}
            typedBy={store.typedBy}
            documents={store.documents}
            mayReturn={store.mayReturn}
          />
        )}
      </DeskCard>
      {store.mayClose && (
        <DeskConfirm word={t(m.close)} danger>
          <p>{t(m.closeBody)}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="close" />
            <Button submit tone="critical">
              {t(m.close)}
            </Button>
          </Form>
        </DeskConfirm>
      )}
    </DeskPage>
  );
}
