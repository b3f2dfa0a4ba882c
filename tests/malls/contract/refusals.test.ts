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
  const reviewRules = Object.entries(playedAt(key).reviewRefusals ?? {});
  const foreseen = [...rules, ...reviewRules].flatMap(([rule, one]) =>
    typeof one.foreseen === "string" ? [] : [{ rule, ...one.foreseen }],
  );

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
