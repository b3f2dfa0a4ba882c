import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeRole } from "#app/domain/account/change-role.ts";
import { openSession } from "#app/domain/account/open-session.ts";
import { answerChanges } from "#app/domain/change-request/answer-changes.ts";
import { askChange } from "#app/domain/change-request/ask-change.ts";
import { declareConflict } from "#app/domain/judging/declare-conflict.ts";
import { editProduct } from "#app/domain/product/edit-product.ts";
import { withdrawSubmission } from "#app/domain/season/withdraw-submission.ts";
import { challengeMessages, leavingMessages } from "#app/messages/challenges.ts";
import { changeRequestMessages } from "#app/messages/change-requests.ts";
import { explanationMessages } from "#app/messages/explanation.ts";
import { judgingMessages as j } from "#app/messages/judging.ts";
import { officeMessages } from "#app/messages/office.ts";
import { manyMessages } from "#app/messages/queue.ts";
import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { say } from "#app/messages/sentence.ts";
import { seasonStateWords } from "#app/messages/states.ts";
import { buildPages } from "../../commands/start/build-pages.ts";
import { launchBrowser } from "./browser.ts";
import { type Entered, placesByHand, type Ranked, rankByHand } from "./curation/by-hand.ts";
import { type EnteredProduct, type EnteredSeason, foreigners, type Seated, seat } from "./curation/entered-season.ts";
import { type GivenMarks, keepGivenMarks } from "./curation/given-marks.ts";
import { criteria, rules } from "./curation/marks.ts";
import { openSeasonHouse, requireDone, type SeasonHouse } from "./curation/season-house.ts";
import { desk, enter, type Person, phone } from "./person.ts";

/*
 * A season of 300 products from its rules to the published list. Every kind of step is taken in the browser at least once; most of the
 * 1,190 judgements are entered by the use case. What the list must be is computed by the test itself (curation/by-hand.ts), from what it
 * entered.
 */

const patiently = { timeout: 60_000 };
const within = 45_000;

let house: SeasonHouse;
let database: SeasonHouse["database"];
let season: SeasonHouse["season"];
let given: GivenMarks;
let browser: Browser;
let folder: string;
let office: Person;
let curator: Person;
/** Products of the story, by index; `left` were taken back before the list was settled. */
const left = new Set<number>();
const asked = 60;
const rejected = 190;
const waived = foreigners[0] as number;
const granted = 64;
const conflicted = 0;
const challengedStore = 7;

