import type { Role } from "./actor.ts";

/** Staff log in with a password, everybody else with a code. */
export function isStaff(role: Role): boolean {
  return role === "curator" || role === "office";
}
