import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { playedMalls } from "./played-malls.ts";

/** Mall → the programme's category → the sandbox's own code for it. */
export const sandboxCategories = Object.fromEntries(
  mallKeys.map((key) => [key, playedMalls[key].categories]),
) as Record<MallKey, Readonly<Record<string, string>>>;
