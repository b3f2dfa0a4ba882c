import type { BusinessStatus, DocumentKind, StoreKind } from "#app/services/database/generated/enums.ts";
import { readBusinessNumber } from "./business-number.ts";
import { districtOfAddress } from "./district-of-address.ts";
import { proofs } from "./proofs.ts";

export const requirementKeys = [
  "business_number",
  "business_status",
  "business_registration",
  "kind_proof",
  "designation",
  "district",
  "market",
  "store_photo",
  "mail_order",
  "delivery_terms",
] as const;
export type RequirementKey = (typeof requirementKeys)[number];

/** Computed by us, said by the merchant, or looked at by the office. */
export type Basis = "computed" | "attested" | "verified";

export const requirementReasons = [
  "checksum_right",
  "checksum_wrong",
  "status_active",
  "status_suspended",
  "status_closed",
  "status_unregistered",
  "status_not_checked",
  "not_looked_at",
  "looked_at",
  "no_document",
  "no_designation",
  "in_district",
  "other_district",
  "chosen_district",
  "in_market",
  "no_market",
  "other_market_district",
  "photo_there",
  "number_later",
  "number_not_needed",
  "number_not_said",
  "terms_given",
  "terms_not_given",
] as const;
export type RequirementReason = (typeof requirementReasons)[number];

export interface Requirement {
  key: RequirementKey;
  basis: Basis;
  met: boolean;
  reason: RequirementReason;
  /** What to look at. */
  documents: readonly DocumentKind[];
}

/** All that the checklist is drawn from. */
export interface StoreRecord {
  kind: StoreKind;
  businessNumber: string;
  businessStatus: BusinessStatus;
  address: string;
  districtCode: string;
  market: { districtCode: string | null } | null;
  mailOrderNumber: string | null;
  /** Said by the merchant when there is no number: `not_yet` or `exempt`. */
  mailOrderAnswer: string | null;
  returnFee: number | null;
  exchangeFee: number | null;
  hasDesignationNumber: boolean;
  documents: readonly DocumentKind[];
  /** Requirements that the office has looked at. */
  verified: ReadonlySet<string>;
}

/** What a store must meet to take part, each with where it stands and why. */
export function judgeRequirements(store: StoreRecord): Requirement[] {
  const proof = proofs[store.kind];
  const photo: DocumentKind = "store_photo";
  const photoThere = store.documents.includes(photo);
  return [
    readBusinessNumber(store.businessNumber).ok
      ? computed("business_number", true, "checksum_right")
      : computed("business_number", false, "checksum_wrong"),
    judgeStatus(store),
    lookedAt(store, "business_registration", ["business_registration"]),
    lookedAt(store, "kind_proof", [proof]),
    ...(store.kind === "hundred_year" ? [judgeDesignation(store, proof)] : []),
    judgeDistrict(store),
    ...(store.kind === "traditional_market" ? [judgeMarket(store)] : []),
    { ...computed("store_photo", photoThere, photoThere ? "photo_there" : "no_document"), documents: [photo] },
    judgeMailOrder(store),
    judgeTerms(store),
  ];
}

/** What a look at it rested on: when one of these changes, somebody must look again. */
export const restsOn: Partial<Record<RequirementKey, readonly string[]>> = {
  business_status: ["business_number"],
  business_registration: ["business_registration", "business_number", "store_name", "owner_name", "address"],
  kind_proof: ["kind", ...Object.values(proofs)],
  designation: ["kind", "designation_number", "designation_from", "designation_to", "hundred_year_certificate"],
  mail_order: ["mail_order", "mail_order_number"],
};

function computed(key: RequirementKey, met: boolean, reason: RequirementReason): Requirement {
  return { key, basis: "computed", met, reason, documents: [] };
}

function verified(store: StoreRecord, key: RequirementKey, documents: readonly DocumentKind[]): Requirement {
  const met = store.verified.has(key);
  return { key, basis: "verified", met, reason: met ? "looked_at" : "not_looked_at", documents };
}

function lookedAt(store: StoreRecord, key: RequirementKey, documents: readonly DocumentKind[]): Requirement {
  const there = documents.some((kind) => store.documents.includes(kind));
  const requirement = verified(store, key, documents);
  return there ? requirement : { ...requirement, met: false, reason: "no_document" };
}

/** The register's own word where it was asked; else the office may look for itself. */
function judgeStatus(store: StoreRecord): Requirement {
  if (store.businessStatus !== "not_checked") {
    return computed("business_status", store.businessStatus === "active", `status_${store.businessStatus}`);
  }
  const requirement = verified(store, "business_status", ["business_registration"]);
  return requirement.met ? requirement : { ...requirement, reason: "status_not_checked" };
}

function judgeDesignation(store: StoreRecord, proof: DocumentKind): Requirement {
  const requirement = lookedAt(store, "designation", [proof]);
  return store.hasDesignationNumber ? requirement : { ...requirement, met: false, reason: "no_designation" };
}

function judgeDistrict({ address, districtCode }: StoreRecord): Requirement {
  const named = districtOfAddress(address);
  if (named?.code === districtCode) return computed("district", true, "in_district");
  if (named) return computed("district", false, "other_district");
  return { ...computed("district", true, "chosen_district"), basis: "attested" };
}

function judgeMarket({ market, districtCode }: StoreRecord): Requirement {
  if (!market) return computed("market", false, "no_market");
  return market.districtCode === districtCode
    ? computed("market", true, "in_market")
    : computed("market", false, "other_market_district");
}

function judgeMailOrder(store: StoreRecord): Requirement {
  if (store.mailOrderNumber !== null) return verified(store, "mail_order", []);
  const said = { key: "mail_order", basis: "attested", documents: [] } as const;
  if (store.mailOrderAnswer === "exempt") return { ...said, met: true, reason: "number_not_needed" };
  if (store.mailOrderAnswer === "not_yet") return { ...said, met: true, reason: "number_later" };
  return { ...said, met: false, reason: "number_not_said" };
}

function judgeTerms({ returnFee, exchangeFee }: StoreRecord): Requirement {
  const given = returnFee !== null && exchangeFee !== null;
  return {
    key: "delivery_terms",
    basis: "attested",
    met: given,
    reason: given ? "terms_given" : "terms_not_given",
    documents: [],
  };
}
