import { Link, useLoaderData } from "@remix-run/react";
import { findSeasonOfYear } from "#app/domain/season/find-season-of-year.ts";
import { findSeasonPictures } from "#app/domain/season/find-season-pictures.ts";
import { funnelSteps } from "#app/domain/season/funnel.ts";
import { districtTiles } from "#app/domain/store/district-tiles.ts";
import { formatCount } from "#app/messages/format.ts";
import { seasonDocumentMessages as documents } from "#app/messages/season-document.ts";
import { funnelWords, seasonPictureMessages as m, waitingAgeWords } from "#app/messages/season-pictures.ts";
import { seasonStateWords, storeKindWords } from "#app/messages/states.ts";
import { BarChart } from "#app/ui/desk/charts/bar-chart.tsx";
import { ChartCard } from "#app/ui/desk/charts/chart-card.tsx";
import { SpreadChart } from "#app/ui/desk/charts/spread-chart.tsx";
import { TileMap } from "#app/ui/desk/charts/tile-map.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { readYear, SeasonYears } from "./season-years.tsx";

export const meta = pageTitle(m.title);

export const loader = allow(["office"], async ({ database, url }) => {
  const found = await findSeasonOfYear(database, readYear(url));
  if (!found) return null;
  const { name, state, year } = found.season;
  return { name, state, year, years: found.years, ...(await findSeasonPictures(database, found.season.id)) };
});

type Loaded = NonNullable<Awaited<ReturnType<typeof loader>>>;

export default function SeasonPicturesPage() {
  const loaded = useLoaderData<typeof loader>();
  const t = useSentence();
  const back = { to: "/office", word: t(m.toOffice) };
  const seasons = loaded && <SeasonYears page="/office/season/pictures" year={loaded.year} years={loaded.years} />;
  if (!loaded || loaded.funnel.submitted === 0) {
    return (
      <DeskPage title={t(m.title)} back={back}>
        {seasons}
        <EmptyState title={t(m.empty)} body={t(m.emptyBody)} />
      </DeskPage>
    );
  }
  return (
    <DeskPage
      title={t(m.title)}
      lead={`${loaded.name} · ${t(seasonStateWords[loaded.state])}`}
      back={back}
      actions={
        <Link to={`/office/season/document?year=${loaded.year}`} className="desk-button">
          {t(documents.link)} →
        </Link>
      }
    >
      {seasons}
      <div className="desk-columns">
        <div className="desk-stack">
          <Funnel {...loaded} />
          <Kinds {...loaded} />
          <Ages {...loaded} />
        </div>
        <div className="desk-stack">
          <Districts {...loaded} />
          <Curators {...loaded} />
        </div>
      </div>
    </DeskPage>
  );
}

function Funnel({ funnel }: Pick<Loaded, "funnel">) {
  const t = useSentence();
  const share = (count: number) => Math.round((count * 100) / funnel.submitted);
  const steps = funnelSteps.flatMap((step) => {
    const count = funnel[step];
    return count === null ? [] : [{ step, word: t(funnelWords[step]), count }];
  });
  return (
    <ChartCard
      title={t(m.funnelTitle)}
      lead={t(m.funnelLead)}
      table={{
        columns: [{ word: t(m.step) }, { word: t(m.products), number: true }, { word: t(m.share), number: true }],
        rows: steps.map(({ step, word, count }) => ({
          id: step,
          cells: [word, formatCount(count), `${share(count)}%`],
        })),
      }}
    >
      <BarChart
        label={t(m.funnelTitle)}
        bars={steps.map(({ step, word, count }) => ({
          ...{ key: step, word, count, of: funnel.submitted },
          said: t(m.countOf, { count: formatCount(count), share: share(count) }),
        }))}
      />
    </ChartCard>
  );
}

function Kinds({ kinds }: Pick<Loaded, "kinds">) {
  const t = useSentence();
  return (
    <ChartCard
      title={t(m.kindsTitle)}
      lead={t(m.kindsLead)}
      table={{
        columns: [{ word: t(m.kind) }, { word: t(m.places), number: true }, { word: t(m.submitted), number: true }],
        rows: kinds.map(({ kind, places, submitted }) => ({
          id: kind,
          cells: [t(storeKindWords[kind]), formatCount(places), formatCount(submitted)],
        })),
      }}
    >
      <BarChart
        label={t(m.kindsTitle)}
        bars={kinds.map(({ kind, places, submitted }) => ({
          ...{ key: kind, word: t(storeKindWords[kind]), count: places, of: submitted },
          said: t(m.placesOf, { places: formatCount(places), submitted: formatCount(submitted) }),
        }))}
      />
    </ChartCard>
  );
}

