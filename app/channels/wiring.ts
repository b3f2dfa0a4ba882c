import type { Issue } from "#app/domain/issue/issue.ts";
import { ownPace } from "#app/services/pace/own-pace.ts";
import type { Allowance, Pace } from "#app/services/pace/pace.ts";
import { ownPictures, type UploadedPictures } from "#app/services/pictures/uploaded-pictures.ts";
import { ownTokens } from "#app/services/secrets/own-tokens.ts";
import type { RotatingTokens } from "#app/services/secrets/rotating-tokens.ts";

/** What a connection has besides its settings; workers share what is theirs together. */
export interface Wiring {
  /** The pace of one of the account's buckets, by the mall's own name for it. */
  pace(bucket: string, allowance: Allowance): Pace;
  /** Of malls that replace them at every renewal. */
  tokens: RotatingTokens;
  /** Of malls that take pictures in before a listing may name them; by the mall's own name of the account. */
  pictures(account: string): UploadedPictures;
  /** Milliseconds. */
  now(): number;
  /** What the office should know of the mall though everything works still; null: nothing any more. */
  warn(warning: Issue | null): Promise<void>;
}

/** For a process that is alone with its account. */
export function ownWiring(now: () => number = Date.now): Wiring {
  const pace = (_bucket: string, allowance: Allowance) => ownPace(allowance);
  return { now, pace, tokens: ownTokens(), pictures: ownPictures, warn: async () => {} };
}
