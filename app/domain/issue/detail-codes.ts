/** What its merchant should know about a detail page. */
export const detailCodes = ["detail.signs_lost", "detail.caption_long"] as const;
