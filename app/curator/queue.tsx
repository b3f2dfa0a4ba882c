import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { countJudging } from "#app/domain/judging/find-next.ts";
import { listPanel } from "#app/domain/judging/list-conflicts.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { categories } from "#app/domain/product/categories.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { countSubmissions } from "#app/domain/season/count-submissions.ts";
import { findRules, hasRubric } from "#app/domain/season/find-rules.ts";
import { findSeasonOverview } from "#app/domain/season/find-season-overview.ts";
import { listSubmissions, type SubmissionRow } from "#app/domain/season/list-submissions.ts";
import { deleteView, listViews, saveView, saveViewInput } from "#app/domain/season/saved-views.ts";
import { statesOpenForSelection } from "#app/domain/season/states.ts";
import { readSubmissionFilter, writeSubmissionFilter } from "#app/domain/season/submission-filter.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { formatWon } from "#app/messages/format.ts";
import { judgingMessages } from "#app/messages/judging.ts";
import { manyMessages as many } from "#app/messages/queue.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { seasonStateWords, storeKindWords, submissionStateWords } from "#app/messages/states.ts";
import { DeskGauge } from "#app/ui/desk/desk-gauge.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskPaging } from "#app/ui/desk/desk-paging.tsx";
import { type DeskColumn, DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { submissionTones } from "#app/ui/desk/tones.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { type Translate, useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { actOnMany, type DoneMany } from "./act-on-many.server.ts";
import { Choose, DoneToMany, ManyBar, useChoice } from "./many-bar.tsx";
import { QueueBar } from "./queue-bar.tsx";

export const meta = pageTitle(m.title);

export const loader = allow(["curator", "office"], async ({ database, account, url }) => {
  const season = await findSeasonOverview(database);
  if (!season) return { season: null };
  const { rules } = await findRules(database, season);
  const blind = account.role === "curator" && rules.rubric?.blind === true;
  const mayActOnMany = account.role === "office" && hasRubric(rules) && season.state === "judging";
  const asked = readSubmissionFilter(url.searchParams);
  const filter = blind ? { ...asked, lowestMean: null, highestMean: null } : asked;
  const after = url.searchParams.get("after");
  const mallRules = await loadMallRules(database, malls);
  const [{ rows, next }, counts, views, count] = await Promise.all([
    listSubmissions(database, { seasonId: season.id, curatorId: account.id, filter }, mallRules, after),
    countSubmissions(database, season.id, filter),
    listViews(database, account.id),
    countJudging(database, { seasonId: season.id, curatorId: account.id }),
  ]);
  const pictureOf = await loadWebPictures(
    database,
    rows.map(({ photo }) => photo),
  );
  return {
    season,
    byMarks: hasRubric(rules),
    /** The office looks on; curators judge. */
    judges: account.role === "curator",
    count,
    open: statesOpenForSelection.includes(season.state),
    filter,
    search: String(writeSubmissionFilter(filter)),
    rows: rows.map(({ photo, meanMark, marks, ...row }) => ({
      ...row,
      photo: pictureOf(photo)?.sources[0]?.path ?? null,
      meanMark: blind ? null : meanMark,
      marks: blind ? 0 : marks,
    })),
    next,
    paged: after !== null,
    categories: categories.map(({ key, nameKo }) => ({ key, nameKo })),
    counts,
    views,
    blind,
    panel: mayActOnMany ? await listPanel(database, season.id) : null,
  };
});

export const action = allow(["curator", "office"], async ({ request, database, account, url }) => {
  const sent = await request.formData();
  const form = Object.fromEntries(sent);
  if (form.intent === "assign" || form.intent === "return") {
    const actor = { kind: "person", accountId: account.id, role: account.role } as const satisfies Actor;
    const done = await actOnMany(database, actor, form.intent, sent, readSubmissionFilter(url.searchParams));
    return data(done, { status: done.issues.length > 0 ? 422 : 200 });
  }
  if (form.intent === "delete-view") {
    const view = z.object({ id: z.uuid() }).safeParse(form);
    if (!view.success) throw new Response(null, { status: 400 });
    await deleteView(database, account.id, view.data);
  } else if (form.intent === "save-view") {
    const input = saveViewInput.safeParse(form);
    if (!input.success) return data({ issues: [issue("view.name_missing", { field: "name" })] }, { status: 422 });
    const outcome = await saveView(database, account.id, input.data);
    if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  } else throw new Response(null, { status: 400 });
  return redirect(`/curator${url.search}`);
});

type Loaded = Extract<Awaited<ReturnType<typeof loader>>, { open: boolean }>;

type Column = "photo" | "product" | "price" | "ready" | "ownMark" | "meanMark";

const columns: readonly (DeskColumn & { word: Column })[] = [
  { word: "photo", narrow: "picture" },
  { word: "product", narrow: "head" },
  { word: "price", number: true },
  { word: "ready" },
  { word: "ownMark" },
  { word: "meanMark" },
];

/** The office gives no marks; nobody sees the others' while they are hidden. */
function columnsFor({ judges, byMarks, blind }: Pick<Loaded, "judges" | "byMarks" | "blind">) {
  return columns.filter(({ word }) => (word !== "ownMark" || judges || !byMarks) && (word !== "meanMark" || !blind));
}

export default function Queue() {
  const loaded = useLoaderData<typeof loader>();
  const t = useSentence();
  if (!loaded.season) {
    return (
      <DeskPage title={t(m.title)}>
        <EmptyState title={t(m.noSeasonTitle)} body={t(m.noSeasonBody)} />
      </DeskPage>
    );
  }
  return <Submissions loaded={loaded} />;
}

function Submissions({ loaded }: { loaded: Loaded }) {
  const answer = useActionData<typeof action>();
  const done = answer && "did" in answer ? (answer as DoneMany) : null;
  const locale = useLocale();
  const t = useSentence();
  const { season, open, rows, next, paged, byMarks, panel } = loaded;
  const choice = useChoice(rows, loaded.search, done);
  const left = season.places - season.taken;
  const hint = left > 0 ? t(m.placesLeft, { left }) : t(m.placesFull);
  return (
    <DeskPage
      title={t(m.title)}
      lead={`${season.name} · ${t(seasonStateWords[season.state])}`}
      actions={<DeskGauge label={t(m.places)} taken={season.taken} of={season.places} hint={hint} />}
    >
      {byMarks && season.state === "judging" && loaded.judges && <JudgingBar count={loaded.count} />}
      {!open && <Notice tone="information" title={t(m.seasonClosed, { state: t(seasonStateWords[season.state]) })} />}
      <QueueBar {...loaded} issues={done === null ? (answer?.issues ?? []) : []} />
      {done && <DoneToMany done={done} />}
      {rows.length === 0 ? (
        <EmptyQueue {...loaded} />
      ) : (
        <>
          {panel && <ManyBar panel={panel} choice={choice} shown={rows.length} found={loaded.counts.total} />}
          <DeskTable
            caption={t(m.queue)}
            columns={[
              ...(panel ? [{ word: t(many.choose), narrow: "line" as const, tight: true }] : []),
              ...columnsFor(loaded).map((column) => ({ ...column, word: t(m[column.word]) })),
            ]}
            rows={rows.map((row) => ({
              id: row.id,
              cells: [
                ...(panel ? [<Choose key="choose" id={row.id} name={row.name} choice={choice} />] : []),
                ...columnsFor(loaded).map(({ word }) => cellsOf(row, loaded, locale, t)[word]),
              ],
            }))}
          />
        </>
      )}
      <DeskPaging
        first={paged ? { to: addressOf(loaded.search), word: t(m.firstPage) } : null}
        next={next ? { to: addressOf(loaded.search, next), word: t(m.nextPage) } : null}
      />
    </DeskPage>
  );
}

/** In a season that is decided by marks: on to what the curator was dealt. */
function JudgingBar({ count }: Pick<Loaded, "count">) {
  const t = useSentence();
  return (
    <div className="desk-row">
      <Button url="/curator/judging" variant="primary">
        {t(count.given > 0 ? judgingMessages.goOn : judgingMessages.start)}
      </Button>
      <span className="desk-soft">
        {t(judgingMessages.given)} {count.given} / {count.dealt}
        {count.reopened > 0 && ` · ${t(judgingMessages.reopenedCount, { count: count.reopened })}`}
      </span>
      <Link to="/curator/conflicts">{t(judgingMessages.conflicts)}</Link>
    </div>
  );
}

function EmptyQueue({ filter }: Loaded) {
  const t = useSentence();
  const untouched = String(writeSubmissionFilter(filter)) === "";
  return (
    <EmptyState
      title={t(untouched ? m.emptyWaitingTitle : m.emptyTitle)}
      body={t(untouched ? m.emptyWaitingBody : m.emptyBody)}
    >
      <Button url="/curator?state=all">{t(m.seeAll)}</Button>
    </EmptyState>
  );
}

function cellsOf(
  row: Omit<SubmissionRow, "photo"> & { photo: string | null },
  { search, byMarks }: Pick<Loaded, "search" | "byMarks">,
  locale: Locale,
  t: Translate,
): Record<Column, ReactNode> {
  const { id, state, place, name, store, price, readyMalls, malls: all, mark, meanMark, marks } = row;
  const address = byMarks ? `/curator/judging/${id}` : `/curator/submissions/${id}${search && `?${search}`}`;
  return {
    photo: (
      <Link to={address} tabIndex={-1} aria-hidden="true" className="desk-thumb">
        <PhotoThumb src={row.photo} alt={name} size={64} />
      </Link>
    ),
    product: (
      <div>
        <Link to={address}>{name}</Link>
        <div className="desk-soft">
          {store.name} · {t(storeKindWords[store.kind])}
        </div>
        {state !== "submitted" && (
          <Status
            tone={submissionTones[state]}
            word={place === null ? t(submissionStateWords[state]) : t(m.placeNumber, { place })}
          />
        )}
      </div>
    ),
    price: formatWon(locale, price),
    ready: (
      <Status
        tone={readyMalls === all ? "live" : readyMalls > 0 ? "waiting" : "refused"}
        word={t(m.readyOf, { ready: readyMalls, malls: all })}
      />
    ),
    ownMark: mark === null ? "–" : <Own mark={mark} />,
    meanMark: meanMark === null ? null : t(m.meanOf, { mean: meanMark.toFixed(1), marks }),
  };
}

function Own({ mark }: { mark: number }) {
  return <strong className="desk-mark">{mark}</strong>;
}

function addressOf(search: string, after?: string): string {
  const query = new URLSearchParams(search);
  if (after) query.set("after", after);
  const text = String(query);
  return text ? `/curator?${text}` : "/curator";
}
