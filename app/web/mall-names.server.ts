import { malls } from "#app/channels/registry.ts";
import type { Sentence } from "#app/messages/sentence.ts";

/** What each mall is called, by its key. */
export function mallNames(): Record<string, Sentence> {
  return Object.fromEntries(Object.values(malls).map(({ key, name }) => [key, name]));
}
