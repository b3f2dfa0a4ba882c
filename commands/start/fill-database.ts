import type { Config } from "#app/config.ts";
import { createFirstOfficeLink } from "#app/domain/account/create-first-office-link.ts";
import { openDatabase } from "#app/services/database/database.ts";
import type { DemonstrationLogin } from "#prisma/seed/demonstration/people.ts";
import { loadMallCategories, loadReferenceData } from "#prisma/seed/reference.ts";

/** What was found or made, for people to read. */
export interface Filling {
  /** Who can log in as what; demonstration only. */
  logins: DemonstrationLogin[];
  /** For the first person of the office; production only, while there is none. */
  firstOfficeLink: string | null;
}

/** Reference data at every start; the demonstration's season the first time. */
export async function fillDatabase(settings: Config, url: string, beforeSeeding: () => void): Promise<Filling> {
  const database = openDatabase(url, { connections: 4 });
  try {
    await loadReferenceData(database);
    if (settings.production) {
      return { logins: [], firstOfficeLink: await createFirstOfficeLink(database, settings.webUrl) };
    }
    // Tests and samples do not exist in production; and what makes the season is slow to load, so only the first time.
    const { sandboxCategories } = await import("#tests/malls/sandbox-settings.ts");
    const { demonstrationLogins } = await import("#prisma/seed/demonstration/people.ts");
    await loadMallCategories(database, sandboxCategories);
    if ((await database.place.count()) === 0) {
      beforeSeeding();
      const { loadDemonstration } = await import("./seed-demonstration.ts");
      await loadDemonstration(settings, database);
    }
    return { logins: demonstrationLogins(), firstOfficeLink: null };
  } finally {
    await database.$disconnect();
  }
}
