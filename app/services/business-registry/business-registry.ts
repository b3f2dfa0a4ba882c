/** What the tax office's register says of a business number. */
export type RegisteredStatus = "active" | "suspended" | "closed" | "unregistered";

/** `unanswered`: nothing is known. Asking again later may help, unless our key or our question is at fault. */
export type RegistryAnswer =
  | { outcome: "answered"; status: RegisteredStatus }
  | { outcome: "unanswered"; reason: string; askAgain: boolean };

export interface BusinessRegistry {
  /** Ten digits. Never throws. */
  findStatus(businessNumber: string): Promise<RegistryAnswer>;
}
