import { expect, test } from "vitest";
import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { compareListing } from "#app/domain/drift/compare-listing.ts";
import { leaveUnknown } from "#app/domain/drift/leave-unknown.ts";
import { countDrifts, listDrifts } from "#app/domain/drift/list-drifts.ts";
import { listUnknown } from "#app/domain/drift/list-unknown.ts";
import { planComparisons } from "#app/domain/drift/plan-comparisons.ts";
import { setDriftRule } from "#app/domain/drift/set-drift-rule.ts";
import { settleDrift } from "#app/domain/drift/settle-drift.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import type { MenuFault } from "#tests/malls/fault-menu.ts";
import { playedMalls } from "#tests/malls/played-malls.ts";
import { optionVariants } from "#tests/malls/ready-product.ts";
import { type PlayedMall, pastUs, type StandIn } from "#tests/malls/stand-in.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { standingProduct } from "./standing-product.ts";

type Stage = Awaited<ReturnType<typeof standingProduct>>;

/** People at the mall, past us. */
function hands({ sandbox }: Stage, mall: MallKey) {
  const { byHand } = playedMalls[mall] as unknown as PlayedMall<StandIn>;
  const standIn: StandIn = sandbox.standIns[mall];
  const remoteId = standIn.listings()[0]?.remoteId ?? "";
  return {
    delete: () => byHand.delete(standIn, remoteId),
    duplicate: byHand.duplicate && (() => byHand.duplicate?.(standIn, remoteId)),
    listPastUs: byHand.listPastUs && (() => byHand.listPastUs?.(standIn, remoteId)),
    deletePastUs: () => {
      const found = standIn.listings().find(({ name }) => name === pastUs);
      byHand.delete(standIn, found?.remoteId ?? "");
    },
    reprice: (price: number) => byHand.reprice(standIn, remoteId, price),
  };
}

/** What can't happen at a mall, and why. */
function neverMet(mall: MallKey): Partial<Record<MenuFault, string>> {
  return playedMalls[mall].cannotHappen;
}

async function office({ database }: Stage) {
  const { id } = await database.account.create({ data: { role: "office", name: "정사무", email: "o@example.com" } });
  return { kind: "person", accountId: id, role: "office" } as const;
}

async function openDrifts({ database }: Stage, mall: MallKey) {
  const drifts = (await listDrifts(database, mall))?.drifts ?? [];
  expect((await countDrifts(database))[mall] ?? 0).toBe(drifts.length);
  return drifts;
}

test.each(mallKeys)("%s: what is as it was sent is no difference", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  await stage.compare(mall);
  expect(await openDrifts(stage, mall)).toEqual([]);
  expect(await stage.listing(mall)).toMatchObject({ state: "live", heardState: "live", checkedAt: expect.any(Date) });
});

test.each(mallKeys)("%s: another price is found once, and by hand ours is sent again or theirs kept", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  const { reprice } = hands(stage, mall);
  const actor = await office(stage);
  reprice(15_000);
  await stage.compare(mall);
  await stage.compare(mall);
  if (neverMet(mall)["price changed by a human"]) return expect(await openDrifts(stage, mall)).toEqual([]);
  const [drift, ...others] = await openDrifts(stage, mall);
  expect(others).toEqual([]);
  expect(drift).toMatchObject({ kind: "price", ours: 18_000, theirs: 15_000 });
  expect(stage.shown(mall)).toMatchObject([{ price: 15_000 }]);

  expect(await settleDrift(stage.database, actor, { driftId: drift?.id ?? "", how: "sent_ours" })).toMatchObject({
    ok: true,
  });
  await stage.update(mall);
  await stage.untilLive(mall);
  expect(stage.shown(mall)).toMatchObject([{ price: 18_000 }]);
  expect(await openDrifts(stage, mall)).toEqual([]);
  expect(await settleDrift(stage.database, actor, { driftId: drift?.id ?? "", how: "sent_ours" })).toMatchObject({
    ok: false,
  });

  reprice(15_000);
  await stage.compare(mall);
  const [again] = await openDrifts(stage, mall);
  await settleDrift(stage.database, actor, { driftId: again?.id ?? "", how: "accepted" });
  await stage.compare(mall);
  expect(await openDrifts(stage, mall)).toEqual([]);
  expect(stage.shown(mall)).toMatchObject([{ price: 15_000 }]);
  const lines = await stage.database.auditLine.findMany({ where: { action: { in: ["find-drift", "end-drift"] } } });
  expect(lines).toHaveLength(4);
});

