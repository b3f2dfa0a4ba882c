import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { formatPhone } from "#app/domain/account/phone.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { examples } from "#app/domain/promotion/disclosure.ts";
import { enterViews, enterViewsInput } from "#app/domain/promotion/enter-views.ts";
import { handIn, handInInput } from "#app/domain/promotion/hand-in.ts";
import { objectToCheck, objectToCheckInput } from "#app/domain/promotion/overrule-check.ts";
import { acceptOffer, acceptOfferInput } from "#app/domain/visit/accept-offer.ts";
import { cancelVisit, cancelVisitInput } from "#app/domain/visit/cancel-visit.ts";
import { findVisit } from "#app/domain/visit/find-visit.ts";
import { seoulDay } from "#app/domain/visit/seoul-time.ts";
import { onOtherClock } from "#app/domain/visit/slot-time.ts";
import { disputeOutcome, disputeOutcomeInput, tellOutcome, tellOutcomeInput } from "#app/domain/visit/tell-outcome.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Fact } from "#app/ui/plain/fact.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { OutcomeForms } from "#app/ui/plain/visits/outcome-forms.tsx";
import { SlotTime } from "#app/ui/plain/visits/slot-time.tsx";
import { VisitStatus } from "#app/ui/plain/visits/visit-status.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";
import { HandInForm } from "./hand-in-form.tsx";
import { Owed } from "./owed.tsx";
import { ShownPromotion } from "./shown-promotion.tsx";

export const meta = pageTitle(m.creatorHome);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["creator"], async ({ account, database, params, url }) => {
  const id = z.uuid().safeParse(params.id);
  const visit = id.success ? await findVisit(database, id.data, { creatorId: account.id }) : null;
  if (!visit) throw new Response(null, { status: 404 });
  const products =
    visit.state === "visited"
      ? await database.product.findMany({
          where: { storeId: visit.storeId, submissions: { some: { state: "selected" } } },
          select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } } },
          take: 30,
        })
      : [];
  return {
    visit,
    there: onOtherClock(visit.startsAt, visit.creator.timeZone),
    offers: visit.offers.map((offer) => ({ ...offer, there: onOtherClock(offer.startsAt, visit.creator.timeZone) })),
    products: products.map((product) => ({ id: product.id, name: product.versions[0]?.name ?? "" })),
    today: seoulDay(new Date()),
    example: visit.campaign.benefit === "none" ? null : examples[visit.campaign.benefit],
    now: url.searchParams.get("now"),
  };
});

