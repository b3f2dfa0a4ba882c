import { type Example, freshFood, handmade, type Maker, processedFood, sold, warm } from "./sheet.ts";

const village: Maker = { name: "한울마을협동조합", place: "서울특별시 강동구 고덕로", phone: "02-0000-1301" };
const sewing: Maker = { name: "이음바느질협동조합", place: "서울특별시 성동구 성수이로", phone: "02-0000-1302" };

const processed = "가공식품";
const fresh = "식품(농·축·수산물)";

/** A village cooperative: juice, preserves, honey, grains, and coffee from abroad. */
export const villageCooperative: Example[] = [
  {
    cells: {
      ...sold("HU-601", "조합원 사과즙 100ml 30포", "33000", "100", village, {
        카테고리: processed,
        원산지: "경상북도 청송",
        상세설명: "조합원 농가의 못난이 사과를 껍질째 눌러 짰어요. 물도 설탕도 넣지 않아요.",
        배송비: "0",
        태그: "사과즙,협동조합",
        "mall.coupang.개당 수량": "30포",
      }),
      ...processedFood(village, {
        ...{ name: "사과즙", type: "과·채주스", weight: "100ml, 30포", amount: "30포" },
        ...{ packed: "2026-10-28", useBy: "2027-10-27" },
        ingredients: "사과 100%(국내산)",
      }),
    },
    shape: "pouch",
    palette: warm("#c63b2e", "#7d1f1b", "#6f9a3c", "#e6ecd9", "#b48c60"),
    photos: [{ file: "HU-601.jpg" }, { file: "HU-601_1.jpg", closeness: 1.3, tilt: 4 }],
  },
  {
    cells: {
      ...sold("HU-602", "고흥 유자청 1kg", "25000", "60", village, {
        카테고리: processed,
        원산지: "전라남도 고흥군",
        상세설명: "씨를 뺀 고흥 유자를 채 썰어 같은 무게의 설탕에 재웠어요.",
        사진: "유자청.jpg, 유자청_뒷면.jpg",
        배송비: "3000",
        태그: "유자청,유자차",
      }),
      ...processedFood(village, {
        ...{ name: "유자청", type: "당절임", weight: "1kg, 1병", amount: "1병" },
        ...{ packed: "2026-11-08", useBy: "2028-11-07" },
        ingredients: "유자 50%(국내산), 설탕 50%",
      }),
    },
    shape: "jar",
    palette: warm("#e0b229", "#8a6a14", "#f0cf5a", "#dfe9ef", "#a88560"),
    photos: [{ file: "유자청.jpg" }],
  },
  {
    cells: {
      ...sold("HU-603", "아카시아꿀 600g", "34000", "48", village, {
        카테고리: processed,
        원산지: "국내산(양평)",
        상세설명: "양평 조합원이 5월에 한 번만 뜬 꿀이에요. 향이 맑고 굳지 않아요.",
        배송비: "3000",
        태그: "아카시아꿀,벌꿀",
      }),
      ...processedFood(village, {
        ...{ name: "아카시아꿀", type: "벌꿀", weight: "600g, 1병", amount: "1병" },
        ...{ packed: "2026-05-24", useBy: "2029-05-23" },
        ingredients: "벌꿀 100%(국내산)",
        caution: "12개월이 안 된 아기에게는 먹이지 마세요.",
      }),
    },
    shape: "jar",
    palette: warm("#d98b1f", "#6b4413", "#f1b640", "#ece7da", "#9d7a52"),
    photos: [{ file: "HU-603.jpg" }],
  },
  {
    cells: {
      ...sold("HU-604", "철원 혼합잡곡 2kg", "20000", "90", village, {
        카테고리: fresh,
        원산지: "국내산(강원 철원)",
        상세설명: "현미, 찰보리, 기장, 검은콩, 수수를 한 끼에 알맞게 섞었어요.",
        배송비: "3000",
        태그: "잡곡,혼합곡",
        과세구분: "면세",
      }),
      ...freshFood(village, {
        ...{
          name: "혼합잡곡(현미, 찰보리, 기장, 검은콩, 수수)",
          weight: "2kg, 1봉",
          amount: "1봉",
          size: "봉투 34×24cm",
        },
        ...{
          packed: "2026-11-05",
          useBy: "2027-05-04",
          contents: "혼합잡곡 2kg 1봉",
          keep: "서늘하고 건조한 곳에 보관",
        },
      }),
    },
    shape: "pouch",
    palette: warm("#a98d6a", "#5e4a36", "#3f3a34", "#efe9db", "#96714d"),
    photos: [{ file: "HU-604.jpg" }],
  },
  {
    cells: {
      ...sold("HU-605", "공정무역 커피 드립백 10개", "16000", "120", village, {
        카테고리: processed,
        원산지: "에티오피아",
        상세설명: "에티오피아 소농 조합에서 들여온 원두를 서울에서 볶아 드립백에 담았어요.",
        배송비: "3000",
        태그: "드립백,공정무역",
        "mall.naver.importer": "한울마을협동조합",
        "mall.coupang.개당 수량": "10개",
      }),
      ...processedFood(village, {
        ...{ name: "공정무역 커피 드립백", type: "볶은커피", weight: "100g, 10개", amount: "10개" },
        ...{ packed: "2026-11-14", useBy: "2027-11-13", imported: true },
        ingredients: "커피원두 100%(에티오피아산)",
        caution: "뜨거운 물에 데지 않게 조심하세요.",
      }),
    },
    shape: "box",
    palette: warm("#5a4334", "#8a6a4f", "#d9a441", "#dfe3dc", "#8b6b4e"),
    photos: [{ file: "HU-605.jpg", size: [1200, 1200] }],
  },
];