test.each(mallKeys)("%s: what was deleted is found, and sent anew by the mall's rule, once", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  await setDriftRule(stage.database, await office(stage), { key: mall, rule: "send_ours" });
  hands(stage, mall).delete();
  await stage.compare(mall);
  // What is gone is looked up once more before it is made anew.
  expect(["waiting", "unknown"]).toContain((await stage.listing(mall)).state);
  await stage.untilLive(mall);
  expect(stage.shown(mall)).toHaveLength(1);
  expect(await stage.database.listingDrift.findMany()).toMatchObject([{ ended: "sent_ours" }]);
});

test.each(mallKeys)(
  "%s: what was thought deleted and is back when somebody decides is not made a second time",
  async (mall) => {
    const stage = await standingProduct();
    await stage.untilLive(mall);
    const { id: listingId } = await stage.listing(mall);
    const { id: driftId } = await stage.database.listingDrift.create({ data: { listingId, kind: "deleted" } });
    await settleDrift(stage.database, await office(stage), { driftId, how: "sent_ours" });
    await stage.untilLive(mall);
    await stage.update(mall);
    await stage.untilLive(mall);
    expect(stage.shown(mall)).toHaveLength(1);
  },
);

test.each(mallKeys)("%s: a change of what is gone says so, and sent again it is there, once", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  hands(stage, mall).delete();
  await stage.database.listing.updateMany({ data: { state: "waiting" } });
  await publishListing(stage.context, { listingId: stage.idOf(mall) });
  const { id: listingId, state, issues } = await stage.listing(mall);
  if (state === "refused") {
    expect(issues).toMatchObject([{ code: "mall.listing_gone" }]);
    expect(await retryListing(stage.database, await office(stage), { listingId })).toMatchObject({
      result: { to: "unknown" },
    });
  }
  await stage.untilLive(mall);
  expect(stage.shown(mall)).toHaveLength(1);
});

test("what was deleted may be left so: it is wanted no more, and its merchant is told", async () => {
  const stage = await standingProduct();
  await stage.untilLive("naver");
  hands(stage, "naver").delete();
  await stage.compare("naver");
  const kept = await stage.listing("naver");
  expect(kept).toMatchObject({ state: "live", heardState: "absent", issues: [{ code: "mall.listing_gone" }] });
  const [drift] = await openDrifts(stage, "naver");
  expect(drift?.kind).toBe("deleted");
  await settleDrift(stage.database, await office(stage), { driftId: drift?.id ?? "", how: "accepted" });
  expect(await stage.listing("naver")).toMatchObject({ state: "withdrawn", wanted: "withdrawn" });
  const told = await stage.database.outboxMessage.findMany({ where: { template: "listing_withdrawn" } });
  expect(told).toHaveLength(1);
});

/** Coupang's answer to a known number tells of no other. */
const tellsCopies = mallKeys.filter((mall) => !neverMet(mall)["listing doubled by a human"] && mall !== "coupang");

test.each(tellsCopies)("%s: a second one under our reference is found", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  hands(stage, mall).duplicate?.();
  await stage.compare(mall);
  expect(await openDrifts(stage, mall)).toMatchObject([{ kind: "duplicate", theirs: 2 }]);
});

test("each listing is compared about once a day, behind everything else", async () => {
  const stage = await standingProduct();
  await stage.untilLive("naver");
  const { database } = stage;
  const hour = 3_600_000;
  const start = Date.now();
  const plan = (hours: number, connected: MallKey[] = ["naver"]) =>
    planComparisons(database, { connected, now: new Date(start + hours * hour) });
  expect(await plan(0, [])).toBe(0);
  expect(await plan(0)).toBe(1);
  const [job] = await database.$queryRaw<{ priority: number }[]>`
    SELECT priority FROM graphile_worker.jobs WHERE task_identifier = 'compare-listing'`;
  expect(job?.priority).toBeGreaterThan(0);
  await stage.compare("naver");
  expect(await plan(19)).toBe(0);
  expect(await plan(21)).toBe(1);
});

