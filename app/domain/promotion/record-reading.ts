import { createHash } from "node:crypto";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Promotion } from "#app/services/database/generated/client.ts";
import type { PageRead, ReadPage } from "#app/services/pages/page-reader.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { namesAnother } from "../creator/channel-address.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { notifyCreator } from "../visit/notify-creator.ts";
import { dateOf, daysLater, seoulDay } from "../visit/seoul-time.ts";
import { checkDisclosure, type PublishedContent } from "./disclosure.ts";
import { promotionStates } from "./states.ts";

/** A page that once is not found may be back in an hour. */
export const missesUntilGone = 2;

/** Hours between two looks at what is watched. */
const hoursBetween = 20;
const mostAtOnce = 200;

/** What is due to be looked at, as jobs. Gives how many. */
export async function planReadings(database: Database, now = new Date()): Promise<number> {
  const due = await database.promotion.findMany({
    where: {
      state: "accepted",
      watchUntil: { gt: now },
      OR: [
        { readAt: null },
        { readAt: { lt: daysLater(now, -hoursBetween / 24) } },
        // Not found an hour ago: looked for again soon.
        { misses: { gt: 0 }, readAt: { lt: daysLater(now, -1 / 48) } },
      ],
    },
    orderBy: { readAt: { sort: "asc", nulls: "first" } },
    take: mostAtOnce,
    select: { id: true },
  });
  const jobs = due.map(({ id }) => ({ payload: { promotionId: id }, key: `read-promotion:${id}` }));
  await addJobs(database, "read-promotion", jobs);
  return due.length;
}

/**
 * Keeps what the page of a promotion says now. Before it is accepted: whether it is there, as it was told, and on the creator's channel.
 * Afterwards: how often it was seen, and whether it is gone or has changed, which takes it off the store's page and tells the creator and the office.
 */
