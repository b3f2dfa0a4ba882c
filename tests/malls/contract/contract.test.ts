import { setupServer } from "msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { type MallConnection, mallKeys, type PublishAnswer, type PublishOrder } from "#app/channels/contract.ts";
import { issueCodes } from "#app/domain/issue/codes.ts";
import { readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { createFaults } from "../stand-in.ts";
import { closedAddress, type MallUnderTest, mallUnderTest } from "./mall-under-test.ts";

let stop = () => undefined as unknown;

afterEach(() => stop());

/** One suite for every mall: what the pipeline relies on, whatever the mall is made of. */
describe.each(mallKeys)("%s", (key) => {
  function start() {
    const mall: MallUnderTest = mallUnderTest(key);
    const server = setupServer(...mall.standIn.handlers);
    server.listen({ onUnhandledRequest: "error" });
    stop = () => server.close();
    return mall;
  }

  async function order(mall: MallUnderTest, overrides: Partial<PublishOrder> = {}): Promise<PublishOrder> {
    const made = await readyOrder({ binding: { categoryCode: mall.categoryCode }, ...overrides });
    mall.serve(made.pictures);
    return made;
  }

  test("a ready product is published and found by our reference", async () => {
    const mall = start();
    const made = await order(mall);
    expect(mall.pure.check(made.product, made.binding)).toEqual([]);
    const answer = await mall.connection.publish(made);
    expect(answer.outcome).toBe("accepted");
    const found = await mall.connection.lookUp(made.reference, null);
    expect(found).toMatchObject({ outcome: "found", heard: { issues: [] } });
    expect(mall.standIn.listings().map((listing) => listing.reference)).toEqual([made.reference]);
  });

  test("what was never sent is absent, and taking it down is done at once", async () => {
    const mall = start();
    expect(await mall.connection.lookUp("BX26-NEVER", null)).toEqual({ outcome: "absent" });
    expect(await mall.connection.withdraw("BX26-NEVER", null)).toEqual({ outcome: "withdrawn" });
  });

  test("a create whose answer is lost is unknown, then found, and is there once", async () => {
    const mall = start();
    const made = await order(mall);
    mall.fail("lost after create");
    expect((await mall.hasty.publish(made)).outcome).toBe("unknown");
    // A mall where a product is made in several steps has it hidden by now: then it is gone on with.
    await publishToTheEnd(mall.connection, made);
    expect((await mall.connection.lookUp(made.reference, null)).outcome).toBe("found");
    expect(mall.standIn.listings()).toHaveLength(1);
  });

  test("a second publish with the mall's number changes the one listing", async () => {
    const mall = start();
    const made = await order(mall);
    await mall.connection.publish(made);
    const remoteId = await remoteIdOf(mall.connection, made.reference);
    const dearer = await order(mall, { remoteId, product: readyProduct({ price: 19_000 }) });
    expect((await mall.connection.publish(dearer)).outcome).toBe("accepted");
    expect((await mall.connection.lookUp(made.reference, remoteId)).outcome).toBe("found");
    expect(mall.standIn.listings()).toMatchObject([{ reference: made.reference, price: 19_000 }]);
  });

  test("what is taken down is gone, and stays so when asked again", async () => {
    const mall = start();
    const made = await order(mall);
    await mall.connection.publish(made);
    const remoteId = await remoteIdOf(mall.connection, made.reference);
    expect(await mall.connection.withdraw(made.reference, remoteId)).toEqual({ outcome: "withdrawn" });
    expect(mall.standIn.listings().filter((listing) => listing.state !== "withdrawn")).toEqual([]);
    const after = await mall.connection.lookUp(made.reference, remoteId);
    expect(after.outcome === "found" ? after.heard.state : after.outcome).toMatch(/^(withdrawn|absent)$/);
    expect(await mall.connection.withdraw(made.reference, null)).toEqual({ outcome: "withdrawn" });
  });

  test.each([
    ["a category the mall does not have", { binding: { categoryCode: "1" } }],
    ["an empty notice", { product: readyProduct({ notice: {} }) }],
    ["a name beyond all limits", { product: readyProduct({ name: "가".repeat(300) }) }],
    ["no price", { product: readyProduct({ price: 0 }) }],
  ] as const)("%s: an answer, never an exception; a refusal has issues with known codes", async (_, overrides) => {
    const mall = start();
    const answer = await mall.connection.publish(await order(mall, overrides as unknown as Partial<PublishOrder>));
    if (answer.outcome === "refused") expect(answer.issues.length).toBeGreaterThan(0);
    for (const code of codesOf(answer)) expect(issueCodes).toContain(code);
  });

  test.each(createFaults)("%s: following the answers ends with exactly one listing", async (fault) => {
    const mall = start();
    const made = await order(mall);
    mall.fail(fault);
    await publishToTheEnd(mall.hasty, made);
    expect(mall.standIn.listings()).toHaveLength(1);
  });

  test("a mall that can't be reached: not sent, and nothing is concluded from silence", async () => {
    const mall = start();
    const connection = mall.connectTo(await closedAddress());
    stop();
    const made = await order(mall);
    expect((await connection.publish(made)).outcome).toBe("not_sent");
    expect((await connection.lookUp(made.reference, null)).outcome).toBe("unsure");
    expect((await connection.withdraw(made.reference, "1")).outcome).toBe("unsure");
  });
});

/** What the pipeline does, without its waiting: look up after the unknown, send again only after "not sent" or "absent". */
async function publishToTheEnd(connection: MallConnection, order: PublishOrder): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    if ((await connection.lookUp(order.reference, null)).outcome === "found") return;
    const answer = await connection.publish(order);
    if (answer.outcome === "accepted") return;
    if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.issues));
    if (answer.outcome === "unknown" && (await connection.lookUp(order.reference, null)).outcome === "found") return;
  }
  throw new Error("Five turns did not bring it to the mall");
}

async function remoteIdOf(connection: MallConnection, reference: string): Promise<string | null> {
  const found = await connection.lookUp(reference, null);
  return found.outcome === "found" ? found.heard.remoteId : null;
}

function codesOf(answer: PublishAnswer): string[] {
  if (answer.outcome === "refused") return answer.issues.map((one) => one.code);
  return answer.outcome === "accepted" ? [] : [answer.reason.code];
}