export const action = allow(["creator"], async ({ account, database, params, request }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  const visitId = id.data;
  const form = await request.formData();
  const fields: Record<string, unknown> = { ...Object.fromEntries(form), visitId };
  const actor = { kind: "person", accountId: account.id, role: "creator" } as const;
  const side = { creatorId: account.id };
  const typed =
    fields.intent === "hand-in"
      ? {
          fields: Object.fromEntries([...form].map(([key, value]) => [key, String(value)])),
          productIds: form.getAll("productIds").map(String),
        }
      : null;
  const refusal = (issues: Issue[]) => data({ issues, typed }, { status: 422 });
  const answer = (outcome: { ok: true } | { ok: false; issues: Issue[] }, now: string) =>
    outcome.ok ? redirect(`/creator/visits/${visitId}?now=${now}`) : refusal(outcome.issues);
  const unreadable = refusal([issue("form.unreadable", { field: "content_title" })]);
  switch (fields.intent) {
    case "take": {
      const input = acceptOfferInput.safeParse(fields);
      return input.success
        ? answer(await acceptOffer(database, actor, input.data), "agreed")
        : refusal([issue("visit.not_offered")]);
    }
    case "cancel": {
      const input = cancelVisitInput.safeParse(fields);
      return input.success ? answer(await cancelVisit(database, actor, side, input.data), "done") : unreadable;
    }
    case "visited":
    case "no_show": {
      const input = tellOutcomeInput.safeParse({ ...fields, outcome: fields.intent });
      return input.success ? answer(await tellOutcome(database, actor, side, input.data), "done") : unreadable;
    }
    case "dispute": {
      const input = disputeOutcomeInput.safeParse(fields);
      return input.success
        ? answer(await disputeOutcome(database, actor, side, input.data), "done")
        : refusal([issue("reason.missing", { field: "answer" })]);
    }
    case "views": {
      const input = enterViewsInput.safeParse(fields);
      return input.success
        ? answer(await enterViews(database, actor, input.data), "done")
        : refusal([issue("promotion.views_unreadable", { field: "views" })]);
    }
    case "object": {
      const input = objectToCheckInput.safeParse(fields);
      return input.success
        ? answer(await objectToCheck(database, actor, input.data), "objected")
        : refusal([issue("reason.missing", { field: "objection" })]);
    }
    case "hand-in": {
      const yes = Object.fromEntries(flags.map((name) => [name, form.get(name) === "yes"]));
      const input = handInInput.safeParse({ ...fields, ...yes, productIds: form.getAll("productIds") });
      return input.success ? answer(await handIn(database, actor, input.data), "handed-in") : unreadable;
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

const flags = ["everyPhoto", "videoStart", "videoEnd", "videoRepeated", "everyFiveMinutes", "nothingGiven"] as const;

export default function CreatorVisit() {
  const { visit, there, offers, products, today, example, now } = useLoaderData<typeof loader>();
  const { issues = [], typed = null } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const { state, store, campaign, promotion } = visit;
  const asks = ["proposed", "offered", "waiting"].includes(state);
  const said = {
    agreed: m.nowAgreed,
    proposed: m.askedSent,
    waiting: m.nowWaiting,
    done: m.done,
    objected: m.objectionSent,
  }[now ?? ""];
  const handsIn =
    state === "visited" && (!promotion || promotion.state === "to_correct" || promotion.state === "waiting");
  return (
    <Page title={store.name} lead={campaign.name} narrow>
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {issues.length === 0 && said && <Notice tone={now === "waiting" ? "waiting" : "live"} title={t(said)} />}
      <section className="card stack">
        <p>
          <VisitStatus state={state} />
        </p>
        <Owed owed={visit.owed} />
        <dl className="facts">
          <Fact word={t(m.when)}>
            <SlotTime {...visit} there={there} />
          </Fact>
          <Fact word={t(m.where)} korean>
            {store.address}
            <br />
            <a href={`https://map.naver.com/p/search/${encodeURIComponent(store.address)}`} rel="noopener">
              {t(m.map)}
            </a>
          </Fact>
          <Fact word={t(m.contact)}>
            {store.contact ? (
              <>
                {store.contact.name}{" "}
                {store.contact.phone && <a href={`tel:${store.contact.phone}`}>{formatPhone(store.contact.phone)}</a>}
              </>
            ) : (
              <span className="soft">{t(m.contactLater)}</span>
            )}
          </Fact>
          {store.houseRules && (
            <Fact word={t(m.houseRules)} korean>
              {store.houseRules}
            </Fact>
          )}
          {visit.answer && (
            <Fact word={t(m.storeSaid)} korean>
              {visit.answer}
            </Fact>
          )}
        </dl>
        {(state === "agreed" || state === "cancelled") && (
          <a className="button button-full" href={`/creator/visits/${visit.id}/calendar.ics`}>
            {t(m.calendar)}
          </a>
        )}
      </section>
      {offers.length > 0 && state === "offered" && (
        <section className="stack">
          <h2>{t(m.offers)}</h2>
          <ul className="slot-list">
            {offers.map((offer) => (
              <li key={offer.slotId}>
                <span>
                  <SlotTime {...offer} />
                </span>
                <Form method="post">
                  <input type="hidden" name="slotId" value={offer.slotId} />
                  <Button name="intent" value="take">
                    {t(m.takeOffer)}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asks && (
        <Form method="post">
          <Button kind="danger" name="intent" value="cancel" full>
            {t(m.takeBack)}
          </Button>
        </Form>
      )}
      <OutcomeForms visit={visit} side="creator" />
      {promotion && <ShownPromotion promotion={promotion} today={today} />}
      {handsIn && (
        <HandInForm visit={visit} products={products} typed={typed} errorOf={errorOf} today={today} example={example} />
      )}
    </Page>
  );
}
