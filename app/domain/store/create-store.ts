import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { storeKinds } from "../product/product-facts.ts";
import { readBusinessNumber } from "./business-number.ts";
import { districts } from "./districts.ts";

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

type Typed = z.infer<typeof createStoreInput>;

/** A store of the programme, still waiting for approval. Its slug is its name, with its business number's end when taken. */
export async function createStore(
  database: Database,
  actor: Actor,
  typed: Typed,
): Promise<Outcome<{ storeId: string }>> {
  const number = readBusinessNumber(typed.businessNumber);
  const fees = {
    shippingFee: readFee(typed.shippingFee),
    returnFee: readFee(typed.returnFee),
    exchangeFee: readFee(typed.exchangeFee),
  };
  const issues = judge(typed, number, fees);
  if (issues.length > 0 || !number.ok) return { ok: false, issues };
  const { kind, name, ownerName, phone, postcode, address, districtCode } = typed;
  const { businessNumber } = number;
  const { shippingFee, returnFee, exchangeFee } = fees;
  try {
    return await inTransaction(database, async (transaction) => {
      const plain = name.normalize("NFC").replace(/[/?#\s]+/g, "-");
      const taken = await transaction.store.findUnique({ where: { slug: plain }, select: { id: true } });
      const store = await transaction.store.create({
        data: {
          ...{ kind, name, ownerName, phone, postcode, address, districtCode, businessNumber, returnFee, exchangeFee },
          shippingFee: shippingFee ?? 0,
          mailOrderNumber: typed.mailOrderNumber || null,
          slug: taken ? `${plain}-${businessNumber.slice(-5)}` : plain,
        },
      });
      await recordAudit(transaction, actor, { action: "create-store", subject: { kind: "store", id: store.id } });
      return done({ storeId: store.id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("store.already_exists", { field: "businessNumber" });
    throw error;
  }
}

function judge(
  typed: Typed,
  number: ReturnType<typeof readBusinessNumber>,
  fees: Record<"shippingFee" | "returnFee" | "exchangeFee", number | null>,
): Issue[] {
  const needed = ["name", "ownerName", "phone", "address"] as const;
  const missing = needed
    .filter((field) => typed[field] === "")
    .map((field) => issue("form.missing", { field: labels[field] }));
  const unreadable = [
    ...(/^\d{5}$/.test(typed.postcode) ? [] : [issue("form.unreadable", { field: "postcode" })]),
    ...(["shippingFee", "returnFee", "exchangeFee"] as const)
      .filter((field) => fees[field] === null)
      .map((field) => issue("form.unreadable", { field: labels[field] })),
  ];
  return [...missing, ...(number.ok ? [] : [issue(number.code, { field: "businessNumber" })]), ...unreadable];
}

/** A form's field → the name under which its label and its issue are found. */
const labels = {
  name: "store_name",
  ownerName: "owner_name",
  phone: "store_phone",
  address: "address",
  shippingFee: "shipping_fee",
  returnFee: "return_fee",
  exchangeFee: "exchange_fee",
} as const;

/** Whole won; null when it is anything else. */
function readFee(text: string): number | null {
  const digits = text.normalize("NFKC").replace(/[,\s원]/g, "");
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
