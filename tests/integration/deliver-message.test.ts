import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMessage } from "#app/domain/outbox/deliver-message.ts";
import { queueMessage } from "#app/domain/outbox/queue-message.ts";
import { writeNotice } from "#app/messages/notices.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { DeliveryAnswer, MessageProvider, OutgoingMessage, SendAnswer } from "#app/services/messages/provider.ts";
import { recorder } from "#app/services/messages/recorder.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";

let own: TestDatabase;
let database: Database;
const start = new Date("2026-11-22T03:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

beforeAll(async () => {
  own = await testDatabase();
  database = own.client;
});
afterAll(() => own.drop());
beforeEach(async () => {
  await database.outboxMessage.deleteMany();
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

/** Answers in turn what it is told to; `die` throws as a kill would leave it. */
function provider(answers: (SendAnswer | "die")[], more: Partial<MessageProvider> = {}) {
  const asked: OutgoingMessage[] = [];
  const own: MessageProvider = {
    async send(message) {
      asked.push(message);
      await message.keepGroup(message.group ?? `group-${asked.length}`);
      const answer = answers.shift();
      if (!answer || answer === "die") throw new Error("killed");
      return answer;
    },
    repeatable: () => true,
    lookUp: async () => null,
    ...more,
  };
  return { ...own, asked };
}

const sent: SendAnswer = { outcome: "sent", sentBy: "kakao", providerId: "M1" };

async function queue(medium: "kakao" | "email" = "kakao", params: Record<string, string> = {}): Promise<string> {
  const created = await inTransaction(database, (transaction) =>
    queueMessage(transaction, {
      medium,
      recipient: "+821012345678",
      template: "login_code",
      params: { code: "123456", expiresAt: later(300).toISOString(), ...params },
      locale: "ko",
      dedupeKey: "one",
    }),
  );
  return created?.id ?? "";
}

const deliver = (messageId: string, by: MessageProvider, now = start, keepSecrets = false) =>
  deliverMessage(
    database,
    { messageId },
    {
      provider: by,
      write: (locale, template, params) => writeNotice(locale, template, params, "https://baekseon.example"),
      keepSecrets,
      now,
    },
  );

const row = () => database.outboxMessage.findFirstOrThrow();

async function plannedFor(): Promise<Date | undefined> {
  const jobs = await database.$queryRaw<{ runAt: Date }[]>`SELECT run_at AS "runAt" FROM graphile_worker._private_jobs`;
  expect(jobs.length).toBeLessThanOrEqual(1);
  return jobs[0]?.runAt;
}

describe("a message", () => {
  it("is written once for one event, with its job", async () => {
    await queue();
    expect(await queue()).toBe("");
    expect(await database.outboxMessage.count()).toBe(1);
    expect(await plannedFor()).toBeDefined();
  });

  it("is sent in words, its code erased, and followed until it arrives", async () => {
    const id = await queue();
    const answers: DeliveryAnswer[] = [{ outcome: "pending" }, { outcome: "delivered", sentBy: "sms" }];
    const by = provider([sent], { lookUp: async () => answers.shift() ?? null });
    await deliver(id, by);
    expect(by.asked[0]).toMatchObject({ text: expect.stringContaining("123456"), variables: { code: "123456" } });
    expect(await row()).toMatchObject({ state: "sent", sentBy: "kakao", providerGroup: "group-1", sentAt: start });
    expect((await row()).params).toEqual({ expiresAt: later(300).toISOString() });
    expect(await plannedFor()).toEqual(later(20));
    await deliver(id, by, later(20));
    expect(await plannedFor()).toEqual(later(40));
    await deliver(id, by, later(40));
    expect(await row()).toMatchObject({ state: "delivered", sentBy: "sms" });
    await deliver(id, by, later(60));
    expect(by.asked).toHaveLength(1);
  });

  it("keeps its code for the office to read in the demonstration only", async () => {
    const id = await queue();
    const shown: string[] = [];
    await deliver(
      id,
      recorder(({ text }) => shown.push(text)),
      start,
      true,
    );
    expect(shown).toEqual([expect.stringContaining("123456")]);
    expect(await row()).toMatchObject({ state: "delivered", params: { code: "123456" } });
    await database.outboxMessage.updateMany({ data: { state: "waiting" } });
    await deliver(id, recorder());
    expect((await row()).params).not.toHaveProperty("code");
  });

  it("that was never sent waits and is tried again, more and more rarely", async () => {
    const id = await queue();
    const later30: SendAnswer = { outcome: "not_sent", reason: "403", retryAfterSeconds: 30 };
    const by = provider([later30, later30, sent]);
    await deliver(id, by);
    expect(await row()).toMatchObject({ state: "waiting", lastError: "403", params: { code: "123456" } });
    expect(await plannedFor()).toEqual(later(30));
    await deliver(id, by, later(30));
    expect(await plannedFor()).toEqual(later(90));
    await deliver(id, by, later(90));
    expect(await row()).toMatchObject({ state: "sent", attempts: 3, lastError: null });
    expect(by.asked.map(({ group }) => group)).toEqual([null, "group-1", "group-1"]);
  });

  it("is not tried for ever", async () => {
    const id = await queue();
    await database.outboxMessage.updateMany({ data: { attempts: 11 } });
    await deliver(id, provider([{ outcome: "not_sent", reason: "403", retryAfterSeconds: 30 }]));
    expect(await row()).toMatchObject({ state: "failed", lastError: "403" });
    expect((await row()).params).not.toHaveProperty("code");
  });

  it("whose sender was killed is asked for again by its group", async () => {
    const id = await queue();
    const by = provider(["die", sent]);
    await expect(deliver(id, by)).rejects.toThrow("killed");
    expect(await row()).toMatchObject({ state: "sending" });
    await deliver(id, by, later(10));
    expect(by.asked.map(({ group }) => group)).toEqual([null, "group-1"]);
    expect(await row()).toMatchObject({ state: "sent" });
  });

  it("is left to a person when nobody can tell whether it went out", async () => {
    const id = await queue("email");
    const mail = provider(["die", sent], { repeatable: () => false });
    await expect(deliver(id, mail)).rejects.toThrow("killed");
    await deliver(id, mail, later(10));
    await deliver(id, mail, later(20));
    expect(mail.asked).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "unknown" });

    await database.outboxMessage.updateMany({ data: { state: "waiting" } });
    await deliver(id, provider([{ outcome: "unknown", reason: "timeout" }], { repeatable: () => false }));
    expect(await row()).toMatchObject({ state: "unknown", lastError: "timeout" });
  });

  it("is asked for again when a repeatable answer was lost", async () => {
    const id = await queue();
    const by = provider([{ outcome: "unknown", reason: "timeout" }, sent]);
    await deliver(id, by);
    expect(await row()).toMatchObject({ state: "sending" });
    expect(await plannedFor()).toEqual(later(10));
    await deliver(id, by, later(10));
    expect(await row()).toMatchObject({ state: "sent" });
  });

  it("goes out once when two workers have it at the same moment", async () => {
    const id = await queue();
    const by = provider([sent, sent, sent]);
    await Promise.all([deliver(id, by), deliver(id, by), deliver(id, by)]);
    expect(by.asked).toHaveLength(1);
  });

  it("is not sent after its code ran out", async () => {
    const id = await queue();
    const by = provider([sent]);
    await deliver(id, by, later(300));
    expect(by.asked).toEqual([]);
    expect(await row()).toMatchObject({ state: "failed" });
  });

  it("that was refused says why", async () => {
    const id = await queue();
    await deliver(id, provider([{ outcome: "refused", reason: "status 1061" }]));
    expect(await row()).toMatchObject({ state: "failed", lastError: "status 1061" });
  });
});
