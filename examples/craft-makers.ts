import { type Example, handmade, type Maker, otherGoods, sold, warm } from "./sheet.ts";

const potter: Maker = { name: "도예공방 흙담", place: "서울특별시 종로구 계동길", phone: "02-0000-1401" };
const leather: Maker = { name: "가죽공방 무두", place: "서울특별시 중구 다산로", phone: "02-0000-1402" };
const knots: Maker = { name: "매듭공방 다회", place: "서울특별시 종로구 율곡로", phone: "02-0000-1403" };
const paper: Maker = { name: "한지공방 결", place: "서울특별시 종로구 인사동길", phone: "02-0000-1404" };
const straw: Maker = { name: "짚풀공방 왕골", place: "서울특별시 강북구 삼양로", phone: "02-0000-1405" };

/** Craft makers: potter, leather, knots, paper, straw. */
export const craftMakers: Example[] = [
  {
    cells: {
      ...sold("HD-801", "백자 밥공기 2개", "38000", "20", potter, {
        카테고리: "주방용품",
        원산지: "국내산(경기 이천)",
        상세설명: "이천 백토로 물레를 차고 두 번 구웠어요. 손으로 빚어 크기가 조금씩 달라요.",
        배송비: "4000",
        태그: "백자,밥공기,공예품",
      }),
      ...handmade(potter, {
        ...{
          품명: "백자 밥공기",
          모델명: "HD-801",
          재질: "도자기",
          구성품: "밥공기 2개",
          크기: "지름 12cm, 높이 6.5cm",
        },
        ...{ 출시연월: "2025-03", 제조국: "대한민국", 수입신고: "해당없음" },
      }),
    },
    shape: "bowl",
    palette: warm("#f7f6f1", "#dfe0da", "#eceae2", "#cfd8d6", "#8e6d4f"),
    photos: [{ file: "HD-801/윗면.jpg", closeness: 1.3, tilt: 2 }, { file: "HD-801/정면.jpg" }],
  },
  {
    cells: {
      ...sold("HD-802", "분청 머그", "27000", "30", potter, {
        카테고리: "KITCHEN_UTENSILS",
        원산지: "국내산",
        상세설명: "붓으로 분을 바르고 덤벙 담가 낸 분청 머그예요. 손잡이를 넓게 빚어 잡기 편해요.",
        사진: "머그_흰분.jpg; 머그_손잡이.jpg",
        옵션: "색상=흰분,청화",
        옵션재고: "흰분=18; 청화=12",
        옵션추가금: "청화=+2000",
        배송비: "4000",
        태그: "분청,머그,공예품",
      }),
      ...handmade(potter, {
        ...{ 품명: "분청 머그", 모델명: "HD-802", 재질: "도자기", 구성품: "머그 1개", 크기: "지름 9cm, 높이 9.5cm" },
        ...{ 출시연월: "2026.05", 제조국: "대한민국", 수입신고: "아니오" },
      }),
    },
    shape: "cup",
    palette: warm("#d9d5c8", "#a89f8c", "#5d7f95", "#efe7da", "#a07b58"),
    photos: [{ file: "머그_흰분.jpg" }, { file: "머그_손잡이.jpg", closeness: 1.3, tilt: -5 }],
  },
  {
    cells: {
      ...sold("MD-901", "손바느질 카드지갑", "45000", "24", leather, {
        카테고리: "패션잡화",
        원산지: "대한민국",
        상세설명: "식물성 소가죽을 잘라 새들 스티치로 꿰맸어요. 쓸수록 빛깔이 깊어져요.",
        사진: "카드지갑-앞.jpg; 카드지갑-안.jpg; 카드지갑-결.jpg",
        옵션: "색상=밤색,먹색",
        옵션재고: "밤색=14; 먹색=10",
        배송비: "0",
        태그: "카드지갑,가죽공예",
      }),
      ...handmade(leather, {
        ...{ 종류: "카드지갑", 소재: "소가죽 100%", 치수: "가로 10.5cm, 세로 8cm" },
        "취급 시 주의사항": "물에 젖으면 마른 천으로 닦아 그늘에 말려 주세요.",
      }),
    },
    shape: "wallet",
    palette: warm("#7b4a2a", "#d8b48a", "#a86c3f", "#e6e6df", "#c09b70"),
    photos: [
      { file: "카드지갑-앞.jpg" },
      { file: "카드지갑-안.jpg", closeness: 1.25, tilt: 6 },
      { file: "카드지갑-결.jpg", size: [1200, 1200], closeness: 1.5, tilt: -6 },
    ],
  },
  {
    cells: sold("MJ-101", "국화매듭 브로치", "35000", "15", knots, {
      카테고리: "패션잡화",
      원산지: "공방에서 직접",
      상세설명: "명주실을 천연 염색해 국화매듭을 맺었어요.",
    }),
    shape: "wallet",
    palette: warm("#fff", "#fff", "#fff"),
    photos: [],
  },
  {
    cells: {
      ...sold("GY-101", "한지 실제본 공책", "18000", "64", paper, {
        카테고리: "기타 재화",
        원산지: "국내산(전주 한지)",
        상세설명: "전주 한지를 다섯 구멍으로 꿰맨 공책이에요. 먹과 만년필이 번지지 않아요.",
        배송비: "3000",
        태그: "한지,공책,실제본",
      }),
      ...otherGoods(paper, "한지 공책", "GY-101"),
    },
    shape: "book",
    palette: warm("#3f6b62", "#c9b48a", "#d98c7a", "#f2eee4", "#a5825e"),
    photos: [{ file: "GY-101.jpg" }, { file: "GY-101_1.jpg", closeness: 1.3, tilt: 8 }],
  },
  {
    cells: {
      ...sold("WG-101", "왕골 손바구니", "52000", "12", straw, {
        카테고리: "ETC",
        원산지: "국내산(강화)",
        상세설명: "강화 왕골을 물들여 사흘 엮은 바구니예요. 과일이나 실을 담아 두기 좋아요.",
        배송비: "4000",
        태그: "왕골,바구니,공예품",
      }),
      ...otherGoods(straw, "왕골 바구니", "WG-101"),
    },
    shape: "basket",
    palette: warm("#c9a566", "#8a6a37", "#a84a3a", "#e3e7df", "#8f6e4f"),
    photos: [{ file: "WG-101.jpg" }, { file: "WG-101_1.jpg", closeness: 1.2, tilt: -4 }],
  },
];
