import { z } from "zod";
import type { Database, Prisma } from "#app/services/database/database.ts";
import { type Role, roles } from "./actor.ts";
import { formatPhone, parsePhone } from "./phone.ts";
import { isStaff } from "./staff.ts";

export const listPeopleInput = z.object({
  role: z.enum(roles).nullable().catch(null),
  /** Part of a name, number or e-mail address. */
  text: z.string().catch(""),
  /** From 1. */
  page: z.coerce.number().int().min(1).catch(1),
});

export interface Person {
  id: string;
  role: Role;
  name: string;
  phone: string | null;
  email: string | null;
  state: "active" | "invited" | "ended";
  /** Of the sessions that are open. */
  lastSeenAt: Date | null;
}

export const peoplePerPage = 50;

export async function listPeople(
  database: Database,
  { role, text, page }: z.infer<typeof listPeopleInput>,
): Promise<{ people: Person[]; total: number }> {
  const where: Prisma.AccountWhereInput = { ...(role ? { role } : {}), ...matching(text.normalize("NFC").trim()) };
  const [total, accounts] = await Promise.all([
    database.account.count({ where }),
    database.account.findMany({
      where,
      include: withLastSession,
      orderBy: [{ state: "asc" }, { name: "asc" }, { id: "asc" }],
      skip: (page - 1) * peoplePerPage,
      take: peoplePerPage,
    }),
  ]);
  return { total, people: accounts.map(personOf) };
}

export async function findPerson(database: Database, id: string): Promise<Person | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const account = await database.account.findUnique({ where: { id }, include: withLastSession });
  return account && personOf(account);
}

const withLastSession = { sessions: { orderBy: { lastSeenAt: "desc" }, take: 1 } } satisfies Prisma.AccountInclude;

function matching(text: string): Prisma.AccountWhereInput {
  if (!text) return {};
  const phone = parsePhone(text);
  const contains = { contains: text, mode: "insensitive" } as const;
  return { OR: [{ name: contains }, { email: contains }, ...(phone ? [{ phone }] : [])] };
}

function personOf(account: Prisma.AccountGetPayload<{ include: typeof withLastSession }>): Person {
  const { id, role, name, phone, email, state, passwordHash, sessions } = account;
  const invited = state === "active" && isStaff(role) && passwordHash === null;
  return {
    id,
    role,
    name,
    phone: phone && formatPhone(phone),
    email,
    state: invited ? "invited" : state,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  };
}
