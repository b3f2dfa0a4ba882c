import type { TaskList } from "graphile-worker";
import { config, requireDatabaseUrl } from "#app/config.ts";
import { createLog } from "#app/services/log.ts";
import { addJob, type JobName, type Jobs } from "#app/services/queue/jobs.ts";
import { sweepTemporaryFolders } from "#app/services/temporary-folder.ts";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";
import { openContext, type WorkerContext } from "./context.ts";
import { openHands } from "./hands.ts";
import { keepIndexed } from "./keep-indexed.ts";
import { keepMemoryModest } from "./modest-memory.ts";
import { runTask } from "./run-task.ts";
import { checkBusiness } from "./tasks/check-business.ts";
import { checkChannel } from "./tasks/check-channel.ts";
import { checkConnection } from "./tasks/check-connection.ts";
import { compareListing } from "./tasks/compare-listing.ts";
import { compareListings } from "./tasks/compare-listings.ts";
import { deleteExpiredEntries } from "./tasks/delete-expired.ts";
import { drawPage } from "./tasks/draw-page.ts";
import { drawPhoto } from "./tasks/draw-photo.ts";
import { eraseAccounts } from "./tasks/erase-accounts.ts";
import { finishOneClosing } from "./tasks/finish-closing.ts";
import { followListing } from "./tasks/follow-listing.ts";
import { giveUpJobs } from "./tasks/give-up-jobs.ts";
import { importCatalog } from "./tasks/import-catalog.ts";
import { pressStandingRecalls } from "./tasks/press-recalls.ts";
import { publishListing } from "./tasks/publish-listing.ts";
import { readPromotion } from "./tasks/read-promotion.ts";
import { readQuestions } from "./tasks/read-questions.ts";
import { remindOfVisits } from "./tasks/remind-visits.ts";
import { renderVersion } from "./tasks/render-version.ts";
import { resumeStrandedListings } from "./tasks/resume-listings.ts";
import { saveImport } from "./tasks/save-import.ts";
import { sealAudit } from "./tasks/seal-audit.ts";
import { sendMessage } from "./tasks/send-message.ts";
import { sweepLeftUploads } from "./tasks/sweep-uploads.ts";
import { takeDraftPhoto } from "./tasks/take-draft-photo.ts";
import { takeStorePhoto } from "./tasks/take-store-photo.ts";
import { updateListing } from "./tasks/update-listing.ts";
import { watchPromotions } from "./tasks/watch-promotions.ts";
import { withdrawListing } from "./tasks/withdraw-listing.ts";

type Task<Name extends JobName> = (context: WorkerContext, payload: Jobs[Name]) => Promise<void>;

const tasks: { [Name in JobName]: Task<Name> } = {
  "import-catalog": importCatalog,
  "save-import": saveImport,
  "render-version": renderVersion,
  "draw-page": drawPage,
  "publish-listing": publishListing,
  "follow-listing": followListing,
  "withdraw-listing": withdrawListing,
  "update-listing": updateListing,
  "compare-listing": compareListing,
  "send-message": sendMessage,
  "check-business": checkBusiness,
  "check-connection": checkConnection,
  "take-store-photo": takeStorePhoto,
  "take-draft-photo": takeDraftPhoto,
  "draw-photo": drawPhoto,
  "finish-closing": finishOneClosing,
  "check-channel": checkChannel,
  "read-promotion": readPromotion,
  "erase-accounts": eraseAccounts,
  "delete-expired": deleteExpiredEntries,
  "give-up-jobs": giveUpJobs,
  "resume-listings": resumeStrandedListings,
  "compare-listings": compareListings,
  "press-recalls": pressStandingRecalls,
  "read-questions": readQuestions,
  "seal-audit": sealAudit,
  "sweep-uploads": sweepLeftUploads,
  "watch-promotions": watchPromotions,
  "remind-visits": remindOfVisits,
};
const timetable = [
  "17 * * * * delete-expired",
  "29 * * * * erase-accounts",
  "* * * * * give-up-jobs",
  "* * * * * press-recalls",
  "* * * * * seal-audit",
  "*/10 * * * * resume-listings",
  "7 * * * * compare-listings",
  "*/10 * * * * read-questions",
  "41 3 * * * sweep-uploads",
  "23,53 * * * * watch-promotions",
  "*/10 * * * * remind-visits",
];

const settings = config();
const databaseUrl = requireDatabaseUrl(settings);
const log = createLog("worker", settings.logLevel);
await sweepTemporaryFolders("blob");
const context = await openContext(settings, log);

const hands = await openHands({
  databaseUrl,
  concurrency: settings.workerConcurrency,
  taskList: taskList(),
  crontab: timetable.join("\n"),
  log,
});
await addJob(context.database, "resume-listings", {}, { key: "resume-listings" });
await addJob(context.database, "read-questions", {}, { key: "read-questions" });
keepMemoryModest();
const indexing = keepIndexed(context);
log.info("worker ready");
process.send?.("ready");

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
whenParentIsGone(() => void stop());

async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), 2_500).unref();
  await Promise.all([hands.stop(), indexing.stop()]);
  await context.close();
  process.exit(0);
}

function taskList(): TaskList {
  return Object.fromEntries(
    (Object.keys(tasks) as JobName[]).map((name) => [
      name,
      (payload, { job }) => {
        const ofJob = { ...context, log: log.child({ job: job.id, task: name }) };
        return runTask(ofJob, job, () => (tasks[name] as Task<JobName>)(ofJob, payload as Jobs[JobName]));
      },
    ]),
  );
}
