import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectNaver } from "#app/channels/naver/index.ts";
import { sandboxNaverCategories } from "#tests/malls/naver/index.ts";
import { naverOrder, openStore, settings } from "./store.ts";

let store: ReturnType<typeof openStore>;
beforeEach(() => {
  store = openStore();
});
afterEach(() => store.close());

async function unusedPort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}

const reference = "BX26-READY-0001";

describe("A lost answer", () => {
  it.each(["cut-after", "503-after", "unreadable-after"] as const)(
    "(%s) is unknown, and the look-up finds what was made",
    async (kind) => {
      store.mall.failNext({ kind, on: "create" });
      expect(await store.connection.publish(await naverOrder())).toMatchObject({ outcome: "unknown" });
      const answer = await store.connection.lookUp(reference, null);
      expect(answer).toMatchObject({ outcome: "found", heard: { state: "live", issues: [] } });
      expect(store.mall.listings()).toHaveLength(1);
    },
  );

  it("after a timeout is unknown", async () => {
    store.mall.failNext({ kind: "timeout-after", on: "create" });
    const hasty = store.connect({ timeoutMilliseconds: 300 });
    expect(await hasty.publish(await naverOrder())).toMatchObject({
      outcome: "unknown",
      reason: { code: "mall.outcome_unknown" },
    });
    expect(store.mall.listings()).toHaveLength(1);
  });

  it("that hid a failure leaves the mall's own word: absent", async () => {
    store.mall.failNext({ kind: "500", on: "create" });
    expect(await store.connection.publish(await naverOrder())).toMatchObject({ outcome: "unknown" });
    expect(await store.connection.lookUp(reference, null)).toEqual({ outcome: "absent" });
  });

  it("before the create made nothing and may be repeated", async () => {
    for (const on of ["upload", "token"] as const) {
      store.mall.failNext({ kind: "cut", on });
      const fresh = store.connect();
      expect(await fresh.publish(await naverOrder())).toMatchObject({ outcome: "not_sent" });
      expect(await fresh.publish(await naverOrder())).toMatchObject({ outcome: "accepted" });
    }
  });

  it("to an update may be repeated too: it replaces everything", async () => {
    const answer = await store.connection.publish(await naverOrder());
    const remoteId = answer.outcome === "accepted" ? answer.heard.remoteId : null;
    store.mall.failNext({ kind: "cut-after", on: "update" });
    expect(await store.connection.publish(await naverOrder({ remoteId }))).toMatchObject({ outcome: "not_sent" });
  });

  it("never reached a mall that cannot be reached", async () => {
    store.server.close();
    const nowhere = connectNaver({ ...settings, baseUrl: `http://127.0.0.1:${await unusedPort()}/external` });
    expect(await nowhere.publish(await naverOrder())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.unavailable" },
      retryAfterSeconds: 30,
    });
  });
});

describe("The gateway's errors", () => {
  it("429 is not sent, with the seconds to wait", async () => {
    store.mall.failNext({ kind: "429", on: "create" });
    const limited = { outcome: "not_sent", reason: { code: "mall.rate_limited" }, retryAfterSeconds: 1 };
    expect(await store.connection.publish(await naverOrder())).toMatchObject(limited);
    store.mall.failNext({ kind: "quota", on: "create" });
    expect(await store.connection.publish(await naverOrder())).toMatchObject({ ...limited, retryAfterSeconds: 60 });
    expect(store.mall.listings()).toEqual([]);
  });

  it("401 renews the token once", async () => {
    await store.connection.publish(await naverOrder());
    store.mall.endTokens();
    expect(await store.connection.publish(await naverOrder())).toMatchObject({ outcome: "accepted" });
    expect(store.mall.callsTo("token")).toBe(2);
  });

  it("401 that stays holds the product back without blaming it", async () => {
    store.mall.switches.groupMissing = true;
    const held = { outcome: "not_sent", reason: { code: "mall.credentials_refused" } };
    expect(await store.connection.publish(await naverOrder())).toMatchObject(held);
    const stranger = store.connect({ clientSecret: "$2a$10$zzzzzzzzzzzzzzzzzzzzzz" });
    expect(await stranger.publish(await naverOrder())).toMatchObject(held);
    const unreadable = store.connect({ clientSecret: "not a salt" });
    const answer = await unreadable.publish(await naverOrder());
    expect(answer).toMatchObject(held);
    expect(JSON.stringify(answer)).not.toContain("not a salt");
  });

  it("an address that is not registered is told as such", async () => {
    store.mall.switches.addressNotAllowed = true;
    const reason = { code: "mall.address_not_allowed" };
    expect(await store.connection.publish(await naverOrder())).toMatchObject({ outcome: "not_sent", reason });
  });

  it("asks for a token once, until less than half an hour is left", async () => {
    await Promise.all([naverOrder(), naverOrder()].map(async (order) => store.connection.publish(await order)));
    expect(store.mall.callsTo("token")).toBe(1);
    store.clock.now += 10_800_000 - 29 * 60_000;
    await store.connection.lookUp(reference, null);
    expect(store.mall.callsTo("token")).toBe(2);
  });
});

