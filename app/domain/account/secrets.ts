import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** 192 random bits, safe in an address. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What is kept of a token: nobody can log in with what a stolen table says. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** Keyed, because phone numbers and six digits are few enough to be tried out against a plain hash. */
export function keyedHash(secret: string, purpose: "destination" | "address" | "code", ...parts: string[]): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest("hex");
}

/** Compares two hex digests of one length in constant time. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")];
  return left.length === right.length && timingSafeEqual(left, right);
}
