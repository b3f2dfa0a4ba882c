import type { Database, Transaction } from "#app/services/database/database.ts";
import type { StoreRecord } from "./requirements.ts";

/** What the checklist of a store is drawn from, and what its application says in words. */
export async function loadStoreRecord(database: Database | Transaction, storeId: string) {
  const store = await database.store.findUnique({
    where: { id: storeId },
    include: {
      market: { select: { name: true, districtCode: true } },
      district: { select: { nameKo: true, nameEn: true } },
      application: { include: { documents: { orderBy: { createdAt: "asc" } } } },
      verifications: true,
    },
  });
  if (!store) return null;
  const answers = (store.application?.answers ?? {}) as Readonly<Record<string, string>>;
  const documents = store.application?.documents ?? [];
  const record: StoreRecord = {
    kind: store.kind,
    businessNumber: store.businessNumber,
    businessStatus: store.businessStatus,
    address: store.address,
    districtCode: store.districtCode,
    market: store.market,
    mailOrderNumber: store.mailOrderNumber,
    mailOrderAnswer: answers.mail_order ?? null,
    returnFee: store.returnFee,
    exchangeFee: store.exchangeFee,
    hasDesignationNumber: (answers.designation_number ?? "").trim() !== "",
    documents: documents.map(({ kind }) => kind),
    verified: new Set(store.verifications.map(({ requirement }) => requirement)),
  };
  return { store, answers, documents, record };
}

/** Until the transaction ends nobody else moves this store or looks something up for it. */
export async function lockStore(transaction: Transaction, storeId: string): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "store" WHERE "id" = ${storeId}::uuid FOR UPDATE`;
}