beforeAll(async () => {
  await buildPages();
  folder = await mkdtemp(join(tmpdir(), "baekseon-curation-"));
  house = await openSeasonHouse(folder);
  ({ database, season } = house);
  given = keepGivenMarks(house);
  browser = await launchBrowser();
  office = await seated(season.office, desk);
  curator = await seated(firstCurator(), desk);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("the office gives the season its rules, and sees what they say before it opens a part", async () => {
  const { page } = await at(office, "/office/season/rules");
  expect(await page.locator("input[name=byMarks][value='']").isChecked()).toBe(true);
  expect(await page.locator(".rule-marks").isVisible()).toBe(false);
  await page.locator("input[name=byMarks][value=on]").check();
  await open(".rule-section", m.places.ko);
  await page.locator("input[name=places]").fill(String(rules.places));
  await page.locator("input[name=reserveSize]").fill(String(rules.reserve));
  await open(".rule-section", m.counting.ko);
  await page.locator("input[name=judgements]").fill("4");
  await page.locator("input[name=trimFrom]").fill(String(rules.trimFrom));
  await open(".rule-section", m.gates.ko);
  for (const gate of ["kind_proof", "notice", "malls", "not_recalled"]) {
    await page.locator(`input[name=gate][value=${gate}]`).uncheck();
  }
  await open(".rule-section", m.quotas.ko);
  await page.locator("input[name='min.hundred_year']").fill("200");
  await page.getByRole("button", { name: m.save.ko }).click();
  // Refused, and everything typed stands.
  await page.getByText(m.notPossible.ko).waitFor(patiently);
  expectRefusal(office);
  expect(await page.locator("input[name=judgements]").inputValue()).toBe("4");
  await office.findsNothingWrong();
  await page.locator("input[name='min.hundred_year']").fill(String(rules.least.hundred_year));
  await page.locator("input[name='max.craft']").fill(String(rules.most.craft));
  await page.getByRole("button", { name: m.save.ko }).click();
  await page.getByText(say("ko", m.saved, { version: 1, reopened: 0 })).waitFor(patiently);
  await office.findsNothingWrong();

  async function open(section: string, title: string): Promise<void> {
    const part = page.locator(section).filter({ has: page.locator("summary strong", { hasText: title }) });
    if (!(await part.evaluate((one) => (one as HTMLDetailsElement).open))) await part.locator("> summary").click();
  }
}, 180_000);

test("conflicts and a merchant's challenge keep curators off, and judging begins", async () => {
  const own = season.stores[conflicted];
  const { page } = await at(curator, "/curator/conflicts");
  await page.locator("summary", { hasText: m.declare.ko }).click();
  await page.locator("select[name=storeId]").selectOption({ label: own?.name ?? "" });
  await page.getByRole("button", { name: m.declare.ko }).click();
  await page.getByRole("button", { name: m.endConflict.ko }).waitFor(patiently);
  await curator.findsNothingWrong();
  for (const [index, storeIndex] of [
    [1, 3],
    [2, challengedStore],
    [3, 20],
  ] as const) {
    const accountId = season.curators[index]?.id ?? "";
    const storeId = season.stores[storeIndex]?.id ?? "";
    const actor = { kind: "person" as const, accountId, role: "curator" as const };
    await declareConflict(database, actor, { seasonId: season.seasonId, storeId, kind: "family" });
  }

  const store = season.stores[challengedStore];
  const challenged = season.curators[4];
  if (!store || !challenged) throw new Error("no such store");
  const merchant = await seated(store.merchant, phone);
  await at(merchant, "/merchant");
  await merchant.page.getByRole("link", { name: challengeMessages.link.ko }).click();
  const card = merchant.page.locator(`section[aria-label="${challenged.name}"]`);
  await card.locator("summary").click();
  await card.locator("textarea").fill("예전에 함께 일했어요");
  await card.getByRole("button", { name: challengeMessages.send.ko }).click();
  await merchant.page.getByText(challengeMessages.sent.ko).waitFor(patiently);
  await merchant.findsNothingWrong();
  await at(office, "/office/season/panel");
  await office.page.getByLabel(m.answer.ko).fill("다른 분이 봐요");
  await office.page.getByRole("button", { name: m.uphold.ko, exact: true }).click();
  await office.page.getByText(m.done.ko, { exact: true }).waitFor(patiently);
  await office.findsNothingWrong();
  await at(merchant, "/merchant/curators");
  await merchant.page.getByText(challengeMessages.upheld.ko).waitFor(patiently);
  await merchant.leave();

  await move("judging");
  const dealt = await database.judgingSlot.groupBy({ by: ["curatorId"], _count: true });
  const counts = dealt.flatMap(({ curatorId, _count }) => (curatorId ? [_count] : []));
  expect(counts).toHaveLength(5);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  expect(await slotsOf(firstCurator(), conflicted)).toBe(0);
  expect(await slotsOf(challenged, challengedStore)).toBe(0);
  // Two of five may not judge this store's products: one judgement of each has nobody.
  expect(await database.judgingSlot.count({ where: { curatorId: null } })).toBe(10);
}, 180_000);

test("the office waives a condition and assigns products; a curator judges by keyboard", async () => {
  await at(office, "/office/season/gates");
  const row = office.page.locator("tr", { hasText: productAt(waived).name });
  await row.locator("summary", { hasText: m.waive.ko }).click();
  await row.getByLabel(m.reason.ko).fill("원산지 서류를 확인했어요");
  await row.getByRole("button", { name: m.waive.ko }).click();
  await office.page.getByText(m.done.ko, { exact: true }).waitFor(patiently);
  await office.findsNothingWrong();

  // Everything that the filter finds, on each of its pages.
  const dealt = await database.judgingSlot.count({ where: { curatorId: { not: null } } });
  await at(office, "/curator?kind=craft");
  await office.page.waitForLoadState("networkidle");
  await office.page.getByLabel(say("ko", manyMessages.chooseFound, { count: "120" })).check();
  await office.page.getByText(say("ko", manyMessages.chosen, { count: "120" })).waitFor(patiently);
  await office.page.locator("summary", { hasText: manyMessages.assign.ko }).click();
  await office.findsNothingWrong();
  await office.page.getByRole("button", { name: manyMessages.assign.ko }).click();
  await office.page
    .getByText(say("ko", manyMessages.assigned, { assigned: 4 * 120, passedOver: 0 }))
    .waitFor(patiently);
  expect(await database.judgingSlot.count({ where: { curatorId: { not: null } } })).toBe(dealt);

  // The curator of this story shall have these three.
  for (const index of [asked, rejected, granted]) {
    const product = productAt(index);
    await at(office, `/curator?words=${encodeURIComponent(product.name)}`);
    const box = office.page.getByLabel(say("ko", manyMessages.chooseOne, { name: product.name }));
    await expect.poll(() => box.count(), patiently).toBe(1);
    await box.check();
    await office.page.locator("summary", { hasText: manyMessages.assign.ko }).click();
    await office.page.locator("select[name=curatorId]").selectOption(firstCurator().id);
    await office.page.getByRole("button", { name: manyMessages.assign.ko }).click();
    await office.page.locator("text=/그대로 둔 상품 [01]개/").waitFor(patiently);
    const own = { submissionId: product.submissionId, curatorId: firstCurator().id };
    expect(await database.judgingSlot.count({ where: own })).toBe(1);
  }
  await office.findsNothingWrong();

  const { page } = await at(curator, "/curator");
  await page.getByRole("link", { name: j.start.ko }).click();
  await page.waitForURL(/\/curator\/judging\/[0-9a-f-]{36}$/);
  await page.locator(".mark-board").waitFor(patiently);
  await curator.findsNothingWrong();
  for (let count = 0; count < 3; count++) {
    const product = await judgedNow();
    const { submissionId } = product;
    const marks = given.next(product);
    await press(marks);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url(), patiently).not.toContain(submissionId);
    given.note(submissionId, firstCurator().id, marks);
    await expect.poll(() => givenBy(submissionId, firstCurator().id), patiently).toEqual(marks);
  }
}, 240_000);

test("a curator asks for a change, the merchant makes it on the phone, and only that is judged again", async () => {
  const product = productAt(asked);
  const { submissionId, productId } = product;
  const { page } = await at(curator, `/curator/judging/${submissionId}`);
  await page.locator(".mark-board").waitFor(patiently);
  await page.waitForLoadState("networkidle");
  const marks = given.next(product);
  await press(marks);
  await page.keyboard.press("Enter");
  await expect.poll(() => givenBy(submissionId, firstCurator().id), patiently).toEqual(marks);
  await at(curator, `/curator/judging/${submissionId}`);
  await page.locator("summary", { hasText: j.ask.ko }).click();
  await page.locator("select[name=about]").selectOption("field:price");
  await page.getByLabel(j.askText.ko).fill("배송비까지 넣은 값인지 봐 주세요");
  await page.getByRole("button", { name: j.askNow.ko }).click();
  await page.getByText(j.asked.ko).waitFor(patiently);
  await curator.findsNothingWrong();

  const merchant = await seated(merchantOf(product), phone);
  await at(merchant, "/merchant");
  await merchant.page
    .getByRole("link", { name: say("ko", changeRequestMessages.open, { name: product.name }) })
    .click();
  await merchant.page.getByText("배송비까지 넣은 값인지 봐 주세요").waitFor(patiently);
  await merchant.findsNothingWrong();
  await merchant.page.getByRole("link", { name: changeRequestMessages.toField.ko }).click();
  await merchant.page.waitForURL(/\/edit\?/);
  await merchant.page.locator("input[name=price]").fill("15000");
  await merchant.page.locator("main form button.button-main").click();
  await merchant.page.waitForURL(/saved=/);
  await at(merchant, `/merchant/products/${productId}/requests`);
  await merchant.page.getByRole("button", { name: changeRequestMessages.send.ko }).click();
  await merchant.page.getByText(changeRequestMessages.sent.ko).waitFor(patiently);
  await merchant.findsNothingWrong();
  await merchant.leave();

  await at(curator, `/curator/judging/${submissionId}`);
  await page.getByText(j.reopened.ko).waitFor(patiently);
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".mark-board li", { hasText: "다시 매겨" }).count()).toBe(2);
  await curator.findsNothingWrong();
  // What the price bears on, and nothing else: the keys go to those two.
  const again = marks.map((mark, index) => ([1, 3].includes(index) ? 4 : mark));
  await page.keyboard.press("4");
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await expect.poll(() => givenBy(submissionId, firstCurator().id), patiently).toEqual(again);
  given.note(submissionId, firstCurator().id, again);
}, 240_000);

