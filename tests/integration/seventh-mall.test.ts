// Seven malls from here on, as after a commit that adds one.
import "#tests/malls/seventh-mall/in-the-lists.ts";

import { expect, test } from "vitest";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { categories } from "#app/domain/product/categories.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { loadMallCategories, loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { sandboxCategories } from "#tests/malls/sandbox-categories.ts";
import { sandboxSettings } from "#tests/malls/sandbox-settings.ts";

test("a mall that stands in the lists has its channel, its categories, its name and its settings", async () => {
  const { client } = await testDatabase({ untilTestEnds: true });
  await loadReferenceData(client);
  await loadMallCategories(client, sandboxCategories);
  const channels = await listChannels(client);
  expect(channels.map(({ key }) => key)).toContain("corner");
  expect(await client.channelCategory.count({ where: { channelKey: "corner" } })).toBe(categories.length);
  expect(mallNames().corner).toEqual({ ko: "모퉁이장터", en: "Corner Market" });
  expect(sandboxSettings("http://127.0.0.1:4399")).toMatchObject({ CORNER_BASE_URL: "http://127.0.0.1:4399/corner" });
});
