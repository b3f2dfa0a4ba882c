import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { usualKinds } from "#app/domain/campaign/covers.ts";
import { createCampaign, createCampaignInput } from "#app/domain/campaign/create-campaign.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { daysLater, seoulDay } from "#app/domain/visit/seoul-time.ts";
import { formatCount, formatDay, formatWon } from "#app/messages/format.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { benefitWords, campaignStateWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { campaignTones } from "#app/ui/plain/visits/visit-status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.officeTitle);

const benefits = Object.keys(benefitWords) as (keyof typeof benefitWords)[];
const kinds = ["hundred_year", "traditional_market", "cooperative", "craft"] as const;

export const loader = allow(["office"], async ({ database }) => {
  const now = new Date();
  const period = { from: seoulDay(now), to: seoulDay(daysLater(now, 60)) };
  const channels = await database.creatorChannel.count({ where: { state: "claimed" } });
  return { campaigns: await listCampaigns(database), usual: usualKinds as readonly string[], period, channels };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = await request.formData();
  const typed = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const refusal = (issues: Issue[]) => data({ issues, typed }, { status: 422 });
  const input = createCampaignInput.safeParse({ ...Object.fromEntries(form), kinds: form.getAll("kinds") });
  if (!input.success) return refusal([issue("form.unreadable", { field: "campaign_name" })]);
  const outcome = await createCampaign(database, actor, input.data);
  if (!outcome.ok) return refusal(outcome.issues);
  return redirect(`/office/campaigns/${outcome.result.campaignId}`);
});

export default function Campaigns() {
  const { campaigns, usual, period, channels } = useLoaderData<typeof loader>();
  const { issues = [], typed = {} as Record<string, string> } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const locale = useLocale();
  const errorOf = useFieldError(issues);
  const text = (name: string, otherwise = "") => typed[name] ?? otherwise;
  return (
    <DeskPage
      title={t(m.officeTitle)}
      lead={t(m.officeLead)}
      actions={
        <Link to="/office/creators" className="desk-button">
          {t(m.creators)} {channels > 0 && `(${formatCount(channels)})`} →
        </Link>
      }
    >
      {campaigns.length === 0 ? (
        <EmptyState title={t(m.noCampaignsTitle)} body={t(m.noCampaigns)} />
      ) : (
        <DeskTable
          caption={t(m.officeTitle)}
          columns={[
            { word: t(m.campaignName), narrow: "head" },
            { word: t(m.state) },
            { word: t(m.period) },
            { word: t(m.given) },
            { word: t(m.stores), number: true },
          ]}
          rows={campaigns.map(({ id, name, state, startsOn, endsOn, benefit, benefitValue, stores }) => ({
            id,
            cells: [
              <Link key="name" to={`/office/campaigns/${id}`}>
                {name}
              </Link>,
              <Status key="state" tone={campaignTones[state]} word={t(campaignStateWords[state])} />,
              t(m.periodOf, { from: formatDay(locale, startsOn), to: formatDay(locale, endsOn) }),
              benefit === "none"
                ? t(benefitWords.none)
                : `${t(benefitWords[benefit])} ${formatWon(locale, benefitValue)}`,
              formatCount(stores),
            ],
          }))}
        />
      )}
      <DeskCard title={t(m.newCampaign)}>
        {issues.length > 0 && (
          <Notice tone="refused" title={t(m.notPossible)}>
            <IssueList issues={issues} />
          </Notice>
        )}
        <Form method="post" className="desk-stack">
          <DeskField
            name="name"
            label={t(m.campaignName)}
            autoComplete="off"
            maxLength={100}
            defaultValue={text("name")}
            error={errorOf("campaign_name")}
          />
          <div className="desk-terms">
            <DeskField
              name="startsOn"
              type="date"
              label={t(m.startsOn)}
              autoComplete="off"
              defaultValue={text("startsOn", period.from)}
              error={errorOf("starts_on")}
            />
            <DeskField
              name="endsOn"
              type="date"
              label={t(m.endsOn)}
              autoComplete="off"
              defaultValue={text("endsOn", period.to)}
              error={errorOf("ends_on")}
            />
          </div>
          <fieldset className="desk-choices">
            <legend>{t(m.kinds)}</legend>
            {kinds.map((kind) => (
              <label key={kind}>
                <input type="checkbox" name="kinds" value={kind} defaultChecked={usual.includes(kind)} />{" "}
                {t(storeKindWords[kind])}
              </label>
            ))}
          </fieldset>
          <div className="desk-terms">
            <DeskSelect
              name="benefit"
              label={t(m.benefit)}
              options={benefits.map((value) => ({ value, label: t(benefitWords[value]) }))}
              defaultValue={text("benefit", "food")}
            />
            <DeskField
              name="benefitValue"
              label={t(m.benefitValue)}
              autoComplete="off"
              inputMode="numeric"
              defaultValue={text("benefitValue")}
              error={errorOf("benefit_value")}
            />
            <DeskField
              name="contentDays"
              type="number"
              label={t(m.contentDays)}
              autoComplete="off"
              defaultValue={text("contentDays", "14")}
            />
          </div>
          <DeskField
            name="duties"
            label={t(m.dutiesAsk)}
            autoComplete="off"
            multiline={3}
            maxLength={2000}
            defaultValue={text("duties")}
          />
          <div>
            <Button submit variant="primary">
              {t(m.prepare)}
            </Button>
          </div>
        </Form>
      </DeskCard>
    </DeskPage>
  );
}
