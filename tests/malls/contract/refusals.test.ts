import { beforeAll, describe, expect, test } from "vitest";
import { type MallKey, mallKeys, type PublishAnswer } from "#app/channels/contract.ts";
import { issueCodes } from "#app/domain/issue/codes.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { playedMalls } from "../played-malls.ts";
import { wordsOf } from "../refusals.ts";
import type { PlayedMall, StandIn } from "../stand-in.ts";
import { mallUnderTest } from "./mall-under-test.ts";
import { listedAs, mallStage, numberOfCreate, orderFor } from "./pipeline-steps.ts";

const { start } = mallStage();

const playedAt = (key: MallKey) => playedMalls[key] as unknown as PlayedMall<StandIn>;

/** A stand-in refuses with nothing but its rules: what is shown of each of them is shown of every answer it can refuse with. */
describe.each(mallKeys)("%s", (key) => {
  const rules = Object.entries(playedAt(key).refusals);
  const tokenRules = Object.entries(playedAt(key).tokenRefusals ?? {});
  const reviewRules = Object.entries(playedAt(key).reviewRefusals ?? {});
  const foreseen = [...rules, ...reviewRules].flatMap(([rule, { foreseen: why }]) =>
    typeof why === "object" && "check" in why ? [{ rule, ...why }] : [],
  );
  const held = rules.flatMap(([rule, { foreseen: why }]) =>
    typeof why === "object" && "held" in why ? [{ rule, code: why.held }] : [],
  );
  const heldWithoutToken = tokenRules.map(([rule, { foreseen: why }]) => ({
    rule,
    code: typeof why === "object" && "held" in why ? why.held : "no word of who asks",
  }));

  let create = 0;
  beforeAll(async () => {
    create = await numberOfCreate(start(key));
  });

  test.each(foreseen)("$rule: our check says $check first", ({ check, of }) => {
    const { pure, categoryCode } = mallUnderTest(key);
    expect(pure.check(readyProduct(of), { categoryCode }).map(({ code }) => code)).toContain(check);
  });

  test.each(rules)("%s: the answer to a create is understood, and kept in the mall's words", async (rule, { says }) => {
    const mall = start(key);
    const made = await orderFor(mall);
    mall.line.refuse(() => playedAt(key).refuse(rule), create);
    const answer = await mall.connection.publish(made);
    expect(answer.outcome).not.toBe("accepted");
    const issues = issuesOf(answer);
    for (const { code } of issues) expect(issueCodes).toContain(code);
    if (answer.outcome === "refused") expect(issues.map(({ raw }) => raw).join("\n")).toMatch(wordsOf({ says }));
  });

  test.each(held)("$rule: holds the product back, which is not blamed: $code", async ({ rule, code }) => {
    const mall = start(key);
    const made = await orderFor(mall);
    mall.line.refuse(() => playedAt(key).refuse(rule), create);
    expect(await mall.connection.publish(made)).toMatchObject({ outcome: "not_sent", reason: { code } });
  });

  test.each(heldWithoutToken)("$rule: without a token nothing is sent: $code", async ({ rule, code }) => {
    const mall = start(key, { rotating: true });
    const made = await orderFor(mall);
    mall.line.refuse(() => playedAt(key).refuse(rule), 1);
    expect(await mall.connection.publish(made)).toMatchObject({ outcome: "not_sent", reason: { code } });
    expect(new Set(mall.line.calls())).toEqual(new Set([expect.stringMatching(/^POST .*token$/)]));
  });

  test.each(reviewRules)("%s: told at a review, it becomes an issue in the mall's words", async (_, { says }) => {
    const mall = start(key);
    const made = await orderFor(mall);
    const remoteId = await listedAs(mall, made);
    mall.byHand.refuse?.(remoteId, says);
    const found = await mall.connection.lookUp(made.reference, remoteId);
    expect(found).toMatchObject({ outcome: "found", heard: { state: "refused" } });
    const issues = found.outcome === "found" ? found.heard.issues : [];
    for (const { code } of issues) expect(issueCodes).toContain(code);
    expect(issues.map(({ raw }) => raw)).toContain(says);
  });
});

function issuesOf(answer: PublishAnswer) {
  if (answer.outcome === "refused") return answer.issues;
  return answer.outcome === "accepted" ? [] : [answer.reason];
}
