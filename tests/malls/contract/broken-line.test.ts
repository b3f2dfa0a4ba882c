import { describe, expect, test } from "vitest";
import { type MallKey, mallKeys, type PublishOrder } from "#app/channels/contract.ts";
import { listingPictures, readyProduct } from "#tests/malls/ready-product.ts";
import type { MallUnderTest } from "./mall-under-test.ts";
import { listedAs, mallStage, orderFor, standing, stateOf } from "./pipeline-steps.ts";
import type { LineFault } from "./spoiled-line.ts";

const { start } = mallStage();
/** Before the mall knows of the request, in the midst of its answer, and with an answer that is none. */
const faults: readonly LineFault[] = ["500", "cut in the middle", "wrong body"];
const pictures = await listingPictures(1);

/** Asks about a listing that stands, as often as that takes requests: each of them in turn meets the fault. */
async function atEachRequest(
  key: MallKey,
  fault: LineFault,
  ask: (listed: MallUnderTest & { made: PublishOrder; remoteId: string }) => Promise<void>,
): Promise<void> {
  for (let number = 1; ; number += 1) {
    const mall = start(key);
    const made = await orderFor(mall, { pictures });
    const remoteId = await listedAs(mall, made);
    const before = mall.line.requests();
    mall.line.spoil(fault, before + number, mall.played.onlyOnce);
    await ask({ ...mall, made, remoteId });
    if (mall.line.requests() < before + number) return;
  }
}

describe.each(mallKeys)("%s", (key) => {
  test.each(faults)("%s: a change is sent again until it is there", async (fault) => {
    await atEachRequest(key, fault, async (mall) => {
      const { made, remoteId } = mall;
      const changed = { ...made, remoteId, product: readyProduct({ price: 19_000 }) };
      let answer = await mall.connection.publish(changed);
      for (let turn = 0; turn < 3 && answer.outcome !== "accepted"; turn += 1) {
        expect(["not_sent", "unknown"]).toContain(answer.outcome);
        answer = await mall.connection.publish(changed);
      }
      expect(answer.outcome).toBe("accepted");
      expect(mall.standIn.listings()).toMatchObject([{ reference: made.reference, price: 19_000 }]);
    });
  });

  test.each(faults)("%s: what stands is never taken for gone", async (fault) => {
    await atEachRequest(key, fault, async ({ connection, made, remoteId }) => {
      for (const number of [remoteId, null]) {
        expect(await stateOf(connection, made.reference, number)).toMatch(/^(in_review|live|unsure)$/);
      }
    });
  });

  test.each(faults)("%s: nothing is said to be down that stands, and asked again it goes", async (fault) => {
    await atEachRequest(key, fault, async (mall) => {
      const { connection, made, remoteId } = mall;
      mall.byHand.duplicate?.(remoteId);
      let answer = await connection.withdraw(made.reference, remoteId);
      for (let turn = 0; turn < 3 && answer.outcome !== "withdrawn"; turn += 1) {
        expect(answer.outcome).toBe("unsure");
        answer = await connection.withdraw(made.reference, remoteId);
      }
      expect(answer).toEqual({ outcome: "withdrawn" });
      expect(standing(mall)).toEqual([]);
    });
  });
});
