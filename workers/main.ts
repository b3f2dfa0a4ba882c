import type { TaskList } from "graphile-worker";
import { config, requireDatabaseUrl } from "#app/config.ts";
import { createLog } from "#app/services/log.ts";
import { addJob, type JobName, type Jobs } from "#app/services/queue/jobs.ts";
import { sweepTemporaryFolders } from "#app/services/temporary-folder.ts";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";
import { openContext, type WorkerContext } from "./context.ts";
import { endProcess } from "./end-process.ts";
import { openHands } from "./hands.ts";
import { keepIndexed } from "./keep-indexed.ts";
import { keepMemoryModest } from "./modest-memory.ts";
import { runTask } from "./run-task.ts";

type Task<Name extends JobName> = (context: WorkerContext, payload: Jobs[Name]) => Promise<void>;

/** Loaded when the first job of its name comes: a worker that has just been started takes jobs sooner. */
const tasks: { [Name in JobName]: () => Promise<Task<Name>> } = {
  "import-catalog": async () => (await import("./tasks/import-catalog.ts")).importCatalog,
  "save-import": async () => (await import("./tasks/save-import.ts")).saveImport,
  "render-version": async () => (await import("./tasks/render-version.ts")).renderVersion,
  "draw-page": async () => (await import("./tasks/draw-page.ts")).drawPage,
  "publish-listing": async () => (await import("./tasks/publish-listing.ts")).publishListing,
  "follow-listing": async () => (await import("./tasks/follow-listing.ts")).followListing,
  "withdraw-listing": async () => (await import("./tasks/withdraw-listing.ts")).withdrawListing,
  "update-listing": async () => (await import("./tasks/update-listing.ts")).updateListing,
  "compare-listing": async () => (await import("./tasks/compare-listing.ts")).compareListing,
  "look-through-mall": async () => (await import("./tasks/look-through-mall.ts")).lookThroughMall,
  "send-message": async () => (await import("./tasks/send-message.ts")).sendMessage,
  "check-business": async () => (await import("./tasks/check-business.ts")).checkBusiness,
  "check-connection": async () => (await import("./tasks/check-connection.ts")).checkConnection,
  "take-store-photo": async () => (await import("./tasks/take-store-photo.ts")).takeStorePhoto,
  "take-draft-photo": async () => (await import("./tasks/take-draft-photo.ts")).takeDraftPhoto,
  "draw-photo": async () => (await import("./tasks/draw-photo.ts")).drawPhoto,
  "draw-season-card": async () => (await import("./tasks/draw-season-card.ts")).drawSeasonCard,
  "finish-closing": async () => (await import("./tasks/finish-closing.ts")).finishOneClosing,
  "erase-accounts": async () => (await import("./tasks/erase-accounts.ts")).eraseAccounts,
  "delete-expired": async () => (await import("./tasks/delete-expired.ts")).deleteExpiredEntries,
  "give-up-jobs": async () => (await import("./tasks/give-up-jobs.ts")).giveUpJobs,
  "resume-listings": async () => (await import("./tasks/resume-listings.ts")).resumeStrandedListings,
  "compare-listings": async () => (await import("./tasks/compare-listings.ts")).compareListings,
  "press-recalls": async () => (await import("./tasks/press-recalls.ts")).pressStandingRecalls,
  "read-questions": async () => (await import("./tasks/read-questions.ts")).readQuestions,
  "seal-audit": async () => (await import("./tasks/seal-audit.ts")).sealAudit,
  "sweep-uploads": async () => (await import("./tasks/sweep-uploads.ts")).sweepLeftUploads,
  "check-channel": async () => (await import("./tasks/check-channel.ts")).checkChannel,
  "read-promotion": async () => (await import("./tasks/read-promotion.ts")).readPromotion,
  "watch-promotions": async () => (await import("./tasks/watch-promotions.ts")).watchPromotions,
  "remind-visits": async () => (await import("./tasks/remind-visits.ts")).remindOfVisits,
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

// The queue throws into nowhere what it could not write down of a job while the database is gone.
process.on("uncaughtException", (error) => {
  log.error({ error }, "an error that nobody caught; ending");
  endProcess(1);
});

const hands = await openHands({
  databaseUrl,
  concurrency: settings.workerConcurrency,
  taskList: taskList(),
  crontab: timetable.join("\n"),
  log,
});
// Not at once: where workers fall again and again, each would begin with these and end before the work that waits.
const soon = new Date(Date.now() + 15_000);
await addJob(context.database, "resume-listings", {}, { key: "resume-listings", runAt: soon });
await addJob(context.database, "read-questions", {}, { key: "read-questions", runAt: soon });
keepMemoryModest();
const indexing = keepIndexed(context, settings.meilisearch);
log.info("worker ready");
process.send?.("ready");
setTimeout(loadAllTasks, 10_000).unref();

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
whenParentIsGone(() => void stop());

let isStopping = false;

/** Asked twice (a signal, and the parent is gone) it still happens once. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => endProcess(1), 2_500).unref();
  await Promise.all([hands.stop(), indexing.stop()]);
  await context.close();
  process.exit(0);
}

/** Also those that may never be needed: what is built anew while we run takes their files away. */
function loadAllTasks(): void {
  for (const load of Object.values(tasks))
    load().catch((error: Error) => log.warn({ error: error.message }, "a task could not be loaded"));
}

function taskList(): TaskList {
  return Object.fromEntries(
    (Object.keys(tasks) as JobName[]).map((name) => [
      name,
      (payload, { job }) => {
        const ofJob = { ...context, log: log.child({ job: job.id, task: name }) };
        return runTask(ofJob, job, async () => {
          const task = (await tasks[name]()) as Task<JobName>;
          await task(ofJob, payload as Jobs[JobName]);
        });
      },
    ]),
  );
}
