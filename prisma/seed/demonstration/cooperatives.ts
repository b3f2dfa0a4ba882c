import { colours, type DemonstrationStore, processedFood } from "./store.ts";

const farmers = { name: "수유도시농부협동조합", phone: "02-0000-2106", address: "서울특별시 강북구 도봉로73길 41" };

export const cooperatives: DemonstrationStore[] = [
  {
    // Its catalog is for whoever tries the program: examples/catalog.xlsx.
    name: "망원시장 협동조합",
    phone: "02-0000-2101",
    address: "서울특별시 마포구 포은로8길 14",
    slug: "mangwon-cooperative",
    kind: "cooperative",
    businessNumber: "1058220103",
    mailOrderNumber: "제2025-서울마포-9001호",
    postcode: "04018",
    districtCode: "11440",
    market: { name: "망원시장", address: "서울특별시 마포구 포은로8길 14" },
    foundedYear: 2014,
    story:
      "망원시장 상인 서른네 명이 함께 꾸리는 조합이에요. 반찬집과 방앗간, 공방의 물건을 한자리에 모아 같이 포장하고 같이 보냅니다. 장사가 서툰 젊은 가게에는 먼저 시작한 이웃이 길을 알려 줘요.",
    hours: "매일 10:00–20:00",
    visitable: true,
    front: {
      ...{ wall: "#f1e4c8", board: "#b8513a", stripe: "#0f5c4d", door: "#7d5a36" },
      ...{ wares: ["greens", "fruit", "fish"], roof: "gable", beside: "bicycle" },
    },
    products: [],
  },
  {
    ...farmers,
    slug: "gangbuk-farmers",
    kind: "cooperative",
    businessNumber: "2108220157",
    mailOrderNumber: "제2025-서울강북-9006호",
    postcode: "01075",
    districtCode: "11305",
    market: { name: "수유전통시장", address: "서울특별시 강북구 도봉로73길 50" },
    foundedYear: 2017,
    story:
      "옥상과 텃밭에서 키운 것을 모아 파는 이웃들의 조합이에요. 남는 토마토로 졸임을 끓인 것이 시작이었어요. 지금은 북한산 아래 밭 네 곳에서 스물두 집이 함께 기릅니다.",
    hours: "수–일 11:00–19:00",
    visitable: true,
    front: {
      ...{ wall: "#e7ead9", board: "#49722f", stripe: "#d98a2f", door: "#7a5a3a" },
      ...{ wares: ["fruit", "greens", "jars"], roof: "gable", beside: "tree" },
    },
    products: [
      {
        sku: "SY-01",
        name: "텃밭 토마토 졸임 350g",
        categoryKey: "GENERAL_FOOD",
        price: 14_000,
        stock: 45,
        origin: "국내산",
        description: "<p>잘 익은 토마토에 바질과 소금만 넣고 졸였어요. 빵에도 국수에도 잘 어울려요.</p>",
        tags: ["토마토소스", "협동조합", "도시농부"],
        notice: processedFood(farmers, {
          ...{ productName: "토마토 졸임", foodType: "소스", weight: "350g, 1병", amount: "1병" },
          ...{ ingredients: "토마토 96%(국내산), 바질, 천일염(국내산)", consumptionDateText: "제조일로부터 6개월" },
        }),
        picture: { shape: "jar", palette: colours("#c23f2a", "#8a2a1c", "#5d8a3c", "#eef0dd") },
      },
      {
        sku: "SY-02",
        name: "옥상 허브차 20개",
        categoryKey: "GENERAL_FOOD",
        price: 13_000,
        stock: 60,
        origin: "국내산",
        description: "<p>박하와 레몬밤을 그늘에서 말렸어요. 자기 전에 마시기 좋아요.</p>",
        tags: ["허브차", "페퍼민트"],
        notice: processedFood(farmers, {
          ...{ productName: "옥상 허브차", foodType: "침출차", weight: "20g, 20개", amount: "1g 20개" },
          ...{ ingredients: "박하 60%, 레몬밤 40%(국내산)", consumptionDateText: "제조일로부터 18개월" },
        }),
        picture: { shape: "box", palette: colours("#8fae6b", "#5f7f45", "#f3ead7", "#f2ecdd") },
      },
    ],
  },
];
