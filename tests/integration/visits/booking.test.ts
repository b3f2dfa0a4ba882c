import { describe, expect, test } from "vitest";
import { endAccount } from "#app/domain/account/end-account.ts";
import { joinCampaign, leaveCampaign } from "#app/domain/campaign/join-campaign.ts";
import { closeCampaign } from "#app/domain/campaign/open-campaign.ts";
import { withdrawConsent } from "#app/domain/consent/answer-consent.ts";
import { closeStore } from "#app/domain/store/close-store.ts";
import { acceptOffer } from "#app/domain/visit/accept-offer.ts";
import { addSlot, removeSlot } from "#app/domain/visit/add-slot.ts";
import { answerVisit } from "#app/domain/visit/answer-visit.ts";
import { cancelVisit } from "#app/domain/visit/cancel-visit.ts";
import { listPlaces, setShortlisted } from "#app/domain/visit/list-places.ts";
import { addCreator, addStore, codesOf, later, must, now, visitStage } from "./visit-stage.ts";

describe("a slot", () => {
  test("is the first one's, and the second waits", async () => {
    const { propose, nari, bora, first, told } = await visitStage();
    expect(must(await propose(nari, first)).state).toBe("agreed");
    expect(must(await propose(bora, first)).state).toBe("waiting");
    expect([await told("visit_agreed"), await told("visit_booked")]).toEqual([1, 1]);
  });

  test("is booked once, however many race for it", async () => {
    const { database, propose, first, campaignId, storeId } = await visitStage();
    const creators = await Promise.all(Array.from({ length: 8 }, (_, index) => addCreator(database, `달리기${index}`)));
    const states = (await Promise.all(creators.map((who) => propose(who, first)))).map((one) => must(one).state);
    expect(states.filter((state) => state === "agreed")).toHaveLength(1);
    expect(states.filter((state) => state === "waiting")).toHaveLength(7);
    const place = { campaignId_storeId: { campaignId, storeId } };
    expect(await database.campaignStore.findUniqueOrThrow({ where: place })).toMatchObject({ booked: 1 });
  });

  test("cannot be booked twice even by a row that no rule was asked about", async () => {
    const { database, propose, nari, bora, first } = await visitStage();
    await propose(nari, first);
    const { visitId } = must(await propose(bora, first));
    const force = database.visit.update({ where: { id: visitId }, data: { state: "agreed", agreedAt: now } });
    await expect(force).rejects.toThrow();
  });

  test("does not overlap another of the store, is to come, in the campaign and within a day", async () => {
    const { database, merchant, storeId, campaignId } = await visitStage();
    const add = async (day: string, from: string, to: string) =>
      codesOf(await addSlot(database, merchant, { storeId, campaignId, day, from, to }, now));
    expect(await add("2026-12-05", "10:30", "11:30")).toEqual(["slot.overlaps"]);
    expect(await add("2026-12-05", "11:00", "12:00")).toEqual([]);
    expect(await add("2026-11-30", "11:00", "12:00")).toEqual(["slot.in_past"]);
    expect(await add("2027-01-05", "11:00", "12:00")).toEqual(["slot.outside_campaign"]);
    expect(await add("2026-12-06", "23:30", "00:30")).toEqual(["slot.across_midnight"]);
  });

  test("given twice at once is given once", async () => {
    const { database, merchant, storeId, campaignId } = await visitStage();
    const time = { storeId, campaignId, day: "2026-12-09", from: "10:00", to: "11:00" };
    const given = await Promise.all(Array.from({ length: 4 }, () => addSlot(database, merchant, time, now)));
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    expect(given.flatMap(codesOf)).toEqual(Array(3).fill("slot.overlaps"));
  });

  test("that is agreed is not taken away; another is, and whoever asked for it hears", async () => {
    const { database, merchant, storeId, propose, nari, bora, first, second, stateOf, told } = await visitStage({
      agreesAtOnce: false,
    });
    const { visitId } = must(await propose(nari, first));
    must(await answerVisit(database, merchant, { storeId, visitId, answer: "agree" }, now));
    expect(codesOf(await removeSlot(database, merchant, { storeId, slotId: first }, now))).toEqual(["slot.booked"]);
    const asked = must(await propose(bora, second));
    must(await removeSlot(database, merchant, { storeId, slotId: second }, now));
    expect(await stateOf(asked.visitId)).toBe("declined");
    expect(await told("visit_declined")).toBe(1);
  });
});

