import { describe, expect, test } from "vitest";
import { mallKeys, type PublishAnswer, type PublishOrder } from "#app/channels/contract.ts";
import { malls, reviewDays } from "#app/channels/registry.ts";
import { issueCodes } from "#app/domain/issue/codes.ts";
import { slowReviewDays } from "#app/domain/listing/slow-reviews.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { closedAddress } from "./mall-under-test.ts";
import { createClock, hour, listedAs, mallStage, orderFor, remoteIdOf, standing } from "./pipeline-steps.ts";

const { start, close } = mallStage();
const day = 24 * hour;

describe.each(mallKeys)("%s", (key) => {
  test("a ready product is published and found by our reference", async () => {
    const mall = start(key);
    const made = await orderFor(mall);
    expect(mall.pure.check(made.product, made.binding)).toEqual([]);
    expect((await mall.connection.publish(made)).outcome).toBe("accepted");
    const found = await mall.connection.lookUp(made.reference, null);
    expect(found).toMatchObject({ outcome: "found", heard: { issues: [] } });
    expect(mall.standIn.listings().map((listing) => listing.reference)).toEqual([made.reference]);
  });

  test("a review is slow after the mall's own days, and no more once it has ended", async () => {
    const clock = createClock();
    const { usualDays } = malls[key].spec.followUp;
    const mall = start(key, { reviewMilliseconds: (usualDays + 1) * day, now: clock.now });
    const made = await orderFor(mall);
    const sentAt = new Date(clock.now());
    const answer = await mall.connection.publish(made);
    if (answer.outcome === "not_sent") {
      // Pictures come first there: nothing stands that could be reviewed.
      expect(answer.reason.code).toBe("mall.still_working");
      return expect(standing(mall)).toEqual([]);
    }
    const remoteId = answer.outcome === "accepted" ? answer.heard.remoteId : null;
    const slowIn = async (milliseconds: number) => {
      clock.advance(milliseconds);
      const found = await mall.connection.lookUp(made.reference, remoteId);
      if (found.outcome !== "found") throw new Error(JSON.stringify(found));
      const isLive = found.heard.state === "live";
      const listing = { wanted: "live", state: isLive ? "live" : "in_review", sentAt, channelKey: key } as const;
      return { isLive, slow: slowReviewDays(listing, reviewDays, new Date(clock.now())) };
    };
    expect(await slowIn(usualDays * day - hour)).toMatchObject({ slow: null });
    const late = await slowIn(2 * hour);
    expect(late.slow).toBe(late.isLive ? null : usualDays);
    expect(await slowIn(2 * day)).toEqual({ isLive: true, slow: null });
  });

  test("what was never sent is absent", async () => {
    expect(await start(key).connection.lookUp("BX26-NEVER", null)).toEqual({ outcome: "absent" });
  });

  test("a second publish with the mall's number changes the one listing", async () => {
    const mall = start(key);
    const made = await orderFor(mall);
    await mall.connection.publish(made);
    const remoteId = await remoteIdOf(mall.connection, made.reference);
    const dearer = await orderFor(mall, { remoteId, product: readyProduct({ price: 19_000 }) });
    expect((await mall.connection.publish(dearer)).outcome).toBe("accepted");
    expect((await mall.connection.lookUp(made.reference, remoteId)).outcome).toBe("found");
    expect(mall.standIn.listings()).toMatchObject([{ reference: made.reference, price: 19_000 }]);
  });

  test("pictures that a mall has taken in are not given to it again", async () => {
    const mall = start(key);
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made);
    const before = mall.line.requests();
    const next = { ...made, remoteId, picturesStand: true, product: readyProduct({ name: "다른 이름" }) };
    expect((await mall.connection.publish(next)).outcome).toBe("accepted");
    const calls = mall.line.calls().slice(before);
    expect(calls.filter((call) => /image/.test(call))).toEqual([]);
    expect(mall.standIn.listings()[0]?.pictureUrl).toBeTruthy();
  });

  test.each([
    ["a category the mall does not have", { binding: { categoryCode: "1" } }],
    ["an empty notice", { product: readyProduct({ notice: {} }) }],
    ["a name beyond all limits", { product: readyProduct({ name: "가".repeat(300) }) }],
    ["no price", { product: readyProduct({ price: 0 }) }],
  ] as const)("%s: an answer, never an exception; a refusal has issues with known codes", async (_, overrides) => {
    const mall = start(key);
    const made = await orderFor(mall, overrides as unknown as Partial<PublishOrder>);
    const answer = await mall.connection.publish(made);
    if (answer.outcome === "refused") expect(answer.issues.length).toBeGreaterThan(0);
    for (const code of codesOf(answer)) expect(issueCodes).toContain(code);
  });

  test("a mall that can't be reached: not sent, and nothing is concluded from silence", async () => {
    const mall = start(key);
    const connection = mall.connectTo(await closedAddress());
    close();
    const made = await orderFor(mall);
    expect((await connection.publish(made)).outcome).toBe("not_sent");
    expect((await connection.lookUp(made.reference, null)).outcome).toBe("unsure");
    expect((await connection.withdraw(made.reference, "1")).outcome).toBe("unsure");
  });
});

function codesOf(answer: PublishAnswer): string[] {
  if (answer.outcome === "refused") return answer.issues.map((one) => one.code);
  return answer.outcome === "accepted" ? [] : [answer.reason.code];
}