/** A sewing cooperative. */
export const sewingCooperative: Example[] = [
  {
    cells: {
      ...sold("IE-701", "손누비 파우치", "24000", "32", sewing, {
        카테고리: "가방",
        원산지: "국내산",
        상세설명: "성수동 봉제 장인들이 모인 협동조합에서 한 땀씩 누볐어요. 세탁해도 모양이 그대로예요.",
        배송비: "3000",
        태그: "누비,파우치",
      }),
      ...handmade(sewing, {
        ...{ 종류: "파우치", 소재: "면 100%, 솜: 목화솜", 색상: "쪽빛", 크기: "가로 22cm, 세로 15cm" },
        "취급 시 주의사항": "찬물에 손으로 빨아 그늘에 말려 주세요.",
      }),
    },
    shape: "wallet",
    palette: warm("#2f4f7a", "#c8d3e2", "#8aa3c4", "#e9e5dc", "#a9845f"),
    photos: [{ file: "IE-701.jpg" }, { file: "IE-701_1.jpg", closeness: 1.3, tilt: -4 }],
  },
  {
    cells: {
      ...sold("IE-702", "자투리천 에코백", "19000", "30", sewing, {
        카테고리: "BAG",
        원산지: "국산",
        상세설명: "공장에서 남은 새 천을 모아 만들어 하나하나 무늬가 조금씩 달라요.",
        옵션: "색상=풀빛,살구,먹색",
        옵션재고: "풀빛=12; 살구=10; 먹색=8",
        배송비: "3000",
        태그: "에코백,새활용",
      }),
      ...handmade(sewing, {
        ...{ 종류: "에코백", 소재: "면 100%", 색상: "풀빛, 살구, 먹색", 크기: "가로 36cm, 세로 40cm" },
        "취급 시 주의사항": "찬물에 단독으로 세탁해 주세요.",
      }),
    },
    shape: "tote",
    palette: warm("#7f9a6a", "#56704a", "#e9b48c", "#f1ebe0", "#b08a64"),
    photos: [{ file: "IE-702.jpg" }, { file: "IE-702_1.jpg", closeness: 1.25, tilt: 3 }],
  },
  {
    cells: {
      ...sold("IE-703", "메밀껍질 베개", "32000", "26", sewing, {
        카테고리: "침구류/커튼",
        원산지: "국내산(메밀: 봉평)",
        상세설명: "봉평 메밀껍질을 쪄서 말려 채웠어요. 지퍼를 열어 높이를 맞출 수 있어요.",
        배송비: "4000",
        태그: "메밀베개",
      }),
      ...handmade(sewing, {
        ...{
          "제품 소재": "겉감 면 100%, 속 메밀껍질 100%",
          색상: "미색",
          치수: "50×30cm",
          "제품 구성": "베개 1개, 커버 1장",
        },
        "세탁 방법 및 취급 시 주의사항": "커버만 찬물에 세탁하고 속은 볕에 말려 주세요.",
      }),
    },
    shape: "cushion",
    palette: warm("#efe5cf", "#b79f78", "#8c6f4a", "#dfe5df", "#9a7856"),
    photos: [{ file: "IE-703.jpg" }, { file: "IE-703_1.jpg", size: [1200, 1200], closeness: 1.2, tilt: 5 }],
  },
];
