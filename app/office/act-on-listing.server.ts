import { data } from "@remix-run/node";
import type { Role } from "#app/domain/account/actor.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { putUpAgain, putUpAgainInput } from "#app/domain/listing/put-up-again.ts";
import { retryListing, retryListingInput } from "#app/domain/listing/retry-listing.ts";
import { sendCorrection, sendCorrectionInput } from "#app/domain/listing/send-correction.ts";
import { withdrawListing, withdrawListingInput } from "#app/domain/listing/withdraw-listing.ts";
import type { Database } from "#app/services/database/database.ts";

type Form = Record<string, FormDataEntryValue>;

/** What a listing card's buttons ask for: `intent` is `retry`, `send-correction`, `withdraw` or `put-up`. */
export async function actOnListing(database: Database, account: { id: string; role: Role }, form: Form) {
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const refusal = (issues: Issue[]) => data({ did: null, issues }, { status: 422 });
  if (form.intent === "retry") {
    const input = retryListingInput.safeParse(form);
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await retryListing(database, actor, input.data);
    return outcome.ok ? data({ did: "retry" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
  }
  if (form.intent === "send-correction") {
    const input = sendCorrectionInput.safeParse(form);
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await sendCorrection(database, actor, input.data);
    return outcome.ok ? data({ did: "send-correction" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
  }
  if (form.intent === "put-up") {
    const input = putUpAgainInput.safeParse(form);
    if (!input.success) throw new Response(null, { status: 400 });
    const outcome = await putUpAgain(database, actor, input.data);
    return outcome.ok ? data({ did: "put-up" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
  }
  const input = withdrawListingInput.safeParse(form);
  if (!input.success || form.intent !== "withdraw") throw new Response(null, { status: 400 });
  const outcome = await withdrawListing(database, actor, input.data);
  return outcome.ok ? data({ did: "withdraw" as const, issues: [] as Issue[] }) : refusal(outcome.issues);
}
