import type { PhotoMatches } from "#app/domain/intake/match-photos.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { fromStored, toStored } from "#app/domain/issue/stored-issues.ts";
import type { WorkerContext } from "../context.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { fetchPhoto } from "./fetch-photo.ts";
import { workByKey } from "./work-by-key.ts";

export interface PlacedPhoto {
  row: number;
  /** Its place in the row's cell; numbers may be missing in between. */
  position: number;
  sha256: string;
  fileName: string;
}

type Answer = { sha256: string } | { why: Issue };

type Fetching = Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims" | "fetching">;

/**
 * Photos named by an address: fetched from the public internet only, within an import's limits, and each once an import, so that what
 * is saved is what was shown.
 */
export async function fetchedPhotos(
  context: Fetching,
  importId: string,
  { addresses }: PhotoMatches,
): Promise<{ photos: PlacedPhoto[]; failed: { row: number; url: string; why: Issue }[] }> {
  const { limits } = context.fetching;
  const answers = await knownAnswers(context, importId);
  const account = await openAccount(context, answers);
  const beyond = beyondRow(addresses, limits.perRow);
  const wanted = addresses.filter((address) => !beyond.has(address)).map(({ url }) => url);
  const open = [...new Set(wanted)].filter((url) => !answers.has(url));
  const room = Math.max(0, limits.perSheet - answers.size);
  const inTurns = { atOnce: limits.atOnce, perKey: limits.atOncePerHost, keyOf: hostOf };
  await workByKey(open.slice(0, room), inTurns, async (url) => {
    answers.set(url, await fetchOnce(context, importId, url, account));
  });

  const photos: PlacedPhoto[] = [];
  const failed: { row: number; url: string; why: Issue }[] = [];
  for (const address of addresses) {
    const { row, url, position } = address;
    const answer = beyond.has(address) ? undefined : answers.get(url);
    if (answer && "sha256" in answer) photos.push({ row, position, sha256: answer.sha256, fileName: url });
    else failed.push({ row, url, why: answer?.why ?? tooMany(beyond.has(address), limits) });
  }
  return { photos, failed };
}

type Address = PhotoMatches["addresses"][number];

function beyondRow(addresses: readonly Address[], perRow: number): Set<Address> {
  const counts = new Map<number, number>();
  return new Set(
    addresses.filter(({ row }) => {
      const count = (counts.get(row) ?? 0) + 1;
      counts.set(row, count);
      return count > perRow;
    }),
  );
}

function tooMany(ofRow: boolean, { perRow, perSheet }: FetchLimits): Issue {
  return ofRow
    ? issue("photo.addresses_of_row", {}, { params: { maximum: perRow } })
    : issue("photo.addresses_of_sheet", {}, { params: { maximum: perSheet } });
}

async function knownAnswers({ database }: Fetching, importId: string): Promise<Map<string, Answer>> {
  const known = await database.fetchedPhoto.findMany({ where: { importId } });
  return new Map(
    known.flatMap(({ url, sha256, issues }): [string, Answer][] => {
      const [why] = fromStored(issues);
      if (sha256) return [[url, { sha256 }]];
      return why ? [[url, { why }]] : [];
    }),
  );
}

/** What an import has had of the internet so far, by runs that were killed too. */
interface Account {
  bytes: number;
  /** By host, how often it kept silent. */
  silences: Map<string, number>;
}

async function openAccount({ database }: Fetching, answers: ReadonlyMap<string, Answer>): Promise<Account> {
  const hashes = [...answers.values()].flatMap((answer) => ("sha256" in answer ? [answer.sha256] : []));
  const { _sum } = await database.original.aggregate({ where: { sha256: { in: hashes } }, _sum: { bytes: true } });
  const account: Account = { bytes: _sum.bytes ?? 0, silences: new Map() };
  for (const [url, answer] of answers) if ("why" in answer) noteSilence(account, url, answer.why);
  return account;
}

function noteSilence({ silences }: Account, url: string, why: Issue): void {
  if (why.code !== "photo.address_silent") return;
  const host = hostOf(url);
  silences.set(host, (silences.get(host) ?? 0) + 1);
}

/** Why this address is not asked any more; null: it is. */
function refusal({ bytes, silences }: Account, url: string, limits: FetchLimits): Issue | null {
  const host = hostOf(url);
  if ((silences.get(host) ?? 0) >= limits.silencesPerHost) {
    return issue("photo.address_not_asked", {}, { params: { host } });
  }
  if (bytes < limits.totalBytes) return null;
  return issue("photo.addresses_too_large", {}, { params: { megabytes: Math.round(limits.totalBytes / 1024 / 1024) } });
}

async function fetchOnce(context: Fetching, importId: string, url: string, account: Account): Promise<Answer> {
  const refused = refusal(account, url, context.fetching.limits);
  const fetched = refused ? { ok: false as const, issue: refused } : await fetchPhoto(context, url);
  if (fetched.ok) account.bytes += fetched.original.bytes;
  else noteSilence(account, url, fetched.issue);
  const sha256 = fetched.ok ? fetched.original.sha256 : null;
  const issues = fetched.ok ? [] : [fetched.issue];
  await context.database.fetchedPhoto.create({ data: { importId, url, sha256, issues: toStored(issues) } });
  return fetched.ok ? { sha256: fetched.original.sha256 } : { why: fetched.issue };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
