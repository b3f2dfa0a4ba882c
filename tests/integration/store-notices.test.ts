import { beforeEach, describe, expect, test } from "vitest";
import { issue } from "#app/domain/issue/issue.ts";
import { moveListing } from "#app/domain/listing/move-listing.ts";
import {
  recordLookUp,
  recordNotReady,
  recordPublishAnswer,
  recordWithdrawal,
} from "#app/domain/listing/record-answer.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { deliverMessage } from "#app/domain/outbox/deliver-message.ts";
import { notifyStore } from "#app/domain/outbox/notify-store.ts";
import type { MessageParams, Template } from "#app/domain/outbox/templates.ts";
import { findTimeline } from "#app/domain/product/find-timeline.ts";
import { rejectSubmission } from "#app/domain/season/reject-submission.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { writeNotice } from "#app/messages/notices.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { MessageProvider } from "#app/services/messages/provider.ts";
import { testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, save, submit, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 1, settleSeconds: 1 };
const live = { state: "live" as const, remoteId: "1", pageUrl: null, issues: [] };

let database: Database;
let season: OpenSeason;

beforeEach(async () => {
  database = (await testDatabase({ untilTestEnds: true })).client;
  season = await openSeason(database);
});

const messages = () => database.outboxMessage.findMany({ orderBy: { createdAt: "asc" } });
const told = async () => (await messages()).map(({ template }) => template);
const said = async (template: Template) =>
  (await messages())
    .filter((one) => one.template === template)
    .map(({ params }) => writeNotice("ko", template, params as MessageParams, "https://b.example").text);

