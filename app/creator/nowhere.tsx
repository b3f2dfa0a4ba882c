import { allow } from "#app/web/allow.server.ts";

/** Every address that is none of ours: a page like all others, so that its bar knows who is logged in. */
export const loader = allow("public", () => {
  throw new Response(null, { status: 404 });
});

export default function Nowhere() {
  return null;
}
