import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mallKeys } from "#app/channels/mall-settings.ts";
import { malls } from "#app/channels/registry.ts";

const root = join(import.meta.dirname, "../../..");
const rooms = ["app", "workers", "commands", "prisma"];

/** Where a mall is named besides its own folder, and why. */
const named: Record<string, string> = {
  "app/channels/mall-settings.ts": "a list: one line for a mall",
  "app/channels/registry.ts": "a list: one line for a mall",
  "app/domain/season/default-rules.ts": "the programme is Gachi-Sapsida's: a product has to be fit for that mall",
};

test("a mall is known by name in its own folder and in the lists only", () => {
  const keys = mallKeys.map((key) => malls[key].key);
  const quoted = new RegExp(`["'\`](?:${keys.join("|")})(?:["'\`/@])`);
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
      .map((one) => join(one.parentPath, one.name).slice(root.length + 1)),
  );
  const inCode = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const naming = files
    .filter((file) => !keys.some((key) => file.startsWith(`app/channels/${key}/`)))
    .filter((file) => quoted.test(inCode(readFileSync(join(root, file), "utf8"))));
  expect(naming.sort()).toEqual(Object.keys(named).sort());
});