export async function recordReading(
  database: Database,
  { promotionId, read }: { promotionId: string; read: PageRead },
  now = new Date(),
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "promotion" WHERE "id" = ${promotionId}::uuid FOR UPDATE`;
    const promotion = await transaction.promotion.findUnique({
      where: { id: promotionId },
      include: { channel: true, visit: { include: { place: { include: { campaign: true } } } } },
    });
    if (!promotion) return;
    if (promotion.state === "waiting" || promotion.state === "to_correct") {
      if (read.outcome !== "unreadable") await judgeHandedIn(transaction, promotion, read, now);
      return;
    }
    if (promotion.state !== "accepted") return;
    if (read.outcome === "gone") {
      const misses = promotion.misses + 1;
      await transaction.promotion.update({ where: { id: promotionId }, data: { misses, readAt: now } });
      if (misses >= missesUntilGone) await takeDown(transaction, promotion, "gone", now);
      return;
    }
    // A page that wants a log-in or is down says nothing about what stands there.
    if (read.outcome === "unreadable") {
      await transaction.promotion.update({ where: { id: promotionId }, data: { readAt: now } });
      return;
    }
    const { page } = read;
    await keepViews(transaction, promotionId, page, now);
    const pageHash = hashOf(page);
    const stands = promotion.seenHash === pageHash || standsStill(promotion, page);
    // What a page never showed it cannot lose: until it does, only a person can watch it.
    const seenHash = stands || promotion.seenHash !== null ? pageHash : null;
    await transaction.promotion.update({ where: { id: promotionId }, data: { readAt: now, misses: 0, seenHash } });
    if (promotion.seenHash !== null && !stands) await takeDown(transaction, promotion, "changed", now);
  });
}

type Watched = Promotion & {
  channel: { platform: "youtube" | "naver_blog" | "instagram" | "tiktok" | "other"; address: string };
  visit: { creatorId: string; storeId: string; place: { campaign: { benefit: "none" | "food" | "goods" | "fee" } } };
};

const foundByReading = new Set(["promotion.other_channel", "promotion.page_gone", "promotion.page_differs"]);

/** The page's own author is who published it; what else it lacks is told, for a person to look. */
async function judgeHandedIn(
  transaction: Transaction,
  promotion: Watched,
  read: Exclude<PageRead, { outcome: "unreadable" }>,
  now: Date,
): Promise<void> {
  const { platform, address } = promotion.channel;
  const foreign = read.outcome === "read" && namesAnother(platform, address, read.page.authors);
  const state = foreign ? "to_correct" : promotion.state;
  const issues = [
    ...fromStored(promotion.issues).filter(({ code }) => !foundByReading.has(code)),
    ...(foreign ? [issue("promotion.other_channel", { field: "address" })] : []),
    ...(state === "waiting" ? notesOf(promotion, read) : []),
  ];
  await transaction.promotion.update({
    where: { id: promotion.id },
    data: { readAt: now, issues: toStored(issues), state },
  });
  if (foreign && promotion.state !== state) {
    await recordAudit(transaction, program, {
      action: "find-foreign-channel",
      subject: { kind: "promotion", id: promotion.id },
      versionBefore: promotion.state,
      versionAfter: state,
    });
    await notifyCreator(transaction, promotion.visit.creatorId, {
      template: "promotion_to_correct",
      params: { page: `/creator/visits/${promotion.visitId}` },
      event: `${promotion.id}:${now.toISOString()}`,
    });
  }
}

function notesOf(promotion: Watched, read: Exclude<PageRead, { outcome: "unreadable" }>): Issue[] {
  const note = { severity: "warning" } as const;
  if (read.outcome === "gone") return [issue("promotion.page_gone", { field: "address" }, note)];
  return standsStill(promotion, read.page) ? [] : [issue("promotion.page_differs", { field: "address" }, note)];
}

/**
 * Pages change by themselves: counts, comments, advertisements. What matters is that the title is the same, and that the disclosure
 * that was accepted still passes where the page shows the part it stood in.
 */
function standsStill(promotion: Watched, page: ReadPage): boolean {
  const squeezed = (text: string) => text.replace(/\s+/g, "");
  const shown = squeezed(`${page.title}${page.description}${page.text}`);
  if (!shown.includes(squeezed(promotion.title))) return false;
  const content = promotion.content as PublishedContent;
  const { benefit } = promotion.visit.place.campaign;
  if (benefit === "none" || promotion.form === "video" || promotion.form === "live") return true;
  const opening = squeezed(content.opening);
  if (opening === "" || shown.includes(opening)) return true;
  // Not the lines that were handed in: they must say it too.
  const { issues } = checkDisclosure({
    ...{ form: promotion.form, benefit, title: promotion.title, publishedOn: seoulDay(promotion.publishedOn) },
    content: { ...content, opening: `${page.description}\n${page.text.slice(0, 600)}`, ending: page.text.slice(-400) },
  });
  return issues.length === 0;
}

function hashOf({ title, description, text }: ReadPage): string {
  return createHash("sha256").update([title, description, text].join("\0")).digest("hex");
}

async function keepViews(transaction: Transaction, promotionId: string, { views }: ReadPage, now: Date): Promise<void> {
  const day = dateOf(seoulDay(now));
  if (views === null || !day) return;
  await transaction.promotionViews.upsert({
    where: { promotionId_day: { promotionId, day } },
    create: { promotionId, day, views, source: "read" },
    update: { views, source: "read" },
  });
}

async function takeDown(
  transaction: Transaction,
  promotion: Watched,
  to: "gone" | "changed",
  now: Date,
): Promise<void> {
  if (!promotionStates.allows(promotion.state, to)) return;
  await transaction.promotion.update({ where: { id: promotion.id }, data: { state: to } });
  await recordAudit(transaction, program, {
    action: to === "gone" ? "lose-promotion" : "find-change",
    subject: { kind: "promotion", id: promotion.id },
    versionBefore: promotion.state,
    versionAfter: to,
  });
  const event = `${promotion.id}:${now.toISOString()}`;
  const template = to === "gone" ? "promotion_gone" : "promotion_changed";
  await notifyCreator(transaction, promotion.visit.creatorId, {
    template,
    params: { title: promotion.title, page: `/creator/visits/${promotion.visitId}` },
    event,
  });
  const office = await transaction.account.findMany({
    where: { role: "office", state: "active", email: { not: null } },
    select: { id: true, email: true },
  });
  for (const { id, email } of office) {
    if (!email) continue;
    await queueMessage(transaction, {
      ...{ medium: "email", recipient: email, template, locale: "ko" },
      params: { title: promotion.title, page: `/office/promotions/${promotion.id}` },
      dedupeKey: `${template}:${event}:${id}`,
    });
  }
}
