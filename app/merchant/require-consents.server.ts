import { redirect } from "@remix-run/node";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { findOpenConsent } from "#app/domain/consent/find-consents.ts";
import type { Database } from "#app/services/database/database.ts";
import { consentAddress } from "#app/web/consent-address.ts";

/** Asks what is open before anything else; a helper cannot answer, and is shown who can. */
export async function requireConsents(database: Database, account: SessionAccount): Promise<void> {
  const open = await findOpenConsent(database, account.id);
  if (open && (!account.helper || !open.optional)) throw redirect(consentAddress(open.kind));
}
