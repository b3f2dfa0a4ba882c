import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { columnKeys } from "../intake/columns.ts";
import { refuseUnlessCurator } from "../judging/open-judging.ts";
import { commonNoticeFields, noticeOf } from "../notice/notices.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import type { ProductFacts } from "../product/product-facts.ts";
import { holdSeason } from "../season/lock-season.ts";

export const askChangeInput = z.object({
  submissionId: z.uuid(),
  /** The version that the page shows. */
  versionId: z.uuid(),
  pin: z.discriminatedUnion("kind", [
    /** A column key: `name`, `notice.weight`, `mall.coupang.수량`. */
    z.object({ kind: z.literal("field"), field: z.string().max(200) }),
    z.object({ kind: z.literal("photo"), sha256: z.string().length(64) }),
  ]),
  text: z.string().trim().min(1).max(1000),
});

/** Asks the merchant to change a field or a photo; the merchant hears of several as of one. */
export async function askChange(
  database: Database,
  actor: Actor,
  { submissionId, versionId, pin, text }: z.infer<typeof askChangeInput>,
): Promise<Outcome<{ requestId: string }>> {
  return inTransaction(database, async (transaction) => {
    const notAllowed =
      actor.kind === "person" && actor.role === "office" ? null : await refuseUnlessCurator(transaction, actor);
    if (notAllowed || actor.kind !== "person") return notAllowed ?? refused("judging.not_curator");
    await transaction.$queryRaw`SELECT 1 FROM "submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`;
    const submission = await transaction.submission.findUnique({
      where: { id: submissionId },
      include: { product: { select: { storeId: true } } },
    });
    if (!submission) return refused("submission.not_found");
    const season = await holdSeason(transaction, submission.seasonId);
    if (!season || !["intake", "judging"].includes(season.state)) return refused("season.not_judging");
    if (submission.state === "withdrawn") return refused("judging.withdrawn");
    if (submission.state !== "submitted") return refused("judging.decided");
    if (submission.versionId !== versionId) return refused("judging.version_changed");
    const facts = (await loadProductFacts(transaction, [versionId])).get(versionId);
    if (!facts || !isPartOf(facts, pin)) return refused("change_request.unknown");
    const about =
      pin.kind === "field" ? { field: pin.field, photoSha256: null } : { field: null, photoSha256: pin.sha256 };
    if (await transaction.changeRequest.findFirst({ where: { submissionId, state: "open", ...about } })) {
      return refused("change_request.exists");
    }
    const { id: requestId } = await transaction.changeRequest.create({
      data: { submissionId, versionId, ...about, text, askedById: actor.accountId },
    });
    await recordAudit(transaction, actor, {
      action: "ask-change",
      subject: { kind: "submission", id: submissionId },
      versionBefore: versionId,
      details: { request: requestId, ...(pin.kind === "field" && { field: pin.field }) },
    });
    await notifyStore(transaction, submission.product.storeId, {
      template: "change_asked",
      params: { product: facts.name, page: `/merchant/products/${submission.productId}` },
      event: requestId,
      bundle: submission.seasonId,
    });
    return done({ requestId });
  });
}

type Pin = z.infer<typeof askChangeInput>["pin"];

function isPartOf({ categoryKey, photos }: ProductFacts, pin: Pin): boolean {
  if (pin.kind === "photo") return photos.some(({ sha256 }) => sha256 === pin.sha256);
  const notice = [...noticeOf(categoryKey).fields, ...commonNoticeFields].map(({ key }) => `notice.${key}`);
  return (
    columnKeys.some((key) => key === pin.field) || notice.includes(pin.field) || /^mall\.[^.]+\..+/.test(pin.field)
  );
}

export const takeBackRequestInput = z.object({ requestId: z.uuid() });

/** The change is not needed after all. */
export async function takeBackRequest(
  database: Database,
  actor: Actor,
  { requestId }: z.infer<typeof takeBackRequestInput>,
): Promise<Outcome<{ requestId: string }>> {
  return inTransaction(database, async (transaction) => {
    if (actor.kind !== "person") return refused("judging.not_curator");
    const [taken] = await transaction.changeRequest.updateManyAndReturn({
      where: { id: requestId, state: "open", ...(actor.role !== "office" && { askedById: actor.accountId }) },
      data: { state: "taken_back", closedAt: new Date() },
    });
    if (!taken) return refused("change_request.not_open");
    await recordAudit(transaction, actor, {
      action: "take-back-request",
      subject: { kind: "submission", id: taken.submissionId },
      details: { request: requestId },
    });
    return done({ requestId });
  });
}
