import { describe, expect, it, test } from "vitest";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { judgeRequirements, restsOn, type StoreRecord } from "#app/domain/store/requirements.ts";

const record: StoreRecord = {
  kind: "traditional_market",
  businessNumber: "1248100998",
  businessStatus: "active",
  address: "서울특별시 마포구 포은로6길 27",
  districtCode: "11440",
  market: { districtCode: "11440" },
  mailOrderNumber: null,
  mailOrderAnswer: "not_yet",
  returnFee: 3000,
  exchangeFee: 6000,
  hasDesignationNumber: false,
  documents: ["business_registration", "market_certificate", "store_photo"],
  verified: new Set(["business_registration", "kind_proof"]),
};
const judge = (more: Partial<StoreRecord> = {}) =>
  Object.fromEntries(
    judgeRequirements({ ...record, ...more }).map(({ key, basis, met, reason }) => [key, { basis, met, reason }]),
  );
const open = (more: Partial<StoreRecord>) =>
  judgeRequirements({ ...record, ...more }).flatMap(({ key, met }) => (met ? [] : [key]));

test("a store that has all of it meets all of it", () => {
  expect(open({})).toEqual([]);
});

describe("the tax office's word", () => {
  it("counts where it was asked, whatever the office thinks", () => {
    for (const businessStatus of ["suspended", "closed", "unregistered"] as const) {
      const verified = new Set([...record.verified, "business_status"]);
      expect(judge({ businessStatus, verified }).business_status).toEqual({
        basis: "computed",
        met: false,
        reason: `status_${businessStatus}`,
      });
    }
  });

  it("not asked is said as such, until somebody has looked", () => {
    const businessStatus = "not_checked";
    expect(judge({ businessStatus }).business_status).toEqual({
      basis: "verified",
      met: false,
      reason: "status_not_checked",
    });
    const verified = new Set([...record.verified, "business_status"]);
    expect(judge({ businessStatus, verified }).business_status).toMatchObject({ met: true, reason: "looked_at" });
  });
});

it.each([
  [{ documents: [] }, ["business_registration", "kind_proof", "store_photo"]],
  [{ verified: new Set<string>() }, ["business_registration", "kind_proof"]],
  [{ businessNumber: "1234567890" }, ["business_number"]],
  [{ districtCode: "11410" }, ["district", "market"]],
  [{ market: null }, ["market"]],
  [{ mailOrderAnswer: null }, ["mail_order"]],
  [{ mailOrderNumber: "제2026-서울마포-0123호" }, ["mail_order"]],
  [{ exchangeFee: null }, ["delivery_terms"]],
] satisfies [Partial<StoreRecord>, string[]][])("%j leaves %j open", (more, keys) => {
  expect(open(more)).toEqual(keys);
});

test("an old shop needs its designation looked at, a stall its market", () => {
  const documents = ["business_registration", "hundred_year_certificate", "store_photo"] as const;
  expect(open({ kind: "hundred_year", documents })).toEqual(["designation"]);
  const ready = { kind: "hundred_year", documents, hasDesignationNumber: true } as const;
  expect(judge(ready).designation).toEqual({ basis: "verified", met: false, reason: "not_looked_at" });
  expect(open({ ...ready, verified: new Set([...record.verified, "designation"]) })).toEqual([]);
  expect(judge({ kind: "craft" })).not.toHaveProperty("market");
});

test("a look at something never outlives what it rested on", () => {
  for (const kind of storeKinds) {
    for (const { key, basis, documents } of judgeRequirements({ ...record, kind, businessStatus: "not_checked" })) {
      if (basis !== "verified") continue;
      expect(restsOn[key], key).toBeDefined();
      if (key !== "business_status") for (const one of documents) expect(restsOn[key]).toContain(one);
    }
  }
});