test("a product is rejected with a reason, another gets a bonus", async () => {
  const { page } = await at(curator, `/curator/judging/${productAt(rejected).submissionId}`);
  await page.locator("summary", { hasText: j.reject.ko }).click();
  await page.getByLabel(j.rejectReason.ko).fill("같은 상품이 이미 있어요");
  await page.getByRole("button", { name: j.rejectNow.ko }).click();
  await page.getByText(j.decided.ko).waitFor(patiently);
  await curator.findsNothingWrong();

  await at(office, `/curator/judging/${productAt(granted).submissionId}`);
  await office.page.getByText(j.officeLooks.ko).waitFor(patiently);
  await office.page.locator("summary", { hasText: j.bonusGive.ko }).click();
  const form = office.page.locator("form", { has: office.page.locator("input[value=bonus]") });
  const why = "전통 인증을 받았어요";
  await form.locator("input[name=points]").fill("6");
  await form.getByLabel(j.bonusReason.ko).fill(why);
  await form.getByRole("button", { name: j.bonusNow.ko }).click();
  await office.page.getByText("가점은 0점에서 5점까지예요").waitFor(patiently);
  expect(await form.getByLabel(j.bonusReason.ko).inputValue()).toBe(why);
  await form.locator("input[name=points]").fill("5");
  await form.getByRole("button", { name: j.bonusNow.ko }).click();
  await office.page
    .getByText(say("ko", j.bonusGranted, { points: 5, reason: "전통 인증을 받았어요" }))
    .waitFor(patiently);
  await office.findsNothingWrong();
}, 120_000);

