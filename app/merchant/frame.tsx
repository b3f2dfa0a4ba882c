import type { LinksFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { merchantMessages } from "#app/messages/merchant.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { PlainFrame } from "#app/ui/plain/page.tsx";
import { allow } from "#app/web/allow.server.ts";
import { HelperNotice } from "./helper-notice.tsx";
import styles from "./merchant.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = allow(["merchant"], ({ account: { name, helper } }) => ({ name, helper: helper?.name ?? null }));

const ownPages = [
  { to: "/merchant", word: m.myProducts, end: true },
  { to: "/merchant/imports/new", word: merchantMessages.upload },
];

export default function MerchantFrame() {
  const { name, helper } = useLoaderData<typeof loader>();
  return (
    <PlainFrame home="/merchant" links={ownPages} name={name}>
      {helper !== null && <HelperNotice merchant={name} helper={helper} />}
      <Outlet />
    </PlainFrame>
  );
}
