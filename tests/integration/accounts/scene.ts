import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Actor, Role } from "#app/domain/account/actor.ts";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import type { OpenedSession } from "#app/domain/account/open-session.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";

export const publicUrl = "https://baekseon.example";
export const phone = "+821012345678";
export const password = "따뜻한 국밥 한 그릇";
export const start = new Date("2026-11-22T03:00:00Z");
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

const secret = "s".repeat(32);
export const at = (now = start, allowDemonstration = false) => ({ secret, allowDemonstration, now, publicUrl });

export const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
export const tokenOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);
export const codesOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.issues.map(({ code }) => code));
export const personOf = ({ id, role }: { id: string; role: Role }): Actor => ({ kind: "person", accountId: id, role });

export function opened(outcome: Outcome<OpenedSession>): OpenedSession {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.result;
}

/** A database without people for every test, and what people do most. */
export function accountScene() {
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await testDatabase();
    database = openDatabase(own.url);
  });
  afterAll(async () => {
    await database.$disconnect();
    await own.drop();
  });
  beforeEach(async () => {
    await database.account.deleteMany();
    await database.loginCode.deleteMany();
    await database.loginTry.deleteMany();
    await database.outboxMessage.deleteMany();
    await database.store.deleteMany();
  });

  return {
    get database() {
      return database;
    },
    make(role: Role, more: { email?: string; passwordHash?: string; demonstration?: boolean } = {}) {
      const reach = role === "merchant" ? { phone } : { email: `${role}@example.com` };
      return database.account.create({ data: { role, name: "김순자", ...reach, ...more } });
    },
    askCode: (now = start, address = "203.0.113.1", destination = "010-1234-5678") =>
      requestLoginCode(database, { by: "phone", destination, address }, at(now)),
    confirm: (code: string, now = start) =>
      confirmLoginCode(database, { by: "phone", destination: "01012345678", code }, at(now)),
    async newestParams(): Promise<{ code: string; link: string }> {
      const message = await database.outboxMessage.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
      return message.params as { code: string; link: string };
    },
  };
}
