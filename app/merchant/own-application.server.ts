import { redirect } from "@remix-run/node";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { type Application, findApplication } from "#app/domain/application/find-application.ts";
import type { Database } from "#app/services/database/database.ts";
import { applicationPath } from "./application-path.ts";
import { requireConsents } from "./require-consents.server.ts";

/** The merchant's application; whoever has a store that needs none is at home with their products. */
export async function ownApplication(database: Database, account: SessionAccount): Promise<Application> {
  await requireConsents(database, account);
  const application = await findApplication(database, account.id);
  const applies = application.state !== null ? application.state !== "accepted" : account.storeId === null;
  if (applies) return application;
  if (application.state === null && (await isOfficeDraft(database, account.storeId))) return application;
  throw redirect("/merchant");
}

/** Only for a merchant who may still change it. */
export async function openOwnApplication(database: Database, account: SessionAccount): Promise<Application> {
  const application = await ownApplication(database, account);
  if (!application.open) throw redirect(applicationPath);
  return application;
}

async function isOfficeDraft(database: Database, storeId: string | null): Promise<boolean> {
  if (storeId === null) return false;
  return (await database.store.count({ where: { id: storeId, state: "draft" } })) > 0;
}
