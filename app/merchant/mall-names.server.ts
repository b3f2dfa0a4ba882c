import { malls } from "#app/channels/registry.ts";
import type { Sentence } from "#app/messages/sentence.ts";

/** What each mall is called; one that has left the registry keeps its key. */
export function mallNames(keys: Iterable<string>): Record<string, Sentence> {
  const known: Record<string, { name: Sentence }> = malls;
  return Object.fromEntries([...new Set(keys)].map((key) => [key, known[key]?.name ?? { ko: key, en: key }]));
}