test("whatever stands in the way of a judgement is said, and nothing that was typed is lost", async () => {
  const { page } = await at(curator, "/curator/judging");
  const gone = await judgedNow();
  const reason = "재료를 구하지 못해요";
  requireDone(
    await withdrawSubmission(
      database,
      actorOf(season.office, "office"),
      { submissionId: gone.submissionId, reason },
      [],
    ),
  );
  left.add(gone.index);
  await press(given.next(gone));
  await page.keyboard.press("Enter");
  await page.getByText(say("ko", j.notTaken, { name: gone.name })).waitFor(patiently);
  await page.getByText("거둬들인 상품").first().waitFor(patiently);
  await page.getByRole("button", { name: j.forget.ko }).click();

  // The merchant changes what the curator has open.
  const changed = await judgedNow();
  const { submissionId, productId } = changed;
  const { versionId } = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const pin = { kind: "field" as const, field: "name" };
  const ask = { submissionId, versionId, pin, text: "이름을 짧게 해 주세요" };
  requireDone(await askChange(database, actorOf(season.office, "office"), ask));
  const merchant = actorOf(merchantOf(changed), "merchant");
  const storeId = season.stores[changed.storeIndex]?.id ?? "";
  const name = `${changed.name} (소)`;
  requireDone(await editProduct(database, merchant, { storeId, productId, fields: { name } }));
  requireDone(await answerChanges(database, merchant, { storeId, submissionId, answers: {} }, []));
  changed.name = name;
  const marks = given.next(changed);
  await press(marks);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: j.toThat.ko }).click();
  await expect.poll(() => page.locator("h1").innerText(), patiently).toBe(name);
  await expect
    .poll(() => page.locator(".mark-board li", { hasText: "다시 매겨" }).count(), patiently)
    .toBe(marks.length);
  await page.waitForLoadState("networkidle");
  await press(marks);
  await page.keyboard.press("Enter");
  await expect.poll(() => givenBy(submissionId, firstCurator().id), patiently).toEqual(marks);
  given.note(submissionId, firstCurator().id, marks);
  await curator.findsNothingWrong();

  // Others have every slot; and then the role is gone while the page stands open.
  const late = await seat(database, "curator", "임심사");
  const person = await seated(late, desk);
  const target = productAt(120);
  await at(person, `/curator/judging/${target.submissionId}`);
  await person.page.locator(".mark-board").waitFor(patiently);
  await person.page.waitForLoadState("networkidle");
  await person.page.keyboard.press("3");
  await person.page.getByText("심사할 사람이 이미 다 정해졌어요").waitFor(patiently);
  const settings = { publicUrl: house.origin };
  const asCreator = { accountId: late.id, role: "creator" as const };
  requireDone(await changeRole(database, actorOf(season.office, "office"), asCreator, settings));
  await person.page.keyboard.press("4");
  await person.page.getByText(j.shutOut.ko).first().waitFor(patiently);
  expect(await person.page.locator(".mark-board [aria-pressed=true]").count()).toBe(2);
  requireDone(
    await changeRole(database, actorOf(season.office, "office"), { ...asCreator, role: "curator" }, settings),
  );
  const { token } = await openSession(database, { account: { id: late.id, role: "curator" }, now: new Date() });
  await person.page.context().addCookies([{ name: "session", value: token, url: house.origin }]);
  const kept = () => database.judgementMark.count({ where: { judgement: { curatorId: late.id } } });
  await expect.poll(kept, patiently).toBe(2);
  await person.leave();
}, 240_000);

