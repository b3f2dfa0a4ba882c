import { hash, verify } from "@node-rs/argon2";
import { type Issue, issue } from "../issue/issue.ts";

const shortest = 10;
const longest = 200;

/** The long passwords that guessing lists try first; compared without case and punctuation. */
const common = new Set(
  `1234567890 0123456789 1234567891 12345678910 0987654321 9876543210 123456789a a123456789 1q2w3e4r5t 1q2w3e4r5t6y
  q1w2e3r4t5 qwer123456 qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop1 asdf123456 asdfghjkl1 zxcvbnm123
  password12 password123 password1234 passw0rd12 passw0rd123 iloveyou12 iloveyou123 welcome123 welcome1234 admin12345
  administrator changeme123 letmein1234 abcd123456 abc1234567 abcdefghij baekseon123 baekseon1234 baekseon2026 dkssudgktpdy
  tkfkdgo123 tkfkdgody1 alskdjfhg1 rkskekfk12`.split(/\s+/),
);

export function checkPassword(password: string, repeated: string): Issue[] {
  const plain = password.normalize("NFKC");
  const length = [...plain].length;
  if (length < shortest) return [issue("password.too_short", { field: "password" }, { params: { minimum: shortest } })];
  if (length > longest) return [issue("password.too_long", { field: "password" }, { params: { maximum: longest } })];
  const folded = plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (common.has(folded) || new Set(folded).size < 4) return [issue("password.too_common", { field: "password" })];
  return plain === repeated.normalize("NFKC") ? [] : [issue("password.mismatch", { field: "repeated" })];
}

/** argon2id in the PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"));
}

/** Takes the same time when there is nothing to compare with. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? (await stranger()), password.slice(0, longest * 2).normalize("NFKC"));
  return kept !== null && matches;
}

let strangersHash: Promise<string> | undefined;

function stranger(): Promise<string> {
  strangersHash ??= hashPassword("somebody who does not exist");
  return strangersHash;
}
