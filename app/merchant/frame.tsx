import type { LinksFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { merchantMessages } from "#app/messages/merchant.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { visitMessages } from "#app/messages/visits.ts";
import { PlainFrame } from "#app/ui/plain/page.tsx";
import { allow } from "#app/web/allow.server.ts";
import { ClosingNotice } from "./closing-notice.tsx";
import { HelperNotice } from "./helper-notice.tsx";
import homeStyles from "./home.css?url";
import importStyles from "./imports.css?url";
import styles from "./merchant.css?url";
import { OfflineGuard } from "./offline-guard.tsx";
import { PhotoSender } from "./photo-sender.tsx";
import pageStyles from "./product-page.css?url";
import productStyles from "./products.css?url";

export const links: LinksFunction = () =>
  [styles, homeStyles, importStyles, pageStyles, productStyles].map((href) => ({ rel: "stylesheet", href }));

export const loader = allow(["merchant"], ({ account: { id, name, helper, closingAt } }) => ({
  id,
  name,
  closing: Boolean(closingAt),
  helper: helper?.name ?? null,
}));

const ownPages = [
  { to: "/merchant", word: m.myProducts, end: true },
  { to: "/merchant/imports/new", word: merchantMessages.upload },
  { to: "/merchant/visits", word: visitMessages.merchantTitle },
];

export default function MerchantFrame() {
  const { id, name, helper, closing } = useLoaderData<typeof loader>();
  return (
    <PlainFrame home="/merchant" links={ownPages} name={name}>
      {helper !== null && <HelperNotice merchant={name} helper={helper} />}
      {closing && <ClosingNotice />}
      <OfflineGuard>
        <PhotoSender owner={id} />
        <Outlet />
      </OfflineGuard>
    </PlainFrame>
  );
}
