import type { Database, Transaction } from "#app/services/database/database.ts";
import { refused } from "../outcome.ts";
import { askedConsents, consentKinds } from "./kinds.ts";
import { isToBeAsked, type Standing, standingOf } from "./standing.ts";

/** Every consent of a person, in the order they are asked. */
export async function findConsents(
  database: Database | Transaction,
  accountId: string,
  asked = askedConsents,
): Promise<Standing[]> {
  const answers = await database.consent.findMany({ where: { accountId } });
  return consentKinds.map((kind) => standingOf(kind, answers, asked));
}

/** The consent to ask a person for next; null: nothing is open. */
export async function findOpenConsent(
  database: Database | Transaction,
  accountId: string,
  asked = askedConsents,
): Promise<Standing | null> {
  return (await findConsents(database, accountId, asked)).find(isToBeAsked) ?? null;
}

/** Why nothing may be taken in or sent for this person: what the service cannot do without is not agreed to. Null: it is. */
export async function refuseWithoutConsents(
  database: Database | Transaction,
  accountId: string,
  asked = askedConsents,
) {
  const standings = await findConsents(database, accountId, asked);
  return standings.some(({ state, optional }) => !optional && state !== "agreed") ? refused("consent.needed") : null;
}
