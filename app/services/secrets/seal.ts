import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/**
 * Encrypts what must be kept and never read by whoever reads the database. `purpose` says whose secret it is, e.g.
 * `mall-token/cafe24/myshop`: what was sealed for one purpose opens for no other, so rows can't be exchanged.
 */
export interface Seal {
  /** `v1.<key>.<nonce>.<text and tag>`, base64url. */
  seal(text: string, purpose: string): string;
  /** @throws SealBroken */
  open(sealed: string, purpose: string): string;
}

/** Altered, sealed for something else, or with a key that is not ours any more. Its message holds nothing of the secret. */
export class SealBroken extends Error {
  constructor() {
    super("A secret in the database could not be opened: another key, or altered");
    this.name = "SealBroken";
  }
}

const nonceBytes = 12;
const tagBytes = 16;

/** The first key seals, all of them open. AES-256-GCM; a key is any text of 32 characters and more. */
export function createSeal(keys: readonly [string, ...string[]]): Seal {
  const [current, ...former] = keys.map(deriveKey) as [DerivedKey, ...DerivedKey[]];
  const byId = new Map([...former, current].map((key) => [key.id, key]));
  return {
    seal(text, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", current.bytes, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return ["v1", current.id, nonce.toString("base64url"), body.toString("base64url")].join(".");
    },
    open(sealed, purpose) {
      const [version, id = "", nonce = "", body = ""] = sealed.split(".");
      const key = byId.get(id);
      if (version !== "v1" || !key) throw new SealBroken();
      try {
        const bytes = Buffer.from(body, "base64url");
        const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(nonce, "base64url"), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString("utf8");
      } catch {
        throw new SealBroken();
      }
    },
  };
}

interface DerivedKey {
  id: string;
  bytes: Buffer;
}

function deriveKey(text: string): DerivedKey {
  const bytes = Buffer.from(hkdfSync("sha256", text, "", "baekseon secrets", 32));
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}