function Districts({ districts }: Pick<Loaded, "districts">) {
  const locale = useLocale();
  const t = useSentence();
  const named = districts.map((one) => ({ ...one, name: locale === "ko" ? one.nameKo : one.nameEn }));
  const before = districts.every(({ places }) => places === 0);
  const title = t(before ? m.districtsBefore : m.districtsTitle);
  const ranked = [...named].sort((one, other) => other.places - one.places || other.submitted - one.submitted);
  return (
    <ChartCard
      title={title}
      lead={t(before ? m.districtsBeforeLead : m.districtsLead)}
      table={{
        columns: [{ word: t(m.district) }, { word: t(m.places), number: true }, { word: t(m.submitted), number: true }],
        rows: ranked.map(({ code, name, places, submitted }) => ({
          id: code,
          cells: [name, formatCount(places), formatCount(submitted)],
        })),
      }}
    >
      <TileMap
        label={title}
        tiles={named.flatMap(({ code, name, places, submitted }) => {
          const [column, row] = districtTiles[code] ?? [];
          return column === undefined || row === undefined
            ? []
            : [{ key: code, word: shortName(name), count: before ? submitted : places, column, row }];
        })}
      />
    </ChartCard>
  );
}

/** 종로구 → 종로, 중구 → 중구, Yeongdeungpo-gu → Yeongdeu. */
function shortName(name: string): string {
  const bare = name.replace(/-gu$/, "").slice(0, 8);
  return bare.length > 2 ? bare.replace(/구$/, "") : bare;
}

function Curators({ curators, marks }: Pick<Loaded, "curators" | "marks">) {
  const t = useSentence();
  if (marks.mean === null) {
    return (
      <ChartCard title={t(m.curatorsTitle)} lead={t(m.noMarks)} table={null}>
        {null}
      </ChartCard>
    );
  }
  const one = (value: number) => value.toFixed(1);
  const signed = (value: number) => `${value > 0 ? "+" : ""}${one(value)}`;
  return (
    <ChartCard
      title={t(m.curatorsTitle)}
      lead={t(m.curatorsLead)}
      table={{
        columns: [
          { word: t(m.curator) },
          { word: t(m.judgements), number: true },
          { word: t(m.mean), number: true },
          { word: t(m.middleHalf), number: true },
          { word: t(m.lean), number: true },
        ],
        rows: curators.map(({ curatorId, name, judgements, mean, lowerQuarter, upperQuarter, lean }) => ({
          id: curatorId,
          cells: [
            name,
            formatCount(judgements),
            one(mean),
            `${one(lowerQuarter)}–${one(upperQuarter)}`,
            lean === null ? "–" : signed(lean),
          ],
        })),
      }}
    >
      <SpreadChart
        label={t(m.curatorsTitle)}
        from={marks.from}
        to={marks.to}
        middle={marks.mean}
        spreads={curators.map(({ curatorId, name, apart, lean, ...spread }) => ({
          ...spread,
          key: curatorId,
          word: name,
          apart: apart !== null,
          said: apart ? t(m[apart], { lean: one(lean ?? 0) }) : t(m.meanSaid, { mean: one(spread.mean) }),
        }))}
      />
    </ChartCard>
  );
}

function Ages({ ages }: Pick<Loaded, "ages">) {
  const t = useSentence();
  const named = ages.map(({ age, count }) => ({ age, count, word: t(waitingAgeWords[age]) }));
  return (
    <ChartCard
      title={t(m.agesTitle)}
      lead={t(m.agesLead)}
      table={{
        columns: [{ word: t(m.age) }, { word: t(m.products), number: true }],
        rows: named.map(({ age, word, count }) => ({ id: age, cells: [word, formatCount(count)] })),
      }}
    >
      <BarChart
        label={t(m.agesTitle)}
        bars={named.map(({ age, word, count }) => ({
          ...{ key: age, word, count },
          said: t(m.count, { count: formatCount(count) }),
        }))}
      />
    </ChartCard>
  );
}
