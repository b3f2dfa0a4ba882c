import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findPlace } from "#app/domain/campaign/find-place.ts";
import {
  joinCampaign,
  joinCampaignInput,
  leaveCampaign,
  leaveCampaignInput,
} from "#app/domain/campaign/join-campaign.ts";
import { findCampaign } from "#app/domain/campaign/list-campaigns.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { addSlot, addSlotInput, removeSlot, removeSlotInput } from "#app/domain/visit/add-slot.ts";
import { seoulDay } from "#app/domain/visit/seoul-time.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { CampaignFacts } from "#app/ui/plain/visits/campaign-facts.tsx";
import { Choice } from "#app/ui/plain/visits/choices.tsx";
import { useSlotWords } from "#app/ui/plain/visits/slot-time.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.merchantTitle);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const storeId = ownStore(account);
  const id = z.uuid().safeParse(params.id);
  const campaign = id.success ? await findCampaign(database, id.data) : null;
  if (!campaign || campaign.state === "preparing") throw new Response(null, { status: 404 });
  const place = await findPlace(database, { campaignId: campaign.id, storeId });
  const today = seoulDay(new Date());
  return {
    campaign,
    place,
    saved: url.searchParams.has("saved"),
    from: [campaign.startsOn, today].sort()[1] ?? today,
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  const fields = { ...Object.fromEntries(await request.formData()), storeId: ownStore(account), campaignId: id.data };
  const actor = merchantActor(account);
  const refusal = (issues: Issue[]) => data({ issues, typed: fields as Record<string, unknown> }, { status: 422 });
  const answer = (
    outcome: { ok: true } | { ok: false; issues: Issue[] },
    to = `/merchant/visits/campaigns/${id.data}?saved`,
  ) => (outcome.ok ? redirect(to) : refusal(outcome.issues));
  switch ((fields as { intent?: unknown }).intent) {
    case "join": {
      const input = joinCampaignInput.safeParse({ ...fields, agreesAtOnce: "agreesAtOnce" in fields });
      return input.success
        ? answer(await joinCampaign(database, actor, input.data))
        : refusal([issue("form.unreadable", { field: "capacity" })]);
    }
    case "slot": {
      const input = addSlotInput.safeParse(fields);
      return input.success
        ? answer(await addSlot(database, actor, input.data))
        : refusal([issue("slot.unreadable", { field: "day" })]);
    }
    case "remove": {
      const input = removeSlotInput.safeParse(fields);
      return input.success ? answer(await removeSlot(database, actor, input.data)) : refusal([issue("slot.not_found")]);
    }
    case "leave": {
      const input = leaveCampaignInput.safeParse(fields);
      return input.success
        ? answer(await leaveCampaign(database, actor, input.data), "/merchant/visits")
        : refusal([issue("campaign.not_joined")]);
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

export default function MerchantVisitCampaign() {
  const { campaign, place, saved, from } = useLoaderData<typeof loader>();
  const { issues = [], typed = {} } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const words = useSlotWords();
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !["day", "to", "capacity"].includes(path.field ?? ""));
  const text = (name: string, otherwise: string) => (typeof typed[name] === "string" ? String(typed[name]) : otherwise);
  return (
    <Page title={campaign.name} narrow>
      {saved && issues.length === 0 && <Notice tone="live" title={t(m.termsSaved)} />}
      {general.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={general} />
        </Notice>
      )}
      <section className="card">
        <CampaignFacts campaign={campaign} />
      </section>
      {place && (
        <section className="card stack">
          <h2>{t(m.mySlots)}</h2>
          <p className="soft">{t(m.timesLead)}</p>
          {place.slots.length === 0 && <p>{t(m.noSlots)}</p>}
          <ul className="slot-list">
            {place.slots.map((slot) => (
              <li key={slot.id}>
                <span>
                  {words(slot)}
                  <br />
                  <span className="soft">
                    {slot.bookedBy === null ? t(m.open) : t(m.bookedBy, { creator: slot.bookedBy })}
                  </span>
                </span>
                {slot.bookedBy === null && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="slotId" value={slot.id} />
                    <Button name="intent" value="remove" aria-label={t(m.removeSlotOf, { at: words(slot) })}>
                      {t(m.removeSlot)}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
          <Form method="post" className="stack" preventScrollReset>
            <div className="three">
              <Field
                name="day"
                type="date"
                min={from}
                max={campaign.endsOn}
                label={t(m.slotDay)}
                defaultValue={text("day", from)}
              />
              <Field name="from" type="time" label={t(m.slotFrom)} defaultValue={text("from", "10:00")} />
              <Field name="to" type="time" label={t(m.slotTo)} defaultValue={text("to", "11:00")} />
            </div>
            {(errorOf("day") ?? errorOf("to")) && (
              <IssueList issues={issues.filter(({ path }) => path.field === "day" || path.field === "to")} />
            )}
            <Button kind="main" name="intent" value="slot" full>
              {t(m.addSlot)}
            </Button>
          </Form>
        </section>
      )}
      <Form method="post" className="card stack" preventScrollReset>
        <Field
          name="capacity"
          type="number"
          inputMode="numeric"
          min={1}
          max={200}
          label={t(m.capacity)}
          defaultValue={text("capacity", String(place?.capacity ?? 3))}
          error={errorOf("capacity")}
        />
        <FieldFrame label={t(m.houseRulesAsk)} hint={t(m.houseRulesHint)} optional>
          {(control) => (
            <textarea
              {...control}
              name="houseRules"
              rows={3}
              maxLength={1000}
              defaultValue={text("houseRules", place?.houseRules ?? "")}
            />
          )}
        </FieldFrame>
        <Choice name="agreesAtOnce" word={t(m.atOnceAsk)} on={place?.agreesAtOnce ?? false} />
        <Button kind={place ? "plain" : "main"} name="intent" value="join" full>
          {t(place ? m.saveTerms : m.join)}
        </Button>
      </Form>
      {place && (
        <details className="card">
          <summary>{t(m.leave)}</summary>
          <Form method="post" className="stack">
            <p>{t(m.leaveLead)}</p>
            <Button kind="danger" name="intent" value="leave" full>
              {t(m.leave)}
            </Button>
          </Form>
        </details>
      )}
    </Page>
  );
}