test("the published list is the one computed by hand, also after a change by hand and two withdrawals", async () => {
  await given.giveTheRest();
  const ranked = rankByHand(facts(), rules);
  const places = placesByHand(ranked, rules);
  const list = places.numbered().map(([, one]) => one);
  requireBinding(ranked, list);

  await at(office, "/office/season/list");
  await office.findsNothingWrong();
  await step(m.freeze.ko);
  // Ten judgements have nobody: that takes a reason.
  await office.page.getByText(m.notPossible.ko).waitFor(patiently);
  expectRefusal(office);
  await step(m.freeze.ko, "두 분에게 이해관계가 있어요");
  await office.page.getByText(m.frozenTitle.ko).waitFor(patiently);
  expect(await shownList()).toEqual(told(places.numbered()));

  // By hand: one out, another of its kind in.
  const out = list.findLast(({ kind }) => kind === "craft") as Ranked;
  const into = places.reserve.find(({ kind }) => kind === "craft") as Ranked;
  await office.page.locator("summary", { hasText: m.byHand.ko }).click();
  await office.page.locator("select[name=out]").selectOption(out.id);
  await office.page.locator("select[name=in]").selectOption(into.id);
  const form = office.page.locator("form", { has: office.page.locator("select[name=in]") });
  await form.getByLabel(m.reason.ko).fill("두 가게가 같은 상품이에요");
  await form.getByRole("button", { name: m.byHand.ko }).click();
  await office.page.getByText(m.done.ko, { exact: true }).waitFor(patiently);
  places.exchange(out, into);
  expect(await shownList()).toEqual(told(places.numbered()));

  // The office takes one out while the list is settled.
  const crafted = list.find(({ kind }) => kind === "craft") as Ranked;
  const row = office.page.locator("tr", { hasText: nameOf(crafted.id) });
  await row.locator("summary").click();
  await row.getByLabel(m.reason.ko).fill("서류가 사실과 달라요");
  await row.getByRole("button", { name: m.withdraw.ko }).click();
  await office.page.getByText(m.done.ko, { exact: true }).waitFor(patiently);
  places.leave(crafted);
  expect(await shownList()).toEqual(told(places.numbered()));
  await office.findsNothingWrong();

  await step(m.publish.ko);
  await expect.poll(async () => (await database.season.findFirstOrThrow()).state, patiently).toBe("published");
  await expect.poll(() => database.submission.count({ where: { state: "selected" } }), patiently).toBe(rules.places);

  // A merchant takes one back: its kind is then short of its least, and comes before better ones.
  const aged = list.find(({ kind }) => kind === "hundred_year") as Ranked;
  const product = season.products.find(({ submissionId }) => submissionId === aged.id) as EnteredProduct;
  const merchant = await seated(merchantOf(product), phone);
  await at(merchant, `/merchant/products/${product.productId}`);
  await merchant.page.getByRole("link", { name: leavingMessages.link.ko }).click();
  await merchant.page.getByLabel(leavingMessages.reason.ko).fill("재료가 떨어졌어요");
  await merchant.findsNothingWrong();
  await merchant.page.getByRole("button", { name: leavingMessages.now.ko }).click();
  await merchant.page.getByText(leavingMessages.done.ko).waitFor(patiently);
  const better = places.reserve.findIndex(({ kind }) => kind === "hundred_year");
  expect(better).toBeGreaterThan(10);
  places.leave(aged);
  await at(merchant, `/merchant/products/${product.productId}/why`);
  await merchant.findsNothingWrong();
  await merchant.leave();

  await at(office, "/office/season/list");
  expect(await shownList()).toEqual(told(places.numbered()));
  const stored = await database.place.findMany({ orderBy: { number: "asc" } });
  const byHand = places.numbered().map(([number, { id }]) => [number, id]);
  expect(stored.map(({ number, submissionId }) => [number, submissionId])).toEqual(byHand);
  const visitor = await enter(browser, desk);
  await at(visitor, "/hundred");
  const hundred = await visitor.page.locator("main").innerText();
  const names = byHand.map(([, id]) => nameOf(String(id)));
  expect(names.filter((name) => !hundred.includes(name))).toEqual([]);
  await visitor.leave();

  for (const [id, words] of [
    [byHand[0]?.[1], say("ko", explanationMessages.in, { place: 1 })],
    [places.reserve[0]?.id, explanationMessages.reserveBody.ko],
    [productAt(rejected).submissionId, explanationMessages.out.ko],
    [into.id, "두 가게가 같은 상품이에요"],
  ] as const) {
    await at(office, `/curator/submissions/${id}/why`);
    await office.page.getByText(words).first().waitFor(patiently);
    await office.findsNothingWrong();
  }

  // Years later, when another season is on.
  await database.season.create({ data: { year: 2027, name: "2027 시즌" } });
  expect(await shownList("?year=2026")).toEqual(told(places.numbered()));
  await office.page.getByRole("link", { name: say("ko", m.ofYear, { year: 2027 }) }).waitFor(patiently);
  for (const page of ["document", "pictures"]) {
    await at(office, `/office/season/${page}?year=2026`);
    await office.page.getByText("2026 시즌").first().waitFor(patiently);
    await office.findsNothingWrong();
  }
  await curator.leave();
}, 600_000);

