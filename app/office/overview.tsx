import { data } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { malls, reviewDays } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { listAlarms } from "#app/domain/alarm/alarms.ts";
import { listRecent } from "#app/domain/audit/list-recent.ts";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { listSlowReviews } from "#app/domain/listing/slow-reviews.ts";
import { countMessages } from "#app/domain/outbox/count-messages.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { listOpenRecalls } from "#app/domain/recall/list-recalls.ts";
import { advanceSeason, advanceSeasonInput } from "#app/domain/season/advance-season.ts";
import { createSeason, createSeasonInput } from "#app/domain/season/create-season.ts";
import { findRubric } from "#app/domain/season/find-rules.ts";
import { findSeasonOverview } from "#app/domain/season/find-season-overview.ts";
import { setDetailTemplate, setDetailTemplateInput } from "#app/domain/season/set-detail-template.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { officeProductMessages as product } from "#app/messages/office-product.ts";
import { countJobs } from "#app/services/queue/count-jobs.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { mallCounts } from "./mall-counts.ts";
import { MallTrouble } from "./mall-trouble.tsx";
import { RecentLines } from "./recent-lines.tsx";
import { NewSeason, SeasonCard } from "./season-card.tsx";
import { SlowReviewsNotice } from "./slow-reviews-card.tsx";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], async ({ database }) => {
  const [season, channels, jobs, messages, recent, recalls, alarms, slow] = await Promise.all([
    findSeasonOverview(database),
    listChannels(database),
    countJobs(database),
    countMessages(database),
    listRecent(database, 12),
    listOpenRecalls(database),
    listAlarms(database),
    listSlowReviews(database, reviewDays),
  ]);
  const year = new Date().getFullYear();
  const byMarks = season !== null && (await findRubric(database, season.id)) !== null;
  return { byMarks, alarms, slow, recalls, season, channels, jobs, messages, recent, names: mallNames(), year };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  if (form.intent === "create") {
    const input = createSeasonInput.safeParse(form);
    if (!input.success) {
      const field = String(input.error.issues[0]?.path[0] ?? "");
      return data({ issues: [issue("form.unreadable", { field })] }, { status: 422 });
    }
    const outcome = await createSeason(database, actor, input.data);
    return outcome.ok ? data({ issues: [] }) : data({ issues: outcome.issues }, { status: 422 });
  }
  if (form.intent === "detail-template") {
    const input = setDetailTemplateInput.safeParse(form);
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await setDetailTemplate(database, actor, input.data);
    return outcome.ok ? data({ issues: [] }) : data({ issues: outcome.issues }, { status: 422 });
  }
  const { reason, ...step } = form;
  const input = advanceSeasonInput.safeParse({ ...step, ...(String(reason ?? "").trim() !== "" && { reason }) });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await advanceSeason(database, actor, input.data, await loadMallRules(database, malls));
  return outcome.ok ? data({ issues: [] }) : data({ issues: outcome.issues }, { status: 422 });
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function Overview() {
  const { season, byMarks, recent, year, alarms, slow, recalls, ...rest } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useSentence();
  return (
    <DeskPage title={t(m.title)}>
      {refusal && refusal.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={refusal.issues} />
        </Notice>
      )}
      <OpenRecalls recalls={recalls} />
      {alarms.map((alarm) => (
        <AlarmNotice key={alarm.code} {...alarm} />
      ))}
      <SlowReviewsNotice reviews={slow} nameOf={(mall) => t(nameOfChannel(rest.names, mall))} />
      <div className="desk-columns">
        <div className="desk-stack">
          {season && <SeasonCard season={season} byMarks={byMarks} />}
          {(!season || season.state === "closed") && (
            <NewSeason first={!season} year={season ? Math.max(year, season.year + 1) : year} />
          )}
          <Malls {...rest} />
        </div>
        <div className="desk-stack">
          <Jobs {...rest} />
          <Messages {...rest} />
          <DeskCard title={t(m.recent)}>
            <RecentLines lines={recent} />
          </DeskCard>
        </div>
      </div>
    </DeskPage>
  );
}

