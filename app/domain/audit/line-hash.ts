import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";

/** A line as it is sealed: everything it says. */
export interface SealedLine {
  id: bigint;
  at: Date;
  actorId: string | null;
  onBehalfOfId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  versionBefore: string | null;
  versionAfter: string | null;
  batchId: string | null;
  details: unknown;
  seasonId: string | null;
}

/** SHA-256 in hex of the hash before it in its chain (empty for the first line) and of the line itself. */
export function lineHash(before: string, line: SealedLine): string {
  const said = [
    String(line.id),
    line.at.toISOString(),
    line.actorId,
    line.onBehalfOfId,
    line.action,
    line.subjectKind,
    line.subjectId,
    line.versionBefore,
    line.versionAfter,
    line.batchId,
    line.details,
    line.seasonId,
  ];
  return createHash("sha256")
    .update(`${before}\n${canonicalJson(said)}`)
    .digest("hex");
}
