import { afterEach, expect, test } from "vitest";
import { apiVersion } from "#app/channels/shopify/client.ts";
import { connectShopify } from "#app/channels/shopify/index.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { reference, settings, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

test("a mall that answers by another version of its API than the one asked for is told, once", async () => {
  const { standIn, server } = startShop();
  stop = () => server.close();
  const warned: (Issue | null)[] = [];
  const warn = async (warning: Issue | null) => void warned.push(warning);
  const connection = connectShopify(settings, { ...ownWiring(), warn });
  const ask = () => connection.lookUp(reference, null);
  await ask();
  await ask();
  expect(warned, "all is well").toEqual([null]);

  standIn.retire(apiVersion);
  expect(await ask(), "nothing is held back").toEqual({ outcome: "absent" });
  await ask();
  expect(warned.slice(1)).toMatchObject([
    { code: "mall.other_version", params: { asked: apiVersion, answered: "2026-10" } },
  ]);
});
