import { describe, expect, it } from "vitest";
import { addDocument, findDocument, removeDocument } from "#app/domain/application/documents.ts";
import { listMarkets } from "#app/domain/application/list-markets.ts";
import { saveStep } from "#app/domain/application/save-step.ts";
import { sendApplication } from "#app/domain/application/send-application.ts";
import { codesOf, market, millAnswers, millScene } from "./joining-setup.ts";

describe("entering a store", () => {
  it("keeps what was typed at each step, also what is wrong, with who typed it", async () => {
    const { database, accountId, officer, save, find } = await millScene();
    expect((await find()).state).toBeNull();
    expect(await database.storeApplication.count()).toBe(0);
    expect(codesOf(await save("business-number", { business_number: "123-45-67890" }))).toEqual([
      "business_number.checksum",
    ]);
    expect((await find()).answers).toEqual({ business_number: "123-45-67890" });
    expect(await save("business-number", { business_number: "124-81-00998" })).toMatchObject({ ok: true });
    const helper = { ...officer, onBehalfOfId: accountId };
    await saveStep(database, helper, {
      accountId,
      step: "name",
      answers: { store_name: "망원 참기름집", kind: "craft" },
    });
    const application = await find();
    expect(application.answers).toEqual({ business_number: "124-81-00998", store_name: "망원 참기름집" });
    expect(application.typedBy).toEqual({ store_name: "정" });
    expect(application.steps.filter(({ state }) => state === "complete").map(({ key }) => key)).toEqual([
      "business-number",
      "name",
    ]);
  });

  it("a zero byte and a novel do no harm", async () => {
    const { save, find } = await millScene();
    expect(await save("name", { store_name: "망원\0집" })).toMatchObject({ ok: true });
    expect(codesOf(await save("story", { story: "가".repeat(20_000) }))).toEqual(["form.too_long"]);
    const { answers } = await find();
    expect(answers.store_name).toBe("망원집");
    expect(answers.story).toHaveLength(10_000);
  });

  it("calls who joined by the owner's name", async () => {
    const { database, accountId, save } = await millScene();
    const name = async () => (await database.account.findUniqueOrThrow({ where: { id: accountId } })).name;
    await save("owner", { owner_name: "김순자" });
    expect(await name()).toBe("김순자");
    await save("owner", { owner_name: "이영희" });
    expect(await name()).toBe("김순자");
  });

  it("two steps saved at once both stay", async () => {
    const { save, find } = await millScene();
    await Promise.all([
      save("name", { store_name: "가" }),
      save("hours", { hours: "나" }),
      save("owner", { owner_name: "다" }),
    ]);
    expect((await find()).answers).toEqual({ store_name: "가", hours: "나", owner_name: "다" });
  });

  it("shows the markets of the district, by name", async () => {
    const { database } = await millScene();
    const names = async (district: string, word: string) =>
      (await listMarkets(database, district, word)).map(({ name }) => name);
    expect(await names("11440", "")).toEqual(["망원시장"]);
    expect(await names("11440", "망원")).toEqual(["망원시장"]);
    expect(await names("11440", "%")).toEqual([]);
    expect(await names("11410", "")).toEqual([]);
  });
});

describe("documents", () => {
  it("are judged by their content and shown to their merchant and the office only", async () => {
    const { database, accountId, actor, blobs, file, photo, find } = await millScene();
    const add = async (kind: "business_registration" | "store_photo", given: Awaited<ReturnType<typeof file>>) =>
      addDocument(database, blobs, actor, { accountId, kind, file: given });
    expect(codesOf(await add("business_registration", await file("등록증.jpg", Buffer.from("<script>"))))).toEqual([
      "document.not_readable",
    ]);
    const pdf = await file("등록증.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"));
    expect(await add("business_registration", pdf)).toMatchObject({ ok: true });
    expect(codesOf(await add("store_photo", pdf))).toEqual(["document.not_a_photo"]);
    expect(codesOf(await add("store_photo", { ...pdf, size: 21 * 1024 * 1024 }))).toEqual(["upload.too_large"]);
    expect(await add("store_photo", await photo("하나.jpg", 1))).toMatchObject({ ok: true });
    expect(await add("store_photo", await photo("둘.jpg", 2))).toMatchObject({ ok: true });
    const { documents } = await find();
    expect(documents.map(({ kind, fileName, mediaType }) => [kind, fileName, mediaType])).toEqual([
      ["business_registration", "등록증.pdf", "application/pdf"],
      ["store_photo", "둘.jpg", "image/jpeg"],
    ]);
    const id = documents[0]?.id ?? "";
    const neighbour = await database.account.create({ data: { role: "merchant", name: "이", phone: "+821000000000" } });
    expect(await findDocument(database, id, { accountId })).toMatchObject({ fileName: "등록증.pdf" });
    expect(await findDocument(database, id)).toMatchObject({ fileName: "등록증.pdf" });
    expect(await findDocument(database, id, { accountId: neighbour.id })).toBeNull();
    expect(await findDocument(database, "none")).toBeNull();
    const theirs = { kind: "person", accountId: neighbour.id, role: "merchant" } as const;
    await removeDocument(database, theirs, { accountId: neighbour.id, documentId: id });
    expect((await find()).documents).toHaveLength(2);
    await removeDocument(database, actor, { accountId, documentId: id });
    expect((await find()).documents).toHaveLength(1);
  });

  it("the same file twice is one document, and there is an end to them", async () => {
    const { database, accountId, actor, blobs, photo, find } = await millScene();
    const given = await photo();
    const add = (one = given) =>
      addDocument(database, blobs, actor, { accountId, kind: "market_certificate", file: one });
    await add();
    await add();
    expect((await find()).documents).toHaveLength(1);
    for (let shade = 1; shade < 10; shade++) await add(await photo(`${shade}.jpg`, shade * 25));
    expect(codesOf(await add(await photo("last.jpg", 255)))).toEqual(["document.too_many"]);
  });
});

