import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { askedConsents } from "#app/domain/consent/kinds.ts";
import {
  addChannel,
  addChannelInput,
  channelInput,
  removeChannel,
  requestChannelCheck,
} from "#app/domain/creator/add-channel.ts";
import { readablePlatforms } from "#app/domain/creator/channel-address.ts";
import { findProfile } from "#app/domain/creator/list-channels.ts";
import { hasAgreedToDataUse, saveProfile, saveProfileInput } from "#app/domain/creator/save-profile.ts";
import { commonZones, languages, themes } from "#app/domain/creator/themes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { districts } from "#app/domain/store/districts.ts";
import { consentWords } from "#app/messages/consents.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { channelStateWords, languageWords, platformWords, themeWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { Choices } from "#app/ui/plain/visits/choices.tsx";
import styles from "#app/ui/plain/visits/visits.css?url";
import { allow } from "#app/web/allow.server.ts";
import { consentTextAddress } from "#app/web/consent-address.ts";

/** `한국 시간 (Seoul)` */
function zoneName(locale: Locale, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts();
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  return `${name} (${timeZone.split("/").at(-1)?.replaceAll("_", " ")})`;
}

const platforms = Object.keys(platformWords) as (keyof typeof platformWords)[];

export const meta = pageTitle(m.profile);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["creator"], async ({ account, database, url }) => {
  const profile = await findProfile(database, account.id);
  return {
    // Who joined alone is called by their address until they say otherwise.
    name: account.name.includes("@") ? "" : account.name,
    asksConsent: !(await hasAgreedToDataUse(database, account.id)),
    profile: profile ?? {
      penName: "",
      introduction: "",
      areas: [],
      themes: [],
      languages: ["ko"],
      timeZone: "Asia/Seoul",
    },
    channels: profile?.channels ?? [],
    hasProfile: profile !== null,
    readable: readablePlatforms,
    did: url.searchParams.get("did"),
  };
});

