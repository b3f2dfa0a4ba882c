/** Every message the program sends; the words stand in app/messages/notices.ts. */
export const templates = [
  "login_code",
  "help_code",
  "invitation",
  "password_reset",
  "import_judged",
  "import_done",
  "products_sent",
  "selected",
  "not_chosen",
  "not_chosen_because",
  "on_reserve",
  "taken_out",
  "change_asked",
  "challenge_upheld",
  "challenge_dismissed",
  "listing_live",
  "listing_refused",
  "listing_held",
  "listing_withdrawn",
  "product_recalled",
  "recall_overdue",
  "store_approved",
  "store_returned",
  "mall_terms_changed",
  "account_closed",
] as const;
export type Template = (typeof templates)[number];

/** What lets somebody in: erased from the outbox once the message is on its way. */
export const secretParams = ["code", "link"] as const;

/** `expiresAt` (ISO time), where given, is when the message stops being worth sending. */
export type MessageParams = Record<string, string | number>;
