import { Logger, runOnce } from "graphile-worker";
import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { listAlarms } from "#app/domain/alarm/alarms.ts";
import { BlobMissing, type BlobStore } from "#app/services/blobs/blob-store.ts";
import { openS3Blobs } from "#app/services/blobs/s3-blobs.ts";
import { watchBlobs } from "#app/services/blobs/watched-blobs.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { openS3Server } from "#tests/blobs/s3-server.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { runTask } from "#workers/run-task.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

const log = pino({ level: "silent" });

/** The worker's own way of running a job that takes a photo, on a store that may fail. */
async function photoJob(blobsOf: (inner: BlobStore) => BlobStore) {
  const house = await pictureHouse();
  const worker = { ...pictureWorker(house), blobs: watchBlobs(blobsOf(house.blobs)), log };
  const bytes = await scene(700, 500, 4).jpeg().toBuffer();
  await addJob(
    house.database,
    "take-draft-photo",
    { photoId: "p" },
    { key: "photo:p", queue: "photos", maximumAttempts: 2 },
  );
  const run = async () => {
    // Whatever waits may run now.
    await house.database.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
    await runOnce({
      connectionString: house.url,
      taskList: {
        "take-draft-photo": (_, { job }) =>
          runTask(worker, job, async () => void (await takePhoto(worker, "photo.jpg", async () => bytes))),
      },
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    });
  };
  const jobs = () => house.database.$queryRaw<{ key: string; attempts: number; later: boolean; queue_name: string }[]>`
    SELECT key, attempts, run_at > now() + interval '5 seconds' AS later, queue_name FROM graphile_worker.jobs`;
  return { ...house, bytes, run, jobs };
}

function failingWrites(inner: BlobStore, code: () => string | null): BlobStore {
  const guard = <T>(work: () => Promise<T>): Promise<T> => {
    const failure = code();
    return failure ? Promise.reject(Object.assign(new Error(failure), { code: failure })) : work();
  };
  return {
    ...inner,
    put: (bytes) => guard(() => inner.put(bytes)),
    putAt: (key, bytes) => guard(() => inner.putAt(key, bytes)),
  };
}

test("a full disk is waited out: the photo is taken when there is space again, whatever a job's tries", async () => {
  let code: string | null = "ENOSPC";
  const { database, run, jobs } = await photoJob((inner) => failingWrites(inner, () => code));
  for (let time = 0; time < 5; time++) {
    await run();
    await expect.poll(jobs).toEqual([{ key: "photo:p", attempts: 0, later: true, queue_name: "photos" }]);
    expect(await database.original.count()).toBe(0);
  }
  expect(await listAlarms(database)).toEqual([{ code: "blobs_full", since: expect.any(Date) }]);

  code = null;
  await run();
  await expect.poll(jobs).toEqual([]);
  expect(await database.original.count()).toBe(1);
  expect(await database.rendition.count()).toBe(2);
  // Not seen for long enough, an alarm is over.
  await database.$executeRaw`UPDATE alarm SET since = since - interval '1 hour', seen_at = seen_at - interval '10 minutes'`;
  expect(await listAlarms(database)).toEqual([]);
});

test("a full disk in the middle of a photo's pictures: the rest is made later", async () => {
  let writes = 0;
  const { database, run, jobs } = await photoJob((inner) =>
    failingWrites(inner, () => (++writes === 3 ? "EDQUOT" : null)),
  );
  await run();
  await expect.poll(jobs).toHaveLength(1);
  await run();
  await expect.poll(jobs).toEqual([]);
  expect(await database.rendition.count()).toBe(2);
});

test("a bucket that does not answer is waited out", { timeout: 120_000 }, async () => {
  const server = await openS3Server();
  onTestFinished(() => server.close());
  const { database, run, jobs } = await photoJob(() =>
    openS3Blobs({ ...server.credentials, endpoint: server.endpoint }),
  );
  // More often than the client itself tries.
  server.fail(...Array.from({ length: 10 }, () => 503 as const));
  await run();
  await expect.poll(jobs).toEqual([{ key: "photo:p", attempts: 0, later: true, queue_name: "photos" }]);
  expect(await listAlarms(database)).toMatchObject([{ code: "blobs_unreachable" }]);
  await run();
  await run();
  await expect.poll(jobs).toEqual([]);
  expect(await database.rendition.count()).toBe(2);
});

test("what is the job's own fault is tried as often as it may be, and raises no alarm", async () => {
  const { database, run, jobs } = await photoJob((inner) => ({
    ...inner,
    put: () => Promise.reject(new TypeError("a mistake of ours")),
  }));
  await run();
  await expect.poll(jobs).toMatchObject([{ attempts: 1 }]);
  expect(await listAlarms(database)).toEqual([]);
});

test("the web server, too, tells each time its store fails, and not when a blob is missing", async () => {
  const { blobs } = await pictureHouse();
  const told: string[] = [];
  const watched = watchBlobs(
    failingWrites(blobs, () => "ENOSPC"),
    (why) => told.push(why),
  );
  await expect(watched.put(Buffer.from("a photo"))).rejects.toThrow("the blob store is full");
  await expect(watched.get(`originals/${"0".repeat(64)}`)).rejects.toThrow(BlobMissing);
  expect(told).toEqual(["full"]);
});
