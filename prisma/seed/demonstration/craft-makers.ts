import { accessory, colours, type DemonstrationStore, kitchenware, otherGoods } from "./store.ts";

const iron = { name: "문래 쇠붙이공방", phone: "02-0000-2107", address: "서울특별시 영등포구 도림로128가길 13" };
const knits = { name: "해방촌 편물방", phone: "02-0000-2108", address: "서울특별시 용산구 신흥로12길 5" };

export const craftMakers: DemonstrationStore[] = [
  {
    ...iron,
    slug: "mullae-iron",
    kind: "craft",
    businessNumber: "1071620161",
    mailOrderNumber: "제2025-서울영등포-9007호",
    postcode: "07294",
    districtCode: "11560",
    foundedYear: 2009,
    story:
      "쇳가루 날리던 골목에서 기계 부품을 깎던 구 사장님이, 이제는 집에서 쓸 물건을 두드립니다. 모서리는 손으로 하나씩 갈아요. 쓰다가 녹이 슬면 가져오세요, 다시 닦아 드려요.",
    hours: "월–금 10:00–19:00",
    visitable: true,
    front: {
      ...{ wall: "#d9d2c8", board: "#3a4247", stripe: "#8a5a3a", door: "#4a5258" },
      ...{ wares: ["irons", "sacks", "irons"], roof: "flat", beside: "lantern" },
    },
    products: [
      {
        sku: "ML-01",
        name: "두드린 쇠 책받침 한 쌍",
        categoryKey: "ETC",
        price: 42_000,
        stock: 18,
        origin: "국내산",
        description: "<p>두께 3mm 쇠판을 접고 두드려 만들었어요. 두꺼운 책도 밀리지 않게 바닥에 펠트를 붙였어요.</p>",
        tags: ["북엔드", "책받침대", "철제"],
        notice: otherGoods(iron, "쇠 책받침", "ML-01"),
        picture: { shape: "bookends", palette: colours("#4c555b", "#2f363a", "#b8743a", "#e8e2d8", "#8f6a4a") },
        selected: true,
      },
      {
        sku: "ML-02",
        name: "쇠 냄비받침",
        categoryKey: "KITCHEN_UTENSILS",
        price: 24_000,
        stock: 30,
        origin: "국내산",
        description: "<p>뜨거운 냄비를 올려도 휘지 않아요. 벽에 걸어 두어도 좋아요.</p>",
        tags: ["냄비받침", "철제주방"],
        notice: kitchenware(iron, {
          ...{ itemName: "냄비받침", modelName: "ML-02", material: "탄소강, 콩기름 마감" },
          ...{ component: "냄비받침 1개", size: "18×18×2cm" },
        }),
        picture: { shape: "trivet", palette: colours("#5a6268", "#34393d", "#a98458", "#efe6da") },
      },
    ],
  },
  {
    ...knits,
    slug: "haebangchon-knits",
    kind: "craft",
    businessNumber: "1061820177",
    mailOrderNumber: "제2025-서울용산-9008호",
    postcode: "04334",
    districtCode: "11170",
    market: { name: "신흥시장", address: "서울특별시 용산구 신흥로 95-9" },
    foundedYear: 1996,
    story:
      "편물 공장이 빼곡하던 언덕에서 마지막까지 손편물기를 돌리는 집이에요. 어머니는 짜고 딸은 빛깔을 고릅니다. 올이 풀리면 언제든 고쳐 드려요.",
    hours: "목–일 12:00–19:00",
    visitable: true,
    front: {
      ...{ wall: "#e9ddd3", board: "#8a5a7d", stripe: "#4f7a76", door: "#7b4a4a" },
      ...{ wares: ["yarn", "yarn", "sacks"], roof: "gable", beside: "tree" },
    },
    products: [
      {
        sku: "HB-01",
        name: "언덕집 양털 목도리",
        categoryKey: "FASHION_ITEMS",
        price: 46_000,
        stock: 24,
        origin: "국내산",
        description: "<p>손편물기로 한 줄씩 짠 목도리예요. 가볍고 따갑지 않아 아이도 두를 수 있어요.</p>",
        tags: ["목도리", "손뜨개", "양모"],
        notice: accessory(knits, {
          ...{ type: "목도리", material: "양모 100%", size: "30×170cm" },
          caution: "찬물에 중성세제로 손세탁하고 뉘어서 말리세요.",
        }),
        option: { name: "색상", stocks: { 벽돌색: 8, 이끼색: 10, 달빛색: 6 } },
        picture: { shape: "scarf", palette: colours("#b9523f", "#f0e2c6", "#96402f", "#e5ece9", "#a88560") },
      },
      {
        sku: "HB-02",
        name: "뜨개 동전주머니",
        categoryKey: "FASHION_ITEMS",
        price: 18_000,
        stock: 35,
        origin: "국내산",
        description: "<p>목도리를 짜고 남은 실로 떴어요. 같은 빛깔이 두 번 나오지 않아요.</p>",
        tags: ["동전지갑", "손뜨개"],
        notice: accessory(knits, {
          ...{ type: "동전지갑", material: "양모 80%, 면 20%", size: "11×9cm" },
          caution: "찬물에 손세탁하세요.",
        }),
        picture: { shape: "wallet", palette: colours("#8a5a7d", "#f0e2c6", "#d9b45b", "#e5ece9") },
      },
    ],
  },
];
