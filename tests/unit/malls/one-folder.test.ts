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
  "app/domain/notice/notices.ts":
    "the law's table of disclosures, with the two malls' codes that were published beside it",
  "app/messages/fields.ts": "what a mall asks under a name of its own that tells people nothing",
  "app/messages/issues/intake.ts": "an example of a column's heading",
};

test("a mall is known by name in its own folder and in the lists only", () => {
  const keys = mallKeys.map((key) => malls[key].key);
  // A word of its own, or a column's heading; neither a package nor the address of a map or a blog.
  const name = `(?:${keys.join("|")})(?![\\w-]|\\.(?:com|me)\\b)`;
  const byName = new RegExp(`(?<![@\\w.-])${name}|mall\\.${name}`);
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
      .map((one) => join(one.parentPath, one.name).slice(root.length + 1))
      .filter((file) => !file.startsWith("app/services/database/generated/")),
  );
  const inCode = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const naming = files
    .filter((file) => !keys.some((key) => file.startsWith(`app/channels/${key}/`)))
    .filter((file) => byName.test(inCode(readFileSync(join(root, file), "utf8"))));
  expect(naming.sort()).toEqual(Object.keys(named).sort());
});
