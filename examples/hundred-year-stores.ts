import { type Example, type Maker, processedFood, sold, warm } from "./sheet.ts";

const soyHouse: Maker = { name: "삼대장집", place: "서울특별시 은평구 진관길", phone: "02-0000-1201" };
const oilMill: Maker = { name: "성북방앗간", place: "서울특별시 성북구 보문로 34길", phone: "02-0000-1202" };
const sweets: Maker = { name: "종로한과", place: "서울특별시 종로구 북촌로", phone: "02-0000-1203" };

const processed = "가공식품";

/** Hundred-year stores: soy house, oil mill, traditional sweets. */
export const hundredYearStores: Example[] = [
  {
    cells: {
      ...sold("KM-301", "삼대 재래된장 1kg", "28000", "50", soyHouse, {
        카테고리: processed,
        원산지: "국내산(콩: 파주)",
        상세설명: "1954년부터 한자리에서 장을 담가 온 집이에요. 파주 콩으로 메주를 쑤어 세 해 묵혔습니다.",
        사진: "된장 항아리.jpg",
        배송비: "3500",
        태그: "재래된장,백년가게",
      }),
      ...processedFood(soyHouse, {
        ...{ name: "재래된장", type: "한식된장", weight: "1kg, 1통", amount: "1통" },
        ...{ packed: "2023-03-05", useBy: "2028-03-04" },
        ingredients: "메주콩 55%(국내산), 천일염(국내산), 정제수. 대두 함유",
      }),
    },
    shape: "jar",
    palette: warm("#7a4a2b", "#3a2a20", "#b06a3a", "#ead9c2", "#8a6546"),
    photos: [{ file: "된장 항아리.jpg" }],
  },
  {
    cells: {
      ...sold("KM-302", "삼대 조선간장 500ml", "22000", "50", soyHouse, {
        카테고리: processed,
        원산지: "국내산",
        상세설명: "된장을 가르고 떠낸 간장을 다섯 해 달였어요. 국과 나물에 조금만 넣어도 깊어요.",
        배송비: "3500",
        태그: "조선간장,국간장",
      }),
      ...processedFood(soyHouse, {
        ...{ name: "조선간장", type: "한식간장", weight: "500ml, 1병", amount: "1병" },
        ...{ packed: "2021-04-10", useBy: "2028-04-09" },
        ingredients: "메주콩(국내산), 천일염(국내산), 정제수. 대두 함유",
      }),
    },
    shape: "bottle",
    palette: warm("#3a241b", "#1f1512", "#8c4a2a", "#e7d6bd", "#93694a"),
    photos: [{ file: "KM-302.jpg" }, { file: "KM-302_1.jpg", closeness: 1.3, tilt: 2 }],
  },
  {
    cells: {
      ...sold("KM-303", "찹쌀고추장 1kg", "30000", "40", soyHouse, {
        카테고리: processed,
        원산지: "국내산(고추: 영양)",
        상세설명: "영양 고추와 엿기름 찹쌀로 담근 고추장이에요. 달지 않고 끝이 칼칼해요.",
        배송비: "3500",
        태그: "찹쌀고추장",
      }),
      ...processedFood(soyHouse, {
        ...{ name: "찹쌀고추장", type: "고추장", weight: "1kg, 1통", amount: "1통" },
        ...{ packed: "2026-02-20", useBy: "2028-02-19" },
        ingredients:
          "고춧가루 28%(국내산), 찹쌀(국내산), 메줏가루(대두: 국내산), 엿기름(보리: 국내산), 천일염. 대두 함유",
      }),
    },
    shape: "jar",
    palette: warm("#a8281c", "#56140f", "#d4553a", "#f0dfc8", "#a0764f"),
    photos: [{ file: "KM-303.jpg" }],
  },
  {
    cells: sold("KM-302", "조선간장 선물 2병", "42000", "20", soyHouse, {
      카테고리: processed,
      원산지: "국내산",
      상세설명: "조선간장 두 병을 보자기에 쌌어요.",
    }),
    shape: "bottle",
    palette: warm("#fff", "#fff", "#fff"),
    photos: [],
  },
  {
    cells: {
      ...sold("SB-401", "첫물 참기름 300ml", "32000", "70", oilMill, {
        카테고리: processed,
        원산지: "국내산(참깨: 예천)",
        상세설명: "1961년에 문을 연 방앗간에서 예천 참깨를 약한 불에 볶아 한 번만 짰어요.",
        사진: "참기름.jpg",
        배송비: "0",
        태그: "참기름,방앗간",
      }),
      ...processedFood(oilMill, {
        ...{ name: "참기름", type: "참기름", weight: "300ml, 1병", amount: "1병" },
        ...{ packed: "2026-11-10", useBy: "2027-11-09" },
        ingredients: "참깨 100%(국내산)",
        caution: "빛이 들지 않는 서늘한 곳에 두세요.",
      }),
    },
    shape: "bottle",
    palette: warm("#b06b1c", "#5d2f12", "#e0a33c", "#f3e8d2", "#b58a5e"),
    photos: [{ file: "참기름.jpg" }],
  },
  {
    cells: {
      ...sold("SB-402", "생들기름 300ml", "29000", "55", oilMill, {
        카테고리: processed,
        원산지: "국내산",
        상세설명: "볶지 않은 들깨를 눌러 짠 기름이에요. 나물과 막국수에 잘 어울려요.",
        배송비: "0",
        태그: "들기름,생들기름",
      }),
      ...processedFood(oilMill, {
        ...{ name: "생들기름", type: "들기름", weight: "300ml, 1병", amount: "1병" },
        ...{ packed: "2026-11-10", useBy: "2027-05-09" },
        ingredients: "들깨 100%(국내산)",
        caution: "냉장 보관하고 개봉 후 한 달 안에 드세요.",
      }),
    },
    shape: "bottle",
    palette: warm("#8d8a34", "#4b4a1f", "#c8b64a", "#e5e3cf", "#a98b62"),
    photos: [{ file: "SB-402.jpg", size: [400, 400] }],
  },
  {
    cells: {
      ...sold("HG-501", "찹쌀유과 한 상자 500g", "24000", "40", sweets, {
        카테고리: processed,
        원산지: "국내산",
        상세설명: "찹쌀을 이레 삭혀 말리고 튀겨 조청을 입혔어요. 북촌에서 3대째 만들어요.",
        배송비: "3000",
        태그: "유과,한과,명절선물",
      }),
      ...processedFood(sweets, {
        ...{ name: "찹쌀유과", type: "한과류", weight: "500g, 1상자", amount: "1상자" },
        ...{ packed: "2026-11-15", useBy: "2027-01-14" },
        ingredients: "찹쌀 60%(국내산), 조청(쌀: 국내산), 콩기름, 튀밥(쌀: 국내산). 대두 함유",
      }),
    },
    shape: "box",
    palette: warm("#e9c8b2", "#f6e9dc", "#a63d4f", "#f1ead9", "#b28d63"),
    photos: [{ file: "HG-501.jpg" }, { file: "HG-501-2.jpg", closeness: 1.25, tilt: -3 }],
  },
  {
    cells: {
      ...sold("HG-502", "도라지정과 250g", "21000", "30", sweets, {
        카테고리: processed,
        원산지: "국내산(도라지: 문경)",
        상세설명: "문경 도라지를 조청에 사흘 졸였어요. 쌉싸름하고 쫀득해요.",
        배송비: "3000",
        태그: "도라지정과",
      }),
      ...processedFood(sweets, {
        ...{ name: "도라지정과", type: "당절임", weight: "250g, 1병", amount: "1병" },
        ...{ packed: "2026-11-12", useBy: "" },
        ingredients: "도라지 70%(국내산), 조청(쌀: 국내산)",
      }),
    },
    shape: "jar",
    palette: warm("#caa04a", "#7a4b1f", "#b9772a", "#e8e3d8", "#8c6a4b"),
    photos: [{ file: "HG-502.jpg" }],
  },
];
