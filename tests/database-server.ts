import type { TestProject } from "vitest/node";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";

/** The migrated database that every test file's own is copied from. */
export const templateName = "baekseon_template";

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of the template; other databases of the run's server differ in the path only. */
    templateUrl: string;
  }
}

/** One throw-away server for the run, migrated once. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer();
  try {
    const templateUrl = server.url(templateName);
    await ensureDatabase(templateUrl);
    await applyMigrations(templateUrl);
    project.provide("templateUrl", templateUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}
