import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taxOffice } from "#app/services/business-registry/tax-office.ts";
import { type TaxOfficeStandInOptions, taxOfficeStandIn } from "#tests/services/tax-office-stand-in.ts";

const baseUrl = "https://api.odcloud.kr/api/nts-businessman/v1";
const key = "dGVzdA+/=key==";
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

function scene(more: Partial<TaxOfficeStandInOptions> = {}) {
  const standIn = taxOfficeStandIn({
    key,
    businesses: {
      "1248100998": { status: "01" },
      "2208162517": { status: "02" },
      "1234567891": { status: "03", closedOn: "20240331" },
    },
    ...more,
  });
  server.resetHandlers(...standIn.handlers);
  return standIn;
}

describe("asking the tax office", () => {
  it.each([
    ["1248100998", "active"],
    ["2208162517", "suspended"],
    ["1234567891", "closed"],
    ["3333333336", "unregistered"],
  ])("%s is %s", async (number, status) => {
    const standIn = scene();
    expect(await taxOffice({ baseUrl, key }).findStatus(number)).toEqual({ outcome: "answered", status });
    expect(standIn.asked()).toEqual([[number]]);
  });

  it("takes the key as the portal shows it, encoded too", async () => {
    scene();
    const answer = await taxOffice({ baseUrl, key: encodeURIComponent(key) }).findStatus("1248100998");
    expect(answer).toEqual({ outcome: "answered", status: "active" });
  });

  it("a key that it does not know is our fault: asking again would not help", async () => {
    scene();
    const answer = await taxOffice({ baseUrl, key: "another" }).findStatus("1248100998");
    expect(answer).toEqual({ outcome: "unanswered", reason: "401 -4", askAgain: false });
  });

  it("tomorrow there is another quota", async () => {
    scene({ quota: 0 });
    const answer = await taxOffice({ baseUrl, key }).findStatus("1248100998");
    expect(answer).toEqual({ outcome: "unanswered", reason: "429 -10", askAgain: true });
  });

  it.each([
    ["silence", true],
    ["broken", true],
    ["other form", false],
  ] as const)("%s is never an answer", async (mishap, askAgain) => {
    const standIn = scene();
    standIn.meet(mishap);
    expect(await taxOffice({ baseUrl, key }).findStatus("1248100998")).toMatchObject({
      outcome: "unanswered",
      askAgain,
    });
  });
});

describe("the stand-in refuses", () => {
  const ask = async (body: string, headers: Record<string, string> = { Authorization: `Infuser ${key}` }) => {
    const response = await fetch(`${baseUrl}/status`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body,
    });
    return { http: response.status, ...((await response.json()) as Record<string, unknown>) };
  };

  it.each([
    ["no key", '{"b_no":["1248100998"]}', {}, { http: 401, code: -401 }],
    ["a wrong key", '{"b_no":["1248100998"]}', { Authorization: "Infuser x" }, { http: 401, code: -4 }],
    ["what is no JSON", "b_no=1248100998", undefined, { http: 400, status_code: "BAD_JSON_REQUEST" }],
    ["hyphens", '{"b_no":["124-81-00998"]}', undefined, { http: 411, status_code: "REQUEST_DATA_MALFORMED" }],
    ["a number as number", '{"b_no":[1248100998]}', undefined, { http: 411 }],
    ["more than a hundred", JSON.stringify({ b_no: Array(101).fill("1248100998") }), undefined, { http: 413 }],
  ])("%s", async (_, body, headers, answer) => {
    scene();
    expect(await ask(body, headers)).toMatchObject(answer);
  });

  it("nobody's number is a normal answer, and a closed one has its day", async () => {
    scene();
    expect(await ask('{"b_no":["9999999999","1234567891"]}')).toMatchObject({
      http: 200,
      request_cnt: 2,
      match_cnt: 1,
      data: [
        { b_stt_cd: "", tax_type: "국세청에 등록되지 않은 사업자등록번호입니다." },
        { b_stt_cd: "03", end_dt: "20240331" },
      ],
    });
  });
});