const firstCurator = () => season.curators[0] as Seated;
const productAt = (index: number) => season.products[index] as EnteredProduct;
const merchantOf = ({ storeIndex }: EnteredProduct) =>
  (season.stores[storeIndex] as EnteredSeason["stores"][number]).merchant;
const nameOf = (submissionId: string) => season.products.find((one) => one.submissionId === submissionId)?.name ?? "";

async function seated({ session }: Seated, viewport: typeof phone): Promise<Person> {
  const person = await enter(browser, viewport);
  await person.page.context().addCookies([{ name: "session", value: session, url: house.origin }]);
  person.page.setDefaultTimeout(within);
  return person;
}

/** A browser says of its own accord that something was refused. */
function expectRefusal({ complaints }: Person): void {
  expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 422")]);
}

async function at(person: Person, path: string): Promise<Person> {
  await person.page.goto(house.origin + path);
  return person;
}

async function move(to: "judging"): Promise<void> {
  const { page } = await at(office, "/office");
  const word = say("ko", officeMessages.moveTo, { state: seasonStateWords[to].ko });
  await page.locator("summary", { hasText: word }).click();
  await page
    .locator("form", { has: page.locator(`input[name=to][value=${to}]`) })
    .getByRole("button")
    .click();
  await expect.poll(async () => (await database.season.findFirstOrThrow()).state, patiently).toBe(to);
}

