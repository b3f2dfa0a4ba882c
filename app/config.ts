import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { mallKeys, readMallSettings, settingsNeeded } from "./channels/mall-settings.ts";

const text = z.string().min(1);
const secret = z.string().min(32, "needs at least 32 characters");
const whole = (least: number, most: number) => {
  const range = `needs a whole number from ${least} to ${most}`;
  return z.coerce.number(range).int(range).min(least, range).max(most, range);
};
const port = whole(1, 65_535);
const url = z.url("needs an address like https://baekseon.example").transform((address) => address.replace(/\/+$/, ""));

/** Everything the environment may say; .env.example explains each. */
const environment = z.object({
  BAEKSEON_MODE: z.enum(["demonstration", "production"]).default("demonstration"),
  SAMPLE_SEASON: z.enum(["directly", "by-marks"]).default("directly"),
  HOST: text.default("127.0.0.1"),
  PORT: port.default(3000),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "needs postgresql://user:password@host:5432/name" })
    .optional(),
  PUBLIC_URL: url.optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  SANDBOX_PORT: port.optional(),
  SESSION_SECRET: secret.optional(),
  SECRETS_KEY: secret.optional(),
  SECRETS_FORMER_KEY: secret.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
  WORKER_CONCURRENCY: whole(1, 64).default(8),
  RENDER_PROCESSES: whole(1, 64).optional(),
  FOLLOW_UP_PACE: z.coerce.number().positive().max(1).optional(),

  S3_BUCKET: text.optional(),
  S3_REGION: text.default("us-east-1"),
  S3_ENDPOINT: url.optional(),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),

  MEILISEARCH_URL: url.optional(),
  MEILISEARCH_SEARCH_KEY: text.optional(),
  MEILISEARCH_WRITE_KEY: text.optional(),

  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "needs smtp://user:password@host:587 or smtps://" }).optional(),
  MAIL_FROM: text.optional(),
  SOLAPI_BASE_URL: url.default("https://api.solapi.com"),
  SOLAPI_API_KEY: text.optional(),
  SOLAPI_API_SECRET: text.optional(),
  SOLAPI_SENDER: z
    .string()
    .regex(/^\d{8,11}$/, "needs digits only")
    .optional(),
  SOLAPI_KAKAO_CHANNEL: text.optional(),
  /** `template=approved id` pairs separated by commas. */
  SOLAPI_TEMPLATES: z
    .string()
    .regex(/^[\w-]+=[\w-]+(,[\w-]+=[\w-]+)*$/, "needs name=id pairs separated by commas")
    .optional(),

  BUSINESS_REGISTRY_BASE_URL: url.default("https://api.odcloud.kr/api/nts-businessman/v1"),
  BUSINESS_REGISTRY_KEY: text.optional(),
});

type Environment = z.infer<typeof environment>;
type Given = Partial<Record<keyof Environment, string>>;
const mallVariableNames = mallKeys.flatMap((key) => settingsNeeded(key).map(({ variable }) => variable));
/** For .env.example. */
export const variableNames = [...Object.keys(environment.shape), ...mallVariableNames];
export type Config = ReturnType<typeof settingsOf>;

/** The database's address in a process that was started with one. */
export function requireDatabaseUrl({ databaseUrl }: Config): string {
  if (!databaseUrl) throw new ConfigError(["DATABASE_URL: missing; `npm start` gives it to the processes it starts"]);
  return databaseUrl;
}

/** Every missing or wrong value, one line each; the start ends with it. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

let parsed: Config | undefined;

/** This process's settings, read once. The only reader of the environment. @throws ConfigError */
export function config(): Config {
  parsed ??= loadConfig(process.env);
  return parsed;
}

