import { colours, type DemonstrationStore, freshFood } from "./store.ts";

const herbs = { name: "약령댁", phone: "02-0000-2104", address: "서울특별시 동대문구 고산자로36길 3" };
const anchovies = { name: "중부바다상회", phone: "02-0000-2105", address: "서울특별시 중구 을지로36길 35" };

export const marketStalls: DemonstrationStore[] = [
  {
    ...herbs,
    slug: "gyeongdong-herbs",
    kind: "traditional_market",
    businessNumber: "2040820133",
    mailOrderNumber: "제2025-서울동대문-9004호",
    postcode: "02571",
    districtCode: "11230",
    market: { name: "경동시장", address: "서울특별시 동대문구 고산자로36길 3" },
    foundedYear: 1983,
    story:
      "약령댁 앞을 지나면 걸음이 느려져요. 대추 달이는 냄새 때문이죠. 가을이면 보은과 경산을 돌며 직접 고른 것만 말려서 팝니다. 어떻게 달이는지 물어보면 종이에 적어 드려요.",
    hours: "매일 07:30–18:00, 둘째 일요일은 쉽니다",
    visitable: true,
    front: {
      ...{ wall: "#efe2c6", board: "#7a3b2c", stripe: "#5d8a3c", door: "#6b4a30" },
      ...{ wares: ["greens", "fruit", "sacks"], roof: "flat", beside: "lantern" },
    },
    products: [
      {
        sku: "YR-01",
        name: "햇대추 말린 것 500g",
        categoryKey: "FOOD",
        price: 16_000,
        stock: 70,
        origin: "국내산",
        description: "<p>올가을 딴 대추를 햇볕과 바람에 말렸어요. 씻어서 그대로 차를 끓이세요.</p>",
        tags: ["대추", "건대추", "대추차"],
        notice: freshFood(herbs, {
          ...{ foodItem: "건대추", weight: "500g, 1봉", amount: "1봉", size: "별초" },
          ...{ productComposition: "건대추 500g 1봉", keep: "서늘하고 마른 곳에 보관하세요." },
        }),
        picture: { shape: "fruitBowl", palette: colours("#efe9dc", "#7c2a1e", "#a23a28", "#e6ecdd") },
        selected: true,
      },
    ],
  },
  {
    ...anchovies,
    slug: "jungbu-anchovies",
    kind: "traditional_market",
    businessNumber: "2010720141",
    mailOrderNumber: "제2025-서울중구-9005호",
    postcode: "04559",
    districtCode: "11140",
    market: { name: "중부시장", address: "서울특별시 중구 을지로36길 35" },
    foundedYear: 1971,
    story:
      "새벽 네 시, 남해에서 올라온 상자를 하나씩 열어 맛부터 봐요. 짜지 않고 단맛이 도는 것만 저울에 올립니다. 국물이 맑게 우러나는 날이면 강 사장님 목소리도 커져요.",
    hours: "월–토 04:00–15:00",
    visitable: false,
    front: {
      ...{ wall: "#dfe3e1", board: "#24506b", stripe: "#24506b", door: "#4b5a60" },
      ...{ wares: ["fish", "sacks", "fish"], roof: "flat", beside: "bicycle" },
    },
    products: [
      {
        sku: "JB-01",
        name: "통영 볶음용 잔멸치 400g",
        categoryKey: "FOOD",
        price: 19_000,
        stock: 55,
        origin: "국내산",
        description: "<p>한입에 씹히는 잔멸치예요. 기름 없이 한 번만 덖어 견과와 볶으세요.</p>",
        tags: ["잔멸치", "볶음멸치", "건어물"],
        notice: freshFood(anchovies, {
          ...{ foodItem: "건멸치", weight: "400g, 1봉", amount: "1봉", size: "3cm 안팎" },
          ...{ productComposition: "잔멸치 400g 1봉", keep: "밀봉해 냉동 보관하세요." },
        }),
        picture: { shape: "bowl", palette: colours("#3f6675", "#2b4854", "#c7ced0", "#e7eef0", "#a9835b") },
      },
    ],
  },
];
