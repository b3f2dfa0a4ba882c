import { Outlet, useLoaderData } from "@remix-run/react";
import { shellMessages as m } from "#app/messages/shell.ts";
import { DeskFrame, deskLinks } from "#app/ui/desk/desk-frame.tsx";
import { allow } from "#app/web/allow.server.ts";
import { rarelyChanged } from "#app/web/rarely-changed.ts";

export const links = deskLinks;
export const loader = allow(["curator", "office"], ({ account: { name, role } }) => ({ name, role }));
export const shouldRevalidate = rarelyChanged;

const selection = { to: "/curator", word: m.selection };
const pages = { curator: [selection], office: [{ to: "/office", word: m.office }, selection] };

export default function CuratorFrame() {
  const { name, role } = useLoaderData<typeof loader>();
  return (
    <DeskFrame home={role === "office" ? "/office" : "/curator"} links={pages[role]} name={name}>
      <Outlet />
    </DeskFrame>
  );
}
