import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { mallKeys, readMallSettings } from "#app/channels/mall-settings.ts";
import { ConfigError, loadConfig, variableNames } from "#app/config.ts";

const production = {
  BAEKSEON_MODE: "production",
  DATABASE_URL: "postgresql://baekseon@db.example/baekseon",
  PUBLIC_URL: "https://baekseon.example",
  SESSION_SECRET: "0123456789abcdef0123456789abcdef",
  SECRETS_KEY: "fedcba9876543210fedcba9876543210",
  SOLAPI_API_KEY: "key",
  SOLAPI_API_SECRET: "secret",
  SOLAPI_SENDER: "0212345678",
  SMTP_URL: "smtps://mail.example",
  MAIL_FROM: "baekseon@baekseon.example",
};

function problemsOf(variables: Record<string, string | undefined>): string[] {
  try {
    loadConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("nothing set is the demonstration", () => {
  expect(loadConfig({})).toMatchObject({
    production: false,
    host: "127.0.0.1",
    port: 3000,
    sandboxPort: 3001,
    dataDir: resolve(".data"),
    databaseUrl: undefined,
    webUrl: "http://localhost:3000",
    smtp: null,
    solapi: null,
  });
  for (const key of mallKeys) expect(readMallSettings(key, loadConfig({}).mallVariables).settings).toBeNull();
});

test("an empty value is not set", () => {
  expect(loadConfig(Object.fromEntries(variableNames.map((name) => [name, ""])))).toMatchObject({ port: 3000 });
});

test("the demonstration makes a secret once and keeps it to its owner", () => {
  const folder = mkdtempSync(join(tmpdir(), "config-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { sessionSecret } = loadConfig({ DATA_DIR: folder });
  expect(sessionSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(loadConfig({ DATA_DIR: folder }).sessionSecret).toBe(sessionSecret);
  expect(statSync(join(folder, "session-secret")).mode & 0o777).toBe(0o600);
  const { secretsKeys } = loadConfig({ DATA_DIR: folder });
  expect(secretsKeys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(secretsKeys).not.toContain(sessionSecret);
  expect(statSync(join(folder, "secrets-key")).mode & 0o777).toBe(0o600);
});

describe("production", () => {
  test("with everything starts", () => {
    expect(loadConfig(production)).toMatchObject({
      production: true,
      webUrl: "https://baekseon.example",
      publicUrl: "https://baekseon.example",
      sessionSecret: production.SESSION_SECRET,
      logLevel: "info",
    });
  });

  test("without anything names all of it", () => {
    const named = problemsOf({ BAEKSEON_MODE: "production" }).map((line) => line.split(":")[0]);
    expect(named).toEqual(Object.keys(production).slice(1));
  });

  test.each(Object.keys(production).slice(1))("without %s names it, once", (name) => {
    const problems = problemsOf({ ...production, [name]: undefined });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name}: missing`);
  });

  test.each([
    ["PUBLIC_URL", "http://baekseon.example"],
    ["SESSION_SECRET", "too short"],
    ["DATABASE_URL", "mysql://db.example/x"],
    ["SOLAPI_SENDER", "02-1234-5678"],
    ["PORT", "65536"],
  ])("with a wrong %s says so", (name, value) => {
    const problems = problemsOf({ ...production, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: .`));
  });

  test("says what a number has to be", () => {
    expect(problemsOf({ ...production, PORT: "door" })).toEqual(["PORT: needs a whole number from 1 to 65535"]);
    expect(problemsOf({ ...production, WORKER_CONCURRENCY: "0" })).toEqual([
      "WORKER_CONCURRENCY: needs a whole number from 1 to 64",
    ]);
  });

  test("names the wrong and the missing together", () => {
    const problems = problemsOf({ ...production, PORT: "door", DATABASE_URL: undefined });
    expect(problems.map((line) => line.split(":")[0])).toEqual(["PORT", "DATABASE_URL"]);
  });
});

test("a mall is wholly there or not at all", () => {
  const naver = {
    NAVER_CLIENT_ID: "id",
    NAVER_CLIENT_SECRET: "secret",
    NAVER_RELEASE_ADDRESS_ID: "1",
    NAVER_RETURN_ADDRESS_ID: "2",
  };
  const { settings } = readMallSettings("naver", loadConfig(naver).mallVariables);
  expect(settings).toMatchObject({ clientId: "id", releaseAddressId: 1, returnAddressId: 2 });
  fc.assert(
    fc.property(fc.subarray(Object.keys(naver), { minLength: 1, maxLength: 3 }), (left) => {
      const given = Object.fromEntries(Object.entries(naver).filter(([name]) => !left.includes(name)));
      expect(problemsOf(given).map((line) => line.split(":")[0])).toEqual(left);
    }),
  );
});

test("no message repeats a value, which may be a secret", () => {
  const value = "hush-hush";
  for (const name of variableNames) {
    for (const line of problemsOf({ ...production, [name]: value })) expect(line).not.toContain(value);
  }
});

test(".env.example lists every variable and no other", () => {
  const listed = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...variableNames].sort());
});