test.each(mallKeys)("%s: what somebody listed past us is found and shown, and ours is not among it", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  await stage.lookThrough(mall);
  const { listPastUs, deletePastUs } = hands(stage, mall);
  const look = async () => {
    await stage.lookThrough(mall);
    return listUnknown(stage.database, mall);
  };
  if (!listPastUs) return expect(await look()).toMatchObject({ lookedAt: expect.any(Date), standing: null, open: [] });
  expect(await look()).toMatchObject({ standing: 1, unknown: 0, open: [] });
  listPastUs();
  // Its list tells no codes: what is two days old may be judged.
  if (mall === "coupang") return expect(await look()).toMatchObject({ standing: 2, unknown: 0, open: [] });
  const found = await look();
  expect(found).toMatchObject({ standing: 2, unknown: 1, open: [{ name: pastUs, code: null, state: "live" }] });
  const remoteId = found.open[0]?.remoteId ?? "";
  await leaveUnknown(stage.database, await office(stage), { key: mall, remoteId, leave: true });
  expect(await look()).toMatchObject({ unknown: 1, open: [], leftAlone: [{ remoteId }] });
  deletePastUs();
  expect(await look()).toMatchObject({ standing: 1, unknown: 0, open: [], leftAlone: [] });
  expect(stage.shown(mall)).toHaveLength(1);
});

test("what we took down and somebody put up again is taken down once more", async () => {
  const stage = await standingProduct();
  await stage.untilLive("naver");
  const { duplicate } = hands(stage, "naver");
  const { id } = await stage.listing("naver");
  const actor = await office(stage);
  await withdrawListing(stage.database, actor, { listingId: id });
  await stage.takeDown("naver");
  expect(await stage.listing("naver")).toMatchObject({ state: "withdrawn" });
  await stage.lookThrough("naver");
  expect(await stage.listing("naver")).toMatchObject({ state: "withdrawn" });
  duplicate?.();
  await stage.lookThrough("naver");
  expect(await stage.listing("naver")).toMatchObject({ state: "withdrawing", wanted: "withdrawn" });
  await stage.takeDown("naver");
  expect(await stage.listing("naver")).toMatchObject({ state: "withdrawn" });
  expect(stage.shown("naver")).toEqual([]);
});

test("coupang: options that somebody stopped are told by name, resumed or left so, also while a change is refused", async () => {
  const stage = await standingProduct({ variants: optionVariants });
  await stage.untilLive("coupang");
  const actor = await office(stage);
  const standIn = stage.sandbox.standIns.coupang;
  const id = Number(standIn.listings()[0]?.remoteId);
  const [first] = optionVariants;
  const open = () => openDrifts(stage, "coupang");
  const stop = async () => {
    standIn.stopByHand(id, 1);
    await stage.compare("coupang");
    return (await open())[0]?.id ?? "";
  };
  const settle = async (how: "sent_ours" | "accepted") =>
    expect(await settleDrift(stage.database, actor, { driftId: await stop(), how })).toMatchObject({ ok: true });

  await stop();
  expect(await open()).toMatchObject([
    { kind: "options_stopped", ours: optionVariants.length, theirs: optionVariants.length - 1, options: [first?.key] },
  ]);
  await settle("accepted");
  await stage.compare("coupang");
  expect(await open(), "what was left so is no news").toEqual([]);

  await stage.save((content) => ({ variants: content.variants.map((one) => ({ ...one, stock: 9 })) }));
  await stage.update("coupang");
  await settle("sent_ours");
  await stage.untilLive("coupang");
  await stage.compare("coupang");
  expect(await open(), "the whole was sent, and sells").toEqual([]);

  standIn.rejectByHand(id);
  await stop();
  expect(await stage.listing("coupang")).toMatchObject({ state: "refused" });
  expect(await open()).toMatchObject([{ kind: "options_stopped", options: [first?.key] }]);
  await settle("sent_ours");
  await stage.untilLive("coupang");
  await stage.compare("coupang");
  expect(await open()).toEqual([]);
});

