/** Dates of this API are written with the Korean offset. */
export function koreanTime(milliseconds: number): string {
  return new Date(milliseconds + 9 * 3_600_000).toISOString().replace("Z", "+09:00");
}
