import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { PromotionState } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { contentOf, readContentAddress } from "../creator/channel-address.ts";
import { hasErrors } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { dateOf, seoulDay } from "../visit/seoul-time.ts";
import { checkDisclosure, contentInput } from "./disclosure.ts";
import { promotionStates } from "./states.ts";

export const handInInput = contentInput.extend({
  visitId: z.uuid(),
  channelId: z.string().default(""),
  address: z.string().max(1000),
  form: z.enum(["text", "photos", "video", "live"]),
  publishedOn: z.string(),
  title: z.string().trim().max(300),
  productIds: z.array(z.uuid()).max(20).default([]),
});

/**
 * The creator hands in what was published of a visit, for the first time or corrected. Its disclosure is checked at once: what passes
 * goes on to the office, what lacks something is told with what to do.
 */
export async function handIn(
  database: Database,
  actor: Actor,
  input: z.input<typeof handInInput>,
  now = new Date(),
): Promise<Outcome<{ promotionId: string; state: PromotionState }>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const { visitId, channelId, form, title, productIds, ...typed } = handInInput.parse(input);
  const content = contentInput.parse(typed);
  const creatorId = actor.accountId;
  try {
    return await inTransaction(database, async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM "visit" WHERE "id" = ${visitId}::uuid FOR UPDATE`;
      const visit = await transaction.visit.findUnique({
        where: { id: visitId, creatorId },
        include: { place: { include: { campaign: true } }, promotion: true },
      });
      if (!visit) return refused("visit.not_found");
      if (visit.state !== "visited") return refused("promotion.visit_needed");
      const before = visit.promotion;
      if (before && ["accepted", "changed", "gone"].includes(before.state)) return refused("promotion.settled");
      const channel = z.uuid().safeParse(channelId).success
        ? await transaction.creatorChannel.findUnique({ where: { id: channelId, creatorId, state: "confirmed" } })
        : null;
      if (!channel) return refused("promotion.channel_needed", { field: "channel" });
      const address = readContentAddress(channel.platform, typed.address);
      if (!address.ok) return address;
      if (contentOf(channel.address, address.result) === "other") {
        return refused("promotion.other_channel", { field: "address" });
      }
      const publishedOn = dateOf(typed.publishedOn);
      if (!publishedOn) return refused("form.missing", { field: "published_on" });
      if (!title) return refused("form.missing", { field: "content_title" });
      if (typed.publishedOn > seoulDay(now)) return refused("promotion.in_future", { field: "published_on" });
      if (typed.publishedOn < seoulDay(visit.startsAt))
        return refused("promotion.before_visit", { field: "published_on" });
      const { benefit } = visit.place.campaign;
      const { rules, issues } = checkDisclosure({ form, publishedOn: typed.publishedOn, benefit, title, content });
      const lacks = hasErrors(issues);
      const state: PromotionState = lacks ? "to_correct" : "waiting";
      if (before && before.state !== state && !promotionStates.allows(before.state, state)) {
        return refused("promotion.settled");
      }
      const facts = {
        ...{ channelId: channel.id, address: address.result, form, state, publishedOn, title, content },
        ...{ issues: lacks ? toStored(issues) : [], rules: rules.version, note: "", handedInAt: now },
        ...{ objection: "", overruleReason: "" },
        ...{ seenHash: null, readAt: null, misses: 0 },
      };
      const { id } = await transaction.promotion.upsert({
        where: { visitId },
        create: { visitId, ...facts },
        update: facts,
      });
      const own = await transaction.product.findMany({
        where: { id: { in: productIds }, storeId: visit.storeId },
        select: { id: true },
      });
      await transaction.promotionProduct.deleteMany({ where: { promotionId: id } });
      await transaction.promotionProduct.createMany({
        data: own.map(({ id: productId }) => ({ promotionId: id, productId })),
      });
      await recordAudit(transaction, actor, {
        action: "hand-in-promotion",
        subject: { kind: "promotion", id },
        ...(before && { versionBefore: before.state }),
        versionAfter: state,
        details: { rules: rules.version },
      });
      await addJob(transaction, "read-promotion", { promotionId: id }, { key: `read-promotion:${id}` });
      return done({ promotionId: id, state });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("promotion.address_taken", { field: "address" });
    throw error;
  }
}
