import type { Database, Prisma } from "#app/services/database/database.ts";
import { fromStored } from "../issue/stored-issues.ts";
import type { PublishedContent } from "../promotion/disclosure.ts";
import { mayOverrule } from "../promotion/overrule-check.ts";
import type { CalendarEntry } from "./calendar-file.ts";
import { showsContact } from "./contact.ts";
import { owedContent } from "./content-due.ts";
import { dayOf } from "./seoul-time.ts";
import { disputeDays, type Side } from "./tell-outcome.ts";

const include = {
  creator: { include: { creator: { include: { channels: { where: { state: "confirmed" } } } } } },
  slot: true,
  offers: { include: { slot: true }, orderBy: { slot: { startsAt: "asc" } } },
  place: {
    include: {
      campaign: true,
      store: {
        include: {
          members: {
            include: { account: { select: { name: true, phone: true, state: true } } },
            orderBy: { createdAt: "asc" },
          },
        },
      },
    },
  },
  promotion: { include: { views: { orderBy: { day: "asc" } }, products: true, channel: true } },
} satisfies Prisma.VisitInclude;

type VisitRow = Prisma.VisitGetPayload<{ include: typeof include }>;

/**
 * A visit as one of its sides or the office (`{}`) may see it. Name, telephone and e-mail of the other side are there from the agreement
 * until thirty days after the visit, and for nobody else and at no other time.
 */
export async function findVisit(
  database: Database,
  visitId: string,
  side: Side | Record<string, never>,
  now = new Date(),
) {
  const row = await database.visit.findUnique({ where: { id: visitId, ...side }, include });
  return row && shown(row, now);
}

export type ShownVisit = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

/** Visits of one side or of a campaign: what is to come first, then what was, the latest before the earlier. */
export async function listVisits(
  database: Database,
  where: Side | { campaignId: string },
  now = new Date(),
): Promise<ShownVisit[]> {
  const rows = await database.visit.findMany({ where, include, orderBy: { startsAt: "desc" }, take: 500 });
  const visits = rows.reverse().map((row) => shown(row, now));
  const toCome = visits.filter(({ isOver }) => !isOver);
  return [...toCome, ...visits.filter(({ isOver }) => isOver).reverse()];
}

const final = ["declined", "withdrawn", "cancelled", "lapsed"];

function shown(row: VisitRow, now: Date) {
  const { campaign, store, houseRules } = row.place;
  const profile = row.creator.creator;
  const open = showsContact(row, now);
  const person = store.members.find(({ account }) => account.state === "active")?.account;
  const { id, state, startsAt, endsAt, request, answer, toldBy, absent, reason, dispute, outcomeAt, decidedAt } = row;
  const objectUntil = outcomeAt && new Date(outcomeAt.getTime() + disputeDays * 24 * 60 * 60_000);
  return {
    ...{ id, state, startsAt, endsAt, request, answer, toldBy, absent, reason, dispute },
    storeId: row.storeId,
    creatorId: row.creatorId,
    askedAt: row.askedAt,
    hasBegun: startsAt <= now,
    isOver: final.includes(state) || endsAt <= now,
    mayObject: (state === "visited" || state === "no_show") && !decidedAt && objectUntil !== null && objectUntil >= now,
    offers: row.offers
      .filter(({ slot }) => slot.startsAt > now && slot.removedAt === null)
      .map(({ slot }) => ({ slotId: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt })),
    campaign: {
      ...{ id: campaign.id, name: campaign.name, benefit: campaign.benefit, benefitValue: campaign.benefitValue },
      ...{ duties: campaign.duties, contentDays: campaign.contentDays },
    },
    store: {
      ...{ slug: store.slug, name: store.name, address: store.address, hours: store.hours, houseRules },
      /** Null: not agreed, or thirty days are over. */
      contact: open && person ? { name: person.name, phone: person.phone } : null,
    },
    creator: {
      penName: profile?.penName ?? "",
      introduction: profile?.introduction ?? "",
      timeZone: profile?.timeZone ?? "Asia/Seoul",
      channels: (profile?.channels ?? []).map(({ id: channelId, platform, address }) => ({
        id: channelId,
        platform,
        address,
      })),
      contact: open ? { name: row.creator.name, email: row.creator.email, phone: row.creator.phone } : null,
    },
    promotion: row.promotion && promotionOf(row.promotion),
    /** What its creator still has to hand in; null: nothing. */
    owed: owedContent({ ...row, contentDays: campaign.contentDays }, now),
  };
}

function promotionOf(row: NonNullable<VisitRow["promotion"]>) {
  const { id, state, address, form, title, rules, note, channelId, readAt, watchUntil, objection, overruleReason } =
    row;
  const issues = fromStored(row.issues);
  return {
    ...{ id, state, address, form, title, rules, note, channelId, readAt, watchUntil, objection, overruleReason },
    publishedOn: dayOf(row.publishedOn),
    /** False: its page was asked for and could not be read, so a person has to look. */
    readable: row.readAt === null || row.seenHash !== null || row.acceptedAt === null,
    platform: row.channel.platform,
    content: row.content as PublishedContent,
    issues,
    /** A person may find that the disclosure stands all the same. */
    mayOverrule: state === "to_correct" && mayOverrule(issues),
    productIds: row.products.map(({ productId }) => productId),
    views: row.views.map(({ day, views, source }) => ({ day: dayOf(day), views, source })),
  };
}

export type ShownPromotion = NonNullable<ShownVisit["promotion"]>;

/** The visit as an entry of either side's calendar. */
export function calendarEntryOf(
  visit: ShownVisit,
  words: { title: string; url: string; note: string },
  at: Date,
): CalendarEntry {
  return {
    ...{ id: visit.id, startsAt: visit.startsAt, endsAt: visit.endsAt, at },
    ...{ title: words.title, url: words.url, place: `${visit.store.name}, ${visit.store.address}` },
    description: [words.note, visit.store.houseRules].filter(Boolean).join("\n"),
    cancelled: visit.state === "cancelled",
  };
}
