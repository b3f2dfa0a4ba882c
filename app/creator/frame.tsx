import type { LinksFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import type { Role } from "#app/domain/account/actor.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { hundredMessages, productListMessages } from "#app/messages/stores.ts";
import { visitMessages } from "#app/messages/visits.ts";
import { PlainFrame } from "#app/ui/plain/page.tsx";
import type { BarLink } from "#app/ui/plain/top-bar.tsx";
import { allow } from "#app/web/allow.server.ts";
import styles from "./public.css?url";

export const handle = { scripts: false };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow("public", ({ account }) => ({ name: account?.name ?? null, role: account?.role ?? null }));

const ownPages: Record<Role, BarLink[]> = {
  merchant: [{ to: "/merchant", word: m.myProducts }],
  curator: [{ to: "/curator", word: m.selection }],
  creator: [{ to: "/creator", word: visitMessages.creatorHome }],
  office: [{ to: "/office", word: m.office }],
};

export default function CreatorFrame() {
  const { name, role } = useLoaderData<typeof loader>();
  return (
    <PlainFrame
      home="/"
      links={[
        { to: "/stores", word: m.stores },
        { to: "/products", word: productListMessages.navigation },
        { to: "/hundred", word: hundredMessages.navigation },
        ...(role ? ownPages[role] : []),
      ]}
      name={name}
    >
      <Outlet />
    </PlainFrame>
  );
}
