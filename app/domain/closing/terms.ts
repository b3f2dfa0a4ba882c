import type { Role } from "../account/actor.ts";

const day = 24 * 60 * 60_000;

/** Records of contracts and of supply: article 6 of the decree to the act on consumer protection in electronic commerce. */
const contractYears = 5;
/** Nobody else made a contract; so long a mistake can be put right by inviting them again. */
const otherDays = 30;

/** When what names a person whose account ended is erased. */
export function eraseAfter(role: Role, endedAt: Date): Date {
  if (role !== "merchant") return new Date(endedAt.getTime() + otherDays * day);
  const date = new Date(endedAt);
  date.setUTCFullYear(date.getUTCFullYear() + contractYears);
  return date;
}
