import { Outlet, useLoaderData } from "@remix-run/react";
import { shellMessages as m } from "#app/messages/shell.ts";
import { PlainFrame } from "#app/ui/plain/page.tsx";
import { allow } from "#app/web/allow.server.ts";

export const loader = allow(["merchant"], ({ account }) => ({ name: account.name }));

const links = [{ to: "/merchant", word: m.myProducts }];

export default function MerchantFrame() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <PlainFrame home="/merchant" links={links} name={name}>
      <Outlet />
    </PlainFrame>
  );
}
