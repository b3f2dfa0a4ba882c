import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findCampaign } from "#app/domain/campaign/list-campaigns.ts";
import { findProfile } from "#app/domain/creator/list-channels.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { districts } from "#app/domain/store/districts.ts";
import { listPlaces, setShortlisted } from "#app/domain/visit/list-places.ts";
import { proposeVisit, proposeVisitInput } from "#app/domain/visit/propose-visit.ts";
import { onOtherClock } from "#app/domain/visit/slot-time.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { CampaignFacts } from "#app/ui/plain/visits/campaign-facts.tsx";
import { SlotTime } from "#app/ui/plain/visits/slot-time.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.seeStores);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

const kinds = ["hundred_year", "traditional_market", "cooperative", "craft"] as const;
const query = z.object({
  kind: z.enum(kinds).nullable().catch(null).default(null),
  district: z
    .enum(districts.map(({ code }) => code))
    .nullable()
    .catch(null)
    .default(null),
});

export const loader = allow(["creator"], async ({ account, database, params, url }) => {
  const id = z.uuid().safeParse(params.id);
  const campaign = id.success ? await findCampaign(database, id.data) : null;
  if (!campaign || campaign.state === "preparing") throw new Response(null, { status: 404 });
  const asked = query.parse(Object.fromEntries(url.searchParams));
  const [{ places, more }, profile] = await Promise.all([
    listPlaces(database, { campaignId: campaign.id, creatorId: account.id, ...asked }),
    findProfile(database, account.id),
  ]);
  const zone = profile?.timeZone ?? "Asia/Seoul";
  return {
    campaign,
    asked,
    hasProfile: profile !== null,
    more,
    places: places.map((place) => ({
      ...place,
      slots: place.slots.map((slot) => ({ ...slot, there: onOtherClock(slot.startsAt, zone) })),
    })),
  };
});

const shortlistInput = z.object({ storeId: z.uuid(), on: z.enum(["yes", "no"]) });

export const action = allow(["creator"], async ({ account, database, params, request, url }) => {
  const campaignId = z.uuid().safeParse(params.id);
  if (!campaignId.success) throw new Response(null, { status: 404 });
  const form = Object.fromEntries(await request.formData());
  const actor = { kind: "person", accountId: account.id, role: "creator" } as const;
  const typed = { slotId: String(form.slotId ?? ""), request: String(form.request ?? "") };
  const refusal = (issues: Issue[]) => data({ issues, typed }, { status: 422 });
  if (form.intent === "shortlist") {
    const input = shortlistInput.safeParse(form);
    if (!input.success) return refusal([issue("slot.not_found")]);
    const { storeId, on } = input.data;
    await setShortlisted(database, { creatorId: account.id, campaignId: campaignId.data, storeId, on: on === "yes" });
    return redirect(`${url.pathname}${url.search}`);
  }
  const input = proposeVisitInput.safeParse(form);
  if (!input.success) return refusal([issue("slot.not_found")]);
  const outcome = await proposeVisit(database, actor, input.data);
  if (!outcome.ok) return refusal(outcome.issues);
  return redirect(`/creator/visits/${outcome.result.visitId}?now=${outcome.result.state}`);
});

type Place = Awaited<ReturnType<typeof loader>>["places"][number];

