import type { DemonstrationStore } from "./store.ts";

/** Stores that have applied and do not take part yet: the office still has something to do with them. */
export const newcomers: DemonstrationStore[] = [
  {
    name: "대림골목 두부집",
    phone: "02-0000-2109",
    address: "서울특별시 은평구 응암로21길 12",
    slug: "daerim-tofu",
    kind: "traditional_market",
    businessNumber: "1100820217",
    mailOrderNumber: "제2026-서울은평-9009호",
    postcode: "03473",
    districtCode: "11380",
    market: { name: "대림시장", address: "서울특별시 은평구 응암로21길 10" },
    foundedYear: 1996,
    story:
      "새벽 다섯 시에 콩을 갈아요. 간수로 굳힌 두부는 점심 전에 거의 다 나가고, 남은 비지는 이웃에게 그냥 드립니다.",
    hours: "매일 06:00–19:00",
    visitable: true,
    front: {
      ...{ wall: "#efe6d2", board: "#35506b", stripe: "#c98a3a", door: "#6b4a30" },
      ...{ wares: ["sacks", "greens", "jars"], roof: "flat", beside: "bicycle" },
    },
    products: [],
    waits: true,
  },
  {
    name: "성수 가죽작업실",
    phone: "02-0000-2110",
    address: "서울특별시 성동구 연무장길 33",
    slug: "seongsu-leather",
    kind: "craft",
    businessNumber: "2061520234",
    mailOrderNumber: "제2026-서울성동-9010호",
    postcode: "04782",
    districtCode: "11200",
    foundedYear: 2015,
    story: "구두를 짓던 손으로 지갑과 필통을 만들어요. 실 한 땀도 기계로 박지 않습니다.",
    hours: "화–토 11:00–19:00",
    visitable: false,
    front: {
      ...{ wall: "#dcd3c6", board: "#5b3f2e", stripe: "#7a3b2c", door: "#4a3a30" },
      ...{ wares: ["yarn", "irons", "brushes"], roof: "gable", beside: "lantern" },
    },
    products: [],
    givenBack: [
      { field: "craft_certificate", note: "소공인 확인서의 아랫부분이 잘렸어요. 도장까지 보이게 다시 찍어 주세요." },
      { field: "mail_order_number", note: "신고번호가 구청에 등록된 번호와 달라요. 신고증을 보고 다시 적어 주세요." },
    ],
  },
];