describe("a store's capacity", () => {
  test("is never exceeded, however many race for different slots", async () => {
    const { database, propose, slotAt, campaignId, storeId } = await visitStage({ capacity: 2 });
    const slots = await Promise.all(
      [8, 9, 10, 11, 12].map((day) => slotAt(`2026-12-${String(day).padStart(2, "0")}`, "10:00", "11:00")),
    );
    const creators = await Promise.all(slots.map((_, index) => addCreator(database, `여럿${index}`)));
    const states = await Promise.all(
      creators.map(async (who, index) => must(await propose(who, slots[index] ?? "")).state),
    );
    expect(states.filter((state) => state === "agreed")).toHaveLength(2);
    expect(states.filter((state) => state === "waiting")).toHaveLength(3);
    expect(await database.visit.count({ where: { campaignId, storeId, state: "agreed" } })).toBe(2);
  });

  test("is held by the database itself", async () => {
    const { database, propose, nari, bora, first, second } = await visitStage({ capacity: 1 });
    await propose(nari, first);
    const { visitId } = must(await propose(bora, second));
    const force = database.visit.update({ where: { id: visitId }, data: { state: "agreed", agreedAt: now } });
    await expect(force).rejects.toThrow(/campaign_store_capacity/);
  });

  test("raised, it moves the waiting list up; below what is agreed it cannot go", async () => {
    const { database, merchant, storeId, campaignId, propose, nari, bora, first, second, stateOf } = await visitStage({
      capacity: 1,
    });
    await propose(nari, first);
    const { visitId } = must(await propose(bora, second));
    expect(await stateOf(visitId)).toBe("waiting");
    const join = (capacity: number) =>
      joinCampaign(database, merchant, { storeId, campaignId, capacity, houseRules: "", agreesAtOnce: true }, now);
    must(await join(2));
    expect(await stateOf(visitId)).toBe("agreed");
    expect(codesOf(await join(1))).toEqual(["campaign.capacity_below_booked"]);
  });
});

describe("the waiting list", () => {
  test("moves up by itself in the order of asking, where the store agrees at once", async () => {
    const { database, propose, nari, bora, first, stateOf, told } = await visitStage();
    const taken = must(await propose(nari, first));
    const next = must(await propose(bora, first));
    const last = must(await propose(await addCreator(database, "다솜"), first, later(0, 1)));
    must(await cancelVisit(database, nari, { creatorId: nari.accountId }, { visitId: taken.visitId }, now));
    expect([await stateOf(taken.visitId), await stateOf(next.visitId), await stateOf(last.visitId)]).toEqual([
      "cancelled",
      "agreed",
      "waiting",
    ]);
    expect(await told("visit_agreed")).toBe(2);
  });

  test("puts the first to a store that wants to be asked, and the second after its no", async () => {
    const { database, merchant, storeId, propose, nari, bora, first, stateOf } = await visitStage({
      agreesAtOnce: false,
    });
    const a = must(await propose(nari, first));
    const b = must(await propose(bora, first));
    const c = must(await propose(await addCreator(database, "다솜"), first, later(0, 1)));
    must(await answerVisit(database, merchant, { storeId, visitId: a.visitId, answer: "agree" }, now));
    expect([await stateOf(b.visitId), await stateOf(c.visitId)]).toEqual(["waiting", "waiting"]);
    must(await cancelVisit(database, merchant, { storeId }, { visitId: a.visitId }, now));
    expect([await stateOf(b.visitId), await stateOf(c.visitId)]).toEqual(["proposed", "waiting"]);
    must(await answerVisit(database, merchant, { storeId, visitId: b.visitId, answer: "decline" }, now));
    expect(await stateOf(c.visitId)).toBe("proposed");
  });

  test("two cancellations at once move two up, each once", async () => {
    const { database, propose, nari, bora, first, second, campaignId, storeId } = await visitStage({ capacity: 2 });
    const a = must(await propose(nari, first));
    const b = must(await propose(bora, second));
    for (const [index, slot] of [first, second, first, second].entries()) {
      await propose(await addCreator(database, `기다림${index}`), slot, later(0, index));
    }
    await Promise.all([
      cancelVisit(database, nari, { creatorId: nari.accountId }, { visitId: a.visitId }, now),
      cancelVisit(database, bora, { creatorId: bora.accountId }, { visitId: b.visitId }, now),
    ]);
    const agreed = await database.visit.findMany({
      where: { campaignId, storeId, state: "agreed" },
      orderBy: { startsAt: "asc" },
    });
    expect(agreed.map(({ slotId, askedAt }) => [slotId, askedAt])).toEqual([
      [first, later(0, 0)],
      [second, later(0, 1)],
    ]);
  });
});

