import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { mallSettings } from "#app/channels/mall-settings.ts";
import { isNeeded, readSettings, type Setting, type SettingsSpec } from "#app/channels/read-settings.ts";
import type { Config } from "#app/config.ts";
import { type ConnectionValues, type EnteredConnection, readConnection } from "#app/domain/channel/mall-connection.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
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
  const { values, enteredAt, check, unreadable } = await readConnection(database, createSeal(config.secretsKeys), key);
  const all = { ...config.mallVariables, ...values };
  const fields = settingsOf(key).map((one): ConnectionField => {
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
  return { fields, connected: read(key, all).settings !== null, enteredAt, check, unreadable };
}

export async function isConnected(surroundings: Surroundings, key: string): Promise<boolean> {
  const known = mallKeys.find((one) => one === key);
  return known !== undefined && (await describeConnection(surroundings, known)).connected;
}

/** What a form says: a secret that was left empty stays, and what the environment says already need not be kept. */
export function typedConnection(form: FormData, { mallVariables }: Config, key: MallKey): ConnectionValues {
  return Object.fromEntries(
    settingsOf(key).flatMap(({ variable, secret }) => {
      const typed = String(form.get(variable) ?? "").trim();
      if (secret && typed === "") return [];
      return [[variable, typed === mallVariables[variable] ? "" : typed]];
    }),
  );
}

/** Every value taken away: what the environment gives is all again. */
export function nothingEntered(key: MallKey): ConnectionValues {
  return Object.fromEntries(settingsOf(key).map(({ variable }) => [variable, ""]));
}

export function connectionProblems({ mallVariables }: Config, key: MallKey): (values: ConnectionValues) => Issue[] {
  return (values) => {
    const { settings, problems } = read(key, { ...mallVariables, ...values });
    const missing =
      settings === null && problems.length === 0 && Object.keys(values).length > 0
        ? settingsOf(key).filter(isNeeded)
        : [];
    const local = Object.entries(values).filter(([, value]) => /^[a-z]+:\/\//i.test(value) && !isPublicOrigin(value));
    return [
      ...local.map(([variable]) => issue("connection.address_not_public", { field: variable })),
      ...problems.map(({ variable, kind }) =>
        issue(kind === "missing" ? "connection.value_missing" : "connection.value_wrong", { field: variable }),
      ),
      ...missing.map(({ variable }) => issue("connection.value_missing", { field: variable })),
    ];
  };
}

/** A worker calls what is entered here with the mall's keys: never in clear, and never a machine beside it. */
function isPublicOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return (
    url?.protocol === "https:" && /\.[a-z][a-z0-9-]+$/i.test(url.hostname) && !/\.(local|internal)$/i.test(url.hostname)
  );
}

export function knownMall(key: string | undefined): MallKey {
  const known = mallKeys.find((one) => one === key);
  if (!known) throw new Response(null, { status: 404 });
  return known;
}

function settingsOf(key: MallKey): Setting[] {
  return Object.values<Setting>(mallSettings[key]);
}

function read(key: MallKey, variables: Record<string, string | undefined>) {
  return readSettings<SettingsSpec>(mallSettings[key], variables);
}
