/** Milliseconds since 1970 as an address says them; null when it says nothing of the kind. */
export function readMoment(text: string | null): Date | null {
  return text !== null && /^\d{1,15}$/.test(text) ? new Date(Number(text)) : null;
}
