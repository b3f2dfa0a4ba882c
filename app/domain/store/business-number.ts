export type BusinessNumberReading =
  | { ok: true; businessNumber: string }
  | { ok: false; code: "business_number.unreadable" | "business_number.checksum" };

/**
 * Ten digits of what was typed, without hyphens and spaces, full-width digits too; all-equal digits are nobody's number. A
 * failed checksum probably is a slip, but 0.7 % of real numbers fail it: let the office override that answer.
 */
export function readBusinessNumber(text: string): BusinessNumberReading {
  const businessNumber = text.normalize("NFKC").replace(/[\s\-‐-―−]/g, "");
  if (!/^\d{10}$/.test(businessNumber) || /^(\d)\1{9}$/.test(businessNumber)) {
    return { ok: false, code: "business_number.unreadable" };
  }
  return hasValidChecksum(businessNumber)
    ? { ok: true, businessNumber }
    : { ok: false, code: "business_number.checksum" };
}

/** `1248100998` → `124-81-00998`. */
export function formatBusinessNumber(businessNumber: string): string {
  return businessNumber.replace(/^(\d{3})(\d{2})(\d{5})$/, "$1-$2-$3");
}

const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

function hasValidChecksum(businessNumber: string): boolean {
  const digits = [...businessNumber].map(Number);
  const weighted = weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
  const sum = weighted + Math.floor(((digits[8] ?? 0) * 5) / 10);
  return (10 - (sum % 10)) % 10 === digits[9];
}
