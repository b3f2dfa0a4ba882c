import type { Actor } from "../account/actor.ts";
import { refused } from "../outcome.ts";

/** Why `actor` may not do what only the merchant may (send, agree, consent, leave): they type for somebody. Null: they may. */
export function refuseHelper(actor: Actor) {
  return actor.kind === "person" && actor.onBehalfOfId ? refused("help.only_merchant") : null;
}
