import { expect, test } from "vitest";
import { endAccount } from "#app/domain/account/end-account.ts";
import { eraseAccount } from "#app/domain/closing/erase-account.ts";
import { addChannel, requestChannelCheck } from "#app/domain/creator/add-channel.ts";
import { decideChannel } from "#app/domain/creator/confirm-channel.ts";
import { acceptPromotion, returnPromotion } from "#app/domain/promotion/decide-promotion.ts";
import { enterViews } from "#app/domain/promotion/enter-views.ts";
import { handIn } from "#app/domain/promotion/hand-in.ts";
import { listPromotions } from "#app/domain/promotion/list-promotions.ts";
import { listPublished } from "#app/domain/promotion/list-published.ts";
import { objectToCheck, overruleCheck } from "#app/domain/promotion/overrule-check.ts";
import { planReadings } from "#app/domain/promotion/record-reading.ts";
import { tellOutcome } from "#app/domain/visit/tell-outcome.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import type { Network } from "#app/services/fetching/fetch-public.ts";
import { pageReader } from "#app/services/pages/page-reader.ts";
import { checkChannel } from "#workers/tasks/check-channel.ts";
import { readPromotion } from "#workers/tasks/read-promotion.ts";
import { codesOf, later, must, visitStage } from "./visit-stage.ts";

const clear = "가게에서 음식을 무료로 제공받아 적었어요.";
const address = "https://blog.naver.com/alley_nari/223000000001";

/** What the internet shows: by address, HTML or a status. */
function webOf(pages: Record<string, string | number>, addresses: Record<string, string[]> = {}): Network {
  return {
    resolve: async (host) => addresses[host] ?? ["93.184.216.34"],
    async send(url) {
      const page = pages[url.href] ?? 404;
      const body = Buffer.from(typeof page === "string" ? page : "");
      return {
        status: typeof page === "number" ? page : 200,
        headers: { "content-type": "text/html; charset=utf-8" },
        body: (async function* () {
          yield body;
        })(),
        discard: () => {},
      };
    },
  };
}

const html = (title: string, text: string, more = "") =>
  `<!doctype html><head><title>${title}</title>${more}</head><body><script>x()</script><p>${text}</p></body>`;

/** A visit that took place, and a confirmed channel. */
async function visited(options: Parameters<typeof visitStage>[0] = {}) {
  const stage = await visitStage(options);
  const { database, merchant, storeId, nari, first } = stage;
  const { visitId } = must(await stage.propose(nari, first));
  must(await tellOutcome(database, merchant, { storeId }, { visitId, outcome: "visited" }, later(5)));
  const channelId = await stage.confirmedChannel(nari);
  const give = (over: Partial<Parameters<typeof handIn>[2]> = {}, at = later(7)) =>
    handIn(
      database,
      nari,
      {
        ...{ visitId, channelId, address, form: "text", publishedOn: "2026-12-07", title: "기름집에 다녀왔어요" },
        ...{ opening: "고소한 냄새가 나요", ...over },
      },
      at,
    );
  const read = (promotionId: string, pages: Record<string, string | number>) =>
    readPromotion({ database, pages: pageReader(webOf(pages)) }, { promotionId });
  const promotion = () => database.promotion.findFirstOrThrow();
  return { ...stage, visitId, channelId, give, read, promotion };
}

