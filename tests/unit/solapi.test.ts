import { createHmac } from "node:crypto";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingMessage } from "#app/services/messages/provider.ts";
import { solapiProvider } from "#app/services/messages/solapi.ts";
import type { StandInMessage } from "#tests/messages/solapi-rules.ts";
import { type SolapiStandInOptions, solapiStandIn } from "#tests/messages/solapi-stand-in.ts";

const account = { apiKey: "NCSKEY0000000000", apiSecret: "SECRET0000000000000000000000" };
const settings = {
  ...account,
  baseUrl: "https://api.solapi.com",
  sender: "0212345678",
  kakaoChannel: "KA01PF",
  templates: { login_code: "KA01TP_code", invitation: "KA01TP_waiting" },
};
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

function scene(more: Partial<SolapiStandInOptions> = {}) {
  const standIn = solapiStandIn({
    ...account,
    senders: ["0212345678"],
    kakaoChannel: "KA01PF",
    templates: [
      { id: "KA01TP_code", status: "APPROVED", variables: ["code"] },
      { id: "KA01TP_waiting", status: "PENDING", variables: ["name", "link", "until"] },
    ],
    ...more,
  });
  server.resetHandlers(...standIn.handlers);
  return { standIn, provider: solapiProvider(settings) };
}

function message(more: Partial<OutgoingMessage> = {}): OutgoingMessage & { group: string | null } {
  const own: OutgoingMessage = {
    id: "5a4c4a1e-0000-4000-8000-000000000001",
    medium: "kakao",
    recipient: "+821012345678",
    template: "login_code",
    locale: "ko",
    subject: "백선 인증번호",
    text: "[백선] 인증번호 123456",
    variables: { code: "123456" },
    group: null,
    async keepGroup(group) {
      own.group = group;
    },
    ...more,
  };
  return own;
}

describe("sending through Solapi", () => {
  it("goes as an approved 알림톡 with a text to fall back on", async () => {
    const { standIn, provider } = scene();
    expect(await provider.send(message())).toMatchObject({ outcome: "sent", sentBy: "kakao" });
    const [sent] = standIn.sent();
    expect(sent).toMatchObject({ to: "01012345678", type: "ATA", customFields: { outbox: message().id } });
    expect(sent?.kakaoOptions).toMatchObject({ variables: { "#{code}": "123456" }, disableSms: false });
    expect(sent?.text).toBeUndefined();
  });

  it.each([
    [
      "the template is not approved yet",
      message({ template: "invitation", text: "초대", variables: { name: "a", link: "b", until: "c" } }),
    ],
    ["a variable is missing", message({ variables: {} })],
    ["there is no template for it", message({ template: "selected", text: "선정" })],
    ["the person reads English", message({ locale: "en", text: "Your code is 123456." })],
    ["a text was asked for", message({ medium: "sms" })],
  ])("goes as a text when %s", async (_, asked) => {
    const { standIn, provider } = scene();
    expect(await provider.send(asked)).toMatchObject({ outcome: "sent", sentBy: "sms" });
    expect(standIn.sent().map(({ type, subject }) => [type, subject])).toEqual([["SMS", undefined]]);
  });

  it("is an SMS up to 90 bytes and an LMS with a subject above", async () => {
    for (const [text, type] of [
      ["가".repeat(45), "SMS"],
      [`${"가".repeat(45)}a`, "LMS"],
    ] as const) {
      const { standIn, provider } = scene();
      await provider.send(message({ medium: "sms", text, subject: "제".repeat(30) }));
      expect(standIn.sent()).toMatchObject([{ type }]);
    }
  });

  it("replaces what operators cannot show", async () => {
    const { standIn, provider } = scene();
    await provider.send(message({ medium: "sms", text: "똠집 🎉 선정" }));
    expect(standIn.sent()).toMatchObject([{ text: "또집  선정" }]);
  });

  it.each([
    ["an opted-out number", { blocked: ["01012345678"] }, { outcome: "refused", reason: "status 1061" }],
    ["an unregistered sender", { senders: [] }, { outcome: "refused", reason: "status 1062" }],
    ["an empty balance", { balance: 0 }, { outcome: "not_sent", reason: "status 1030" }],
    ["a wrong secret", { apiSecret: "another" }, { outcome: "not_sent", reason: "403 SignatureDoesNotMatch" }],
    [
      "a clock an hour off",
      { now: () => Date.now() + 3_600_000 },
      { outcome: "not_sent", reason: "403 RequestTimeTooSkewed" },
    ],
  ])("says so on %s", async (_, more, expected) => {
    const { standIn, provider } = scene(more);
    expect(await provider.send(message())).toMatchObject(expected);
    expect(standIn.sent()).toEqual([]);
  });

  it("waits when the balance runs out between adding and sending", async () => {
    const { standIn, provider } = scene({ balance: 1 });
    await provider.send(message());
    const second = message({ recipient: "+821099990000" });
    expect(await provider.send(second)).toMatchObject({ outcome: "not_sent", reason: "402 NotEnoughBalance" });
    standIn.earn(1);
    expect(await provider.send(second)).toMatchObject({ outcome: "sent" });
    expect(standIn.taken()).toHaveLength(2);
  });
});

