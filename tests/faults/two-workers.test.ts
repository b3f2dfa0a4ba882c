import { expect, test } from "vitest";
import type { MallConnection } from "#app/channels/contract.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

/** A mall whose answers reach the first worker only when they are let go. */
function heldBack(mall: MallConnection, what: "publish" | "lookUp") {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let arrived = () => {};
  const answered = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const slow: MallConnection = {
    publish: (order) => hold(what === "publish", mall.publish(order)),
    lookUp: (reference, remoteId) => hold(what === "lookUp", mall.lookUp(reference, remoteId)),
    withdraw: (reference, remoteId) => mall.withdraw(reference, remoteId),
  };
  async function hold<Answer>(isHeld: boolean, asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    if (!isHeld) return answer;
    arrived();
    await free;
    return answer;
  }
  return { slow, answered, letGo: () => letGo() };
}

test("of two workers at one send, the one that was thought dead cannot finish it any more", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage({ timeoutMilliseconds: 30_000 });
  const listingId = idOf("naver");
  const naver = context.malls.naver as MallConnection;
  const { slow, answered, letGo } = heldBack(naver, "publish");
  // Its answer is "not sent, send again": the worst that a late one could say.
  const lying: MallConnection = {
    ...slow,
    async publish(order) {
      await slow.publish(order);
      return {
        outcome: "not_sent",
        reason: issue("mall.unavailable"),
        retryAfterSeconds: 0,
      };
    },
  };
  const first = publishListing({ ...context, malls: { ...context.malls, naver: lying } }, { listingId });
  await answered;
  await publishListing(context, { listingId });
  const found = await listing("naver");
  expect(found).toMatchObject({ state: "live", sentOutcome: "accepted" });
  letGo();
  await first;
  expect(await listing("naver")).toMatchObject({ state: "live", remoteId: found.remoteId, heardAt: found.heardAt });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});

test("a look-up that is answered late does not say of the next send that nothing came of it", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage({ timeoutMilliseconds: 30_000 });
  const listingId = idOf("naver");
  const naver = context.malls.naver as MallConnection;
  await context.database.listing.update({
    where: { id: listingId },
    data: { state: "sending", sentAt: new Date(Date.now() - 60_000) },
  });
  const { slow, answered, letGo } = heldBack(naver, "lookUp");
  const first = publishListing({ ...context, malls: { ...context.malls, naver: slow } }, { listingId });
  await answered;
  // The other hears the same, "absent", and sends.
  await publishListing(context, { listingId });
  await publishListing(context, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "live" });
  letGo();
  await first;
  expect(await listing("naver")).toMatchObject({ state: "live" });
  await publishListing(context, { listingId });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});