test("what lacks a disclosure is told so, corrected, accepted, and only then shown", async () => {
  const { database, office, give, told, storeId } = await visited();
  const product = await database.product.create({ data: { storeId, sku: "BS-1" } });
  const failed = must(await give({ opening: "체험단으로 다녀왔어요" }));
  expect(failed.state).toBe("to_correct");
  expect(await database.promotion.findFirstOrThrow()).toMatchObject({
    rules: "2024-12-01",
    issues: [{ code: "disclosure.unclear_word", params: { word: "체험단" } }],
  });
  expect(codesOf(await acceptPromotion(database, office, failed, later(8)))).toEqual(["promotion.not_waiting"]);
  expect(await listPublished(database, { storeSlug: "oil" })).toEqual([]);
  const corrected = must(await give({ opening: clear, productIds: [product.id, crypto.randomUUID()] }));
  expect(corrected).toEqual({ promotionId: failed.promotionId, state: "waiting" });
  expect(await listPublished(database, { storeSlug: "oil" })).toEqual([]);
  must(await acceptPromotion(database, office, corrected, later(8)));
  expect(await listPublished(database, { storeSlug: "oil" })).toMatchObject([
    { address, penName: "나리", benefit: "food", publishedOn: "2026-12-07", products: [{ id: product.id }] },
  ]);
  expect(await listPublished(database, { productId: product.id })).toMatchObject([{ address }]);
  expect(await database.promotion.findFirstOrThrow()).toMatchObject({ watchUntil: new Date("2027-06-09T00:00:00Z") });
  expect(await told("promotion_accepted")).toBe(2);
  expect(codesOf(await give({ opening: clear }))).toEqual(["promotion.settled"]);
});

test("a disclosure that the check did not find is seen by a person, who lets it pass with a reason", async () => {
  const { database, office, nari, bora, give, told, promotion } = await visited();
  const { promotionId } = must(await give({ opening: "가게 사장님이 한 끼를 내 주셨어요" }));
  const look = { promotionId, objection: "첫 사진에 ‘협찬’이라고 크게 적었어요" };
  expect(codesOf(await objectToCheck(database, bora, look))).toEqual(["promotion.not_found"]);
  expect(codesOf(await objectToCheck(database, office, look))).toEqual(["account.not_allowed"]);
  must(await objectToCheck(database, nari, look));
  expect(await listPromotions(database)).toMatchObject([{ id: promotionId, state: "to_correct", objected: true }]);

  const reason = "첫 사진에 크게 적혀 있는 것을 보았어요";
  expect(codesOf(await overruleCheck(database, nari, { promotionId, reason }))).toEqual(["account.not_allowed"]);
  must(await overruleCheck(database, office, { promotionId, reason }, later(8)));
  expect(await promotion()).toMatchObject({ state: "waiting", issues: [], overruleReason: reason });
  expect(await told("promotion_passed")).toBe(1);
  const line = await database.auditLine.findFirstOrThrow({ where: { action: "overrule-check" } });
  expect(line).toMatchObject({
    ...{ actorId: office.accountId, subjectId: promotionId, versionBefore: "to_correct", versionAfter: "waiting" },
    details: { rules: "2024-12-01", found: ["disclosure.missing"] },
  });
  expect(codesOf(await overruleCheck(database, office, { promotionId, reason }))).toEqual([
    "promotion.not_overrulable",
  ]);
  expect(await listPublished(database, { storeSlug: "oil" })).toEqual([]);
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  expect(await listPublished(database, { storeSlug: "oil" })).toMatchObject([{ address }]);
  expect(await promotion()).toMatchObject({ overruleReason: reason });
});

test("what was let pass is judged anew when it is handed in anew", async () => {
  const { database, office, nari, give, promotion } = await visited();
  const { promotionId } = must(await give());
  must(await objectToCheck(database, nari, { promotionId, objection: "사진에 있어요" }));
  must(await overruleCheck(database, office, { promotionId, reason: "사진에서 보았어요" }, later(8)));
  must(await give({ opening: "다른 말이에요" }));
  expect(await promotion()).toMatchObject({ state: "to_correct", objection: "", overruleReason: "" });
});

test("whose channel it is, what only the creator can state and what the office sent back itself are not overruled", async () => {
  const reason = "보았어요";
  const given = await visited();
  const { promotionId } = must(await given.give());
  await given.database.promotion.update({
    where: { id: promotionId },
    data: { issues: [{ code: "promotion.other_channel", severity: "error", path: {}, params: {} }] },
  });
  expect(codesOf(await overruleCheck(given.database, given.office, { promotionId, reason }))).toEqual([
    "promotion.not_overrulable",
  ]);

  const free = await visited({ benefit: "none" });
  const unsaid = must(await free.give());
  expect(codesOf(await overruleCheck(free.database, free.office, { promotionId: unsaid.promotionId, reason }))).toEqual(
    ["promotion.not_overrulable"],
  );

  const back = await visited();
  const passed = must(await back.give({ opening: clear }));
  must(
    await returnPromotion(back.database, back.office, { promotionId: passed.promotionId, note: "사진을 바꿔 주세요" }),
  );
  expect(codesOf(await overruleCheck(back.database, back.office, { promotionId: passed.promotionId, reason }))).toEqual(
    ["promotion.not_overrulable"],
  );
});

