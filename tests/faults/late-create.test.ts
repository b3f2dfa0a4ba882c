import { expect, test } from "vitest";
import type { MallConnection } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectMall } from "#app/channels/registry.ts";
import { permitToSend } from "#app/channels/send-guard.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { ownPace } from "#app/services/pace/own-pace.ts";
import { sandboxSettings } from "#tests/malls/sandbox-settings.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

/** Something that is waited for until it is let go, and when that began. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const pass = async () => {
    arrive();
    await opened;
  };
  return { pass, arrived, open: () => open() };
}

test("a create whose turn comes after another worker has sent the product does not leave any more", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage({ timeoutMilliseconds: 30_000 });
  const listingId = idOf("naver");
  const turn = gate();
  const { settings } = readMallSettings("naver", sandboxSettings(sandbox.origin));
  if (!settings) throw new Error("The sandbox gives no settings");
  const waiting = connectMall("naver", settings, {
    ...ownWiring(),
    pace: (bucket, allowance) => ({
      ...ownPace(allowance),
      ...(bucket === "POST /v2/products" && { turn: turn.pass }),
    }),
  });
  const first = publishListing({ ...context, malls: { ...context.malls, naver: waiting } }, { listingId });
  await turn.arrived;
  await publishListing(context, { listingId });
  const sent = await listing("naver");
  expect(sent).toMatchObject({ state: "live", attempts: 1 });
  turn.open();
  await first;
  expect(await listing("naver")).toMatchObject({ state: "live", attempts: 1, remoteId: sent.remoteId });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});

test("a mall's 'absent' is believed only so long after the last request left that could have made something", async () => {
  const { context: stage, sandbox, idOf, listing } = await publishingStage({ timeoutMilliseconds: 30_000 });
  const listingId = idOf("naver");
  // The malls' own settling times.
  const context = { ...stage, followUpPace: 1 };
  const naver = context.malls.naver as MallConnection;
  const aMinute = gate();
  const onItsWay = gate();
  const slow: MallConnection = {
    ...naver,
    async publish(order) {
      await permitToSend();
      await aMinute.pass();
      await permitToSend();
      await onItsWay.pass();
      return naver.publish(order);
    },
  };
  const first = publishListing({ ...context, malls: { ...context.malls, naver: slow } }, { listingId });
  await aMinute.arrived;
  await context.database.listing.update({
    where: { id: listingId },
    data: { sentAt: new Date(Date.now() - 60_000) },
  });
  aMinute.open();
  await onItsWay.arrived;

  // Another worker thinks the first dead. The mall knows nothing yet: that proves nothing, however long ago the send began.
  await publishListing(context, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "sending", heardState: null });
  onItsWay.open();
  await first;
  expect(await listing("naver")).toMatchObject({ state: "live", attempts: 1 });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});
