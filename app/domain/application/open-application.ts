import type { Transaction } from "#app/services/database/database.ts";
import type { Store, StoreApplication } from "#app/services/database/generated/client.ts";
import { formatBusinessNumber } from "../store/business-number.ts";
import { storeStates } from "../store/states.ts";
import type { Answers } from "./fields.ts";
import type { Shown } from "./judge.ts";
import { isOpen } from "./states.ts";

export type OpenApplication = Omit<StoreApplication, "answers"> & Shown;

/**
 * The merchant's application, begun when there is none, locked until the transaction ends. Null when it is not theirs to
 * change: sent, accepted, or their store takes part already.
 */
export async function openApplication(transaction: Transaction, accountId: string): Promise<OpenApplication | null> {
  // Whoever else begins it at this moment waits here.
  const locked = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "account" WHERE "id" = ${accountId}::uuid FOR UPDATE`;
  if (locked.length === 0) return null;
  const existing = await transaction.storeApplication.findUnique({ where: { accountId } });
  const application = existing ?? (await beginApplication(transaction, accountId));
  if (!application || !isOpen(application.state)) return null;
  const store = application.storeId
    ? await transaction.store.findUniqueOrThrow({ where: { id: application.storeId } })
    : null;
  if (store && !storeStates.allows(store.state, "submitted")) return null;
  return { ...application, ...(await loadShown(transaction, application)) };
}

/** A store that the office began for this merchant is finished by its application. */
async function beginApplication(transaction: Transaction, accountId: string): Promise<StoreApplication | null> {
  const store = await transaction.store.findFirst({ where: { members: { some: { accountId } } } });
  if (store && store.state !== "draft") return null;
  return transaction.storeApplication.create({
    data: { accountId, ...(store && { storeId: store.id, answers: answersOf(store) }) },
  });
}

export async function loadShown(
  database: Pick<Transaction, "market" | "storeDocument">,
  { id, answers: stored }: StoreApplication,
): Promise<Shown> {
  const answers = stored as Answers;
  const documents = await database.storeDocument.findMany({ where: { applicationId: id }, select: { kind: true } });
  const market = /^[0-9a-f-]{36}$/.test(answers.market ?? "")
    ? await database.market.findUnique({ where: { id: answers.market }, select: { id: true, districtCode: true } })
    : null;
  return { answers, market, documents: documents.map(({ kind }) => kind) };
}

/** What a store says already, as it could have been typed. */
export function answersOf(store: Store): Answers {
  return {
    business_number: formatBusinessNumber(store.businessNumber),
    store_name: store.name,
    owner_name: store.ownerName,
    store_phone: store.phone,
    kind: store.kind,
    postcode: store.postcode,
    address: store.address,
    district: store.districtCode,
    shipping_fee: String(store.shippingFee),
    ...(store.returnFee !== null && { return_fee: String(store.returnFee) }),
    ...(store.exchangeFee !== null && { exchange_fee: String(store.exchangeFee) }),
    ...(store.mailOrderNumber !== null && { mail_order: "number", mail_order_number: store.mailOrderNumber }),
    ...(store.story !== "" && { story: store.story }),
    ...(store.hours !== "" && { hours: store.hours }),
  };
}