test("the database shows nothing whose disclosure lacks something", async () => {
  const { database, give } = await visited();
  const { promotionId } = must(await give());
  const force = database.promotion.update({
    where: { id: promotionId },
    data: { state: "accepted", acceptedAt: later(8), watchUntil: later(180) },
  });
  await expect(force).rejects.toThrow();
});

test("what is not the creator's, is too early, is to come or was handed in before is refused", async () => {
  const { database, nari, bora, give, channelId, confirmedChannel, visitId } = await visited();
  expect(codesOf(await give({ address: "https://blog.naver.com/somebody/223" }))).toEqual(["promotion.other_channel"]);
  expect(codesOf(await give({ address: "https://bl0g-naver.com/alley_nari/223" }))).toEqual([
    "channel_address.look_alike",
  ]);
  expect(codesOf(await give({ address: "https://192.168.0.1/alley_nari/223" }))).toEqual(["channel_address.private"]);
  expect(codesOf(await give({ publishedOn: "2026-12-04" }))).toEqual(["promotion.before_visit"]);
  expect(codesOf(await give({ publishedOn: "2026-12-30" }))).toEqual(["promotion.in_future"]);
  const foreign = await confirmedChannel(bora, "https://blog.naver.com/bora");
  expect(codesOf(await give({ channelId: foreign }))).toEqual(["promotion.channel_needed"]);
  expect(codesOf(await give({ channelId: "" }))).toEqual(["promotion.channel_needed"]);
  await expect(
    database.promotion.create({
      data: {
        visitId,
        channelId: foreign,
        address,
        form: "text",
        publishedOn: later(7),
        title: "x",
        content: {},
        rules: "x",
      },
    }),
  ).rejects.toThrow(/is not a confirmed one/);
  const notYours = await handIn(
    database,
    bora,
    { visitId, channelId, address, form: "text", publishedOn: "2026-12-07", title: "x" },
    later(7),
  );
  expect(codesOf(notYours)).toEqual(["visit.not_found"]);
  expect(nari.accountId).not.toBe(bora.accountId);
});

test("content is handed in of a visit that took place", async () => {
  const { database, nari, propose, first, confirmedChannel } = await visitStage();
  const { visitId } = must(await propose(nari, first));
  const channelId = await confirmedChannel(nari);
  const given = { visitId, channelId, address, form: "text" as const, publishedOn: "2026-12-07", title: "x" };
  expect(codesOf(await handIn(database, nari, given, later(7)))).toEqual(["promotion.visit_needed"]);
});

test("the page's own author is believed before its address", async () => {
  const stage = await visited();
  const { database, nari, visitId, office, told } = stage;
  const { channelId } = must(
    await addChannel(database, nari, { platform: "youtube", address: "https://www.youtube.com/@alley_nari" }),
  );
  must(await decideChannel(database, office, { channelId, confirm: true }, later(6)));
  const film = "https://www.youtube.com/watch?v=abcdefghijk";
  const whole = { inVideo: clear, videoStart: true, videoEnd: true, videoRepeated: true };
  const { promotionId, state } = must(
    await handIn(
      database,
      nari,
      { visitId, channelId, address: film, form: "video", publishedOn: "2026-12-07", title: "기름집", ...whole },
      later(7),
    ),
  );
  expect(state).toBe("waiting");
  const by = (name: string) => html("기름집", "", `<link itemprop="url" href="http://www.youtube.com/@${name}">`);
  await stage.read(promotionId, { [film]: by("alley_nari") });
  expect(await stage.promotion()).toMatchObject({ state: "waiting", issues: [] });
  await stage.read(promotionId, { [film]: by("somebody") });
  expect(await stage.promotion()).toMatchObject({ state: "to_correct", issues: [{ code: "promotion.other_channel" }] });
  expect(await told("promotion_to_correct")).toBe(1);
});