describe("sending", () => {
  it("says everything that is missing and makes nothing", async () => {
    const { database, enterAll, send } = await millScene();
    await enterAll({ ...millAnswers, store_name: "", return_fee: "무료" }, ["store_photo"]);
    const outcome = await send();
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.field])).toEqual([
      ["document.missing", "business_registration"],
      ["form.missing", "store_name"],
      ["document.missing", "market_certificate"],
      ["form.unreadable", "return_fee"],
    ]);
    expect(await database.store.count()).toBe(0);
  });

  it("makes the store once, however often it is pressed", async () => {
    const { database, accountId, enterAll, send, store, find } = await millScene();
    await enterAll();
    const outcomes = await Promise.all([send(), send(), send()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.flatMap(codesOf)).toEqual(["application.not_open", "application.not_open"]);
    expect(await store()).toMatchObject({
      state: "submitted",
      slug: "망원-참기름집",
      kind: "traditional_market",
      businessNumber: "1248100998",
      districtCode: "11440",
      marketId: market.id,
      visitable: true,
      shippingFee: 3000,
      mailOrderNumber: null,
      businessStatus: "not_checked",
    });
    expect(await database.store.count()).toBe(1);
    expect(await database.storeMember.findMany()).toMatchObject([{ accountId }]);
    const actions = await database.auditLine.findMany({ where: { action: "send-application" } });
    expect(actions).toHaveLength(1);
    const jobs = await database.$queryRaw<{ identifier: string }[]>`
      SELECT task_identifier AS identifier FROM graphile_worker.jobs ORDER BY 1`;
    expect(jobs.map(({ identifier }) => identifier)).toEqual(["check-business", "take-store-photo"]);
    expect(await find()).toMatchObject({ state: "sent", open: false });
  });

  it("is the merchant's alone, and changes nothing once sent", async () => {
    const { database, accountId, officer, enterAll, send, save } = await millScene();
    await enterAll();
    const helper = { ...officer, onBehalfOfId: accountId };
    expect(codesOf(await sendApplication(database, helper, { accountId }))).toEqual(["help.only_merchant"]);
    await send();
    expect(codesOf(await save("name", { store_name: "다른 이름" }))).toEqual(["application.not_open"]);
  });

  it("a number that another store has is an issue of its field, and nothing is lost", async () => {
    const { database, enterAll, send, find } = await millScene();
    await enterAll();
    await database.store.create({
      data: {
        ...{ slug: "먼저", kind: "craft", name: "먼저", ownerName: "박", businessNumber: "1248100998" },
        ...{ phone: "02-000-0000", postcode: "04015", address: "서울특별시 마포구 1", districtCode: "11440" },
      },
    });
    const outcome = await send();
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: "store.already_exists", path: { field: "business_number" } },
    ]);
    expect(await find()).toMatchObject({ state: "entering", open: true, answers: millAnswers });
  });

  it("finishes the store that the office began", async () => {
    const { database, accountId, enterAll, find, save, send, store } = await millScene();
    await database.store.create({
      data: {
        ...{ slug: "망원", kind: "traditional_market", name: "망원 참기름집", ownerName: "김순자" },
        ...{ businessNumber: "1248100998", phone: "02-123-4567", postcode: "04015", districtCode: "11440" },
        address: "서울특별시 마포구 포은로6길 27",
        members: { create: { accountId } },
      },
    });
    await save("hours", { hours: "09:00~19:00" });
    expect((await find()).answers).toMatchObject({ business_number: "124-81-00998", store_name: "망원 참기름집" });
    await enterAll();
    expect(await send()).toMatchObject({ ok: true });
    expect(await store()).toMatchObject({ slug: "망원", state: "submitted", hours: millAnswers.hours });
  });
});
