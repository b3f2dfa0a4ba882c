import { Form, Link } from "@remix-run/react";
import { detailTemplates } from "#app/domain/detail-page/templates.ts";
import type { SeasonOverview } from "#app/domain/season/find-season-overview.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { templateChoices } from "#app/messages/product-detail.ts";
import { seasonOfficeMessages as seasonOffice } from "#app/messages/season-office.ts";
import { seasonPictureMessages as pictures } from "#app/messages/season-pictures.ts";
import { seasonStateWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskGauge } from "#app/ui/desk/desk-gauge.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Status, type Tone } from "#app/ui/plain/status.tsx";

const tones: Record<SeasonOverview["state"], Tone> = {
  preparing: "waiting",
  intake: "live",
  judging: "information",
  frozen: "waiting",
  published: "live",
  closed: "quiet",
};

/** Where the season stands, and the steps it may take. */
export function SeasonCard({ season, byMarks }: { season: SeasonOverview; byMarks: boolean }) {
  const t = useSentence();
  const { id, name, state, places, taken, submissions, next, detailTemplate } = season;
  const from = t(seasonStateWords[state]);
  return (
    <DeskCard title={name} aside={<Status tone={tones[state]} word={from} />}>
      <DeskGauge label={t(m.places)} taken={taken} of={places} />
      <DeskCounts
        counts={[
          { word: t(m.submitted), count: submissions.submitted, to: "/curator", tone: "waiting" },
          { word: t(m.selected), count: submissions.selected, to: "/curator?state=selected", tone: "live" },
          { word: t(m.rejected), count: submissions.rejected, to: "/curator?state=rejected" },
        ]}
      />
      <div className="desk-row">
        {next.map((to) => (
          <DeskConfirm key={to} word={t(m.moveTo, { state: t(seasonStateWords[to]) })}>
            <p>{t(m.moveSure, { from, to: t(seasonStateWords[to]) })}</p>
            <Form method="post" className="desk-stack">
              <input type="hidden" name="seasonId" value={id} />
              <input type="hidden" name="to" value={to} />
              {byMarks && takesReason(state, to) && (
                <DeskField
                  name="reason"
                  label={t(seasonOffice.reason)}
                  helpText={t(to === "frozen" ? seasonOffice.freezeHint : seasonOffice.reasonHint)}
                  autoComplete="off"
                  maxLength={1000}
                />
              )}
              <Button submit variant="primary">
                {t(m.moveNow)}
              </Button>
            </Form>
          </DeskConfirm>
        ))}
        <Link to="/curator">{t(m.toQueue)} →</Link>
        <Link to="/office/season/rules">{t(seasonOffice.rules)} →</Link>
        {byMarks && <Link to="/office/season/list">{t(seasonOffice.list)} →</Link>}
        <Link to="/office/season/pictures">{t(pictures.link)} →</Link>
      </div>
      <Form method="post" className="desk-part desk-row">
        <input type="hidden" name="intent" value="detail-template" />
        <input type="hidden" name="seasonId" value={id} />
        <DeskSelect
          name="template"
          label={t(m.detailTemplate)}
          defaultValue={detailTemplate ?? ""}
          options={[
            { value: "", label: t(m.detailSuits) },
            ...detailTemplates.map((value) => ({ value, label: t(templateChoices[value].word) })),
          ]}
        />
        <Button submit>{t(m.save)}</Button>
      </Form>
    </DeskCard>
  );
}

/** To settle a list while something is missing, and to open it again. */
function takesReason(from: SeasonOverview["state"], to: SeasonOverview["state"]): boolean {
  return to === "frozen" || (from === "frozen" && to === "judging");
}

export function NewSeason({ first, year }: { first: boolean; year: number }) {
  const t = useSentence();
  return (
    <DeskCard title={t(first ? m.noSeasonTitle : m.newSeasonTitle)}>
      <p className="desk-soft">{t(m.noSeasonBody)}</p>
      <Form method="post" className="desk-stack">
        <input type="hidden" name="intent" value="create" />
        <DeskField
          name="name"
          label={t(m.seasonName)}
          defaultValue={t(m.defaultSeasonName, { year })}
          autoComplete="off"
        />
        <DeskField name="year" label={t(m.seasonYear)} type="number" defaultValue={String(year)} autoComplete="off" />
        <DeskField name="places" label={t(m.seasonPlaces)} type="number" defaultValue="100" autoComplete="off" />
        <Button submit variant="primary">
          {t(m.createSeason)}
        </Button>
      </Form>
    </DeskCard>
  );
}