describe("The mall's pace", () => {
  it("is kept by its headers: many calls, no refusal", async () => {
    store.close();
    store = openStore({ requestsPerSecond: 5, now: Date.now });
    for (let times = 0; times < 14; times += 1) {
      expect(await store.connection.lookUp(reference, null)).toEqual({ outcome: "absent" });
    }
  });
});

describe("The API server's refusals", () => {
  it("become issues that point at our field and keep the mall's words", async () => {
    store.mall.switches.forbiddenCategories.add(sandboxNaverCategories.GENERAL_FOOD ?? "");
    store.mall.switches.restrictedTags.add("참기름");
    const answer = await store.connection.publish(await naverOrder());
    expect(answer).toMatchObject({
      outcome: "refused",
      issues: [
        {
          code: "mall.category_refused",
          path: { mall: "naver", field: "category", mallField: "originProduct.leafCategoryId" },
        },
        { code: "mall.tag_refused", path: { field: "tags" }, raw: "등록불가인 단어가 포함되어 있습니다: 참기름" },
      ],
    });
  });

  it("without invalidInputs leave the message", async () => {
    store.mall.switches.withoutInvalidInputs = true;
    store.mall.switches.restrictedTags.add("참기름");
    expect(await store.connection.publish(await naverOrder())).toMatchObject({
      outcome: "refused",
      issues: [{ code: "mall.refused", raw: "등록불가인 단어가 포함되어 있습니다: 참기름" }],
    });
  });

  it("name the courier's and the address book's fields", async () => {
    const careless = store.connect({ deliveryCompany: "", returnAddressId: 1 });
    const path = "originProduct.deliveryInfo";
    expect(await careless.publish(await naverOrder())).toMatchObject({
      outcome: "refused",
      issues: [
        { code: "mall.courier_refused", path: { mallField: `${path}.deliveryCompany` } },
        { code: "mall.field_refused", path: { mallField: `${path}.claimDeliveryInfo.returnAddressId` } },
      ],
    });
  });
});

describe("Looking up and taking back", () => {
  it("hears of listings somebody doubled by hand, and keeps to the oldest", async () => {
    const answer = await store.connection.publish(await naverOrder());
    const remoteId = answer.outcome === "accepted" ? answer.heard.remoteId : null;
    store.mall.duplicateByHand(remoteId ?? "");
    expect(await store.connection.lookUp(reference, null)).toMatchObject({
      outcome: "found",
      heard: { remoteId, issues: [{ code: "mall.duplicate_listings", severity: "warning", params: { count: 2 } }] },
    });
  });

  it("reads every page of the answer", async () => {
    const answer = await store.connection.publish(await naverOrder());
    const remoteId = answer.outcome === "accepted" ? (answer.heard.remoteId ?? "") : "";
    for (let copies = 0; copies < 60; copies += 1) store.mall.duplicateByHand(remoteId);
    expect(await store.connection.lookUp(reference, null)).toMatchObject({ heard: { remoteId } });
    expect(store.mall.callsTo("search")).toBe(2);
  });

  it("is unsure, never absent, when the mall does not answer", async () => {
    for (const kind of ["503", "cut", "429", "unreadable-after"] as const) {
      store.mall.failNext({ kind, on: "search" });
      expect(await store.connection.lookUp(reference, null)).toMatchObject({ outcome: "unsure" });
    }
  });

  it("tells a listing the mall's inspection took off sale as refused", async () => {
    const answer = await store.connection.publish(await naverOrder());
    store.mall.prohibit(answer.outcome === "accepted" ? (answer.heard.remoteId ?? "") : "");
    expect(await store.connection.lookUp(reference, null)).toMatchObject({
      heard: { state: "refused", issues: [{ code: "mall.refused", raw: "PROHIBITION" }] },
    });
  });

  it("takes down every listing under the reference, and may be asked again", async () => {
    const answer = await store.connection.publish(await naverOrder());
    const remoteId = answer.outcome === "accepted" ? answer.heard.remoteId : null;
    store.mall.duplicateByHand(remoteId ?? "");
    expect(await store.connection.withdraw(reference, null)).toEqual({ outcome: "withdrawn" });
    expect(store.mall.listings().map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
    expect(await store.connection.withdraw(reference, remoteId)).toEqual({ outcome: "withdrawn" });
    expect(store.mall.callsTo("status")).toBe(2);
    expect(await store.connection.lookUp(reference, remoteId)).toMatchObject({ heard: { state: "withdrawn" } });
  });

  it("does not believe a withdrawal it cannot read back", async () => {
    await store.connection.publish(await naverOrder());
    store.mall.failNext({ kind: "cut", on: "status" });
    expect(await store.connection.withdraw(reference, null)).toMatchObject({ outcome: "unsure" });
    expect(store.mall.listings()).toMatchObject([{ state: "live" }]);
  });
});
