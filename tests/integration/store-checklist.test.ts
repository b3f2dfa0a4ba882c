import pino from "pino";
import { describe, expect, it, test } from "vitest";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { approveStore } from "#app/domain/store/approve-store.ts";
import { closeStore } from "#app/domain/store/close-store.ts";
import { requestBusinessCheck } from "#app/domain/store/request-business-check.ts";
import { returnStore } from "#app/domain/store/return-store.ts";
import { unverifyRequirement, verifyRequirement } from "#app/domain/store/verify-requirement.ts";
import type { taxOffice } from "#app/services/business-registry/tax-office.ts";
import { checkBusiness } from "#workers/tasks/check-business.ts";
import { codesOf, millAnswers, millDocuments, millScene } from "./joining-setup.ts";

describe("the office", () => {
  it("approves only what meets the whole checklist, and tells once", async () => {
    const { database, officer, enterAll, send, store, verifyAll, told, find } = await millScene();
    await enterAll();
    await send();
    const { id: storeId } = await store();
    const refusedOutcome = await approveStore(database, officer, { storeId });
    expect(refusedOutcome.ok ? [] : refusedOutcome.issues).toMatchObject([
      { code: "store.requirements_open", params: { count: 3 } },
    ]);
    await verifyAll();
    await verifyAll();
    expect(await database.storeVerification.count()).toBe(3);
    await unverifyRequirement(database, officer, { storeId, requirement: "kind_proof" });
    expect(codesOf(await approveStore(database, officer, { storeId }))).toEqual(["store.requirements_open"]);
    await verifyAll();
    const both = await Promise.all([
      approveStore(database, officer, { storeId }),
      approveStore(database, officer, { storeId }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store()).toMatchObject({ state: "approved" });
    expect(await told()).toEqual(["store_approved"]);
    expect(await find()).toMatchObject({ state: "accepted", open: false });
    const lines = await database.auditLine.groupBy({ by: ["action"], _count: true, orderBy: { action: "asc" } });
    expect(lines.map(({ action, _count }) => [action, _count])).toEqual([
      ["add-document", 3],
      ["answer-consent", 3],
      ["approve-store", 1],
      ["send-application", 1],
      ["unverify-requirement", 1],
      ["verify-requirement", 4],
    ]);
  });

  it("cannot mark what is computed, said by the merchant, or without its document", async () => {
    const { database, actor, officer, enterAll, send, store } = await millScene();
    await enterAll();
    await send();
    const { id: storeId } = await store();
    for (const requirement of ["district", "delivery_terms", "designation"] as const) {
      const outcome = await verifyRequirement(database, officer, { storeId, requirement });
      expect(codesOf(outcome)).toEqual(["store.not_verifiable"]);
    }
    await database.storeDocument.deleteMany({ where: { kind: "market_certificate" } });
    expect(codesOf(await verifyRequirement(database, officer, { storeId, requirement: "kind_proof" }))).toEqual([
      "store.not_verifiable",
    ]);
    expect(codesOf(await verifyRequirement(database, actor, { storeId, requirement: "kind_proof" }))).toEqual([
      "account.not_allowed",
    ]);
  });

  it("returns with issues pinned to fields; what is changed is looked at again, the rest stays", async () => {
    const { database, officer, enterAll, send, store, verifyAll, told, find, save } = await millScene();
    await enterAll();
    await send();
    await verifyAll();
    const { id: storeId } = await store();
    const empty = [{ field: "store_name", note: " " }];
    expect(codesOf(await returnStore(database, officer, { storeId, notes: empty }))).toEqual(["store.note_needed"]);
    const notes = [
      { field: "store_name", note: "등록증의 이름과 달라요" },
      { field: "market_certificate", note: "글자가 안 보여요" },
      { field: "designation_number", note: "없는 칸" },
    ];
    expect(await returnStore(database, officer, { storeId, notes })).toMatchObject({ ok: true });
    expect(codesOf(await returnStore(database, officer, { storeId, notes }))).toEqual(["store.not_waiting"]);
    expect(await told()).toEqual(["store_returned"]);
    const returned = await find();
    expect(returned).toMatchObject({ state: "returned", open: true });
    expect(returned.steps.filter(({ notes: own }) => own.length > 0).map(({ key, state }) => [key, state])).toEqual([
      ["name", "returned"],
      ["proof", "returned"],
    ]);
    await save("name", { store_name: "망원시장 참기름집" });
    expect(fromStored((await store()).issues).map(({ path }) => path.field)).toEqual(["market_certificate"]);
    expect((await database.storeVerification.findMany()).map(({ requirement }) => requirement).sort()).toEqual([
      "business_status",
      "kind_proof",
    ]);
    expect(await send()).toMatchObject({ ok: true });
    expect(await store()).toMatchObject({ state: "submitted", name: "망원시장 참기름집", issues: [] });
    expect(await database.store.count()).toBe(1);
    expect(await returnStore(database, officer, { storeId, notes })).toMatchObject({ ok: true });
    expect(await told()).toEqual(["store_returned", "store_returned"]);
  });

  it("makes a designation of what it verified, and takes it back with it", async () => {
    const { database, officer, enterAll, send, store } = await millScene();
    await enterAll(
      {
        ...millAnswers,
        ...{ kind: "hundred_year", designation_number: "제2024-1호" },
        ...{ designation_from: "2024-03-15", designation_to: "2029-03-14" },
      },
      ["business_registration", "store_photo", "hundred_year_certificate"],
    );
    expect(codesOf(await send())).toEqual([]);
    const { id: storeId } = await store();
    const input = { storeId, requirement: "designation" } as const;
    expect(await verifyRequirement(database, officer, input)).toMatchObject({ ok: true });
    expect(await database.designation.findMany()).toMatchObject([
      { storeId, number: "제2024-1호", validFrom: new Date("2024-03-15"), validTo: new Date("2029-03-14") },
    ]);
    await unverifyRequirement(database, officer, input);
    expect(await database.designation.count()).toBe(0);
    const other = await database.store.create({
      data: {
        ...{ slug: "다른", kind: "hundred_year", name: "다른", ownerName: "박", businessNumber: "2208162517" },
        ...{ phone: "02-000-0000", postcode: "04015", address: "서울특별시 마포구 1", districtCode: "11440" },
      },
    });
    const days = { validFrom: new Date("2020-01-01"), validTo: new Date("2025-01-01") };
    await database.designation.create({ data: { storeId: other.id, number: "제2024-1호", ...days } });
    expect(codesOf(await verifyRequirement(database, officer, input))).toEqual(["designation.already_exists"]);
    expect(await database.storeVerification.count()).toBe(0);
  });

  it("closes a store for good", async () => {
    const { database, officer, enterAll, send, store, find } = await millScene();
    await enterAll();
    await send();
    const { id: storeId } = await store();
    expect(await closeStore(database, officer, { storeId })).toMatchObject({ ok: true });
    expect(codesOf(await closeStore(database, officer, { storeId }))).toEqual(["store.closed"]);
    expect(await find()).toMatchObject({ open: false, store: { state: "closed" } });
    expect(millDocuments).toHaveLength((await find()).documents.length);
  });
});

describe("the register of businesses", () => {
  const log = pino({ level: "silent" });
  const answering = (answer: Awaited<ReturnType<ReturnType<typeof taxOffice>["findStatus"]>>) => ({
    findStatus: async () => answer,
  });

  test("is asked by a job; no answer is never a check", async () => {
    const { database, enterAll, send, store } = await millScene();
    await enterAll();
    await send();
    const { id: storeId } = await store();
    const unchecked = { businessStatus: "not_checked", businessCheckedAt: null };
    await checkBusiness({ database, log, businessRegistry: null }, { storeId });
    expect(await store()).toMatchObject(unchecked);
    const silent = answering({ outcome: "unanswered", reason: "TimeoutError", askAgain: true });
    await expect(checkBusiness({ database, log, businessRegistry: silent }, { storeId })).rejects.toThrow(
      "TimeoutError",
    );
    const wrongKey = answering({ outcome: "unanswered", reason: "401 -4", askAgain: false });
    await checkBusiness({ database, log, businessRegistry: wrongKey }, { storeId });
    expect(await store()).toMatchObject(unchecked);
    const right = answering({ outcome: "answered", status: "active" });
    await checkBusiness({ database, log, businessRegistry: right }, { storeId });
    expect(await store()).toMatchObject({ businessStatus: "active", businessCheckedAt: expect.any(Date) });
  });

  test("is asked again when the office wants it", async () => {
    const { database, actor, officer, enterAll, send, store } = await millScene();
    await enterAll();
    await send();
    const { id: storeId } = await store();
    await database.$executeRaw`SELECT graphile_worker.remove_job(${`check-business:${storeId}`})`;
    const waiting = () => database.$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'check-business'`;
    expect(codesOf(await requestBusinessCheck(database, actor, { storeId }))).toEqual(["account.not_allowed"]);
    expect(await waiting()).toHaveLength(0);
    for (const _ of [1, 2]) await requestBusinessCheck(database, officer, { storeId });
    expect(await waiting()).toHaveLength(1);
  });

  test("an answer about a number that has changed since is not this store's", async () => {
    const { database, enterAll, send, store } = await millScene();
    await enterAll();
    await send();
    const { id: storeId } = await store();
    const slow = {
      findStatus: async () => {
        await database.store.update({ where: { id: storeId }, data: { businessNumber: "2208162517" } });
        return { outcome: "answered", status: "active" } as const;
      },
    };
    await checkBusiness({ database, log, businessRegistry: slow }, { storeId });
    expect(await store()).toMatchObject({ businessStatus: "not_checked" });
  });
});
