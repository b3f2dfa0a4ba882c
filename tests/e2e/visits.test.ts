import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { daysLater, seoulDay } from "#app/domain/visit/seoul-time.ts";
import { promotionStateWords, visitStateWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

let house: House;
let browser: Browser;
let office: Person;
let merchant: Person;
let nari: Person;
let saegil: Person;

const logins = demonstrationLogins();
const loginOf = (name: string) => logins.find((one) => one.name === name)?.login ?? "";
const campaign = "새봄 골목 탐방";

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  const login = logins.find(({ role }) => role === "office");
  await logInWithPassword(office, house.origin, login?.login ?? "", login?.password ?? "");
  const people = ["백정숙", "나리", "오새길"];
  const entered: Person[] = [];
  for (const name of people) {
    const person = await enter(browser, phone);
    await logInWithCode(person, office, house.origin, loginOf(name));
    entered.push(person);
  }
  [merchant, nari, saegil] = entered as [Person, Person, Person];
  for (const { page } of [office, ...entered]) page.setDefaultTimeout(60_000);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the office opens a campaign, and a store takes part with a time of its own", async () => {
  const { page } = office;
  await page.goto(`${house.origin}/office/campaigns`);
  await office.findsNothingWrong();
  await page.getByLabel(m.campaignName.ko).fill(campaign);
  await page.getByLabel(m.benefitValue.ko).fill("30,000원");
  await button(page, m.prepare.ko).click();
  await page.waitForURL(/\/office\/campaigns\/[0-9a-f-]{36}$/);
  await button(page, m.openIt.ko).click();
  await button(page, m.closeIt.ko).first().or(page.getByText(m.closeIt.ko).first()).waitFor();
  await office.findsNothingWrong();

  await merchant.page.goto(`${house.origin}/merchant/visits`);
  await findsScreenSound(merchant);
  await merchant.page.getByRole("link", { name: m.joinOf.ko.replace("{campaign}", campaign) }).click();
  await merchant.page.waitForURL(/\/merchant\/visits\/campaigns\//);
  await merchant.page.getByLabel(m.capacity.ko).fill("1");
  await merchant.page.getByLabel(m.atOnceAsk.ko).check();
  await button(merchant.page, m.join.ko).click();
  await merchant.page.getByRole("heading", { name: m.mySlots.ko }).waitFor();
  const times = merchant.page.locator("form", { has: merchant.page.locator("[name=from]") });
  const fill = async (from: string, to: string) => {
    await times.locator("[name=day]").fill(seoulDay(daysLater(new Date(), 5)));
    await times.locator("[name=from]").fill(from);
    await times.locator("[name=to]").fill(to);
    await button(merchant.page, m.addSlot.ko).click();
  };
  await fill("23:30", "00:30");
  await merchant.page.getByText("자정을 넘기는 방문은").waitFor();
  // The browser notes that the answer was a refusal.
  await expect.poll(() => merchant.complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await fill("13:00", "14:00");
  await merchant.page.getByText("13:00–14:00").waitFor();
  await findsScreenSound(merchant);
}, 300_000);

test("two creators race for it: one has it, the other waits and moves up", async () => {
  const choose = async ({ page }: Person) => {
    await page.goto(`${house.origin}/creator`);
    await page.getByRole("link", { name: m.seeStoresOf.ko.replace("{campaign}", campaign) }).click();
    await page.waitForURL(/\/creator\/campaigns\//);
    await page.locator("summary", { hasText: m.chooseTime.ko }).click();
  };
  await Promise.all([choose(nari), choose(saegil)]);
  await nari.findsNothingWrong();
  await Promise.all(
    [nari, saegil].map(async ({ page }) => {
      await page.getByRole("radio").first().check();
      await page.getByRole("button", { name: m.ask.ko }).click();
      await page.waitForURL(/\/creator\/visits\//);
    }),
  );
  const stateOf = async ({ page }: Person) => {
    await page.reload();
    return page.locator(".status").first().innerText();
  };
  const states = [await stateOf(nari), await stateOf(saegil)];
  expect([...states].sort()).toEqual([visitStateWords.waiting.ko, visitStateWords.agreed.ko].sort());
  const [first, second] = states[0] === visitStateWords.agreed.ko ? [nari, saegil] : [saegil, nari];
  // Who only waits is not told how to reach the store.
  await second.page.getByText(m.contactLater.ko).waitFor();
  await first.page.getByText("백정숙", { exact: false }).waitFor();
  await first.findsNothingWrong();
  await first.page.locator("summary", { hasText: m.cancel.ko }).click();
  await button(first.page, m.cancel.ko).click();
  await first.page.getByText(visitStateWords.cancelled.ko).first().waitFor();
  await expect.poll(() => stateOf(second), { timeout: 30_000 }).toBe(visitStateWords.agreed.ko);
}, 300_000);

test("a no-show is disputed and decided; a failed disclosure is let pass by a person, corrected and shown on the store's page", async () => {
  // The sample campaign's visit of yesterday, of which nobody has said anything.
  await merchant.page.goto(`${house.origin}/merchant/visits`);
  await merchant.page
    .locator(".slot-list > li", { hasText: "골목나리" })
    .filter({ hasText: visitStateWords.agreed.ko })
    .last()
    .getByRole("link")
    .click();
  await button(merchant.page, m.saidCreatorAbsent.ko).click();
  await merchant.page.getByText(visitStateWords.no_show.ko).first().waitFor();
  await findsScreenSound(merchant);

  const { page } = nari;
  await page.goto(`${house.origin}/creator`);
  await nari.findsNothingWrong();
  const card = page.locator(".visit-card", { hasText: visitStateWords.no_show.ko });
  await card.getByRole("link").click();
  await page.locator("summary", { hasText: m.dispute.ko }).click();
  await page.getByLabel(m.disputeWhat.ko).fill("열 시에 가서 사진도 찍었어요");
  await button(page, m.disputeSend.ko).click();
  await page.getByText(visitStateWords.disputed.ko).first().waitFor();
  const visit = new URL(page.url()).pathname;

  await office.page.goto(`${house.origin}/office/campaigns`);
  await office.page.getByRole("link", { name: "겨울 골목 탐방" }).click();
  await office.page.getByLabel(m.decideReason.ko).fill("사진의 시각이 맞습니다");
  await button(office.page, m.decideVisited.ko).click();
  await office.page.getByText(m.done.ko, { exact: true }).waitFor();
  await office.findsNothingWrong();

  await page.goto(`${house.origin}${visit}`);
  await page.locator("[name=address]").fill("https://golmok-nari.example/oil");
  await page.locator("[name=title]").fill("첫 기름을 짜는 아침");
  await page.locator("[name=opening]").fill("체험단으로 다녀왔어요. 고소한 냄새가 나요.");
  await button(page, m.handInNow.ko).click();
  await page.getByText(promotionStateWords.to_correct.ko).waitFor();
  await page.getByText("‘체험단’만으로는").waitFor();
  // She holds that it is there: the office looks and agrees, for now.
  await page.locator("summary", { hasText: m.objectTo.ko }).click();
  await nari.findsNothingWrong();
  await page.getByLabel(m.objectWhere.ko).fill("첫 사진에 ‘음식을 제공받았어요’라고 적었어요");
  await button(page, m.objectSend.ko).click();
  await page.getByText(m.objectionSent.ko).waitFor();
  await office.page.reload();
  await office.page.getByText(m.looksAgain.ko).waitFor();
  await office.page.getByRole("link", { name: "첫 기름을 짜는 아침" }).click();
  await office.page.getByText("첫 사진에 ‘음식을 제공받았어요’").waitFor();
  await office.findsNothingWrong();
  await office.page.getByLabel(m.overruleReason.ko).fill("첫 사진에 크게 적혀 있습니다");
  await button(office.page, m.overruleIt.ko).click();
  await office.page.getByText(promotionStateWords.waiting.ko).waitFor();
  await office.findsNothingWrong();
  await office.page.goBack();
  await page.reload();
  await page.getByText("첫 사진에 크게 적혀 있습니다").waitFor();
  await nari.findsNothingWrong();
  await page.locator("[name=opening]").fill("백송기름집에서 음식을 무료로 제공받아 적었어요. 고소한 냄새가 나요.");
  await button(page, m.handInNow.ko).click();
  await page.getByText(promotionStateWords.waiting.ko).waitFor();

  await office.page.reload();
  await office.page.getByRole("link", { name: "첫 기름을 짜는 아침" }).click();
  await button(office.page, m.accept.ko).click();
  await office.page.getByText(promotionStateWords.accepted.ko).waitFor();
  await office.findsNothingWrong();

  await page.goto(`${house.origin}/stores/baeksong-oil`);
  await page.getByRole("link", { name: "첫 기름을 짜는 아침" }).waitFor();
  await page.getByText("음식을 제공받아 만든 글이에요").first().waitFor();
  await nari.findsNothingWrong();
}, 300_000);

test("a day is planned with the stores that were kept, and can be printed", async () => {
  await nari.page.goto(`${house.origin}/creator/route`);
  for (const box of await nari.page.locator("[name=store]").all()) await box.check();
  await button(nari.page, m.plan.ko).click();
  await nari.page.locator(".route > li").first().waitFor();
  await nari.findsNothingWrong();
  await nari.page.goto(`${house.origin}/creator/profile`);
  await nari.findsNothingWrong();
}, 300_000);
