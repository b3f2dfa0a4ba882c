import { describe, expect, test } from "vitest";
import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { issueCodes } from "#app/domain/issue/codes.ts";
import { listingPictures } from "#tests/malls/ready-product.ts";
import { faultMenu, type MenuFault } from "../fault-menu.ts";
import { playedMalls } from "../played-malls.ts";
import { createFaults, type PlayedMall, type StandIn } from "../stand-in.ts";
import {
  createClock,
  hour,
  listedAs,
  mallStage,
  numberOfCreate,
  orderFor,
  publishToTheEnd,
  standing,
  stateOf,
} from "./pipeline-steps.ts";
import { type LineFault, retryAfterSeconds } from "./spoiled-line.ts";

const { start } = mallStage();

/** How each fault of the menu is met, whatever the mall. */
const meetings: Record<MenuFault, (key: MallKey) => Promise<void>> = {
  "timeout after success": async (key) => {
    const mall = start(key);
    const made = await orderFor(mall);
    mall.fail("lost after create");
    expect((await mall.hasty.publish(made)).outcome).toBe("unknown");
    // A mall where a product is made in several steps has it hidden by now: then it is gone on with.
    await publishToTheEnd(mall.connection, made);
    expect((await mall.connection.lookUp(made.reference, null)).outcome).toBe("found");
    expect(mall.standIn.listings()).toHaveLength(1);
  },

  "429": async (key) => {
    await refusedForItsPace(key, "429", expect.any(Number));
    await spoilEachRequest(key, "429");
  },

  "429 with Retry-After": async (key) => {
    await refusedForItsPace(key, "429 with a time", retryAfterSeconds);
    await spoilEachRequest(key, "429 with a time");
  },

  "500, then success": (key) => spoilEachRequest(key, "500"),

  "connection cut in the middle of the answer": (key) => spoilEachRequest(key, "cut in the middle"),

  "success with a wrong body": (key) => spoilEachRequest(key, "wrong body"),

  "slow drip": async (key) => {
    const number = await numberOfCreate(start(key));
    const mall = start(key);
    const made = await orderFor(mall);
    mall.line.spoil("slow drip", number);
    const reason = { code: "mall.outcome_unknown" };
    expect(await mall.hasty.publish(made)).toMatchObject({ outcome: "unknown", reason });
    await publishToTheEnd(mall.connection, made);
    expect(mall.standIn.listings()).toHaveLength(1);
  },

  "rejection hours later": async (key) => {
    const clock = createClock();
    const mall = start(key, { reviewMilliseconds: 4 * hour, now: clock.now });
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made, clock);
    mall.byHand.refuse?.(remoteId);
    clock.advance(5 * hour);
    const found = await mall.connection.lookUp(made.reference, remoteId);
    expect(found).toMatchObject({ outcome: "found", heard: { state: "refused", remoteId } });
    const issues = found.outcome === "found" ? found.heard.issues : [];
    expect(issues.length).toBeGreaterThan(0);
    for (const { code, raw } of issues) {
      expect(issueCodes).toContain(code);
      expect(raw).toBeTruthy();
    }
  },

  "listing deleted at the mall": async (key) => {
    const mall = start(key);
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made);
    mall.byHand.delete(remoteId);
    expect(await stateOf(mall.connection, made.reference, remoteId)).toMatch(/^(withdrawn|absent)$/);
    expect(await mall.connection.withdraw(made.reference, remoteId)).toEqual({ outcome: "withdrawn" });
    // Sent anew it is there, once.
    expect((await mall.connection.publish(made)).outcome).toBe("accepted");
    expect(standing(mall)).toMatchObject([{ reference: made.reference }]);
  },

  "listing doubled by a human": async (key) => {
    const mall = start(key);
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made);
    mall.byHand.duplicate?.(remoteId);
    const found = await mall.connection.lookUp(made.reference, null);
    expect(found).toMatchObject({ outcome: "found", heard: { issues: [{ code: "mall.duplicate_listings" }] } });
    expect(await mall.connection.withdraw(made.reference, remoteId)).toEqual({ outcome: "withdrawn" });
    expect(standing(mall)).toEqual([]);
  },

  "price changed by a human": async (key) => {
    const mall = start(key);
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made);
    for (const price of [18_000, 9_000]) {
      mall.byHand.reprice(remoteId, price);
      expect(await mall.connection.lookUp(made.reference, remoteId)).toMatchObject({ heard: { goods: { price } } });
    }
  },

  "token expired": async (key) => {
    const clock = createClock();
    const mall = start(key, { now: clock.now, rotating: true });
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made, clock);
    clock.advance(13 * 24 * hour);
    expect((await mall.connection.lookUp(made.reference, remoteId)).outcome).toBe("found");
    // Before its time, by the mall.
    mall.byHand.endTokens?.();
    expect(await mall.connection.publish({ ...made, remoteId })).toMatchObject({ outcome: "accepted" });
    mall.byHand.endTokens?.();
    expect(await mall.connection.withdraw(made.reference, remoteId)).toEqual({ outcome: "withdrawn" });
  },

  "tokens replaced by another worker": async (key) => {
    const clock = createClock();
    const mall = start(key, { now: clock.now, rotating: true });
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made, clock);
    for (let round = 0; round < 3; round += 1) {
      clock.advance(3 * hour);
      const workers = [mall.connection, mall.connectTo(mall.standIn.origin)];
      const found = await Promise.all(workers.map((worker) => worker.lookUp(made.reference, remoteId)));
      expect(found.map(({ outcome }) => outcome)).toEqual(["found", "found"]);
    }
  },
};

