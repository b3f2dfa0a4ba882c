import { useActionData, useLoaderData } from "@remix-run/react";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { listListings } from "#app/domain/listing/list-listings.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { listingStateWords } from "#app/messages/states.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { DeskFilter } from "#app/ui/desk/desk-filter.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskPaging } from "#app/ui/desk/desk-paging.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { actOnListing } from "./act-on-listing.server.ts";
import { ListingActionNotice, ListingCard } from "./listing-card.tsx";

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

export const action = allow(["office"], async ({ request, database, account }) =>
  actOnListing(database, account, Object.fromEntries(await request.formData())),
);

const states = Object.keys(listingStateWords) as ListingState[];

export default function Listings() {
  const { names, mall, state, rows, next, paged, keys } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  const nameOf = (key: string) => t(nameOfChannel(names, key));
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
      <ListingActionNotice done={done} />
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