export default function CreatorCampaign() {
  const { campaign, asked, places, more, hasProfile } = useLoaderData<typeof loader>();
  const { issues = [], typed = null } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const locale = useLocale();
  return (
    <Page title={campaign.name} lead={t(m.timesLead)}>
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {!hasProfile && (
        <Notice tone="waiting" title={t(m.profileFirstTitle)}>
          <ButtonLink to="/creator/profile">{t(m.profile)}</ButtonLink>
        </Notice>
      )}
      <section className="card">
        <CampaignFacts campaign={campaign} />
      </section>
      <Form className="card three">
        <FieldFrame label={t(m.district)}>
          {(control) => (
            <select {...control} name="district" defaultValue={asked.district ?? ""}>
              <option value="">{t(m.everyDistrict)}</option>
              {districts.map(({ code, nameKo, nameEn }) => (
                <option key={code} value={code}>
                  {locale === "ko" ? nameKo : nameEn}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <FieldFrame label={t(m.kind)}>
          {(control) => (
            <select {...control} name="kind" defaultValue={asked.kind ?? ""}>
              <option value="">{t(m.everyKind)}</option>
              {campaign.kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(storeKindWords[kind])}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <Button full>{t(m.find)}</Button>
      </Form>
      {places.length === 0 ? (
        <EmptyState title={t(m.noStoresTitle)} body={t(m.noStores)} />
      ) : (
        <ul className="visit-cards">
          {places.map((place) => (
            <li key={place.storeId} className="card visit-card">
              <PlaceCard place={place} open={campaign.state === "open"} typed={typed} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <Notice tone="information" title={t(m.moreStores, { count: more })} />}
    </Page>
  );
}

interface PlaceCardProps {
  place: Place;
  open: boolean;
  /** What was refused, of this store or another. */
  typed: { slotId: string; request: string } | null;
}

function PlaceCard({ place, open, typed }: PlaceCardProps) {
  const t = useSentence();
  const locale = useLocale();
  const district = districts.find(({ code }) => code === place.districtCode);
  const free = place.slots.filter(({ taken }) => !taken);
  const asked = typed && place.slots.some(({ id }) => id === typed.slotId) ? typed : null;
  const keep = t(place.shortlisted ? m.unkeepOf : m.keepOf, { store: place.name });
  return (
    <>
      <p className="soft">
        {[
          t(storeKindWords[place.kind]),
          district && (locale === "ko" ? district.nameKo : district.nameEn),
          place.market,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h2 lang="ko">{place.name}</h2>
      <p>
        <Link
          to={`/stores/${encodeURIComponent(place.slug)}`}
          className="as-target"
          aria-label={t(m.seeStoreOf, { store: place.name })}
        >
          {t(m.seeStore)}
        </Link>
      </p>
      {place.shortlisted && (
        <p>
          <Status tone="information" word={t(m.kept)} />
        </p>
      )}
      {place.hours && (
        <p className="soft" lang="ko">
          {place.hours}
        </p>
      )}
      {place.houseRules && (
        <p>
          {t(m.houseRules)}: <span lang="ko">{place.houseRules}</span>
        </p>
      )}
      <p>
        {place.slots.length === 0
          ? t(m.noSlots)
          : place.left > 0
            ? t(m.freeSlots, { count: free.length, left: place.left })
            : t(m.full)}
      </p>
      <p className="soft">{t(place.agreesAtOnce ? m.agreesAtOnce : m.asksFirst)}</p>
      {open && place.slots.length > 0 && (
        <details open={asked !== null}>
          <summary>
            {t(m.chooseTime)} <span className="visually-hidden">{place.name}</span>
          </summary>
          <Form method="post" className="stack">
            <fieldset className="choices choices-long">
              <legend>{t(m.times)}</legend>
              {place.slots.map((slot) => (
                <label key={slot.id} className="choice">
                  <input
                    type="radio"
                    name="slotId"
                    value={slot.id}
                    defaultChecked={slot.id === asked?.slotId}
                    required
                  />
                  <span>
                    <SlotTime {...slot} />
                    <br />
                    <span className="soft">{t(slot.taken ? m.taken : m.free)}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            <Field name="request" label={t(m.request)} optional maxLength={1000} defaultValue={asked?.request ?? ""} />
            <Button name="intent" value="propose" full aria-label={`${place.name}: ${t(m.ask)}`}>
              {t(m.ask)}
            </Button>
          </Form>
        </details>
      )}
      <Form method="post">
        <input type="hidden" name="storeId" value={place.storeId} />
        <input type="hidden" name="on" value={place.shortlisted ? "no" : "yes"} />
        <Button name="intent" value="shortlist" full aria-label={keep}>
          {t(place.shortlisted ? m.unkeep : m.keep)}
        </Button>
      </Form>
    </>
  );
}