describe.each(faultMenu)("%s", (fault) => {
  const reasonOf = (key: MallKey) => (playedMalls[key] as unknown as PlayedMall<StandIn>).cannotHappen[fault];

  test.each(mallKeys.filter((key) => reasonOf(key) === undefined))("at %s", async (key) => {
    await meetings[fault](key);
  });

  test.each(mallKeys.flatMap((key) => (reasonOf(key) ? [[key, reasonOf(key)] as const] : [])))(
    "can't happen at %s: %s",
    (key) => {
      const { byHand } = start(key);
      const hands = {
        "rejection hours later": byHand.refuse,
        "listing doubled by a human": byHand.duplicate,
        "token expired": byHand.endTokens,
      };
      expect(fault in hands ? hands[fault as keyof typeof hands] : null).toBeNull();
    },
  );
});

describe.each(createFaults)("a create that meets: %s", (fault) => {
  test.each(mallKeys)("at %s: following the answers ends with exactly one listing", async (key) => {
    const mall = start(key);
    const made = await orderFor(mall);
    mall.fail(fault);
    await publishToTheEnd(mall.hasty, made);
    expect(mall.standIn.listings()).toHaveLength(1);
  });
});

/** Whichever request of a publish meets it: following the answers ends with one whole listing. */
async function spoilEachRequest(key: MallKey, fault: LineFault): Promise<void> {
  const pictures = await listingPictures(2);
  for (let number = 1; ; number += 1) {
    const mall = start(key);
    const { onlyOnce } = mall.played;
    const made = await orderFor(mall, { pictures });
    mall.line.spoil(fault, number, onlyOnce);
    await publishToTheEnd(mall.connection, made);
    expect(mall.standIn.listings(), `request ${number}`).toMatchObject([{ reference: made.reference }]);
    expect(mall.standIn.listings()[0]?.state, `request ${number}`).toMatch(/^(in_review|live)$/);
    if (mall.line.requests() < number) return;
  }
}

/** At the create: nothing is sent, and it is known how long to wait. */
async function refusedForItsPace(key: MallKey, fault: LineFault, wait: number): Promise<void> {
  const number = await numberOfCreate(start(key));
  const mall = start(key);
  mall.line.spoil(fault, number);
  const answer = await mall.connection.publish(await orderFor(mall));
  const reason = { code: "mall.rate_limited" };
  expect(answer).toMatchObject({ outcome: "not_sent", reason, retryAfterSeconds: wait });
  expect(mall.standIn.listings()).toEqual([]);
}
