import type { Actor } from "#app/domain/account/actor.ts";
import { agreeToMall } from "#app/domain/agreement/agree-to-mall.ts";
import { listMallTerms } from "#app/domain/agreement/list-mall-terms.ts";
import { answerConsent } from "#app/domain/consent/answer-consent.ts";
import { askedConsents, consentKinds } from "#app/domain/consent/kinds.ts";
import type { Database } from "#app/services/database/database.ts";

type Merchant = Extract<Actor, { kind: "person" }>;

/** A played merchant says yes to everything asked, as a real one would; without a store to the consents alone. */
export async function giveWord(database: Database, merchant: Merchant, storeId: string | null): Promise<void> {
  const { accountId } = merchant;
  for (const kind of consentKinds) {
    const { version } = askedConsents[kind];
    requireDone(await answerConsent(database, merchant, { accountId, kind, version, agreed: true }));
  }
  if (storeId === null) return;
  for (const { mall, terms } of await listMallTerms(database, storeId)) {
    if (terms) requireDone(await agreeToMall(database, merchant, { storeId, mall, ...terms }));
  }
}

function requireDone(outcome: Awaited<ReturnType<typeof agreeToMall>>): void {
  if (!outcome.ok) throw new Error(`A played merchant could not agree: ${outcome.issues[0]?.code}`);
}