describe("sending once", () => {
  it.each([
    ["open", "answer lost", "not_sent"],
    ["open", "503 before", "not_sent"],
    ["add", "answer lost", "not_sent"],
    ["add", "503 before", "not_sent"],
    ["add", "503 after", "not_sent"],
    ["send", "answer lost", "unknown"],
    ["send", "503 before", "unknown"],
    ["send", "503 after", "unknown"],
  ] as const)("holds when %s meets: %s", async (step, mishap, outcome) => {
    const { standIn, provider } = scene();
    const asked = message();
    standIn.mishap(step, mishap);
    expect(await provider.send(asked)).toMatchObject({ outcome });
    const again = await provider.send(asked);
    expect(again).toMatchObject({ outcome: "sent", sentBy: "kakao" });
    expect(standIn.sent()).toHaveLength(1);
    expect(standIn.taken()).toHaveLength(1);
    expect(await provider.send(asked)).toEqual(again);
    expect(standIn.sent()).toHaveLength(1);
  });

  it("gives up when the group is gone", async () => {
    const { standIn, provider } = scene();
    const asked = message();
    standIn.mishap("send", "503 before");
    await provider.send(asked);
    standIn.endGroups();
    expect(await provider.send(asked)).toMatchObject({ outcome: "refused" });
  });
});

describe("looking up", () => {
  async function sent() {
    const { standIn, provider } = scene();
    const answer = await provider.send(message());
    if (answer.outcome !== "sent" || !answer.providerId) throw new Error("not sent");
    return { standIn, id: answer.providerId, lookUp: () => provider.lookUp("kakao", answer.providerId ?? "") };
  }

  it("follows 3000 until 4000", async () => {
    const { standIn, id, lookUp } = await sent();
    expect(await lookUp()).toEqual({ outcome: "pending" });
    standIn.report(id, "4000");
    expect(await lookUp()).toEqual({ outcome: "delivered", sentBy: "kakao" });
  });

  it("tells that a text took over", async () => {
    const { standIn, id, lookUp } = await sent();
    standIn.report(id, "3104");
    expect(await lookUp()).toEqual({ outcome: "delivered", sentBy: "sms" });
  });

  it("tells that nobody got it", async () => {
    const { standIn, id, lookUp } = await sent();
    standIn.report(id, "3050");
    expect(await lookUp()).toEqual({ outcome: "refused", reason: "status 3050" });
    standIn.mishap("list", "answer lost");
    expect(await lookUp()).toEqual({ outcome: "pending" });
  });
});