test("a page that is not there, or does not show what was handed in, is told before a person looks", async () => {
  const { give, read, promotion, database, office } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  const found = async () => (await promotion()).issues;
  await read(promotionId, {});
  expect(await found()).toMatchObject([{ code: "promotion.page_gone", severity: "warning" }]);
  await read(promotionId, { [address]: html("다른 글", clear) });
  expect(await found()).toMatchObject([{ code: "promotion.page_differs", severity: "warning" }]);
  await read(promotionId, { [address]: 503 });
  expect(await found()).toMatchObject([{ code: "promotion.page_differs" }]);
  await read(promotionId, { [address]: html("기름집에 다녀왔어요 : 블로그", clear) });
  expect(await promotion()).toMatchObject({ state: "waiting", issues: [] });
  // It holds nobody back who has looked.
  await read(promotionId, {});
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  expect(await promotion()).toMatchObject({ state: "accepted", issues: [] });
});

test("a page that never showed the title that was typed is not taken for changed", async () => {
  const { database, office, give, read, promotion } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  await read(promotionId, { [address]: html("기름집 다녀온 날", `${clear} 방문 1`) });
  await read(promotionId, { [address]: html("기름집 다녀온 날", `${clear} 방문 2`) });
  expect(await promotion()).toMatchObject({ state: "accepted", seenHash: null });
  await read(promotionId, { [address]: html("기름집에 다녀왔어요", clear) });
  await read(promotionId, { [address]: html("기름집에 다녀왔어요", "고소해요") });
  expect(await promotion()).toMatchObject({ state: "changed" });
});

test("what was accepted is watched: gone twice, it is taken off and both are told", async () => {
  const { database, office, give, read, promotion, told } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  expect(await planReadings(database, later(8, 1))).toBe(1);
  await read(promotionId, { [address]: html("기름집에 다녀왔어요", clear) });
  expect(await promotion()).toMatchObject({ state: "accepted", misses: 0 });
  await read(promotionId, { [address]: 503 });
  expect(await promotion()).toMatchObject({ state: "accepted", misses: 0 });
  await read(promotionId, { [address]: 404 });
  expect(await promotion()).toMatchObject({ state: "accepted", misses: 1 });
  await read(promotionId, { [address]: 410 });
  expect(await promotion()).toMatchObject({ state: "gone" });
  expect(await listPublished(database, { storeSlug: "oil" })).toEqual([]);
  expect(await told("promotion_gone")).toBe(2);
  expect(await planReadings(database, later(20))).toBe(0);
});

test("a page that only counts visitors stands as it was; one that lost its disclosure has changed", async () => {
  const { database, office, give, read, promotion, told } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  const shown = (text: string, more = "") => ({ [address]: html("기름집에 다녀왔어요", text, more) });
  await read(promotionId, shown(`${clear} 방문 12`));
  await read(promotionId, shown(`${clear} 방문 15 댓글 3`));
  expect(await promotion()).toMatchObject({ state: "accepted" });
  await read(promotionId, shown("기름이 정말 고소해요 방문 20"));
  expect(await promotion()).toMatchObject({ state: "changed" });
  expect(await told("promotion_changed")).toBe(2);
  must(await returnPromotion(database, office, { promotionId, note: "표시를 다시 넣어 주세요" }, later(10)));
  must(await give({ opening: clear }, later(11)));
  must(await acceptPromotion(database, office, { promotionId }, later(12)));
  expect(await promotion()).toMatchObject({ state: "accepted", watchUntil: new Date("2027-06-09T00:00:00Z") });
});

test("after six months nobody looks any more", async () => {
  const { database, office, give } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  expect(await planReadings(database, new Date("2027-06-08T00:00:00Z"))).toBe(1);
  expect(await planReadings(database, new Date("2027-06-10T00:00:00Z"))).toBe(0);
});