/** The product that the curator's page shows, once it listens. */
async function judgedNow(): Promise<EnteredProduct> {
  const { page } = curator;
  await page.locator(".mark-board").waitFor(patiently);
  await page.waitForLoadState("networkidle");
  const product = season.products.find(({ submissionId }) => page.url().endsWith(submissionId));
  if (!product) throw new Error(`No product of ours at ${page.url()}`);
  return product;
}

function actorOf<Role extends "office" | "merchant">({ id }: Seated, role: Role) {
  return { kind: "person" as const, accountId: id, role };
}

/** One of the steps on the list's page. */
async function step(word: string, reason?: string): Promise<void> {
  const { page } = await at(office, "/office/season/list");
  await page.waitForLoadState("networkidle");
  const box = page.locator(".desk-confirm", { has: page.locator("input[value=advance]") }).filter({ hasText: word });
  await box.locator("summary").click();
  if (reason) await box.getByLabel(m.reason.ko).fill(reason);
  await box.getByRole("button", { name: word }).click();
}

async function press(marks: readonly number[]): Promise<void> {
  for (const mark of marks) await curator.page.keyboard.press(String(mark));
}

function slotsOf({ id }: Seated, storeIndex: number): Promise<number> {
  const storeId = season.stores[storeIndex]?.id ?? "";
  return database.judgingSlot.count({ where: { curatorId: id, submission: { product: { storeId } } } });
}

/** In the order of the criteria; null until it is given. */
async function givenBy(submissionId: string, curatorId: string): Promise<number[] | null> {
  const judgement = await database.judgement.findFirst({
    where: { submissionId, curatorId, state: "given" },
    include: { marks: true },
  });
  const markOf = (key: string) => judgement?.marks.find(({ criterion }) => criterion === key)?.mark ?? 0;
  return judgement && criteria.map(markOf);
}

function facts(): Entered[] {
  return season.products.map(({ index, submissionId, kind, at: time }) => ({
    ...{ id: submissionId, kind, at: time },
    contends: index !== rejected && !left.has(index) && (index === waived || !foreigners.includes(index)),
    bonus: index === granted ? 5 : 0,
    marks: given.of(submissionId),
  }));
}

/** That the season is worth its trouble: a tie at the last place, a least and a most that bind, and means of three and of four. */
function requireBinding(ranked: readonly Ranked[], list: readonly Ranked[]): void {
  const chosen = new Set(list.map(({ id }) => id));
  const aged = list.filter(({ kind }) => kind === "hundred_year");
  const crafted = list.filter(({ kind }) => kind === "craft");
  const last = list.findLast(({ kind }) => kind !== "hundred_year");
  const firstOut = ranked.find(({ id, kind }) => !chosen.has(id) && kind !== "craft");
  const firstCraftOut = ranked.find(({ id, kind }) => !chosen.has(id) && kind === "craft");
  expect(list).toHaveLength(rules.places);
  expect([aged.length, crafted.length]).toEqual([rules.least.hundred_year, rules.most.craft]);
  expect(last?.total).toBe(firstOut?.total);
  expect(aged.at(-1)?.total).toBeLessThan(firstOut?.total ?? 0);
  expect(firstCraftOut?.total).toBeGreaterThan(last?.total ?? 0);
  expect(new Set(ranked.map(({ marks }) => marks.length))).toEqual(new Set([3, 4]));
}

/** What the office's page shows: number and name of each place. */
async function shownList(search = ""): Promise<string[]> {
  const { page } = await at(office, `/office/season/list${search}`);
  const rows = page.locator(`section[aria-label="${m.placed.ko}"] tbody tr`);
  await rows.first().waitFor(patiently);
  return rows.evaluateAll((all) =>
    all.map((row) => `${row.querySelector("td")?.textContent} ${row.querySelector("a")?.textContent}`),
  );
}

const told = (numbered: [number, Ranked][]) => numbered.map(([place, { id }]) => `${place} ${nameOf(id)}`);
