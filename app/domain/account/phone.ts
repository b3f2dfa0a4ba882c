/**
 * Reads a Korean telephone number as people type it (`010-1234-5678`, `+82 10 1234 5678`, `１０１２３４５６７８` with the
 * first zero lost in a sheet) and gives E.164, or null.
 */
export function parsePhone(text: string): string | null {
  const typed = text.normalize("NFKC").replace(/[\s().·-]|\p{Pd}/gu, "");
  const digits = /^(?:\+|00)82(\d+)$/.exec(typed)?.[1] ?? (/^\d+$/.test(typed) ? typed : null);
  if (digits === null) return null;
  const national = domesticForms(digits).find((form) => nationalForms.some((pattern) => pattern.test(form)));
  return national === undefined ? null : `+82${national.replace(/^0/, "")}`;
}

/** Whether a text message can reach it. */
export function isMobile(phone: string): boolean {
  return /^\+8210\d{8}$/.test(phone);
}

/** The digits as dialled in Korea: +821012345678 → 01012345678. */
export function dialledPhone(phone: string): string {
  const rest = phone.replace(/^\+82/, "");
  return /^1\d{7}$/.test(rest) ? rest : `0${rest}`;
}

/** As Koreans write it: 010-1234-5678, 02-123-4567, 1588-1234. */
export function formatPhone(phone: string): string {
  if (!phone.startsWith("+82")) return phone;
  return dialledPhone(phone).replace(
    /^(02|0\d{2,3}?|)(\d{3,4})(\d{4})$/,
    (_, area: string, middle: string, last: string) => [area, middle, last].filter(Boolean).join("-"),
  );
}

const nationalForms = [
  /^010\d{8}$/,
  /^02\d{7,8}$/,
  /^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])\d{7,8}$/,
  /^070\d{8}$/,
  /^050\d{8,9}$/,
  /^080\d{7,8}$/,
  /^1[5-9]\d{6}$/,
];

/** Spreadsheets drop the first zero; short nationwide numbers (1588-1234) have none. */
function domesticForms(digits: string): string[] {
  if (digits.startsWith("0")) return [digits];
  return digits.startsWith("1") && digits.length === 8 ? [digits] : [`0${digits}`];
}
