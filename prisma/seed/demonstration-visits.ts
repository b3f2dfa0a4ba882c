import type { Actor } from "#app/domain/account/actor.ts";
import { createCampaign } from "#app/domain/campaign/create-campaign.ts";
import { joinCampaign } from "#app/domain/campaign/join-campaign.ts";
import { openCampaign } from "#app/domain/campaign/open-campaign.ts";
import { addChannel } from "#app/domain/creator/add-channel.ts";
import { decideChannel } from "#app/domain/creator/confirm-channel.ts";
import { saveProfile } from "#app/domain/creator/save-profile.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { acceptPromotion } from "#app/domain/promotion/decide-promotion.ts";
import { enterViews } from "#app/domain/promotion/enter-views.ts";
import { handIn } from "#app/domain/promotion/hand-in.ts";
import { addSlot } from "#app/domain/visit/add-slot.ts";
import { setShortlisted } from "#app/domain/visit/list-places.ts";
import { proposeVisit } from "#app/domain/visit/propose-visit.ts";
import { daysLater, seoulDay } from "#app/domain/visit/seoul-time.ts";
import { tellOutcome } from "#app/domain/visit/tell-outcome.ts";
import type { Database } from "#app/services/database/database.ts";
import { creators, officeEmail } from "./demonstration/people.ts";

/**
 * A campaign of visits that has run for three weeks: one visit is told of on a store's page, one took place yesterday and nobody has said
 * how it went, one waits for the store's answer. A campaign that is there stays as it is.
 */
