import { describe, expect, test } from "vitest";
import { type AccountProduct, type ListsAccount, listsAccount, mallKeys } from "#app/channels/contract.ts";
import { pastUs } from "../stand-in.ts";
import { listedAs, mallStage, orderFor, standing } from "./pipeline-steps.ts";
import type { LineFault } from "./spoiled-line.ts";

const { start } = mallStage();

async function wholeAccount(mall: ListsAccount): Promise<{ products: AccountProduct[]; pages: number }> {
  const products: AccountProduct[] = [];
  let pages = 0;
  for (let page: string | null = null; pages === 0 || page !== null; pages += 1) {
    const answer = await mall.listAccount(page);
    if (answer.outcome !== "page") throw new Error(JSON.stringify(answer));
    products.push(...answer.products);
    page = answer.next;
  }
  return { products, pages };
}

describe.each(mallKeys)("%s", (key) => {
  test("lists what the account has, ours and what somebody listed past us, or can't say", async () => {
    const mall = start(key);
    const { connection, byHand } = mall;
    if (!listsAccount(connection) || !byHand.listPastUs) {
      expect([listsAccount(connection), byHand.listPastUs]).toEqual([false, null]);
      return;
    }
    expect(await wholeAccount(connection)).toEqual({ products: [], pages: 1 });
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made);
    byHand.listPastUs(remoteId);
    const shown = mall.standIn.listings().find(({ name }) => name === pastUs);
    const { products } = await wholeAccount(connection);
    const ours = products.find((one) => one.remoteId === remoteId);
    const theirs = products.find((one) => one.remoteId === shown?.remoteId);
    expect(products).toHaveLength(2);
    // A code that is told is our reference, and nothing where there is none.
    expect([ours?.code ?? made.reference, theirs?.code ?? ""]).toEqual([made.reference, ""]);
    expect(ours).toMatchObject({ name: mall.standIn.listings()[0]?.name, state: "live" });
    expect(theirs).toMatchObject({ name: pastUs, state: "live", price: theirs?.price === null ? null : 18_000 });
    if (theirs?.pageUrl) expect(theirs.pageUrl).toMatch(/^https:\/\//);
  });

  test("gives them page by page, each once", async () => {
    const mall = start(key);
    const { connection, byHand, played } = mall;
    const { accountPage = 0 } = played;
    expect(accountPage > 0).toBe(listsAccount(connection));
    if (!listsAccount(connection)) return;
    const remoteId = await listedAs(mall, await orderFor(mall));
    for (let count = 0; count < accountPage; count += 1) byHand.listPastUs?.(remoteId);
    const { products, pages } = await wholeAccount(connection);
    expect(pages).toBeGreaterThan(1);
    expect(new Set(products.map((one) => one.remoteId)).size).toBe(accountPage + 1);
    expect(products).toHaveLength(accountPage + 1);
  });

  test.each<LineFault>(["429", "500", "cut in the middle", "wrong body"])(
    "an answer that is none (%s) is no page",
    async (fault) => {
      const mall = start(key);
      const { connection, line } = mall;
      if (!listsAccount(connection)) return;
      await wholeAccount(connection);
      line.spoil(fault, line.requests() + 1);
      expect(await connection.listAccount(null)).toMatchObject({ outcome: "unsure", reason: expect.anything() });
    },
  );

  test("a product whose code only has our reference in it is not ours", async () => {
    const mall = start(key);
    const made = await orderFor(mall);
    await listedAs(mall, made);
    const part = made.reference.slice(0, -1);
    expect(await mall.connection.lookUp(part, null)).toEqual({ outcome: "absent" });
    expect(await mall.connection.withdraw(part, null)).toEqual({ outcome: "withdrawn" });
    expect(standing(mall)).toMatchObject([{ reference: made.reference }]);
  });
});
