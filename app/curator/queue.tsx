import { Link, useLoaderData } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import { countJudging } from "#app/domain/judging/find-next.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { categories } from "#app/domain/product/categories.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { findRules, hasRubric } from "#app/domain/season/find-rules.ts";
import { findSeasonOverview } from "#app/domain/season/find-season-overview.ts";
import { listSubmissions, listSubmittedCategories, type SubmissionRow } from "#app/domain/season/list-submissions.ts";
import { statesOpenForSelection } from "#app/domain/season/states.ts";
import { readSubmissionFilter, writeSubmissionFilter } from "#app/domain/season/submission-filter.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { formatWon } from "#app/messages/format.ts";
import { judgingMessages } from "#app/messages/judging.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { seasonStateWords, storeKindWords, submissionStateWords } from "#app/messages/states.ts";
import { DeskFilter } from "#app/ui/desk/desk-filter.tsx";
import { DeskGauge } from "#app/ui/desk/desk-gauge.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskPaging } from "#app/ui/desk/desk-paging.tsx";
import { type DeskColumn, DeskTable } from "#app/ui/desk/desk-table.tsx";
import { DeskTabs } from "#app/ui/desk/desk-tabs.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { submissionTones } from "#app/ui/desk/tones.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { type Translate, useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["curator", "office"], async ({ database, account, url }) => {
  const season = await findSeasonOverview(database);
  if (!season) return { season: null };
  const filter = readSubmissionFilter(url.searchParams);
  const after = url.searchParams.get("after");
  const rules = await loadMallRules(database, malls);
  const [{ rows, next }, submittedCategories, standing, count] = await Promise.all([
    listSubmissions(database, { seasonId: season.id, curatorId: account.id, filter }, rules, after),
    listSubmittedCategories(database, season.id),
    findRules(database, season),
    countJudging(database, { seasonId: season.id, curatorId: account.id }),
  ]);
  const pictureOf = await loadWebPictures(
    database,
    rows.map(({ photo }) => photo),
  );
  return {
    season,
    byMarks: hasRubric(standing.rules),
    count,
    open: statesOpenForSelection.includes(season.state),
    filter,
    search: String(writeSubmissionFilter(filter)),
    rows: rows.map(({ photo, ...row }) => ({ ...row, photo: pictureOf(photo)?.sources[0]?.path ?? null })),
    next,
    paged: after !== null,
    categories: categories
      .filter(({ key }) => submittedCategories.includes(key))
      .map(({ key, nameKo }) => ({ key, nameKo })),
  };
});

type Loaded = Extract<Awaited<ReturnType<typeof loader>>, { open: boolean }>;

const columns: readonly (DeskColumn & { word: keyof typeof m })[] = [
  { word: "photo", narrow: "picture" },
  { word: "product", narrow: "head" },
  { word: "price", number: true },
  { word: "ready" },
  { word: "ownMark" },
  { word: "meanMark" },
];

export default function Queue() {
  const loaded = useLoaderData<typeof loader>();
  const locale = useLocale();
  const t = useSentence();
  if (!loaded.season) {
    return (
      <DeskPage title={t(m.title)}>
        <EmptyState title={t(m.noSeasonTitle)} body={t(m.noSeasonBody)} />
      </DeskPage>
    );
  }
  const { season, open, rows, next, paged, byMarks } = loaded;
  const left = season.places - season.taken;
  const hint = left > 0 ? t(m.placesLeft, { left }) : t(m.placesFull);
  return (
    <DeskPage
      title={t(m.title)}
      lead={`${season.name} · ${t(seasonStateWords[season.state])}`}
      actions={<DeskGauge label={t(m.places)} taken={season.taken} of={season.places} hint={hint} />}
    >
      {byMarks && season.state === "judging" && <JudgingBar count={loaded.count} />}
      {!open && <Notice tone="information" title={t(m.seasonClosed, { state: t(seasonStateWords[season.state]) })} />}
      <QueueBar {...loaded} />
      {rows.length === 0 ? (
        <EmptyQueue {...loaded} />
      ) : (
        <DeskTable
          caption={t(m.queue)}
          columns={columns.map((column) => ({ ...column, word: t(m[column.word]) }))}
          rows={rows.map((row) => ({ id: row.id, cells: cellsOf(row, loaded, locale, t) }))}
        />
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

function QueueBar({ season, filter, categories }: Loaded) {
  const t = useSentence();
  const { submissions } = season;
  const all = Object.values(submissions).reduce((sum, count) => sum + count, 0);
  const more = { ...(filter.storeKind ? { kind: filter.storeKind } : {}), ...keptCategory(filter.categoryKey) };
  const tabs = [
    { state: "submitted", word: t(m.waiting), count: submissions.submitted },
    { state: "selected", word: t(m.selected), count: submissions.selected },
    { state: "rejected", word: t(m.rejected), count: submissions.rejected },
    { state: "all", word: t(m.all), count: all },
  ].map(({ state, ...tab }) => {
    const asked: Record<string, string> = state === "submitted" ? more : { state, ...more };
    return { ...tab, to: addressOf(String(new URLSearchParams(asked))), current: (filter.state ?? "all") === state };
  });
  const kinds = storeKinds.map((kind) => ({ value: kind, label: t(storeKindWords[kind]) }));
  return (
    <div className="desk-bar">
      <DeskTabs label={t(m.filterState)} tabs={tabs} />
      <DeskFilter
        word={t(m.show)}
        kept={filter.state === "submitted" ? {} : { state: filter.state ?? "all" }}
        selects={[
          {
            name: "kind",
            label: t(m.storeKind),
            value: filter.storeKind ?? "",
            options: [{ value: "", label: t(m.everyKind) }, ...kinds],
          },
          {
            name: "category",
            label: t(m.category),
            value: filter.categoryKey ?? "",
            options: [
              { value: "", label: t(m.everyCategory) },
              ...categories.map(({ key, nameKo }) => ({ value: key, label: nameKo })),
            ],
          },
        ]}
      />
    </div>
  );
}

function EmptyQueue({ filter }: Loaded) {
  const t = useSentence();
  const untouched = filter.state === "submitted" && !filter.storeKind && !filter.categoryKey;
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
) {
  const { id, state, place, name, store, price, readyMalls, malls: all, mark, meanMark, marks } = row;
  const address = byMarks ? `/curator/judging/${id}` : `/curator/submissions/${id}${search && `?${search}`}`;
  return [
    <Link key="photo" to={address} tabIndex={-1} aria-hidden="true" className="desk-thumb">
      <PhotoThumb src={row.photo} alt={name} size={64} />
    </Link>,
    <div key="product">
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
    </div>,
    formatWon(locale, price),
    <Status
      key="ready"
      tone={readyMalls === all ? "live" : readyMalls > 0 ? "waiting" : "refused"}
      word={t(m.readyOf, { ready: readyMalls, malls: all })}
    />,
    mark === null ? "–" : <Own key="own" mark={mark} />,
    meanMark === null ? null : t(m.meanOf, { mean: meanMark.toFixed(1), marks }),
  ];
}

function Own({ mark }: { mark: number }) {
  return <strong className="desk-mark">{mark}</strong>;
}

function keptCategory(category: string | null): Record<string, string> {
  return category ? { category } : {};
}

function addressOf(search: string, after?: string): string {
  const query = new URLSearchParams(search);
  if (after) query.set("after", after);
  const text = String(query);
  return text ? `/curator?${text}` : "/curator";
}
