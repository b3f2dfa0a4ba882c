import type { Actor } from "#app/domain/account/actor.ts";
import { answersOf } from "#app/domain/application/open-application.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { approveStore } from "#app/domain/store/approve-store.ts";
import { loadStoreRecord } from "#app/domain/store/load-store-record.ts";
import { proofs } from "#app/domain/store/proofs.ts";
import { judgeRequirements, type RequirementKey } from "#app/domain/store/requirements.ts";
import { returnStore } from "#app/domain/store/return-store.ts";
import { verifyRequirement } from "#app/domain/store/verify-requirement.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import type { Database, Transaction } from "#app/services/database/database.ts";
import type { Store } from "#app/services/database/generated/client.ts";
import type { DocumentKind } from "#app/services/database/generated/enums.ts";
import type { DemonstrationStore } from "./demonstration/store.ts";
import { drawPaper } from "./drawings/paper.ts";
import { photograph } from "./drawings/photograph.ts";

/** Keeps a merchant's paper as an upload is kept, and tells its blob key. */
export type KeepPaper = (bytes: Buffer) => Promise<string>;

interface Paper {
  blob: string;
  bytes: number;
}

/** What proves something, one drawing a kind; each store's own photo is kept beside them. */
export type Papers = ReadonlyMap<DocumentKind, Paper>;

const looks: Partial<Record<DocumentKind, { tone: string; lines: number }>> = {
  business_registration: { tone: "#3f5b7a", lines: 7 },
  hundred_year_certificate: { tone: "#8a5a00", lines: 4 },
  market_certificate: { tone: "#0f5c4d", lines: 5 },
  cooperative_registration: { tone: "#5b3f7a", lines: 6 },
  craft_certificate: { tone: "#7a3b2c", lines: 5 },
};

export async function takePapers(keep: KeepPaper): Promise<Papers> {
  const kept = Object.entries(looks).map(async ([kind, look]) => {
    const bytes = await photograph(drawPaper(look));
    return [kind as DocumentKind, { blob: await keep(bytes), bytes: bytes.length }] as const;
  });
  return new Map(await Promise.all(kept));
}

/** What the store's merchant entered and sent to the office, with its papers and the photo of the front. */
export async function sendApplication(
  transaction: Transaction,
  { store, told, accountId }: { store: Store; told: DemonstrationStore; accountId: string },
  papers: Papers,
  front: Paper,
): Promise<void> {
  const { designation } = told;
  const kinds: DocumentKind[] = ["business_registration", proofs[told.kind]];
  const shown = kinds.flatMap((kind) => [{ kind, ...papers.get(kind) }]);
  const documents = [...shown, { kind: "store_photo" as const, ...front }].map(({ kind, blob = "", bytes = 0 }) => {
    return {
      kind,
      blob,
      bytes,
      fileName: `${fieldLabel("ko", kind)}.jpg`,
      mediaType: "image/jpeg",
      uploadedById: accountId,
    };
  });
  const answers = {
    ...answersOf(store),
    visitable: told.visitable ? "yes" : "no",
    ...(store.marketId && { market: store.marketId }),
    ...(designation && {
      designation_number: designation.number,
      designation_from: yearsFromToday(designation.from),
      designation_to: yearsFromToday(designation.to),
    }),
  };
  await transaction.storeApplication.create({
    data: {
      ...{ accountId, storeId: store.id, state: "sent", sentAt: new Date(), answers },
      documents: { create: documents },
    },
  });
}

/** The office looks at what waits: most are approved, one is given back, one is only begun. */
export async function answerApplication(database: Database, office: Actor, told: DemonstrationStore): Promise<void> {
  const { id: storeId, state } = await database.store.findUniqueOrThrow({ where: { slug: told.slug } });
  if (state !== "submitted") return;
  if (told.givenBack) {
    requireAnswered(await returnStore(database, office, { storeId, notes: told.givenBack }));
    return;
  }
  const found = await loadStoreRecord(database, storeId);
  const open = found ? judgeRequirements(found.record).filter(({ basis, met }) => basis === "verified" && !met) : [];
  const looked: RequirementKey[] = told.waits ? ["business_registration"] : open.map(({ key }) => key);
  for (const requirement of looked) {
    requireAnswered(await verifyRequirement(database, office, { storeId, requirement }));
  }
  if (!told.waits) requireAnswered(await approveStore(database, office, { storeId }));
}

function requireAnswered(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(`The office could not answer a sample store: ${outcome.issues[0]?.code}`);
}

function yearsFromToday(years: number): string {
  const date = new Date();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
