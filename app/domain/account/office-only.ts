import { type Issue, issue } from "../issue/issue.ts";
import type { Actor } from "./actor.ts";

/** People and their roles are the office's affair; the program itself may do anything. */
export function refuseUnlessOffice(actor: Actor): { ok: false; issues: Issue[] } | null {
  if (actor.kind === "program" || actor.role === "office") return null;
  return { ok: false, issues: [issue("account.not_allowed")] };
}
