import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { issue } from "#app/domain/issue/issue.ts";
import { countMarketsToLookAt, listMarkets, type MarketRow } from "#app/domain/market/list-markets.ts";
import { type LoadedMarkets, loadMarkets } from "#app/domain/market/load-markets.ts";
import { placeMarket, placeMarketInput } from "#app/domain/market/place-market.ts";
import { districts } from "#app/domain/store/districts.ts";
import { formatCount } from "#app/messages/format.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { marketMessages as m } from "#app/messages/markets.ts";
import { openSheet, SheetRefused } from "#app/services/sheets/open-sheet.ts";
import { receiveUpload, UploadRefused } from "#app/services/uploads/receive-upload.ts";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskPaging } from "#app/ui/desk/desk-paging.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { BlockStack, Button, Card, InlineStack } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

const maximumBytes = 10 * 1024 * 1024;
const mostTold = 500;

const query = z.object({
  text: z.string().trim().max(100).catch("").default(""),
  place: z
    .enum(["lookAt", "elsewhere", ...districts.map(({ code }) => code)])
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(0).max(10_000).catch(0).default(0),
});

export const loader = allow(["office"], async ({ database, url }) => {
  const asked = query.parse(Object.fromEntries(url.searchParams));
  const [list, lookAt] = await Promise.all([listMarkets(database, asked), countMarketsToLookAt(database)]);
  return { asked, lookAt, ...list };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    const input = placeMarketInput.safeParse(Object.fromEntries(await request.formData()));
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await placeMarket(database, actor, input.data);
    if (!outcome.ok) return data({ issues: outcome.issues, loaded: null, placed: null }, { status: 422 });
    return data({ issues: [], loaded: null, placed: outcome.result.name });
  }
  try {
    const upload = await receiveUpload(request, { maximumBytes, fileFields: ["register"] });
    try {
      const [file] = upload.files;
      if (!file) return data({ issues: [issue("upload.missing_file")], loaded: null, placed: null }, { status: 422 });
      const loaded = await loadMarkets(database, actor, await openSheet(file));
      return data({ issues: [], loaded: { ...loaded, issues: loaded.issues.slice(0, mostTold) }, placed: null });
    } finally {
      await upload.remove();
    }
  } catch (error) {
    if (error instanceof SheetRefused)
      return data({ issues: [error.issue], loaded: null, placed: null }, { status: 422 });
    if (!(error instanceof UploadRefused)) throw error;
    const refused = issue(error.code, {}, { params: error.params });
    return data({ issues: [refused], loaded: null, placed: null }, { status: 422 });
  }
});

export default function Markets() {
  const { asked, lookAt, markets, total, isLast } = useLoaderData<typeof loader>();
  const { issues = [], loaded = null, placed = null } = useActionData<typeof action>() ?? {};
  const locale = useLocale();
  const t = useSentence();
  const pageOf = (page: number) =>
    `?${new URLSearchParams({ text: asked.text, ...(asked.place && { place: asked.place }), page: String(page) })}`;
  return (
    <DeskPage title={t(m.title)} lead={t(m.lead)}>
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.notLoaded)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {placed !== null && <Notice tone="live" title={t(m.chosen, { name: placed })} />}
      {loaded && <Loaded loaded={loaded} />}
      <Card roundedAbove="xs">
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <BlockStack gap="300">
            <Field type="file" name="register" accept=".csv,.xlsx,text/csv" label={t(m.file)} />
            <InlineStack>
              <Button submit>{t(m.upload)}</Button>
            </InlineStack>
          </BlockStack>
        </Form>
      </Card>
      <Form className="desk-filter" key={`${asked.text} ${asked.place}`}>
        <DeskField name="text" label={t(m.search)} autoComplete="off" defaultValue={asked.text} />
        <DeskSelect
          name="place"
          label={t(m.place)}
          defaultValue={asked.place ?? ""}
          options={[
            { label: t(m.everywhere), value: "" },
            { label: `${t(m.toLookAt)} (${formatCount(lookAt)})`, value: "lookAt" },
            ...districts.map(({ code, nameKo, nameEn }) => ({ label: locale === "ko" ? nameKo : nameEn, value: code })),
            { label: t(m.elsewhere), value: "elsewhere" },
          ]}
        />
        <Button submit>{t(m.find)}</Button>
      </Form>
      <p className="desk-soft">{t(m.count, { count: formatCount(total) })}</p>
      {markets.length === 0 ? (
        <EmptyState title={t(m.noneTitle)} body={t(m.noneBody)} />
      ) : (
        <DeskTable
          caption={t(m.title)}
          columns={[
            { word: t(m.market), narrow: "head" },
            { word: t(m.district) },
            { word: t(m.stalls), number: true },
            { word: t(m.stores), number: true },
          ]}
          rows={markets.map((market) => ({ id: market.id, cells: cellsOf(market) }))}
        />
      )}
      <DeskPaging
        first={asked.page > 0 ? { to: pageOf(0), word: t(m.first) } : null}
        next={isLast ? null : { to: pageOf(asked.page + 1), word: t(m.next) }}
      />
    </DeskPage>
  );
}

function cellsOf(market: MarketRow) {
  return [
    <div key="market">
      <b>{market.name}</b>
      <div className="desk-soft">{market.address}</div>
      {market.issues.length > 0 && <IssueList issues={market.issues} />}
    </div>,
    <Place key="district" market={market} />,
    market.stalls === null ? "" : formatCount(market.stalls),
    formatCount(market.stores),
  ];
}

function Place({ market: { id, address, districtCode } }: { market: MarketRow }) {
  const t = useSentence();
  const locale = useLocale();
  const district = districts.find(({ code }) => code === districtCode);
  if (district) return locale === "ko" ? district.nameKo : district.nameEn;
  if (!address.startsWith("서울")) return address.split(" ")[0] ?? "";
  return (
    <Form method="post" preventScrollReset className="desk-row">
      <input type="hidden" name="marketId" value={id} />
      <DeskSelect
        name="districtCode"
        label={t(m.district)}
        options={districts.map(({ code, nameKo, nameEn }) => ({
          label: locale === "ko" ? nameKo : nameEn,
          value: code,
        }))}
      />
      <Button submit>{t(m.choose)}</Button>
    </Form>
  );
}

function Loaded({ loaded: { read, loaded, repaired, refused, seoul, issues } }: { loaded: LoadedMarkets }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <Notice tone={refused + seoul.lookAt.length > 0 ? "waiting" : "live"} title={t(m.loadedTitle)}>
      <DeskCounts
        counts={[
          { word: t(m.read), count: read },
          { word: t(m.loaded), count: loaded },
          { word: t(m.repaired), count: repaired },
          { word: t(m.refused), count: refused },
          { word: t(m.seoulRead), count: seoul.read },
          { word: t(m.seoulPlaced), count: seoul.placed },
          { word: t(m.toLookAt), count: seoul.lookAt.length },
        ]}
      />
      {issues.length > 0 && (
        <details>
          <summary>{t(m.told, { count: issues.length })}</summary>
          <ul>
            {issues.map(({ name, issue: one }) => (
              <li key={`${one.path.row} ${one.path.field} ${one.code}`}>
                {t(m.row, { row: one.path.row ?? "" })} · {name} · {sayIssue(locale, one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
