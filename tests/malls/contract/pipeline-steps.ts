import { setupServer } from "msw/node";
import { afterEach } from "vitest";
import type { MallConnection, MallKey, PublishOrder } from "#app/channels/contract.ts";
import { readyOrder } from "#tests/malls/ready-product.ts";
import { type MallConditions, type MallUnderTest, mallUnderTest } from "./mall-under-test.ts";

/** Starts malls, one at a time: the one before closes, and the last one when its test ends. */
export function mallStage() {
  let close = () => undefined as unknown;
  afterEach(() => close());
  return {
    start(key: MallKey, conditions?: MallConditions): MallUnderTest {
      close();
      const mall = mallUnderTest(key, conditions);
      const server = setupServer(...mall.line.handlers);
      server.listen({ onUnhandledRequest: "error" });
      close = () => server.close();
      return mall;
    },
    close: () => close(),
  };
}

/** The ready product for this mall, which can fetch its pictures. */
export async function orderFor(mall: MallUnderTest, overrides: Partial<PublishOrder> = {}): Promise<PublishOrder> {
  const made = await readyOrder({ binding: { categoryCode: mall.categoryCode }, ...overrides });
  mall.serve(made.pictures);
  return made;
}

/** What the pipeline does, without its waiting: look up after the unknown; send again only what nobody sees. */
export async function publishToTheEnd(connection: MallConnection, made: PublishOrder): Promise<void> {
  let remoteId: string | null = null;
  for (let turn = 0; turn < 6; turn += 1) {
    const found = await connection.lookUp(made.reference, remoteId);
    if (found.outcome === "found") {
      if (found.heard.state !== "withdrawn") return;
      remoteId = found.heard.remoteId;
    }
    if (found.outcome === "unsure") continue;
    const answer = await connection.publish({ ...made, remoteId });
    if (answer.outcome === "accepted") return;
    if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.issues));
  }
  throw new Error("Six turns did not bring it to the mall");
}

/** Publishes, and gives the mall's number; a mall that is slow to tell it is given an hour. */
export async function listedAs({ connection }: MallUnderTest, made: PublishOrder, clock?: Clock): Promise<string> {
  const answer = await connection.publish(made);
  if (answer.outcome !== "accepted") throw new Error(JSON.stringify(answer));
  clock?.advance(hour);
  const remoteId = answer.heard.remoteId ?? (await remoteIdOf(connection, made.reference));
  if (remoteId === null) throw new Error("The mall tells no number");
  return remoteId;
}

export async function remoteIdOf(connection: MallConnection, reference: string): Promise<string | null> {
  const found = await connection.lookUp(reference, null);
  return found.outcome === "found" ? found.heard.remoteId : null;
}

/** In which state it is found; else the outcome itself. */
export async function stateOf(connection: MallConnection, reference: string, remoteId: string | null) {
  const found = await connection.lookUp(reference, remoteId);
  return found.outcome === "found" ? found.heard.state : found.outcome;
}

/** What shoppers still see, or may see after a review. */
export function standing({ standIn }: MallUnderTest) {
  return standIn.listings().filter(({ state }) => state !== "withdrawn");
}

/** Which request of a publish that nothing disturbs makes the listing. */
export async function numberOfCreate(mall: MallUnderTest): Promise<number> {
  await mall.connection.publish(await orderFor(mall));
  if (mall.line.creating() === 0) throw new Error("No request made a listing");
  return mall.line.creating();
}

export const hour = 3_600_000;
export type Clock = ReturnType<typeof createClock>;

export function createClock() {
  let time = Date.UTC(2026, 10, 29, 3);
  return {
    now: () => time,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
