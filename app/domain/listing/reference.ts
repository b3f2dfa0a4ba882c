import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Our own reference at a mall: `BS-` and 16 of 32 signs (80 random bits); never the merchant's code. */
export function newReference(): string {
  const signs = Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join("");
  return `BS-${signs}`;
}