export async function seedVisits(database: Database, now = new Date()): Promise<void> {
  if ((await database.campaign.count()) > 0) return;
  const begun = daysLater(now, -21);
  const day = (days: number) => seoulDay(daysLater(now, days));
  const office = await actorOf(database, { email: officeEmail });
  const [nari, saegil] = [
    await actorOf(database, { email: creators.nari }),
    await actorOf(database, { email: creators.saegil }),
  ];
  await introduce(database, office, nari, {
    penName: "골목나리",
    introduction: "서울의 오래된 골목을 걷고, 가게 주인의 이야기를 글로 옮겨요. 한 달에 네 곳쯤 찾아가요.",
    themes: ["food", "alleys", "people"],
    areas: ["11110", "11140"],
    address: "https://golmok-nari.example/",
  });
  await introduce(database, office, saegil, {
    penName: "새길기록",
    introduction: "시장과 공방에서 손으로 만드는 모습을 사진과 짧은 영상으로 남겨요.",
    themes: ["craft", "cooking", "history"],
    areas: ["11110", "11230"],
    address: "https://saegil-note.example/",
  });

  const { campaignId } = must(
    await createCampaign(
      database,
      office,
      {
        ...{
          name: "겨울 골목 탐방",
          startsOn: day(-21),
          endsOn: day(60),
          kinds: ["hundred_year", "traditional_market"],
        },
        ...{ benefit: "food", benefitValue: "30,000원", contentDays: 14 },
        duties: "가게의 손과 이야기가 보이게 글이나 영상을 하나 올리고, 대가를 받았다는 표시를 맨 앞에 적어 주세요.",
      },
      begun,
    ),
  );
  must(await openCampaign(database, office, { campaignId }, begun));
  const oil = await joinIn("baeksong-oil", {
    capacity: 6,
    agreesAtOnce: true,
    houseRules: "기름을 짜는 아침 여덟 시부터 열 시까지는 기계 가까이 오지 말아 주세요.",
  });
  const herbs = await joinIn("gyeongdong-herbs", {
    capacity: 3,
    agreesAtOnce: false,
    houseRules: "손님이 계실 때는 얼굴이 나오지 않게 찍어 주세요.",
  });
  const past = await oil.slot(-10, "14:00", "15:00");
  const yesterday = await oil.slot(-1, "10:00", "11:00");
  for (const days of [3, 6]) for (const [from, to] of times) await oil.slot(days, from, to);
  const asked = await herbs.slot(4, "15:00", "16:00");
  await herbs.slot(5, "10:00", "11:00");

  const { visitId } = must(
    await proposeVisit(database, saegil, { slotId: past, request: "압착기를 찍고 싶어요" }, begun),
  );
  must(
    await tellOutcome(
      database,
      oil.merchant,
      { storeId: oil.storeId },
      { visitId, outcome: "visited" },
      daysLater(now, -9),
    ),
  );
  must(await proposeVisit(database, nari, { slotId: yesterday, request: "첫 기름을 짜는 모습이 궁금해요" }, begun));
  must(
    await proposeVisit(
      database,
      nari,
      { slotId: asked, request: "대추 달이는 법을 배우고 싶어요" },
      daysLater(now, -1),
    ),
  );
  for (const { storeId } of [herbs, oil]) {
    await setShortlisted(database, { creatorId: nari.accountId, campaignId, storeId, on: true });
  }
  await publish(visitId);

  async function joinIn(slug: string, terms: { capacity: number; agreesAtOnce: boolean; houseRules: string }) {
    const store = await database.store.findUniqueOrThrow({ where: { slug }, include: { members: true } });
    const merchant = { kind: "person", accountId: store.members[0]?.accountId ?? "", role: "merchant" } as const;
    const storeId = store.id;
    must(await joinCampaign(database, merchant, { storeId, campaignId, ...terms }, begun));
    const slot = async (days: number, from: string, to: string) =>
      must(await addSlot(database, merchant, { storeId, campaignId, day: day(days), from, to }, begun)).slotId;
    return { storeId, merchant, slot };
  }

  async function publish(of: string): Promise<void> {
    const channel = await database.creatorChannel.findFirstOrThrow({ where: { creatorId: saegil.accountId } });
    const product = await database.product.findFirst({ where: { store: { slug: "baeksong-oil" }, sku: "BS-11" } });
    const { promotionId } = must(
      await handIn(
        database,
        saegil,
        {
          ...{ visitId: of, channelId: channel.id, address: "https://saegil-note.example/baeksong-oil" },
          ...{ form: "text", publishedOn: day(-8), title: "할아버지의 압착기가 아직 도는 기름집" },
          opening: "백송기름집에서 들기름 한 병을 무료로 제공받아 적었어요. 자하문로 모퉁이를 돌면 냄새가 먼저 와요.",
          productIds: product ? [product.id] : [],
        },
        daysLater(now, -8),
      ),
    );
    must(await acceptPromotion(database, office, { promotionId }, daysLater(now, -7)));
    for (const [days, views] of [
      [-7, 180],
      [-6, 420],
      [-5, 690],
      [-3, 1_130],
      [-1, 1_480],
    ] as const) {
      must(await enterViews(database, saegil, { promotionId, day: day(days), views: String(views) }, now));
    }
  }
}

const times = [
  ["10:30", "11:30"],
  ["14:00", "15:00"],
] as const;

interface Introduction {
  penName: string;
  introduction: string;
  themes: ("food" | "alleys" | "people" | "craft" | "cooking" | "history")[];
  areas: string[];
  address: string;
}

async function introduce(
  database: Database,
  office: Actor,
  creator: Actor,
  { address, areas, ...profile }: Introduction,
): Promise<void> {
  must(
    await saveProfile(database, creator, {
      ...profile,
      areas: areas as "11110"[],
      languages: ["ko"],
      agreedTo: "2026-11",
    }),
  );
  const { channelId } = must(await addChannel(database, creator, { platform: "other", address }));
  must(await decideChannel(database, office, { channelId, confirm: true }));
}

async function actorOf(database: Database, where: { email: string }) {
  const { id, role } = await database.account.findUniqueOrThrow({ where });
  return { kind: "person" as const, accountId: id, role };
}

function must<Result>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.result;
  throw new Error(`The sample campaign could not be loaded: ${outcome.issues.map(({ code }) => code).join(", ")}`);
}
