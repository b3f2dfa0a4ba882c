/** What goes wrong between us and malls. Every mall meets each of these in the contract's suite, or says why it can't. */
export const faultMenu = [
  "timeout after success",
  "429",
  "429 with Retry-After",
  "500, then success",
  "connection cut in the middle of the answer",
  "success with a wrong body",
  "slow drip",
  "rejection hours later",
  "listing deleted at the mall",
  "listing doubled by a human",
  "price changed by a human",
  "token expired",
  "tokens replaced by another worker",
] as const;
export type MenuFault = (typeof faultMenu)[number];
