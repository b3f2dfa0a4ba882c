import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { formatPhone } from "#app/domain/account/phone.ts";
import { findPlace } from "#app/domain/campaign/find-place.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { answerVisit, answerVisitInput } from "#app/domain/visit/answer-visit.ts";
import { cancelVisit, cancelVisitInput } from "#app/domain/visit/cancel-visit.ts";
import { findVisit } from "#app/domain/visit/find-visit.ts";
import { disputeOutcome, disputeOutcomeInput, tellOutcome, tellOutcomeInput } from "#app/domain/visit/tell-outcome.ts";
import { platformWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Fact } from "#app/ui/plain/fact.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Choices } from "#app/ui/plain/visits/choices.tsx";
import { OutcomeForms } from "#app/ui/plain/visits/outcome-forms.tsx";
import { SlotTime, useSlotWords } from "#app/ui/plain/visits/slot-time.tsx";
import { PromotionStatus, VisitStatus } from "#app/ui/plain/visits/visit-status.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.merchantTitle);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const storeId = ownStore(account);
  const id = z.uuid().safeParse(params.id);
  const visit = orNotFound(id.success ? await findVisit(database, id.data, { storeId }) : null);
  const place = await findPlace(database, { campaignId: visit.campaign.id, storeId });
  const free = (place?.slots ?? []).filter(({ bookedBy, startsAt }) => bookedBy === null && startsAt > new Date());
  return { visit, free, now: url.searchParams.get("now") };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const storeId = ownStore(account);
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  const form = await request.formData();
  const fields: Record<string, unknown> = { ...Object.fromEntries(form), visitId: id.data, storeId };
  const actor = merchantActor(account);
  const refusal = (issues: Issue[]) => data({ issues }, { status: 422 });
  const answer = (outcome: { ok: true } | { ok: false; issues: Issue[] }, now: string) =>
    outcome.ok ? redirect(`/merchant/visits/${id.data}?now=${now}`) : refusal(outcome.issues);
  const unreadable = refusal([issue("visit.not_answerable")]);
  switch (fields.intent) {
    case "agree":
    case "decline":
    case "offer": {
      const input = answerVisitInput.safeParse({ ...fields, answer: fields.intent, slotIds: form.getAll("slotIds") });
      return input.success ? answer(await answerVisit(database, actor, input.data), "answered") : unreadable;
    }
    case "cancel": {
      const input = cancelVisitInput.safeParse(fields);
      return input.success ? answer(await cancelVisit(database, actor, { storeId }, input.data), "done") : unreadable;
    }
    case "visited":
    case "no_show": {
      const input = tellOutcomeInput.safeParse({ ...fields, outcome: fields.intent });
      return input.success ? answer(await tellOutcome(database, actor, { storeId }, input.data), "done") : unreadable;
    }
    case "dispute": {
      const input = disputeOutcomeInput.safeParse(fields);
      return input.success
        ? answer(await disputeOutcome(database, actor, { storeId }, input.data), "done")
        : refusal([issue("reason.missing", { field: "answer" })]);
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

export default function MerchantVisit() {
  const { visit, free, now } = useLoaderData<typeof loader>();
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const words = useSlotWords();
  const { creator, state, promotion } = visit;
  const open = ["proposed", "offered", "waiting"].includes(state) && !visit.hasBegun;
  return (
    <Page title={creator.penName} lead={visit.campaign.name} narrow>
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {now && issues.length === 0 && <Notice tone="live" title={t(now === "answered" ? m.answered : m.done)} />}
      <section className="card stack">
        <p>
          <VisitStatus state={state} />
        </p>
        <dl className="facts">
          <Fact word={t(m.when)}>
            <SlotTime {...visit} />
          </Fact>
          <Fact word={t(m.who)}>
            {creator.introduction}
            <ul>
              {creator.channels.map(({ id, platform, address }) => (
                <li key={id}>
                  <a href={address} rel="noopener nofollow">
                    {t(platformWords[platform])}
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
          <Fact word={t(m.contact)}>
            {creator.contact ? (
              <>
                {creator.contact.name}{" "}
                {creator.contact.email && <a href={`mailto:${creator.contact.email}`}>{creator.contact.email}</a>}{" "}
                {creator.contact.phone && (
                  <a href={`tel:${creator.contact.phone}`}>{formatPhone(creator.contact.phone)}</a>
                )}
              </>
            ) : (
              <span className="soft">{t(m.contactLater)}</span>
            )}
          </Fact>
          {visit.request && <Fact word={t(m.creatorSaid)}>{visit.request}</Fact>}
        </dl>
        {(state === "agreed" || state === "cancelled") && (
          <a className="button button-full" href={`/merchant/visits/${visit.id}/calendar.ics`}>
            {t(m.calendar)}
          </a>
        )}
      </section>
      {open && (
        <Form method="post" className="card stack" preventScrollReset>
          <Field name="words" label={t(m.words)} optional maxLength={1000} />
          <Button kind="main" name="intent" value="agree" full>
            {t(m.agree)}
          </Button>
          <Button name="intent" value="decline" full>
            {t(m.decline)}
          </Button>
          {free.length > 0 && (
            <details>
              <summary>{t(m.offerOthers)}</summary>
              <div className="stack">
                <Choices
                  legend={t(m.mySlots)}
                  name="slotIds"
                  options={free.map((slot) => ({ value: slot.id, word: words(slot) }))}
                  chosen={[]}
                  long
                />
                <Button name="intent" value="offer" full>
                  {t(m.offer)}
                </Button>
              </div>
            </details>
          )}
        </Form>
      )}
      <OutcomeForms visit={visit} side="store" />
      {promotion && (
        <section className="card stack">
          <h2>{promotion.title}</h2>
          <p>
            <PromotionStatus state={promotion.state} />
          </p>
          <p>
            <a href={promotion.address} rel="noopener nofollow" className="as-target">
              {t(m.openContent)}
            </a>
          </p>
        </section>
      )}
      <ButtonLink to="/merchant/visits" full>
        {t(m.merchantTitle)}
      </ButtonLink>
    </Page>
  );
}
