/** What creators tell of; the words stand in app/messages/creators.ts. */
export const themes = ["food", "craft", "history", "alleys", "family", "travel", "people", "cooking"] as const;
export type Theme = (typeof themes)[number];

/** Languages that creators publish in. */
export const languages = ["ko", "en", "ja", "zh", "vi", "es"] as const;
export type Language = (typeof languages)[number];

/** Clocks that creators live by; a zone that is not here can be typed. */
export const commonZones = [
  "Asia/Seoul",
  "Asia/Tokyo",
  "Asia/Shanghai",
  "Asia/Ho_Chi_Minh",
  "Europe/London",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Australia/Sydney",
] as const;
