import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { readMallSettings, settingsNeeded } from "#app/channels/mall-settings.ts";
import { isNeeded } from "#app/channels/read-settings.ts";
import type { Config } from "#app/config.ts";
import { ownShopKey } from "#app/domain/channel/channel-key.ts";
import { type ConnectionValues, type EnteredConnection, readConnection } from "#app/domain/channel/mall-connection.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import type { Database } from "#app/services/database/database.ts";
import { createSeal } from "#app/services/secrets/seal.ts";

export interface ConnectionField {
  variable: string;
  label: Sentence;
  secret: boolean;
  needed: boolean;
  /** Whether there is a value, the office's or the environment's. */
  known: boolean;
  /** Null: secret or not known. */
  value: string | null;
}

interface Surroundings {
  database: Database;
  config: Config;
}

export interface DescribedConnection extends Pick<EnteredConnection, "enteredAt" | "check" | "unreadable"> {
  fields: ConnectionField[];
  /** Whether it is whole. */
  connected: boolean;
}

/** A mall's connection as the office may see it: no secret ever leaves the server. */
export async function describeConnection(
  { database, config }: Surroundings,
  key: MallKey,
): Promise<DescribedConnection> {
  return describeValues(await readConnection(database, createSeal(config.secretsKeys), key), key, config.mallVariables);
}

function describeValues(
  { values, enteredAt, check, unreadable }: EnteredConnection,
  key: MallKey,
  given: Record<string, string | undefined>,
): DescribedConnection {
  const all = { ...given, ...values };
  const fields = settingsNeeded(key).map((one): ConnectionField => {
    const { variable, label, secret } = one;
    const value = all[variable];
    return {
      variable,
      label,
      secret,
      needed: isNeeded(one),
      known: value !== undefined,
      value: secret ? null : (value ?? null),
    };
  });
  return { fields, connected: readMallSettings(key, all).settings !== null, enteredAt, check, unreadable };
}

/** A merchant's own shop as its merchant may see it: what the server's settings give has no part in it. */
export async function describeOwnShop(
  { database, config }: Surroundings,
  { storeId, mall }: { storeId: string; mall: MallKey },
): Promise<DescribedConnection> {
  return describeValues(
    await readConnection(database, createSeal(config.secretsKeys), ownShopKey(mall, storeId)),
    mall,
    {},
  );
}

export async function isConnected(surroundings: Surroundings, key: string): Promise<boolean> {
  const known = mallKeys.find((one) => one === key);
  return known !== undefined && (await describeConnection(surroundings, known)).connected;
}

/** What a form says: a secret that was left empty stays, and what the environment says already need not be kept. */
export function typedConnection(form: FormData, { mallVariables }: Config, key: MallKey): ConnectionValues {
  return Object.fromEntries(
    settingsNeeded(key).flatMap(({ variable, secret }) => {
      const typed = String(form.get(variable) ?? "").trim();
      if (secret && typed === "") return [];
      return [[variable, typed === mallVariables[variable] ? "" : typed]];
    }),
  );
}

/** Every value taken away: what the environment gives is all again. */
export function nothingEntered(key: MallKey): ConnectionValues {
  return Object.fromEntries(settingsNeeded(key).map(({ variable }) => [variable, ""]));
}

export function knownMall(key: string | undefined): MallKey {
  const known = mallKeys.find((one) => one === key);
  if (!known) throw new Response(null, { status: 404 });
  return known;
}