/** A product that is chosen, with its listings as if they had just been sent. */
async function sendOut(sku = "A") {
  const [submissionId = ""] = await submit(database, season, [content(sku)]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const where = { product: { sku } };
  await database.listing.updateMany({ where, data: { state: "sending", attempts: 1 } });
  const [gachi, naver] = await database.listing.findMany({ where, orderBy: { channelKey: "asc" } });
  return { naver: naver?.id ?? "", gachi: gachi?.id ?? "", productId: naver?.productId ?? "" };
}

describe("each change of state is told once", () => {
  test("sent, chosen, on sale, returned with the reason, taken down", async () => {
    const { naver, gachi, productId } = await sendOut();
    expect(await told()).toEqual(["products_sent", "selected"]);

    const accepted = { outcome: "accepted", heard: live } as const;
    await recordPublishAnswer(database, { listingId: naver, followUp, answer: accepted });
    await recordPublishAnswer(database, { listingId: naver, followUp, answer: accepted });
    await recordLookUp(database, { listingId: naver, followUp, answer: { outcome: "found", heard: live } });
    const issues = [issue("mall.price_refused", { field: "price" }, { raw: "가격 오류" })];
    await recordPublishAnswer(database, { listingId: gachi, followUp, answer: { outcome: "refused", issues } });
    expect(await told()).toEqual(["products_sent", "selected", "listing_live", "listing_refused"]);
    expect(await said("listing_live")).toEqual([
      `[백선] naver에서 나무 도마 A 판매를 시작했습니다.\nhttps://b.example/merchant/products/${productId}`,
    ]);
    expect((await said("listing_refused"))[0]).toContain("쇼핑몰이 판매가를 받지 않았어요. “가격 오류”");

    await database.listing.update({ where: { id: naver }, data: { wanted: "withdrawn" } });
    await inTransaction(database, (transaction) => moveListing(transaction, naver, "withdrawing"));
    await recordWithdrawal(database, { listingId: naver, answer: { outcome: "withdrawn" } });
    await recordWithdrawal(database, { listingId: naver, answer: { outcome: "withdrawn" } });
    expect((await told()).slice(4)).toEqual(["listing_withdrawn"]);

    const timeline = await findTimeline(database, productId);
    expect(timeline.map(({ kind, mall }) => [kind, mall])).toEqual([
      ["withdrawn", "naver"],
      ["refused", "gachi-sapsida"],
      ["live", "naver"],
      ["chosen", null],
      ["sent", null],
      ["added", null],
    ]);
    expect(timeline[1]?.issues).toMatchObject([{ code: "mall.price_refused" }]);
  });

  test("a second refusal after another try is news; the same answer again is not", async () => {
    const { gachi } = await sendOut();
    const refusal = { outcome: "refused", issues: [issue("mall.refused")] } as const;
    const answer = { listingId: gachi, followUp, answer: { ...refusal, issues: [...refusal.issues] } };
    await recordPublishAnswer(database, answer);
    await recordPublishAnswer(database, answer);
    expect(await told()).toEqual(["products_sent", "selected", "listing_refused"]);
    // The first has left: what happens now begins a message of its own.
    await database.outboxMessage.updateMany({ data: { state: "sent" } });
    await retryListing(database, { kind: "program" }, { listingId: gachi });
    await database.listing.update({ where: { id: gachi }, data: { state: "sending" } });
    await recordPublishAnswer(database, answer);
    expect((await told()).slice(3)).toEqual(["listing_refused"]);
  });

  test("held back before it is sent, with the reason; a product that was never on sale needs no farewell", async () => {
    const { naver } = await sendOut();
    await database.listing.update({ where: { id: naver }, data: { state: "waiting" } });
    const issues = [issue("photo.none", { field: "photos" })];
    await Promise.all([recordNotReady(database, naver, issues), recordNotReady(database, naver, issues)]);
    expect((await said("listing_held"))[0]).toContain("사진이 한 장도 없어요");
    await inTransaction(database, (transaction) => moveListing(transaction, naver, "withdrawn"));
    expect(await told()).toEqual(["products_sent", "selected", "listing_held"]);
  });

  test("twelve answers at once tell it once", async () => {
    const { naver } = await sendOut();
    const answer = { outcome: "accepted", heard: live } as const;
    await Promise.all(
      Array.from({ length: 12 }, () => recordPublishAnswer(database, { listingId: naver, followUp, answer })),
    );
    expect((await said("listing_live")).length).toBe(1);
    expect((await messages()).find(({ template }) => template === "listing_live")?.params).not.toHaveProperty("more");
  });
});

describe("many products are one message", () => {
  const skus = Array.from({ length: 20 }, (_, index) => `P${String(index).padStart(2, "0")}`);

  test("twelve hundred products that are sent are one message", async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => content(`S${index}`));
    await save(database, season, many);
    const productIds = (await database.product.findMany()).map(({ id }) => id);
    const { merchant, seasonId, storeId } = season;
    await submitProducts(database, merchant, { seasonId, storeId, productIds });
    await submitProducts(database, merchant, { seasonId, storeId, productIds });
    expect(await said("products_sent")).toEqual([
      "[백선] 상품 1200개를 ‘2026’ 심사에 보냈습니다. 결과가 나오면 알려 드리겠습니다.\nhttps://b.example/merchant",
    ]);
    expect(await told()).toEqual(["products_sent"]);
  });

  test("decisions of one season that come soon after one another join the one that waits", async () => {
    const submissions = await submit(
      database,
      season,
      skus.map((sku) => content(sku)),
    );
    await Promise.all(
      submissions.map((submissionId, index) =>
        index < 12
          ? rejectSubmission(database, season.curator, { submissionId })
          : selectSubmission(database, season.curator, { submissionId }, twoMalls),
      ),
    );
    const counted = (await messages()).map(({ template, params }) => [
      template,
      1 + Number((params as MessageParams).more ?? 0),
    ]);
    const countOf = (template: Template) =>
      counted.filter(([one]) => one === template).reduce((sum, [, count]) => sum + Number(count), 0);
    expect([countOf("not_chosen"), countOf("selected")]).toEqual([12, 8]);
    expect((await said("selected"))[0]).toMatch(/외 \d+개가 백선에 선정되었습니다.*\nhttps:\/\/b\.example\/merchant$/);
  });

  test("an event that comes while the message is being sent is neither lost nor told twice", async () => {
    const send = async (event: number) =>
      inTransaction(database, (transaction) =>
        notifyStore(transaction, season.storeId, {
          template: "selected",
          params: { product: `상품 ${event}`, page: "/merchant/products/1" },
          event: String(event),
          bundle: "season",
        }),
      );
    const texts = new Map<string, string>();
    const provider = {
      // Asked again about the same message it sends nothing, as its groups promise.
      send: async ({ id, text }: { id: string; text: string }) => {
        expect(texts.get(id) ?? text).toBe(text);
        texts.set(id, text);
        return { outcome: "delivered" as const, sentBy: "kakao" as const, providerId: null };
      },
      repeatable: () => true,
      lookUp: async () => null,
    } as unknown as MessageProvider;
    const deliver = async () => {
      const waiting = await database.outboxMessage.findMany({ where: { state: "waiting" } });
      const delivery = {
        provider,
        write: (locale: "ko" | "en", template: Template, params: MessageParams) =>
          writeNotice(locale, template, params, "https://b.example"),
        keepSecrets: false,
      };
      await Promise.all(waiting.map(({ id }) => deliverMessage(database, { messageId: id }, delivery)));
    };
    for (let event = 0; event < 30; event += 3) {
      await Promise.all([send(event), deliver(), send(event + 1), deliver(), send(event + 2)]);
    }
    await deliver();
    const counts = [...texts.values()].map((text) => 1 + Number(/외 (\d+)개/.exec(text)?.[1] ?? 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
  });
});