test("coupang: what its people turned down and take after all is on sale again; what was refused at once is not asked about", async () => {
  const stage = await standingProduct();
  await stage.untilLive("coupang");
  const standIn = stage.sandbox.standIns.coupang;
  const id = Number(standIn.listings()[0]?.remoteId);
  standIn.rejectByHand(id);
  await stage.compare("coupang");
  expect(await stage.listing("coupang")).toMatchObject({ state: "refused" });
  await stage.compare("coupang");
  expect(await stage.listing("coupang"), "asked again, and still so").toMatchObject({ state: "refused" });
  const taken = {
    outcome: "found",
    heard: { state: "live", remoteId: String(id), pageUrl: null, issues: [] },
  } as const;
  const answer = { ...taken, heard: { ...taken.heard, issues: [] } };
  await compareListing(stage.database, { listingId: stage.idOf("coupang"), answer });
  expect(await stage.listing("coupang")).toMatchObject({ state: "live", issues: [] });

  await stage.database.listing.update({
    where: { id: stage.idOf("coupang") },
    data: { state: "refused", sentOutcome: "refused" },
  });
  expect(await stage.asked(() => stage.compare("coupang"))).toEqual([]);
  await compareListing(stage.database, { listingId: stage.idOf("coupang"), answer });
  expect(await stage.listing("coupang")).toMatchObject({ state: "refused" });
});

test("coupang: why it was refused stays known while it is looked at again, and what else was found waits until it stands", async () => {
  const stage = await standingProduct({ variants: optionVariants });
  await stage.untilLive("coupang");
  const { database } = stage;
  const listingId = stage.idOf("coupang");
  const standIn = stage.sandbox.standIns.coupang;
  const remoteId = standIn.listings()[0]?.remoteId ?? "";
  await database.listingDrift.create({ data: { listingId, kind: "duplicate", ours: 1, theirs: 2 } });
  standIn.stopByHand(Number(remoteId), 1);
  standIn.rejectByHand(Number(remoteId));
  await stage.compare("coupang");
  const { issues } = await stage.listing("coupang");
  expect(issues).not.toEqual([]);

  const said = { remoteId, pageUrl: null, stoppedOptions: [] };
  const refused = { ...said, state: "refused" as const, issues: fromStored(issues) };
  await compareListing(database, { listingId, answer: { outcome: "found", heard: refused } });
  expect(await stage.listing("coupang"), "its options are sold again").toMatchObject({ state: "refused", issues });
  const asked = { ...said, state: "in_review" as const, issues: [] };
  await compareListing(database, { listingId, answer: { outcome: "found", heard: asked } });
  expect(await stage.listing("coupang"), "somebody has asked there again").toMatchObject({ state: "refused", issues });
  expect(await database.listingDrift.findMany({ where: { endedAt: null } })).toMatchObject([{ kind: "duplicate" }]);
});

test("coupang: what it said before it was sent something else is not believed afterwards", async () => {
  const stage = await standingProduct();
  await stage.untilLive("coupang");
  const listingId = stage.idOf("coupang");
  const actor = await office(stage);
  const standIn = stage.sandbox.standIns.coupang;
  standIn.rejectByHand(Number(standIn.listings()[0]?.remoteId));
  await stage.compare("coupang");
  expect(await stage.listing("coupang")).toMatchObject({ state: "refused" });

  const { coupang } = stage.context.malls;
  if (!coupang) throw new Error("Coupang is not connected");
  const slow: typeof coupang.lookUp = async (...asked) => {
    const answer = await coupang.lookUp(...asked);
    stage.context.malls = { ...stage.context.malls, coupang };
    await retryListing(stage.database, actor, { listingId });
    await stage.untilLive("coupang");
    return answer;
  };
  stage.context.malls = { ...stage.context.malls, coupang: { ...coupang, lookUp: slow } };
  await stage.compare("coupang");
  expect(await stage.listing("coupang")).toMatchObject({ state: "live" });
});
