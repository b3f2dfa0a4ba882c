import { Outlet, useLoaderData } from "@remix-run/react";
import { peopleMessages as people } from "#app/messages/account.ts";
import { marketMessages as markets } from "#app/messages/markets.ts";
import { officeMessages as office } from "#app/messages/office.ts";
import { publicationMessages as publication } from "#app/messages/publication.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { visitMessages } from "#app/messages/visits.ts";
import { DeskFrame, deskLinks } from "#app/ui/desk/desk-frame.tsx";
import { allow } from "#app/web/allow.server.ts";

export const links = deskLinks;
export const loader = allow(["office"], ({ account }) => ({ name: account.name }));

const pages = [
  { to: "/office", word: m.office, end: true },
  { to: "/office/season/rules", word: office.season, under: "/office/season" },
  { to: "/curator", word: m.selection },
  { to: "/office/publication", word: publication.title },
  { to: "/office/listings", word: office.listings },
  { to: "/office/malls", word: office.malls },
  { to: "/office/hand-overs", word: office.handOvers },
  { to: "/office/stores", word: office.stores },
  { to: "/office/markets", word: markets.title },
  { to: "/office/campaigns", word: visitMessages.officeTitle },
  { to: "/office/people", word: people.title },
  { to: "/office/outbox", word: people.outbox },
];

export default function OfficeFrame() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <DeskFrame home="/office" links={pages} name={name}>
      <Outlet />
    </DeskFrame>
  );
}
