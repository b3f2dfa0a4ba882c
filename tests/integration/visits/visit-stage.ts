import { createCampaign } from "#app/domain/campaign/create-campaign.ts";
import { joinCampaign } from "#app/domain/campaign/join-campaign.ts";
import { openCampaign } from "#app/domain/campaign/open-campaign.ts";
import { addChannel } from "#app/domain/creator/add-channel.ts";
import { decideChannel } from "#app/domain/creator/confirm-channel.ts";
import { saveProfile } from "#app/domain/creator/save-profile.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { addSlot } from "#app/domain/visit/add-slot.ts";
import { proposeVisit } from "#app/domain/visit/propose-visit.ts";
import type { Database } from "#app/services/database/database.ts";
import { giveWord } from "#prisma/seed/give-word.ts";
import { testDatabase } from "#tests/database.ts";

export const now = new Date("2026-12-01T00:00:00Z");
export const later = (days: number, hours = 0) => new Date(now.getTime() + days * 86_400_000 + hours * 3_600_000);

export const codesOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.issues.map(({ code }) => code));

export function must<Result>(outcome: Outcome<Result>): Result {
  if (!outcome.ok) throw new Error(outcome.issues.map(({ code }) => code).join(", "));
  return outcome.result;
}

export async function addCreator(database: Database, penName: string) {
  const { id } = await database.account.create({
    data: {
      role: "creator",
      name: `${penName} 본명`,
      email: `${encodeURIComponent(penName)}@example.com`.toLowerCase(),
    },
  });
  const actor = { kind: "person", accountId: id, role: "creator" } as const;
  must(
    await saveProfile(database, actor, {
      ...{ penName, introduction: "골목을 다녀요", themes: ["food"], languages: ["ko"], agreedTo: "2026-11" },
    }),
  );
  return actor;
}

export async function addStore(database: Database, slug: string, businessNumber: string, phone: string) {
  const merchant = await database.account.create({ data: { role: "merchant", name: "백정숙", phone } });
  const store = await database.store.create({
    data: {
      ...{ slug, kind: "hundred_year", state: "approved", name: "백송기름집", ownerName: "백정숙", visitable: true },
      ...{ businessNumber, phone: "02-123-4567", postcode: "03036", address: "서울특별시 종로구 자하문로15길 18-1" },
      ...{ districtCode: "11110", hours: "월–토 08:00–18:30" },
      members: { create: { accountId: merchant.id } },
    },
  });
  const actor = { kind: "person", accountId: merchant.id, role: "merchant" } as const;
  await giveWord(database, actor, store.id);
  return { storeId: store.id, merchant: actor };
}

/** A campaign that is open, a store in it with two slots, two creators and an office. */
export async function visitStage({ capacity = 2, agreesAtOnce = true, benefit = "food" as "food" | "none" } = {}) {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const account = await database.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  const office = { kind: "person", accountId: account.id, role: "office" } as const;
  const { storeId, merchant } = await addStore(database, "oil", "1010420118", "+821012345678");
  const [nari, bora] = [await addCreator(database, "나리"), await addCreator(database, "보라")];
  const { campaignId } = must(
    await createCampaign(
      database,
      office,
      {
        ...{ name: "겨울 골목 탐방", startsOn: "2026-12-01", endsOn: "2026-12-31", kinds: ["hundred_year"] },
        ...{ benefit, benefitValue: benefit === "none" ? "" : "30,000원", duties: "글 하나", contentDays: 14 },
      },
      now,
    ),
  );
  must(await openCampaign(database, office, { campaignId }, now));
  const join = { storeId, campaignId, capacity, houseRules: "손님이 있을 때는 찍지 말아 주세요", agreesAtOnce };
  must(await joinCampaign(database, merchant, join, now));
  const slotAt = async (day: string, from: string, to: string) =>
    must(await addSlot(database, merchant, { storeId, campaignId, day, from, to }, now)).slotId;
  const [first, second] = [await slotAt("2026-12-05", "10:00", "11:00"), await slotAt("2026-12-05", "14:00", "15:00")];
  return {
    ...{ database, office, merchant, storeId, campaignId, nari, bora, first, second, slotAt },
    propose: (who: typeof nari, slotId: string, at = now) => proposeVisit(database, who, { slotId }, at),
    stateOf: async (visitId: string) => (await database.visit.findUniqueOrThrow({ where: { id: visitId } })).state,
    told: async (template: string) => database.outboxMessage.count({ where: { template } }),
    async confirmedChannel(who: typeof nari, address = "https://blog.naver.com/alley_nari") {
      const { channelId } = must(await addChannel(database, who, { platform: "naver_blog", address }));
      must(await decideChannel(database, office, { channelId, confirm: true }, now));
      return channelId;
    },
  };
}
