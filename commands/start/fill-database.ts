import type { Config } from "#app/config.ts";
import { createFirstOfficeLink } from "#app/domain/account/create-first-office-link.ts";
import { openDatabase } from "#app/services/database/database.ts";
import { loadMallCategories, loadReferenceData } from "#prisma/seed/reference.ts";

/** What was found or made, for people to read. */
export interface Filling {
  /** Who can log in as what; demonstration only. */
  logins: string[];
  /** For the first person of the office; production only, while there is none. */
  firstOfficeLink: string | null;
}

/** Reference data at every start; the demonstration's season the first time. */
export async function fillDatabase(settings: Config, url: string): Promise<Filling> {
  const database = openDatabase(url, { connections: 2 });
  try {
    await loadReferenceData(database);
    if (settings.production) {
      return { logins: [], firstOfficeLink: await createFirstOfficeLink(database, settings.webUrl) };
    }
    // Neither exists in production.
    const { sandboxCategories } = await import("#tests/malls/sandbox-settings.ts");
    const { demonstrationLogins, seedDemonstration } = await import("#prisma/seed/demonstration.ts");
    await loadMallCategories(database, sandboxCategories);
    if ((await database.season.count()) === 0) await seedDemonstration(database);
    return { logins: demonstrationLogins(), firstOfficeLink: null };
  } finally {
    await database.$disconnect();
  }
}