describe("a creator", () => {
  test("is at one store at a time", async () => {
    const { database, campaignId, propose, nari, first } = await visitStage();
    const other = await addStore(database, "brushes", "2091320127", "+821098765432");
    const { storeId } = other;
    must(
      await joinCampaign(
        database,
        other.merchant,
        { storeId, campaignId, capacity: 1, houseRules: "", agreesAtOnce: true },
        now,
      ),
    );
    const slot = must(
      await addSlot(
        database,
        other.merchant,
        { storeId, campaignId, day: "2026-12-05", from: "10:30", to: "11:30" },
        now,
      ),
    );
    await propose(nari, first);
    expect(codesOf(await propose(nari, slot.slotId))).toEqual(["visit.elsewhere"]);
  });

  test("is at one store at a time, also when both are asked at once", async () => {
    const { database, campaignId, propose, nari, first } = await visitStage();
    const other = await addStore(database, "brushes", "2091320127", "+821098765432");
    const { storeId } = other;
    must(
      await joinCampaign(
        database,
        other.merchant,
        { storeId, campaignId, capacity: 1, houseRules: "", agreesAtOnce: true },
        now,
      ),
    );
    const slot = must(
      await addSlot(
        database,
        other.merchant,
        { storeId, campaignId, day: "2026-12-05", from: "10:30", to: "11:30" },
        now,
      ),
    );
    const both = await Promise.all([propose(nari, first), propose(nari, slot.slotId)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  test("asks a store once, for a time that is to come, and only of a campaign that is open", async () => {
    const { database, office, campaignId, propose, nari, bora, first, second } = await visitStage();
    await propose(nari, first);
    expect(codesOf(await propose(nari, second))).toEqual(["visit.already_asked"]);
    expect(codesOf(await propose(bora, first, later(5)))).toEqual(["slot.in_past"]);
    await closeCampaign(database, office, { campaignId });
    expect(codesOf(await propose(bora, second))).toEqual(["campaign.not_open"]);
  });

  test("without a profile is asked for one first", async () => {
    const { database, propose, first } = await visitStage();
    const { id } = await database.account.create({ data: { role: "creator", name: "새", email: "new@example.com" } });
    expect(codesOf(await propose({ kind: "person", accountId: id, role: "creator" }, first))).toEqual([
      "profile.missing",
    ]);
  });

  test("whose account ends makes room for who waits", async () => {
    const { database, office, propose, nari, bora, first, stateOf } = await visitStage();
    const a = must(await propose(nari, first));
    const b = must(await propose(bora, first));
    must(await endAccount(database, office, { accountId: nari.accountId }, { now }));
    expect([await stateOf(a.visitId), await stateOf(b.visitId)]).toEqual(["cancelled", "agreed"]);
  });
});

describe("a store", () => {
  test("offers other times, and the creator takes one of them", async () => {
    const { database, merchant, storeId, propose, nari, bora, first, second, stateOf } = await visitStage({
      agreesAtOnce: false,
    });
    const { visitId } = must(await propose(nari, first));
    const offer = (slotIds: string[]) =>
      answerVisit(database, merchant, { storeId, visitId, answer: "offer", slotIds }, now);
    expect(codesOf(await offer([]))).toEqual(["visit.nothing_offered"]);
    must(await offer([second]));
    expect(await stateOf(visitId)).toBe("offered");
    expect(codesOf(await acceptOffer(database, nari, { visitId, slotId: first }, now))).toEqual(["visit.not_offered"]);
    expect(codesOf(await acceptOffer(database, bora, { visitId, slotId: second }, now))).toEqual(["visit.not_found"]);
    must(await acceptOffer(database, nari, { visitId, slotId: second }, now));
    expect(await database.visit.findUniqueOrThrow({ where: { id: visitId } })).toMatchObject({
      state: "agreed",
      slotId: second,
    });
  });

  test("whose offered times are all gone is asked once more for the time that was wanted", async () => {
    const { database, merchant, storeId, propose, nari, bora, first, second, stateOf, told } = await visitStage({
      agreesAtOnce: false,
      capacity: 3,
    });
    const { visitId } = must(await propose(nari, first));
    const answer = (of: string, more: { answer: "offer" | "agree"; slotIds?: string[] }) =>
      answerVisit(database, merchant, { storeId, visitId: of, ...more }, now);
    must(await answer(visitId, { answer: "offer", slotIds: [second] }));
    const other = must(await propose(bora, second));
    must(await answer(other.visitId, { answer: "agree" }));
    expect([await stateOf(visitId), await stateOf(other.visitId)]).toEqual(["proposed", "agreed"]);
    expect(await told("visit_moved_up")).toBe(1);
    // The time that was wanted is taken away too, while another was offered; then that one.
    const third = must(
      await addSlot(
        database,
        merchant,
        {
          storeId,
          campaignId: (await database.campaign.findFirstOrThrow()).id,
          day: "2026-12-08",
          from: "10:00",
          to: "11:00",
        },
        now,
      ),
    ).slotId;
    must(await answer(visitId, { answer: "offer", slotIds: [third] }));
    must(await removeSlot(database, merchant, { storeId, slotId: first }, now));
    expect(await stateOf(visitId)).toBe("offered");
    must(await removeSlot(database, merchant, { storeId, slotId: third }, now));
    expect(await stateOf(visitId)).toBe("declined");
    expect(await told("visit_declined")).toBe(1);
  });

  test("that closes while booked takes nobody by surprise", async () => {
    const { database, office, storeId, propose, nari, bora, first, stateOf, told } = await visitStage();
    const a = must(await propose(nari, first));
    const b = must(await propose(bora, first));
    must(await closeStore(database, office, { storeId }));
    expect([await stateOf(a.visitId), await stateOf(b.visitId)]).toEqual(["cancelled", "declined"]);
    expect(await told("visit_store_closed")).toBe(2);
    expect(codesOf(await propose(nari, first))).toEqual(["visit.store_gone"]);
  });

  test("that may be told to nobody any more, or leaves the campaign, takes no visits", async () => {
    const { database, merchant, storeId, campaignId, propose, nari, first, stateOf } = await visitStage();
    const { visitId } = must(await propose(nari, first));
    must(await withdrawConsent(database, merchant, { accountId: merchant.accountId, kind: "passing_on" }, { now }));
    expect(await stateOf(visitId)).toBe("cancelled");
    expect(codesOf(await leaveCampaign(database, merchant, { storeId, campaignId }, now))).toEqual([
      "campaign.not_joined",
    ]);
    const join = { storeId, campaignId, capacity: 1, houseRules: "", agreesAtOnce: true };
    expect(codesOf(await joinCampaign(database, merchant, join, now))).toEqual(["campaign.store_not_receiving"]);
  });

  test("whose people are about to leave, or that no longer receives visitors, is not asked any more", async () => {
    const { database, merchant, storeId, campaignId, propose, nari, bora, first, second } = await visitStage();
    const shown = async () =>
      (await listPlaces(database, { campaignId, creatorId: nari.accountId }, now)).places.length;
    expect(await shown()).toBe(1);
    await database.account.update({ where: { id: merchant.accountId }, data: { closingAt: now } });
    expect(await shown()).toBe(0);
    expect(codesOf(await propose(nari, first))).toEqual(["visit.store_gone"]);
    await database.account.update({ where: { id: merchant.accountId }, data: { closingAt: null } });
    await database.store.update({ where: { id: storeId }, data: { visitable: false } });
    expect(await shown()).toBe(0);
    expect(codesOf(await propose(bora, second))).toEqual(["visit.store_gone"]);
  });

  test("is in the list of a campaign of very many, or counted; whoever keeps it in mind sees it first", async () => {
    const { database, storeId, campaignId, nari, merchant } = await visitStage();
    const { id: _id, issues: _issues, ...store } = await database.store.findUniqueOrThrow({ where: { id: storeId } });
    const names = Array.from({ length: 204 }, (_, at) => `가게 ${String(at + 1).padStart(3, "0")}`);
    const stores = await database.store.createManyAndReturn({
      data: names.map((name, at) => ({ ...store, name, slug: `store-${at}`, businessNumber: `${1_000_000_000 + at}` })),
      select: { id: true, name: true },
    });
    const ids = stores.map(({ id }) => id);
    const { accountId } = merchant;
    await database.storeMember.createMany({ data: ids.map((id) => ({ storeId: id, accountId })) });
    await database.campaignStore.createMany({ data: ids.map((id) => ({ storeId: id, campaignId, capacity: 1 })) });
    const list = () => listPlaces(database, { campaignId, creatorId: nari.accountId }, now);
    expect(await list()).toMatchObject({ places: { length: 200 }, more: 5 });

    const last = stores.find(({ name }) => name === "가게 204")?.id ?? "";
    await setShortlisted(database, { campaignId, creatorId: nari.accountId, storeId: last, on: true });
    const { places, more } = await list();
    expect(places[0]).toMatchObject({ name: "가게 204", shortlisted: true });
    expect([new Set(places.map((place) => place.storeId)).size, more]).toEqual([201, 4]);
  });

  test("of a kind that the campaign does not cover cannot join it", async () => {
    const { database, merchant, storeId, campaignId } = await visitStage();
    await database.store.update({ where: { id: storeId }, data: { kind: "craft" } });
    const join = { storeId, campaignId, capacity: 1, houseRules: "", agreesAtOnce: true };
    expect(codesOf(await joinCampaign(database, merchant, join, now))).toEqual(["campaign.store_not_covered"]);
  });

  test("is not bound by whoever types for its merchant", async () => {
    const { database, merchant, storeId, propose, nari, first } = await visitStage({ agreesAtOnce: false });
    const { visitId } = must(await propose(nari, first));
    const helper = { ...merchant, onBehalfOfId: merchant.accountId };
    expect(codesOf(await answerVisit(database, helper, { storeId, visitId, answer: "agree" }, now))).toEqual([
      "help.only_merchant",
    ]);
  });
});