describe("the stand-in refuses", () => {
  const authorization = ({ date = new Date().toISOString(), salt = "0123456789abcdef" } = {}) => {
    const signature = createHmac("sha256", account.apiSecret)
      .update(date + salt)
      .digest("hex");
    return `HMAC-SHA256 apiKey=${account.apiKey}, date=${date}, salt=${salt}, signature=${signature}`;
  };
  const ask = async (method: string, path: string, header: string, body?: unknown) => {
    const response = await fetch(`https://api.solapi.com/messages/v4${path}`, {
      method,
      headers: { Authorization: header },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { http: response.status, ...((await response.json()) as Record<string, never>) } as Record<string, unknown>;
  };
  let salt = 0;
  const fresh = () => authorization({ salt: `salt-of-one-call-${salt++}` });
  const add = async (...messages: StandInMessage[]) => {
    const { groupId } = await ask("POST", "/groups", fresh(), {});
    return { groupId, ...(await ask("PUT", `/groups/${groupId}/messages`, fresh(), { messages })) } as Record<
      string,
      unknown
    >;
  };

  it.each([
    ["a header of another form", "Bearer x", "InvalidAPIKey"],
    ["a short salt", authorization({ salt: "short" }), "InvalidAPIKey"],
    ["a clock that is off", authorization({ date: "2020-01-01T00:00:00Z" }), "RequestTimeTooSkewed"],
    ["another secret", authorization().replace(/[0-9a-f]{8}$/, "00000000"), "SignatureDoesNotMatch"],
  ])("%s", async (_, header, errorCode) => {
    scene();
    expect(await ask("POST", "/groups", header, {})).toMatchObject({ http: 403, errorCode });
  });

  it("a signature used twice", async () => {
    scene();
    const header = fresh();
    expect(await ask("POST", "/groups", header, {})).toMatchObject({ http: 200 });
    expect(await ask("POST", "/groups", header, {})).toMatchObject({ http: 403, errorCode: "DuplicatedSignature" });
  });

  const sms: StandInMessage = { to: "01012345678", from: "0212345678", text: "안녕하세요" };
  const kakao = (more: object, rest: object = {}): StandInMessage => ({
    to: "01012345678",
    from: "0212345678",
    type: "ATA",
    kakaoOptions: { pfId: "KA01PF", templateId: "KA01TP_code", variables: { "#{code}": "1" }, ...more },
    ...rest,
  });

  it.each([
    ["hyphens in a number", { ...sms, to: "010-1234-5678" }, "1011"],
    ["an unregistered sender", { ...sms, from: "15880000" }, "1062"],
    ["91 bytes as SMS", { ...sms, type: "SMS" as const, text: `${"가".repeat(45)}a` }, "1031"],
    ["2,001 bytes", { ...sms, text: `${"가".repeat(1000)}a` }, "1031"],
    ["a syllable outside EUC-KR", { ...sms, text: "똠" }, "1029"],
    ["an emoji", { ...sms, text: "👍" }, "1029"],
    ["a subject on an SMS", { ...sms, type: "SMS" as const, subject: "제목" }, "1013"],
    ["a subject of 41 bytes", { ...sms, type: "LMS" as const, subject: `${"제".repeat(20)}a` }, "1014"],
    ["an unknown template", kakao({ templateId: "none" }), "1042"],
    ["a template not approved", kakao({ templateId: "KA01TP_waiting" }), "1042"],
    ["a missing variable", kakao({ variables: {} }), "1043"],
    ["an extra variable", kakao({ variables: { "#{code}": "1", "#{more}": "2" } }), "1043"],
    ["a dot in a variable's name", kakao({ variables: { "#{co.de}": "1" } }), "1043"],
    ["a text mixed with variables", kakao({}, { text: "인증번호 1" }), "1043"],
    ["a fall-back without a sender", kakao({}, { from: undefined }), "1010"],
  ])("%s", async (_, wrong, statusCode) => {
    scene();
    expect(await add(wrong)).toMatchObject({ http: 200, resultList: [{ statusCode }] });
  });

  it("the same number twice, but not the rest of the request", async () => {
    scene();
    expect(await add(sms, sms)).toMatchObject({
      errorCount: "1",
      resultList: [{ statusCode: "2000" }, { statusCode: "1026" }],
    });
  });

  it("sending a group twice, and adding to it afterwards", async () => {
    scene();
    const { groupId } = await add(sms);
    expect(await ask("POST", `/groups/${groupId}/send`, fresh())).toMatchObject({ http: 200 });
    expect(await ask("POST", `/groups/${groupId}/send`, fresh())).toMatchObject({
      http: 409,
      errorCode: "AlreadySent",
    });
    const late = await ask("PUT", `/groups/${groupId}/messages`, fresh(), { messages: [sms] });
    expect(late).toMatchObject({ http: 400, errorCode: "InvalidStatus" });
  });
});
