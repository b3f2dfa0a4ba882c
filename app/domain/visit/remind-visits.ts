import { type Database, inTransaction, type Prisma } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { owedContent, remindersDue } from "./content-due.ts";
import { holdPlace } from "./hold-place.ts";
import { moveUp } from "./move-up.ts";
import { daysLater, seoulDay, seoulHour } from "./seoul-time.ts";
import { tellCreator, tellStore } from "./visit-notice.ts";

/** Hours of Seoul's day in which people like to be reminded. */
const [firstHour, lastHour] = [9, 20];

/** Whether both should be reminded now: it is the day before in Seoul, by day, and they were not yet. */
export function isReminderDue(
  { startsAt, remindedAt }: { startsAt: Date; remindedAt: Date | null },
  now: Date,
): boolean {
  return remindedAt === null && isByDay(now) && seoulDay(startsAt) === seoulDay(daysLater(now, 1));
}

function isByDay(now: Date): boolean {
  const hour = seoulHour(now);
  return hour >= firstHour && hour <= lastHour;
}

/** Reminds both sides of tomorrow's visits, once. Gives how many. */
export async function remindVisits(database: Database, now = new Date()): Promise<number> {
  const soon = await database.visit.findMany({
    where: { state: "agreed", remindedAt: null, startsAt: { gt: now, lt: daysLater(now, 2) } },
  });
  let reminded = 0;
  for (const visit of soon.filter((one) => isReminderDue(one, now))) {
    reminded += await inTransaction(database, async (transaction) => {
      const { count } = await transaction.visit.updateMany({
        where: { id: visit.id, state: "agreed", remindedAt: null },
        data: { remindedAt: now },
      });
      if (count === 0) return 0;
      await tellCreator(transaction, visit, "visit_tomorrow", visit.startsAt.toISOString());
      await tellStore(transaction, visit, "visit_tomorrow", visit.startsAt.toISOString());
      return 1;
    });
  }
  return reminded;
}

/** Whoever has been reminded as often as there are reminders is left to the office. */
const longAgo = 120;

/** Reminds creators of content that is nearly due or late: once before, and three times after. Gives how many. */
export async function remindOfContent(database: Database, now = new Date()): Promise<number> {
  if (!isByDay(now)) return 0;
  const visits = await database.visit.findMany({
    where: {
      ...{ state: "visited", startsAt: { gt: daysLater(now, -longAgo) } },
      OR: [{ promotion: null }, { promotion: { state: "to_correct" } }],
    },
    include: { promotion: true, place: { include: { campaign: true } } },
  });
  let reminded = 0;
  for (const visit of visits) {
    const owed = owedContent({ ...visit, contentDays: visit.place.campaign.contentDays }, now);
    const due = owed ? remindersDue(owed) : 0;
    if (!owed || due <= visit.contentReminders) continue;
    reminded += await inTransaction(database, async (transaction) => {
      const { count } = await transaction.visit.updateMany({
        where: { id: visit.id, state: "visited", contentReminders: visit.contentReminders },
        data: { contentReminders: due },
      });
      if (count === 0) return 0;
      await tellCreator(transaction, visit, owed.daysLate > 0 ? "content_late" : "content_due", String(due), {
        due: owed.dueOn,
        days: owed.daysLate,
      });
      return 1;
    });
  }
  return reminded;
}

/** Requests whose time has come before anybody agreed are over. Gives how many. */
export async function lapseVisits(database: Database, now = new Date()): Promise<number> {
  const isLate = {
    startsAt: { lte: now },
    OR: [
      { state: { in: ["proposed", "waiting"] } },
      // What is offered may still be taken while one of the offered slots is to come.
      { state: "offered", offers: { none: { slot: { startsAt: { gt: now }, removedAt: null } } } },
    ],
  } satisfies Prisma.VisitWhereInput;
  const late = await database.visit.findMany({ where: isLate });
  let lapsed = 0;
  for (const visit of late) {
    lapsed += await inTransaction(database, async (transaction) => {
      await holdPlace(transaction, visit);
      const { count } = await transaction.visit.updateMany({
        where: { id: visit.id, ...isLate },
        data: { state: "lapsed", outcomeAt: now },
      });
      if (count === 0) return 0;
      await recordAudit(transaction, program, {
        action: "lapse-visit",
        subject: { kind: "visit", id: visit.id },
        versionBefore: visit.state,
        versionAfter: "lapsed",
      });
      await tellCreator(transaction, visit, "visit_lapsed");
      await moveUp(transaction, visit, now);
      return 1;
    });
  }
  return lapsed;
}
