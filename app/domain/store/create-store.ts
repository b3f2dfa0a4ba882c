import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { storeKinds } from "../product/product-facts.ts";
import { districts } from "./districts.ts";
import { freeSlug } from "./slug.ts";
import { readFee, readLine, readNumberOfBusiness, readPostcode, readStorePhone, together } from "./store-fields.ts";

const line = z.string().trim().max(200).default("");

/** As typed; what is missing or cannot be read becomes an issue of its field. Fees in won. */
export const createStoreInput = z.object({
  kind: z.enum(storeKinds),
  name: line,
  ownerName: line,
  businessNumber: line,
  mailOrderNumber: line,
  phone: line,
  postcode: line,
  address: line,
  districtCode: z.enum(districts.map(({ code }) => code)),
  shippingFee: line,
  returnFee: line,
  exchangeFee: line,
});

/** A store of the programme, still waiting for approval. */
export async function createStore(
  database: Database,
  actor: Actor,
  typed: z.infer<typeof createStoreInput>,
): Promise<Outcome<{ storeId: string }>> {
  const read = together({
    name: readLine("store_name", typed.name),
    ownerName: readLine("owner_name", typed.ownerName),
    businessNumber: readNumberOfBusiness("business_number", typed.businessNumber),
    phone: readStorePhone("store_phone", typed.phone),
    postcode: readPostcode("postcode", typed.postcode),
    address: readLine("address", typed.address),
    shippingFee: readFee("shipping_fee", typed.shippingFee),
    returnFee: readFee("return_fee", typed.returnFee),
    exchangeFee: readFee("exchange_fee", typed.exchangeFee),
  });
  if (!read.ok) return read;
  const { kind, districtCode, mailOrderNumber } = typed;
  const { name, businessNumber } = read.values;
  try {
    return await inTransaction(database, async (transaction) => {
      const slug = await freeSlug(transaction, name, businessNumber);
      const store = await transaction.store.create({
        data: { ...read.values, kind, districtCode, slug, mailOrderNumber: mailOrderNumber || null },
      });
      await recordAudit(transaction, actor, { action: "create-store", subject: { kind: "store", id: store.id } });
      return done({ storeId: store.id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("store.already_exists", { field: "business_number" });
    throw error;
  }
}
