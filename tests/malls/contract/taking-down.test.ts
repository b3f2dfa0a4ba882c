import { describe, expect, test } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { mallStage, orderFor, remoteIdOf, standing, stateOf } from "./pipeline-steps.ts";

const { start } = mallStage();

describe.each(mallKeys)("%s", (key) => {
  test("what is taken down is gone, and stays so when asked again", async () => {
    const mall = start(key);
    const made = await orderFor(mall);
    await mall.connection.publish(made);
    const remoteId = await remoteIdOf(mall.connection, made.reference);
    expect(await mall.connection.withdraw(made.reference, remoteId)).toEqual({ outcome: "withdrawn" });
    expect(standing(mall)).toEqual([]);
    expect(await stateOf(mall.connection, made.reference, remoteId)).toMatch(/^(withdrawn|absent)$/);
    expect(await mall.connection.withdraw(made.reference, null)).toEqual({ outcome: "withdrawn" });
  });

  test("what was never there is down at once", async () => {
    expect(await start(key).connection.withdraw("BX26-NEVER", null)).toEqual({ outcome: "withdrawn" });
  });
});
