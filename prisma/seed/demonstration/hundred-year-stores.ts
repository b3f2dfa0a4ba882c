import { colours, type DemonstrationStore, otherGoods, processedFood } from "./store.ts";

const oilMill = { name: "백송기름집", phone: "02-0000-2102", address: "서울특별시 종로구 자하문로15길 18-1" };
const brushes = { name: "혜화필방", phone: "02-0000-2103", address: "서울특별시 성북구 동소문로2길 7" };

export const hundredYearStores: DemonstrationStore[] = [
  {
    ...oilMill,
    slug: "baeksong-oil",
    kind: "hundred_year",
    businessNumber: "1010420118",
    mailOrderNumber: "제2025-서울종로-9002호",
    postcode: "03036",
    districtCode: "11110",
    market: { name: "통인시장", address: "서울특별시 종로구 자하문로15길 18" },
    foundedYear: 1957,
    story:
      "시장 어귀에 기름 짜는 소리가 나면 백송기름집이 문을 연 거예요. 할아버지가 들여온 압착기를 지금도 닦고 조여 씁니다. 깨는 그날 쓸 만큼만 볶고, 첫 기름이 맑아질 때까지 기다려요.",
    hours: "월–토 08:00–18:30, 일요일은 쉽니다",
    visitable: true,
    designation: { number: "백년가게-서울-0117", from: -1, to: 2 },
    front: {
      ...{ wall: "#ead9bd", board: "#3d5a4c", stripe: "#b8513a", door: "#7a4a2b" },
      ...{ wares: ["jars", "sacks", "jars"], roof: "tiles", beside: "tree" },
    },
    products: [
      {
        sku: "BS-11",
        name: "백송 들깨기름 180ml",
        categoryKey: "GENERAL_FOOD",
        price: 21_000,
        stock: 40,
        origin: "국내산",
        description: "<p>볶지 않은 들깨를 낮은 온도에서 천천히 눌러 짰어요. 나물에 한 숟갈이면 충분해요.</p>",
        tags: ["들기름", "저온압착", "백년가게"],
        notice: processedFood(oilMill, {
          ...{ productName: "들깨기름", foodType: "들기름", weight: "180ml, 1병", amount: "1병" },
          ...{ ingredients: "들깨 100%(국내산)", consumptionDateText: "제조일로부터 9개월" },
        }),
        picture: { shape: "bottle", palette: colours("#9a6a24", "#4a3316", "#5f7f45", "#f1e7d3") },
        selected: true,
      },
      {
        sku: "BS-12",
        name: "갓 볶은 통깨 200g",
        categoryKey: "GENERAL_FOOD",
        price: 12_000,
        stock: 80,
        origin: "국내산",
        description: "<p>보내는 날 아침에 볶아 식히자마자 담아요. 봉투를 열면 향부터 달라요.</p>",
        tags: ["통깨", "볶음참깨"],
        notice: processedFood(oilMill, {
          ...{ productName: "볶은 통깨", foodType: "기타가공품", weight: "200g, 1봉", amount: "1봉" },
          ...{ ingredients: "참깨 100%(국내산)", consumptionDateText: "제조일로부터 6개월" },
        }),
        picture: { shape: "pouch", palette: colours("#d9b87a", "#8c6a36", "#b8513a", "#eef0e4") },
      },
    ],
  },
  {
    ...brushes,
    slug: "hyehwa-brushes",
    kind: "hundred_year",
    businessNumber: "2091320127",
    mailOrderNumber: "제2025-서울성북-9003호",
    postcode: "02832",
    districtCode: "11290",
    foundedYear: 1949,
    story:
      "붓 한 자루에 손이 백오십 번 간다고 해요. 혜화필방은 세 대째 털을 고르고 풀어 붓을 맵니다. 처음 붓을 잡는 아이에게도 맞는 붓을 골라 드려요.",
    hours: "화–토 10:00–18:00",
    visitable: true,
    designation: { number: "백년가게-서울-0042", from: -5, to: -2 },
    front: {
      ...{ wall: "#e4dccb", board: "#4a3a30", stripe: "#35506b", door: "#5b4536" },
      ...{ wares: ["brushes", "jars", "brushes"], roof: "tiles", beside: "lantern" },
    },
    products: [
      {
        sku: "HP-01",
        name: "첫 붓 세 자루 모음",
        categoryKey: "ETC",
        price: 38_000,
        stock: 25,
        origin: "국내산",
        description: "<p>가는 붓, 중간 붓, 큰 붓을 한 벌로 묶었어요. 쓰고 난 뒤 씻고 말리는 법도 적어 넣어요.</p>",
        tags: ["붓", "서예", "붓세트"],
        notice: otherGoods(brushes, "붓 모음", "HP-01"),
        picture: { shape: "box", palette: colours("#c9a878", "#8a5f3a", "#35506b", "#ece6dc", "#9b7653") },
      },
      {
        sku: "HP-02",
        name: "솔그을음 먹물 250ml",
        categoryKey: "ETC",
        price: 15_000,
        stock: 60,
        origin: "국내산",
        description: "<p>소나무 그을음으로 만든 먹을 갈아 담았어요. 마르면 푸른빛이 살짝 돌아요.</p>",
        tags: ["먹물", "서예"],
        notice: otherGoods(brushes, "먹물", "HP-02"),
        picture: { shape: "bottle", palette: colours("#23252a", "#101114", "#8a3a2b", "#e9e4da", "#a27d56") },
      },
    ],
  },
];