test("views are entered by hand, and read where the page tells them", async () => {
  const { database, nari, bora, office, give, read } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  const enter = (who: typeof nari, day: string, views: string) =>
    enterViews(database, who, { promotionId, day, views }, later(9));
  must(await enter(nari, "2026-12-08", "1,200회"));
  expect(codesOf(await enter(nari, "2026-12-08", "많이"))).toEqual(["promotion.views_unreadable"]);
  expect(codesOf(await enter(nari, "2027-12-08", "1"))).toEqual(["promotion.views_unreadable"]);
  expect(codesOf(await enter(bora, "2026-12-08", "1"))).toEqual(["promotion.not_found"]);
  expect(codesOf(await enter(nari, "2026-12-06", "1"))).toEqual(["promotion.views_too_early"]);
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  await read(promotionId, {
    [address]: html("기름집에 다녀왔어요", clear, '<meta itemprop="interactionCount" content="3456">'),
  });
  const views = await database.promotionViews.findMany({ orderBy: { views: "asc" } });
  expect(views).toMatchObject([
    { views: 1200, source: "entered" },
    { views: 3456, source: "read" },
  ]);
});

test("a channel is its creator's once our code stands in its description, and once only", async () => {
  const { database, nari, bora, told } = await visitStage();
  const channel = "https://blog.naver.com/alley_nari";
  const { channelId, code } = must(await addChannel(database, nari, { platform: "naver_blog", address: channel }));
  const rival = must(await addChannel(database, bora, { platform: "naver_blog", address: channel }));
  must(await requestChannelCheck(database, nari, { channelId }));
  const look = (id: string, pages: Record<string, string | number>, addresses = {}) =>
    checkChannel({ database, pages: pageReader(webOf(pages, addresses)) }, { channelId: id });
  const stored = (id: string) => database.creatorChannel.findUniqueOrThrow({ where: { id } });

  await look(channelId, { [channel]: html("나리", "골목을 다녀요") });
  expect(await stored(channelId)).toMatchObject({
    state: "claimed",
    issues: [{ code: "creator_channel.code_not_there" }],
  });
  await look(channelId, { [channel]: html("나리", code) }, { "blog.naver.com": ["10.0.0.7"] });
  expect(await stored(channelId)).toMatchObject({
    state: "claimed",
    issues: [{ code: "creator_channel.not_readable" }],
  });
  await look(channelId, {
    [channel]: html("나리", "골목을 다녀요", `<meta name="description" content="문의 ${code}">`),
  });
  expect(await stored(channelId)).toMatchObject({ state: "confirmed", proof: "code" });
  expect(await told("channel_confirmed")).toBe(1);

  await look(rival.channelId, { [channel]: html("나리", rival.code) });
  expect(await stored(rival.channelId)).toMatchObject({
    state: "claimed",
    issues: [{ code: "creator_channel.taken" }],
  });
  const again = await addChannel(database, nari, { platform: "naver_blog", address: `${channel}/` });
  expect(codesOf(again)).toEqual(["creator_channel.exists"]);
});

test("a creator who has left is nobody in what they wrote, once the term is over", async () => {
  const { database, office, nari, give } = await visited();
  const { promotionId } = must(await give({ opening: clear }));
  must(await acceptPromotion(database, office, { promotionId }, later(8)));
  must(await endAccount(database, office, { accountId: nari.accountId }, { now: later(9) }));
  await eraseAccount(database, {} as BlobStore, { accountId: nari.accountId }, later(60));
  const tables = ["visit", "promotion", "creator_channel", "creator_profile", "account", "outbox_message"];
  for (const table of tables) {
    const rows = await database.$queryRawUnsafe<{ text: string }[]>(
      `SELECT to_jsonb(t)::text AS text FROM "${table}" AS t`,
    );
    const text = rows.map((row) => row.text).join();
    for (const word of ["나리", "alley_nari", "제공받아"]) expect(text, table).not.toContain(word);
  }
  expect(await listPublished(database, { storeSlug: "oil" })).toEqual([]);
});
