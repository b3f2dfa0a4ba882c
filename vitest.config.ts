import { configDefaults, defineConfig } from "vitest/config";

const withDatabase = { globalSetup: ["tests/database-server.ts"], setupFiles: ["tests/console-silence.ts"] };

export default defineConfig({
  esbuild: { jsx: "automatic" },
  // Polaris is bundled: its JSON dictionaries can't be imported by Node itself without an attribute.
  ssr: { noExternal: ["@shopify/polaris"] },
  test: {
    exclude: [...configDefaults.exclude, ".data/**", "build/**"],
    // The default, one second, is shorter than the next state of a page or a job on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/malls/**/*.test.ts"],
          setupFiles: ["tests/console-silence.ts"],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          ...withDatabase,
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          ...withDatabase,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