function OpenRecalls({ recalls }: Pick<Loaded, "recalls">) {
  const t = useSentence();
  const locale = useLocale();
  if (recalls.length === 0) return null;
  return (
    <Notice tone="refused" title={t(product.openRecalls)}>
      <ul>
        {recalls.map(({ productId, productName, malls, confirmed, deadlineAt, late }) => (
          <li key={productId}>
            <Link to={`/office/products/${productId}`}>{productName}</Link>{" "}
            {t(product.openRecall, { malls, confirmed, deadline: formatDateTime(locale, deadlineAt) })}
            {late && <strong> — {t(product.openRecallLate)}</strong>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const alarmTexts = {
  blobs_full: { title: m.alarmBlobsFull, body: m.alarmBlobsFullBody },
  blobs_unreachable: { title: m.alarmBlobsUnreachable, body: m.alarmBlobsUnreachableBody },
  search_down: { title: m.alarmSearchDown, body: m.alarmSearchDownBody },
  search_behind: { title: m.alarmSearchBehind, body: m.alarmSearchBehindBody },
};

function AlarmNotice({ code, since }: Loaded["alarms"][number]) {
  const t = useSentence();
  const locale = useLocale();
  const { title, body } = alarmTexts[code];
  return (
    <Notice tone="refused" title={t(title)}>
      {t(body, { since: formatDateTime(locale, since) })}
    </Notice>
  );
}

function Malls({ channels, names }: Pick<Loaded, "channels" | "names">) {
  const t = useSentence();
  return (
    <DeskCard title={t(m.malls)} aside={<Link to="/office/malls">{t(m.seeMalls)}</Link>}>
      {channels.map(({ key, on, listings, ...trouble }) => (
        <section key={key} className="desk-part">
          <div className="desk-between">
            <h3>{t(nameOfChannel(names, key))}</h3>
            <Status tone={on ? "live" : "refused"} word={t(on ? m.mallOn : m.mallOff)} />
          </div>
          <MallTrouble {...trouble} />
          <DeskCounts counts={mallCounts(key, listings, t)} />
        </section>
      ))}
    </DeskCard>
  );
}

function Jobs({ jobs }: Pick<Loaded, "jobs">) {
  const t = useSentence();
  const { workers, waiting, running, planned, failed } = jobs;
  return (
    <DeskCard title={t(m.jobs)} aside={workers > 0 && <Status tone="live" word={t(m.workersAlive, { workers })} />}>
      {workers === 0 && (
        <Notice tone="refused" title={t(m.noWorkers)}>
          {t(m.noWorkersBody)}
        </Notice>
      )}
      <DeskCounts
        counts={[
          { word: t(m.jobsRunning), count: running, tone: "live" },
          { word: t(m.jobsWaiting), count: waiting, tone: "waiting" },
          { word: t(m.jobsPlanned), count: planned },
          { word: t(m.jobsFailed), count: failed, tone: "refused" },
        ]}
      />
    </DeskCard>
  );
}

function Messages({ messages }: Pick<Loaded, "messages">) {
  const t = useSentence();
  const { waiting = 0, sending = 0, sent = 0, delivered = 0, failed = 0, unknown = 0 } = messages;
  return (
    <DeskCard title={t(m.outbox)} aside={<Link to="/office/outbox">{t(m.seeMessages)}</Link>}>
      <DeskCounts
        counts={[
          { word: t(m.messagesSent), count: sent + delivered },
          { word: t(m.messagesWaiting), count: waiting + sending, tone: "waiting" },
          { word: t(m.messagesFailed), count: failed, tone: "refused" },
          { word: t(m.messagesUnknown), count: unknown, tone: "refused" },
        ]}
      />
    </DeskCard>
  );
}
