import { expect, test } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { program } from "#app/domain/account/actor.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import { failNextCreate } from "#tests/malls/played-malls.ts";
import { followListing } from "#workers/tasks/follow-listing.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { withdrawListing as takeDown } from "#workers/tasks/withdraw-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

const lost = mallKeys.flatMap((mall) =>
  (["lost after create", "cut after create", "server error after create"] as const).map((fault) => ({ mall, fault })),
);

test.each(lost)("$mall, $fault: it is looked up and never sent again", async ({ mall, fault }) => {
  const { context, sandbox, idOf, listing } = await publishingStage();
  const listingId = idOf(mall);
  failNextCreate(sandbox.standIns, mall, fault);
  await publishListing(context, { listingId });
  expect((await listing(mall)).state).toBe("unknown");

  // Jobs may run twice and in any order: neither may send while the outcome is unknown.
  await publishListing(context, { listingId });
  await followListing(context, { listingId });
  await publishListing(context, { listingId });
  expect(["live", "in_review"]).toContain((await listing(mall)).state);
  expect(sandbox.counts()[mall]).toEqual({ listings: 1, duplicates: 0 });
});

test("a worker that died while sending leaves a listing that is looked up first", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage();
  const listingId = idOf("naver");
  await publishListing(context, { listingId });
  // As if the process had died between the mall's answer and our commit.
  await context.database.listing.update({
    where: { id: listingId },
    data: { state: "sending", remoteId: null, heardState: null },
  });
  await publishListing(context, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "live", sentOutcome: "accepted" });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});

test("a worker that died before the mall heard anything sends after the mall said that nothing is there", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage();
  const listingId = idOf("naver");
  await context.database.listing.update({
    where: { id: listingId },
    data: { state: "sending", sentAt: new Date(Date.now() - 60_000) },
  });
  await publishListing(context, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "waiting", heardState: "absent" });
  await publishListing(context, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "live" });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});

test.each(mallKeys)(
  "%s: a send that ended before anybody could see the product is finished by the next",
  async (mall) => {
    const { context, sandbox, idOf, listing } = await publishingStage();
    const listingId = idOf(mall);
    await publishListing(context, { listingId });
    await followListing(context, { listingId });
    await withdrawListing(context.database, program, { listingId });
    await takeDown(context, { listingId });
    expect(await listing(mall)).toMatchObject({ state: "withdrawn" });
    // As if a worker had begun to put it up again, and had died of it.
    await context.database.listing.update({
      where: { id: listingId },
      data: { wanted: "live", state: "sending", sentAt: new Date(Date.now() - 60_000) },
    });
    for (let turn = 0; turn < 3; turn += 1) await publishListing(context, { listingId });
    expect(["live", "in_review"]).toContain((await listing(mall)).state);
    expect(sandbox.counts()[mall]).toEqual({ listings: 1, duplicates: 0 });
  },
);

test("two workers with the same job: one sends", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage();
  const listingId = idOf("naver");
  // The second finds `sending` and asks; whatever it is told it must not send before the settling time is over.
  const slow = { ...context, followUpPace: 1 };
  await Promise.all([publishListing(slow, { listingId }), publishListing(slow, { listingId })]);
  expect((await listing("naver")).state).toBe("live");
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});

test("what is withdrawn is gone from the mall by the mall's own word, also when the send was unsettled", async () => {
  const stage = await publishingStage();
  const { context, sandbox, idOf, listing } = stage;
  const listingId = idOf("naver");
  sandbox.standIns.naver.failNext({ kind: "timeout-after", on: "create" });
  await publishListing(context, { listingId });
  expect(await withdrawListing(context.database, program, { listingId })).toMatchObject({ ok: true });
  await takeDown(context, { listingId });
  expect((await listing("naver")).state).toBe("unknown");
  await followListing(context, { listingId });
  await takeDown(context, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "withdrawn", heardState: "withdrawn" });
  expect(sandbox.counts().naver).toEqual({ listings: 0, duplicates: 0 });
});
