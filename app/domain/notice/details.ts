import type { NoticeField } from "./notices.ts";

/** What sellers write for "it stands in the description". */
export const inDetails = "상품 상세 참조";

/**
 * Numbers of certificates and permits have to be legible as text, and dates may not be dodged (the notice as amended on 1 January
 * 2023); whom to call is no use when it has to be looked for.
 */
const saidInPlace = new Set([
  "certificationType",
  "advertisingCertificationType",
  "certificateDetails",
  "licenceNo",
  "roadWorthyCertification",
  "safeCriterionNo",
  "approvalNumber",
  "provideWarranty",
  "childProtection",
  "customerServicePhoneNumber",
  "afterServiceDirector",
]);

/** Whether a field may send its reader to the description. */
export function mayReferToDetails({ key, kind }: NoticeField): boolean {
  const isDate = /Date(Text)?$/.test(key) || key === "periodDays";
  return kind === "text" && !isDate && !saidInPlace.has(key);
}
