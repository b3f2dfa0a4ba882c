import { expect, it } from "vitest";
import { createLog } from "#app/services/log.ts";
import { testDatabase } from "#tests/database.ts";

it("says what the database refused, and nothing of the person it was about", async () => {
  const { client } = await testDatabase({ untilTestEnds: true });
  const lines: string[] = [];
  const log = createLog("test", "error", { write: (line) => lines.push(line) });
  const person = { role: "merchant", name: "김상인", phone: "+821012345678" } as const;
  const create = async (data: object) => {
    await client.account.create({ data: data as typeof person }).catch((error) => log.error({ error }, "refused"));
  };
  await create(person);
  await create(person);
  await create({ ...person, phone: "01012345678" });
  await create({ ...person, phone: 1 });
  await create({ ...person, role: "nobody" });

  expect(lines).toHaveLength(4);
  expect(lines.every((line) => JSON.parse(line).error.stack.includes("Prisma"))).toBe(true);
  expect(lines.join("")).toContain("account_phone_form");
  expect(lines.join("")).not.toMatch(/김상인|1012345678/);
});