export const action = allow(["creator"], async ({ account, database, request }) => {
  const form = await request.formData();
  const fields = Object.fromEntries(form);
  const actor = { kind: "person", accountId: account.id, role: "creator" } as const;
  const text = (name: string) => String(fields[name] ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const introduced = {
    ...{ penName: text("penName"), name: text("name"), introduction: text("introduction"), timeZone: text("timeZone") },
    ...{ areas: all("areas"), themes: all("themes"), languages: all("languages"), agrees: text("agreedTo") !== "" },
  };
  // The page has no script: what is not given back is lost.
  const typed = {
    profile: fields.intent === "profile" ? introduced : null,
    channel: { platform: text("platform"), address: text("address") },
  };
  const refusal = (issues: Issue[]) => data({ issues, typed }, { status: 422 });
  const next = (did: string) => redirect(`/creator/profile?did=${did}`);
  switch (fields.intent) {
    case "profile": {
      const { areas, themes, languages } = introduced;
      const input = saveProfileInput.safeParse({ ...fields, areas, themes, languages });
      if (!input.success) return refusal([issue("form.unreadable", { field: "pen_name" })]);
      const outcome = await saveProfile(database, actor, input.data);
      return outcome.ok ? next("saved") : refusal(outcome.issues);
    }
    case "add": {
      const input = addChannelInput.safeParse(fields);
      if (!input.success) return refusal([issue("form.unreadable", { field: "address" })]);
      const outcome = await addChannel(database, actor, input.data);
      return outcome.ok ? next("added") : refusal(outcome.issues);
    }
    case "check":
    case "remove": {
      const input = channelInput.safeParse(fields);
      if (!input.success) return refusal([issue("creator_channel.not_found")]);
      const act = fields.intent === "check" ? requestChannelCheck : removeChannel;
      const outcome = await act(database, actor, input.data);
      return outcome.ok ? next(fields.intent === "check" ? "asked" : "saved") : refusal(outcome.issues);
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

export default function CreatorProfile() {
  const { asksConsent, channels, hasProfile, readable, did, ...stored } = useLoaderData<typeof loader>();
  const { issues = [], typed = null } = useActionData<typeof action>() ?? {};
  const { name, ...profile } = typed?.profile ?? { ...stored.profile, name: stored.name };
  const t = useSentence();
  const locale = useLocale();
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !path.field);
  const zones = [...new Set([...commonZones, stored.profile.timeZone])];
  return (
    <Page title={t(m.profile)} lead={t(m.profileLead)} narrow>
      {issues.length === 0 && (did === "saved" || did === "added") && <Notice tone="live" title={t(m.profileSaved)} />}
      {issues.length === 0 && did === "asked" && <Notice tone="waiting" title={t(m.checkAsked)} />}
      {general.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={general} />
        </Notice>
      )}
      <Form method="post" className="card stack">
        <Field
          name="penName"
          label={t(m.penName)}
          defaultValue={profile.penName}
          error={errorOf("pen_name")}
          maxLength={60}
        />
        <Field
          name="name"
          label={t(m.ownName)}
          hint={t(m.ownNameHint)}
          autoComplete="name"
          defaultValue={name}
          error={errorOf("person_name")}
          maxLength={60}
        />
        <FieldFrame label={t(m.introduction)} optional>
          {(control) => (
            <textarea {...control} name="introduction" rows={4} maxLength={1000} defaultValue={profile.introduction} />
          )}
        </FieldFrame>
        <Choices
          legend={t(m.themes)}
          name="themes"
          options={themes.map((value) => ({ value, word: t(themeWords[value]) }))}
          chosen={profile.themes}
        />
        <Choices
          legend={t(m.languages)}
          name="languages"
          options={languages.map((value) => ({ value, word: t(languageWords[value]) }))}
          chosen={profile.languages}
        />
        <details>
          <summary>{t(m.areas)}</summary>
          <Choices
            legend={t(m.areas)}
            name="areas"
            options={districts.map(({ code, nameKo, nameEn }) => ({
              value: code,
              word: locale === "ko" ? nameKo : nameEn,
            }))}
            chosen={profile.areas}
          />
        </details>
        <FieldFrame label={t(m.timeZone)} hint={t(m.timeZoneHint)} error={errorOf("time_zone")}>
          {(control) => (
            <select {...control} name="timeZone" defaultValue={profile.timeZone}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zoneName(locale, zone)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        {asksConsent && (
          <div className="stack">
            <label className="check">
              <input
                type="checkbox"
                name="agreedTo"
                value={askedConsents.creator_data.version}
                defaultChecked={typed?.profile?.agrees ?? false}
                required
              />
              <span>{t(m.agreeToData)}</span>
            </label>
            <p>
              <Link to={consentTextAddress("creator_data")} className="text-link">
                {t(consentWords.creator_data.name)}
              </Link>
            </p>
          </div>
        )}
        <Button kind={hasProfile ? "plain" : "main"} name="intent" value="profile" full>
          {t(m.saveProfile)}
        </Button>
      </Form>
      {hasProfile && (
        <section className="stack">
          <h2>{t(m.channels)}</h2>
          <p>{t(m.channelsLead)}</p>
          {channels.map((channel) => (
            <section key={channel.id} className="card stack">
              <h3>{t(platformWords[channel.platform])}</h3>
              <p>{channel.address}</p>
              <p>
                <Status
                  tone={channel.state === "confirmed" ? "live" : channel.state === "refused" ? "refused" : "waiting"}
                  word={t(channelStateWords[channel.state])}
                />
              </p>
              {channel.issues.length > 0 && <IssueList issues={channel.issues} />}
              {channel.state !== "confirmed" && (
                <p>{t(readable.includes(channel.platform) ? m.channelCode : m.officeLooks, { code: channel.code })}</p>
              )}
              <Form method="post" className="row">
                <input type="hidden" name="channelId" value={channel.id} />
                {channel.state !== "confirmed" && readable.includes(channel.platform) && (
                  <Button name="intent" value="check">
                    {t(m.checkChannel)}
                  </Button>
                )}
                <Button name="intent" value="remove" aria-label={t(m.removeChannelOf, { address: channel.address })}>
                  {t(m.removeChannel)}
                </Button>
              </Form>
            </section>
          ))}
          <Form method="post" className="card stack">
            <FieldFrame label={t(m.platform)}>
              {(control) => (
                <select {...control} name="platform" defaultValue={typed?.channel.platform || undefined}>
                  {platforms.map((platform) => (
                    <option key={platform} value={platform}>
                      {t(platformWords[platform])}
                    </option>
                  ))}
                </select>
              )}
            </FieldFrame>
            <Field
              name="address"
              type="text"
              inputMode="url"
              label={t(m.address)}
              hint={t(m.channelHint)}
              defaultValue={typed?.channel.address ?? ""}
              error={errorOf("address")}
            />
            <Button name="intent" value="add" full>
              {t(m.addChannel)}
            </Button>
          </Form>
        </section>
      )}
    </Page>
  );
}