/** The environment for a process of ours: what we were given, with `settings` in place of what they name. */
export function environmentWith(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

/** @throws ConfigError naming every variable that is missing or wrong */
export function loadConfig(variables: Record<string, string | undefined>): Config {
  // An empty value in a file of settings means "not set".
  const given: Given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  const wrong = (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const problems = [...wrong, ...groupProblems(given), ...mallProblems(given), ...productionProblems(given)];
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return settingsOf(result.data, given);
}

/** A gateway is wholly there or not at all. */
const groups = {
  solapi: ["SOLAPI_API_KEY", "SOLAPI_API_SECRET", "SOLAPI_SENDER"],
  email: ["SMTP_URL", "MAIL_FROM"],
  s3: ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  meilisearch: ["MEILISEARCH_URL", "MEILISEARCH_SEARCH_KEY", "MEILISEARCH_WRITE_KEY"],
} satisfies Record<string, (keyof Environment)[]>;

function groupProblems(values: Given): string[] {
  return Object.values<(keyof Environment)[]>(groups).flatMap((keys) => {
    const given = keys.find((key) => values[key] !== undefined);
    const missing = keys.filter((key) => values[key] === undefined);
    return given ? missing.map((key) => `${key}: missing; ${given} needs it`) : [];
  });
}

function productionProblems(values: Given): string[] {
  if (values.BAEKSEON_MODE !== "production") return [];
  const needed: [keys: (keyof Environment)[], what: string][] = [
    [["DATABASE_URL"], "the address of a PostgreSQL 15 or newer"],
    [["PUBLIC_URL"], "the public https address"],
    [["SESSION_SECRET"], "at least 32 random characters"],
    [["SECRETS_KEY"], "at least 32 random characters"],
    [groups.solapi, "the message gateway, for merchants' log-in codes"],
    [groups.email, "the mail server, for staff and creators"],
  ];
  // What is there in part was named already.
  const missing = needed
    .filter(([keys]) => keys.every((key) => values[key] === undefined))
    .flatMap(([keys, what]) => keys.map((key) => `${key}: missing; production needs ${what}`));
  const insecure =
    values.PUBLIC_URL && !values.PUBLIC_URL.startsWith("https://") ? ["PUBLIC_URL: production needs https"] : [];
  return [...missing, ...insecure];
}

function settingsOf(values: Environment, given: Record<string, string | undefined>) {
  const production = values.BAEKSEON_MODE === "production";
  const dataDir = resolve(values.DATA_DIR);
  return {
    mode: values.BAEKSEON_MODE,
    production,
    /** How the demonstration's season is decided; asked once, when it is loaded. */
    sampleSeason: values.SAMPLE_SEASON,
    host: values.HOST,
    port: values.PORT,
    dataDir,
    /** Undefined only in the starting process, which then takes the embedded server under `dataDir`. */
    databaseUrl: values.DATABASE_URL,
    /** Origin without a slash at its end; malls and messages get it. */
    publicUrl: values.PUBLIC_URL ?? "https://baekseon.example",
    /** Origin under which people open the pages; in the demonstration that is this machine, which no mall can reach. */
    webUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    /** How many proxies stand before the web server. */
    trustProxy: values.TRUST_PROXY,
    sandboxPort: values.SANDBOX_PORT ?? values.PORT + 1,
    /** Keys the hashes of codes and destinations. */
    get sessionSecret(): string {
      return values.SESSION_SECRET ?? generatedSecret(dataDir, "session-secret");
    },
    /** Encrypt what the malls let us in with; the first seals, all of them open. */
    get secretsKeys(): [string, ...string[]] {
      const former = values.SECRETS_FORMER_KEY ? [values.SECRETS_FORMER_KEY] : [];
      return [values.SECRETS_KEY ?? generatedSecret(dataDir, "secrets-key"), ...former];
    },
    logLevel: values.LOG_LEVEL ?? (production ? "info" : "warn"),
    workerConcurrency: values.WORKER_CONCURRENCY,
    /** Undefined: one a core. */
    renderProcesses: values.RENDER_PROCESSES,
    followUpPace: values.FOLLOW_UP_PACE ?? 1,
    /** Null: pictures and uploads lie under `dataDir`. */
    s3: describeS3(values),
    /** Null: PostgreSQL alone answers searches. */
    meilisearch: describeMeilisearch(values),
    smtp: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : null,
    solapi: describeSolapi(values),
    /** Null: business numbers are not looked up. */
    businessRegistry: values.BUSINESS_REGISTRY_KEY
      ? { baseUrl: values.BUSINESS_REGISTRY_BASE_URL, key: values.BUSINESS_REGISTRY_KEY }
      : null,
    /** What is given of the malls' settings, by variable; what the office enters is laid over it. */
    mallVariables: Object.fromEntries(mallVariableNames.map((name) => [name, given[name]])),
  };
}

function describeS3({ S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint, ...keys }: Environment) {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = keys;
  if (!bucket || !accessKeyId || !secretAccessKey) return null;
  return { bucket, region, endpoint: endpoint ?? null, accessKeyId, secretAccessKey };
}

function describeMeilisearch(values: Environment) {
  const { MEILISEARCH_URL: url, MEILISEARCH_SEARCH_KEY: searchKey, MEILISEARCH_WRITE_KEY: writeKey } = values;
  return url && searchKey && writeKey ? { url, searchKey, writeKey } : null;
}

function describeSolapi(values: Environment) {
  const { SOLAPI_API_KEY: apiKey, SOLAPI_API_SECRET: apiSecret, SOLAPI_SENDER: sender } = values;
  if (!apiKey || !apiSecret || !sender) return null;
  const templates = (values.SOLAPI_TEMPLATES ?? "").split(",").filter(Boolean);
  return {
    baseUrl: values.SOLAPI_BASE_URL,
    apiKey,
    apiSecret,
    sender,
    kakaoChannel: values.SOLAPI_KAKAO_CHANNEL ?? null,
    /** Our template's key → the id approved for it. */
    templates: Object.fromEntries(templates.map((pair) => pair.split("=") as [string, string])),
  };
}

function mallProblems(given: Record<string, string | undefined>): string[] {
  return mallKeys.flatMap((key) =>
    readMallSettings(key, given).problems.map(({ variable, message }) => `${variable}: ${message}`),
  );
}

/** Made once for the demonstration and kept, so that sessions and tokens outlive a restart. */
function generatedSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) {
    // Whole before it bears its name: web and workers start together, and who comes second must not read half a secret.
    const made = `${file}.${process.pid}`;
    writeFileSync(made, randomBytes(32).toString("hex"), { mode: 0o600 });
    try {
      linkSync(made, file);
    } catch (error) {
      // The other one was first.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      unlinkSync(made);
    }
  }
  return readFileSync(file, "utf8");
}
