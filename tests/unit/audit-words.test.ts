import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { steps } from "#app/domain/audit/list-recent.ts";
import { auditSentences } from "#app/messages/audit.ts";

/** Done by jobs and the start, which the office's list of what people did leaves out. */
const ours = [
  "alarm-recall",
  "ask-withdrawal",
  "begin-import",
  "check-business",
  "confirm-recall",
  "create-first-office-link",
  "deliver-package",
  "finish-import",
  "finish-judging",
  "queue-visit",
  "move-up-visit",
  "lapse-visit",
  "find-foreign-channel",
];

it("has a sentence for everything people do", () => {
  const sources = readdirSync("app/domain", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join("app/domain", name), "utf8"));
  const actions = new Set(
    sources.flatMap((text) => [...text.matchAll(/\baction: "([a-z-]+)"/g)].map(([, name]) => name)),
  );
  expect(actions.size).toBeGreaterThan(40);
  const untold = [...actions].filter((name) => name && ![...ours, ...steps].includes(name) && !auditSentences[name]);
  expect(untold).toEqual([]);
});
