import type { DocumentKind } from "#app/services/database/generated/enums.ts";
import type { StoreKind } from "../product/product-facts.ts";
import { proofs } from "../store/proofs.ts";
import type { AnswerField } from "./fields.ts";

/** One screen: the fields it asks for, or the document it wants to see. */
export interface Step {
  key: StepKey;
  fields: readonly AnswerField[];
  document: DocumentKind | null;
}

interface Plan {
  key: string;
  fields?: readonly AnswerField[];
  /** By the kind of the store, or one for all. */
  document?: DocumentKind | Record<StoreKind, DocumentKind>;
  /** Asked of these kinds only. */
  kinds?: readonly StoreKind[];
}

/** In the order they are asked. Creators visit old shops and market stalls only. */
const plans = [
  { key: "business-number", fields: ["business_number"] },
  { key: "registration", document: "business_registration" },
  { key: "name", fields: ["store_name"] },
  { key: "owner", fields: ["owner_name"] },
  { key: "phone", fields: ["store_phone"] },
  { key: "kind", fields: ["kind"] },
  { key: "proof", document: proofs },
  {
    key: "designation",
    fields: ["designation_number", "designation_from", "designation_to"],
    kinds: ["hundred_year"],
  },
  { key: "address", fields: ["postcode", "address", "district"] },
  { key: "market", fields: ["market"], kinds: ["traditional_market"] },
  { key: "story", fields: ["story"] },
  { key: "photo", document: "store_photo" },
  { key: "hours", fields: ["hours"] },
  { key: "visits", fields: ["visitable"], kinds: ["hundred_year", "traditional_market"] },
  { key: "mail-order", fields: ["mail_order", "mail_order_number"] },
  { key: "terms", fields: ["shipping_fee", "return_fee", "exchange_fee"] },
] as const satisfies readonly Plan[];

export type StepKey = (typeof plans)[number]["key"];

export const stepKeys = plans.map(({ key }) => key);

/** The steps of a store of this kind; while the kind is not said, those of a market stall, which most are. */
export function stepsFor(kind: StoreKind | null): Step[] {
  const assumed = kind ?? "traditional_market";
  return plans
    .filter((plan: Plan) => !plan.kinds || plan.kinds.includes(assumed))
    .map((plan) => {
      const { key, fields = [], document }: Plan & { key: StepKey } = plan;
      const wanted = typeof document === "object" ? document[assumed] : document;
      return { key, fields, document: wanted ?? null };
    });
}

/** Where a field is asked or a document shown; null when this kind of store has no such step. */
export function stepOf(field: string, kind: StoreKind | null): StepKey | null {
  const found = stepsFor(kind).find(
    ({ fields, document }) => document === field || fields.some((one: string) => one === field),
  );
  return found?.key ?? null;
}
