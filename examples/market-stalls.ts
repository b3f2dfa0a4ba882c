import { type Example, freshFood, type Maker, processedFood, sold, warm } from "./sheet.ts";

const banchan: Maker = { name: "망원시장 고향반찬", place: "서울특별시 마포구 망원로 8길", phone: "02-0000-1101" };
const driedFish: Maker = { name: "은하건어물", place: "서울특별시 중구 을지로 36길", phone: "02-0000-1102" };
const riceCake: Maker = { name: "통인시장 옥이떡방", place: "서울특별시 종로구 자하문로 15길", phone: "02-0000-1103" };

const processed = "가공식품";
const fresh = "식품(농·축·수산물)";

/** Market stalls: side dishes, dried fish, rice cakes. */
export const marketStalls: Example[] = [
  {
    cells: {
      ...sold("BC-001", "깻잎장아찌 300g", "12000", "40", banchan, {
        카테고리: processed,
        원산지: "국내산(충남 금산)",
        상세설명: "금산 깻잎을 멸치 육수 간장에 사흘 재웠어요. 망원시장에서 22년째 같은 손맛으로 담급니다.",
        사진: "깻잎장아찌.jpg",
        배송비: "3000",
        태그: "깻잎,장아찌,밑반찬",
      }),
      ...processedFood(banchan, {
        ...{ name: "깻잎장아찌", type: "절임식품", weight: "300g, 1통", amount: "1통" },
        ...{ packed: "2026-11-16", useBy: "2027-02-15" },
        ingredients: "깻잎 70%(국내산), 간장(대두: 국내산), 멸치육수, 설탕, 마늘(국내산). 대두, 밀, 멸치 함유",
      }),
    },
    shape: "jar",
    palette: warm("#4f6b3a", "#2f3f2a", "#7d9a4d"),
    photos: [{ file: "깻잎장아찌.jpg" }],
  },
  {
    cells: {
      ...sold("BC-002", "무말랭이무침 400g", "13,000원", "35", banchan, {
        카테고리: processed,
        원산지: "국산",
        상세설명: "가을무를 썰어 볕에 말린 뒤 고춧가루와 조청에 무쳤어요. 꼬들꼬들해서 밥도둑이에요.",
        배송비: "3000",
        태그: "무말랭이,밑반찬",
      }),
      ...processedFood(banchan, {
        ...{ name: "무말랭이무침", type: "절임식품", weight: "400g, 1통", amount: "1통" },
        ...{ packed: "2026.11.17", useBy: "2027.01.16" },
        ingredients: "무말랭이 60%(국내산), 고춧가루(국내산), 조청, 간장, 마늘(국내산). 대두, 밀 함유",
      }),
    },
    shape: "bowl",
    palette: warm("#f4efe4", "#dcd2bf", "#b23c22", "#e6dccb"),
    photos: [{ file: "BC-002.jpg" }, { file: "BC-002_1.jpg", closeness: 1.35, tilt: -2 }],
  },
  {
    cells: {
      ...sold("EH-101", "대관령 황태채 200g", "18000", "60", driedFish, {
        카테고리: fresh,
        원산지: "국내산(강원 평창, 원양산 명태)",
        상세설명: "대관령 덕장에서 겨우내 얼고 녹으며 마른 황태를 손으로 찢었어요. 국물이 뽀얗게 우러나요.",
        사진: "황태채.jpg, 황태채_상세.jpg",
        배송비: "3000",
        태그: "황태채,건어물",
        과세구분: "면세",
      }),
      ...freshFood(driedFish, {
        ...{ name: "황태채", weight: "200g, 1봉", amount: "1봉", size: "봉투 30×22cm" },
        ...{ packed: "2026-10-20", useBy: "2027-10-19", contents: "황태채 200g 1봉", keep: "냉동 보관" },
      }),
    },
    shape: "pouch",
    palette: warm("#d9b36a", "#9a6d2c", "#c98a3b", "#dfe6e4", "#9c7a58"),
    photos: [{ file: "황태채.jpg" }, { file: "황태채_상세.jpg", closeness: 1.4, tilt: 3 }],
  },
  {
    cells: {
      ...sold("EH-102", "남해 국물멸치 1kg", "24000", "80", driedFish, {
        카테고리: "FOOD",
        원산지: "경상남도 남해군",
        상세설명: "봄에 잡아 바로 삶아 말린 큰 멸치예요. 내장을 떼지 않아도 비리지 않아요.",
        배송비: "3000",
        태그: "국물멸치,육수",
        과세구분: "면세",
      }),
      ...freshFood(driedFish, {
        ...{ name: "마른멸치(국물용)", weight: "1kg, 1상자", amount: "1상자", size: "상자 32×24×9cm" },
        ...{ packed: "20261012", useBy: "20271011", contents: "국물멸치 1kg 1상자", keep: "냉동 보관" },
      }),
    },
    shape: "box",
    palette: warm("#c6a27a", "#e2c79e", "#3c6a8a", "#dbe4ea", "#8f7358"),
    photos: [{ file: "EH-102.jpg" }],
  },
  {
    cells: {
      ...sold("EH-103", "신안 곱창돌김 50장", "22000", "45", driedFish, {
        카테고리: fresh,
        원산지: "전라남도(신안)",
        상세설명: "첫 물에 뜬 곱창김만 골랐어요. 굽지 않은 김이라 살짝 구워 드시면 향이 좋아요.",
        배송비: "0",
        태그: "곱창김,돌김",
        과세구분: "면세",
      }),
      ...freshFood(driedFish, {
        ...{ name: "마른김(곱창돌김)", weight: "150g, 50장", amount: "50장", size: "27×19cm" },
        ...{ packed: "2026-11-02", useBy: "2027-05-01", contents: "곱창돌김 50장 1묶음", keep: "건조한 곳에 보관" },
      }),
    },
    shape: "bundle",
    palette: warm("#23312b", "#2d3f36", "#b63b2c", "#e9e4d6", "#a88059"),
    photos: [{ file: "eh-103.JPEG", size: [1200, 1200] }],
  },
  {
    cells: {
      ...sold("OK-201", "쑥인절미 1kg", "19000", "30", riceCake, {
        카테고리: processed,
        원산지: "국내산",
        상세설명: "아침에 찧은 찹쌀에 해남 쑥을 넣고 콩고물을 묻혔어요. 보내는 날 만들어요.",
        사진: "쑥인절미.jpg",
        배송비: "4000",
        태그: "인절미,쑥떡,떡선물",
      }),
      ...processedFood(riceCake, {
        ...{ name: "쑥인절미", type: "떡류", weight: "1kg, 1상자", amount: "1상자" },
        ...{ packed: "보내는 날 제조", useBy: "제조일부터 2일(냉동 30일)" },
        ingredients: "찹쌀 75%(국내산), 쑥 10%(국내산), 콩고물(대두: 국내산), 천일염(국내산). 대두 함유",
      }),
    },
    shape: "plate",
    palette: warm("#6f8a4e", "#e8dfcf", "#88a263", "#e4e8da", "#b08a63"),
    photos: [{ file: "쑥인절미.jpg".normalize("NFD") }],
  },
  {
    cells: {
      ...sold("OK-202", "약식 선물상자 800g", "26000", "25", riceCake, {
        카테고리: processed,
        원산지: "대한민국",
        상세설명: "대추와 밤, 잣을 넉넉히 넣어 쪄낸 약식을 하나씩 싸서 상자에 담았어요.",
        배송비: "4000",
        태그: "약식,명절선물",
      }),
      ...processedFood(riceCake, {
        ...{ name: "약식", type: "떡류", weight: "800g, 16개", amount: "16개" },
        ...{ packed: "보내는 날 제조", useBy: "제조일부터 3일(냉동 30일)" },
        ingredients: "찹쌀 60%(국내산), 대추(국내산), 밤(국내산), 잣(국내산), 간장, 흑설탕. 대두, 밀, 잣 함유",
      }),
    },
    shape: "plate",
    palette: warm("#6b3f24", "#d9cbb6", "#8a5a33", "#f0e2d2", "#7f5c3f"),
    photos: [{ file: "OK-202.jpg" }],
  },
  {
    cells: sold("OK-203", "맛보기 떡 한 접시", "무료", "10", riceCake, {
      카테고리: processed,
      원산지: "국내산",
      상세설명: "처음 오신 분께 드리는 맛보기예요.",
    }),
    shape: "plate",
    palette: warm("#fff", "#fff", "#fff"),
    photos: [],
  },
];
