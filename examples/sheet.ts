import type { Palette, Shape } from "#prisma/seed/drawings/product-picture.ts";

/** One row as a merchant typed it: heading → text; a heading that is absent is a blank cell. */
export type Cells = Record<string, string>;

/** A photo in the archive; unless said otherwise 1600×1200, the whole product, upright. */
export interface PhotoFile {
  file: string;
  size?: [width: number, height: number];
  closeness?: number;
  tilt?: number;
}

export interface Example {
  cells: Cells;
  shape: Shape;
  palette: Palette;
  photos: PhotoFile[];
}

export const sheetHeadings = [
  ...[
    "상품코드",
    "상품명",
    "카테고리",
    "판매가(원)",
    "재고수량",
    "원산지",
    "제조자",
    "상세설명",
    "사진",
    "옵션",
    "옵션재고",
  ],
  ...["옵션추가금", "과세구분", "배송비", "태그"],
];

/** The labels of the law's notice as the annex words them, some without their brackets, as people copy them. */
export const noticeHeadings = [
  ...["제품명", "식품의 유형", "생산자", "소재지", "품목 또는 명칭", "제조연월일", "소비기한 또는 품질유지기한"],
  ...[
    "포장 단위별 내용물의 용량(중량), 수량",
    "포장 단위별 용량(중량), 수량, 크기",
    "포장 단위별 수량",
    "포장 단위별 크기",
  ],
  ...["원재료명 및 함량", "유전자변형식품에 해당하는 경우의 표시", "수입식품의 경우 신고 필 유무", "상품 구성"],
  ...["보관 방법 또는 취급 방법", "소비자안전을 위한 주의사항", "소비자 상담 관련 전화번호"],
  ...[
    "품명",
    "모델명",
    "종류",
    "재질",
    "소재",
    "제품 소재",
    "색상",
    "치수",
    "크기",
    "구성품",
    "제품 구성",
    "출시연월",
    "제조자",
  ],
  ...[
    "제조국",
    "수입신고",
    "취급 시 주의사항",
    "세탁 방법 및 취급 시 주의사항",
    "품질 보증 기준",
    "A/S 책임자와 전화번호",
  ],
].map((label) => `고시:${label}`);

export const mallHeadings = ["mall.naver.importer", "mall.coupang.개당 수량"];

function noticeCells(values: Record<string, string>): Cells {
  return Object.fromEntries(Object.entries(values).map(([label, text]) => [`고시:${label}`, text]));
}

/** Who makes it and where one can ask; fictitious people with telephone numbers nobody has. */
export interface Maker {
  name: string;
  place: string;
  phone: string;
}

export function sold(sku: string, name: string, price: string, stock: string, maker: Maker, more: Cells): Cells {
  return { 상품코드: sku, 상품명: name, "판매가(원)": price, 재고수량: stock, 제조자: maker.name, ...more };
}

export function warm(body: string, tone: string, accent: string, wall = "#efe3d0", table = "#b98a5a"): Palette {
  return { body, tone, accent, wall, table };
}

const onceOpened = "개봉 후에는 냉장 보관하고 빨리 드세요.";

export interface ProcessedFood {
  name: string;
  type: string;
  weight: string;
  amount: string;
  ingredients: string;
  packed: string;
  useBy: string;
  caution?: string;
  imported?: boolean;
}

export function processedFood(maker: Maker, food: ProcessedFood): Cells {
  return noticeCells({
    제품명: food.name,
    "식품의 유형": food.type,
    생산자: maker.name,
    소재지: maker.place,
    제조연월일: food.packed,
    "소비기한 또는 품질유지기한": food.useBy,
    "포장 단위별 내용물의 용량(중량), 수량": food.weight,
    "포장 단위별 수량": food.amount,
    "원재료명 및 함량": food.ingredients,
    "유전자변형식품에 해당하는 경우의 표시": "해당없음",
    "수입식품의 경우 신고 필 유무": food.imported ? "예" : "해당없음",
    "소비자안전을 위한 주의사항": food.caution ?? onceOpened,
    "소비자 상담 관련 전화번호": maker.phone,
  });
}

export interface FreshFood {
  name: string;
  weight: string;
  amount: string;
  size: string;
  packed: string;
  useBy: string;
  contents: string;
  keep: string;
}

export function freshFood(maker: Maker, food: FreshFood): Cells {
  return noticeCells({
    "품목 또는 명칭": food.name,
    "포장 단위별 용량(중량), 수량, 크기": food.weight,
    "포장 단위별 수량": food.amount,
    "포장 단위별 크기": food.size,
    제조연월일: food.packed,
    "소비기한 또는 품질유지기한": food.useBy,
    생산자: maker.name,
    "상품 구성": food.contents,
    "보관 방법 또는 취급 방법": food.keep,
    "소비자안전을 위한 주의사항": "직사광선과 습기를 피해 주세요.",
    "소비자 상담 관련 전화번호": maker.phone,
  });
}

const warranty = "공정거래위원회 고시 소비자분쟁해결기준에 따릅니다.";

/** What every hand-made thing's notice says in the same way; the rest is its own. */
export function handmade(maker: Maker, own: Record<string, string>): Cells {
  return noticeCells({
    제조자: maker.name,
    "품질 보증 기준": warranty,
    "A/S 책임자와 전화번호": `${maker.name} ${maker.phone}`,
    ...own,
  });
}

/** Goods without a row of their own in the annex (기타 재화). */
export function otherGoods(maker: Maker, name: string, model: string): Cells {
  return noticeCells({ 품명: name, 모델명: model, 제조자: maker.name, "소비자 상담 관련 전화번호": maker.phone });
}
