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

/** Whose act it is, as use cases want it: the merchant's, or of whoever types on the merchant's behalf. */
export function merchantActor({ id, helper }: SessionAccount) {
  if (!helper) return { kind: "person" as const, accountId: id, role: "merchant" as const };
  return {
    kind: "person" as const,
    accountId: helper.id,
    role: helper.role === "office" ? ("office" as const) : ("merchant" as const),
    onBehalfOfId: id,
  };
}
