import { redirect } from "@remix-run/node";
import type { SessionAccount } from "#app/domain/account/find-session.ts";

/** The store whose merchant this is; one without a store is told so at home. */
export function ownStore({ storeId }: SessionAccount): string {
  if (storeId === null) throw redirect("/merchant");
  return storeId;
}

/** What is not the store's own does not exist for it. */
export function orNotFound<T>(found: T | null): T {
  if (found === null) throw new Response(null, { status: 404 });
  return found;
}

/** A person's act, as use cases want it. */
export function merchantActor({ id }: SessionAccount) {
  return { kind: "person" as const, accountId: id, role: "merchant" as const };
}
