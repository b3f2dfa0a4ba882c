import { data } from "@remix-run/node";
import { Form, Link as PageLink, useActionData, useLoaderData } from "@remix-run/react";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { type ListingRow, listListings } from "#app/domain/listing/list-listings.ts";
import { retryListing, retryListingInput } from "#app/domain/listing/retry-listing.ts";
import { withdrawListing, withdrawListingInput } from "#app/domain/listing/withdraw-listing.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { listingStateWords } from "#app/messages/states.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskFilter } from "#app/ui/desk/desk-filter.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskPaging } from "#app/ui/desk/desk-paging.tsx";
import { Button, Card, Link } from "#app/ui/desk/polaris.ts";
import { listingTones } from "#app/ui/desk/tones.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { ListingFacts } from "./listing-facts.tsx";

export const meta = pageTitle(m.listings);

export const loader = allow(["office"], async ({ database, url }) => {
  const names = mallNames();
  const asked = url.searchParams.get("mall");
  const mall = asked && names[asked] ? asked : null;
  const state = states.find((one) => one === url.searchParams.get("state")) ?? null;
  const after = url.searchParams.get("after");
  const [channels, { rows, next }] = await Promise.all([
    listChannels(database),
    listListings(database, { mall, state }, after),
  ]);
  return { names, mall, state, rows, next, paged: after !== null, keys: channels.map(({ key }) => key) };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const refusal = (issues: Issue[]) => data({ did: null, issues }, { status: 422 });
  if (form.intent === "retry") {
    const input = retryListingInput.safeParse(form);
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await retryListing(database, actor, input.data);
    return outcome.ok ? data({ did: "retry" as const, issues: [] }) : refusal(outcome.issues);
  }
  const input = withdrawListingInput.safeParse(form);
  if (!input.success || form.intent !== "withdraw") throw new Response(null, { status: 400 });
  const outcome = await withdrawListing(database, actor, input.data);
  return outcome.ok ? data({ did: "withdraw" as const, issues: [] }) : refusal(outcome.issues);
});

const states = Object.keys(listingStateWords) as ListingState[];

export default function Listings() {
  const { names, mall, state, rows, next, paged, keys } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const nameOf = (key: string) => (names[key] ? t(names[key] as Sentence) : key);
  const address = (after?: string) => {
    const query = new URLSearchParams({ ...(mall && { mall }), ...(state && { state }), ...(after && { after }) });
    return `/office/listings?${query}`;
  };
  return (
    <DeskPage
      title={t(m.listings)}
      actions={
        <DeskFilter
          word={t(m.show)}
          kept={{}}
          selects={[
            {
              name: "mall",
              label: t(m.mall),
              value: mall ?? "",
              options: [
                { value: "", label: t(m.everyMall) },
                ...keys.map((key) => ({ value: key, label: nameOf(key) })),
              ],
            },
            {
              name: "state",
              label: t(m.state),
              value: state ?? "",
              options: [
                { value: "", label: t(m.everyState) },
                ...states.map((one) => ({ value: one, label: t(listingStateWords[one]) })),
              ],
            },
          ]}
        />
      }
    >
      {done?.did === "retry" && (
        <Notice tone="live" title={t(m.retried)}>
          {t(m.retriedBody)}
        </Notice>
      )}
      {done?.did === "withdraw" && <Notice tone="live" title={t(m.withdrawAsked)} />}
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {rows.length === 0 && <EmptyState title={t(m.noListingsTitle)} body={t(m.noListingsBody)} />}
      <ul className="desk-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <ListingCard row={row} mall={nameOf(row.mall)} />
          </li>
        ))}
      </ul>
      <DeskPaging
        first={paged ? { to: address(), word: t(m.firstPage) } : null}
        next={next ? { to: address(next), word: t(m.nextPage) } : null}
      />
    </DeskPage>
  );
}

function ListingCard({ row, mall }: { row: ListingRow; mall: string }) {
  const t = useSentence();
  const { id, state, issues, submissionId, productName, storeName, pageUrl, mayRetry, mayWithdraw } = row;
  return (
    <Card roundedAbove="xs" padding="0">
      <article className="desk-card desk-listing">
        <header>
          <div>
            <h2>
              {submissionId ? (
                <PageLink to={`/curator/submissions/${submissionId}?state=all`}>{productName}</PageLink>
              ) : (
                productName
              )}
            </h2>
            <span className="desk-soft">
              {mall} · {storeName}
            </span>
          </div>
          <Status tone={listingTones[state]} word={t(listingStateWords[state])} />
        </header>
        <ListingFacts row={row} />
        {issues.length > 0 && <IssueList issues={issues} />}
        <div className="desk-row">
          {pageUrl && (
            <Link url={pageUrl} external>
              {t(m.openPage)}
            </Link>
          )}
          {mayRetry && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="retry" />
              <input type="hidden" name="listingId" value={id} />
              <Button submit>{t(m.retry)}</Button>
            </Form>
          )}
          {mayWithdraw && (
            <DeskConfirm word={t(m.withdraw)} danger>
              <p>{t(m.withdrawSure, { mall })}</p>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="listingId" value={id} />
                <Button submit variant="primary" tone="critical">
                  {t(m.withdrawNow)}
                </Button>
              </Form>
            </DeskConfirm>
          )}
          <span className="desk-soft desk-reference">{row.reference}</span>
        </div>
      </article>
    </Card>
  );
}
