import type { ColumnKey } from "#app/domain/intake/columns.ts";
import type { ImportState } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

/** Uploading a sheet with photos, and what became of it. */
export const importMessages = {
  newTitle: { ko: "상품 올리기", en: "Upload products" },
  newLead: {
    ko: "상품표와 사진을 고르고 올려 주세요. 틀린 곳이 있어도 괜찮아요. 어느 줄을 어떻게 고칠지 알려 드려요.",
    en: "Choose the product sheet and the photos. Mistakes do no harm: we tell you row by row what to put right.",
  },
  sheetLabel: { ko: "상품표", en: "Product sheet" },
  sheetHint: { ko: "엑셀(.xlsx)이나 CSV 파일, 50MB까지", en: "Excel (.xlsx) or CSV, up to 50 MB" },
  photosLabel: { ko: "사진 (나중에 올려도 돼요)", en: "Photos (may come later)" },
  photosHint: {
    ko: "사진 여러 장이나 압축 파일(.zip) 하나, 모두 2GB까지. 파일 이름에 상품코드가 있으면 저절로 짝을 찾아요.",
    en: "Any number of photos or one .zip, up to 2 GB. Photos named after the product code find their product.",
  },
  send: { ko: "올리기", en: "Upload" },
  templateTitle: { ko: "상품표가 없으신가요?", en: "No sheet yet?" },
  templateBody: {
    ko: "빈 상품표를 받아 채우시면 돼요. 적는 법과 보기가 함께 들어 있어요.",
    en: "Download an empty one and fill it in; it comes with an example and notes.",
  },
  exportBody: {
    ko: "이미 올린 상품이 있다면 모두 상품표로 받아 고친 뒤 다시 올려 주세요. 고치지 않은 줄은 그대로 있어요.",
    en: "If you have products here, download them all as a sheet, change it and upload it again. Rows you leave alone stay as they are.",
  },
  export: { ko: "내 상품을 상품표로 받기", en: "Download my products" },
  templateCategory: { ko: "무엇을 파세요?", en: "What do you sell?" },
  templateCategoryHint: {
    ko: "고르시면 그 상품에 법이 정한 표시 항목까지 들어 있는 표를 드려요.",
    en: "The sheet then has the columns that the law wants for such goods.",
  },
  anyCategory: { ko: "여러 가지", en: "Several kinds" },
  template: { ko: "빈 상품표 받기", en: "Download an empty sheet" },
  earlier: { ko: "지난번에 올린 상품표", en: "Earlier uploads" },
  refusedTitle: { ko: "올리지 못했어요", en: "Not uploaded" },

  pageTitle: { ko: "올린 결과", en: "What became of the upload" },
  readingTitle: { ko: "상품표를 읽고 있어요", en: "Reading your sheet" },
  readingLead: {
    ko: "화면을 닫아도 계속 읽어요. 다 읽으면 여기에 결과가 나와요.",
    en: "It goes on even when you close this page. The result appears here.",
  },
  refresh: { ko: "새로 고침", en: "Reload" },
  sheetProgress: { ko: "상품표 줄", en: "Rows of the sheet" },
  photoProgress: { ko: "사진", en: "Photos" },
  failedTitle: { ko: "상품표를 읽지 못했어요", en: "We could not read the sheet" },
  again: { ko: "다시 올리기", en: "Upload again" },
  acceptedCount: { ko: "받음", en: "In" },
  refusedCount: { ko: "고칠 줄", en: "To fix" },
  skippedCount: { ko: "그대로", en: "Same" },
  skippedHint: {
    ko: "‘그대로’는 빈 줄이거나 전에 올린 내용과 같은 줄이에요.",
    en: "“Same” rows are blank or say what they said before.",
  },
  rows: { ko: "{count}줄", en: "{count}" },
  products: { ko: "{count}개", en: "{count}" },
  allGood: { ko: "모두 잘 받았어요", en: "Everything was taken in" },
  someRefused: { ko: "{count}줄은 고쳐서 다시 올려 주세요", en: "{count} rows need putting right" },
  someRefusedBody: {
    ko: "나머지는 이미 받았어요. 상품표에서 아래 줄만 고쳐 통째로 다시 올리시면 돼요. 같은 상품이 두 번 생기지 않아요.",
    en: "The rest is in. Put the rows below right in your sheet and upload it whole; nothing is entered twice.",
  },
  noneAccepted: { ko: "받은 상품이 없어요", en: "Nothing was taken in" },
  refusedRows: { ko: "고칠 줄", en: "Rows to put right" },
  warnedRows: { ko: "받았지만 확인해 주세요", en: "Taken in, please check" },
  unusedPhotos: { ko: "짝을 찾지 못했거나 쓸 수 없는 사진", en: "Photos without a product or not usable" },
  sheetNotes: { ko: "상품표에 대해", en: "About the sheet" },
  row: { ko: "{row}번째 줄", en: "Row {row}" },
  more: { ko: "다음 {title} 보기", en: "Next: {title}" },
  photosMatched: { ko: "사진 {matched}장을 상품과 짝지었어요.", en: "{matched} photos found their product." },
  next: { ko: "내 상품 보기", en: "See my products" },
} satisfies Record<string, Sentence>;

export const importStateWords: Record<ImportState, Sentence> = {
  waiting: { ko: "기다리는 중", en: "Waiting" },
  reading: { ko: "읽는 중", en: "Being read" },
  judged: { ko: "확인해 주세요", en: "Please check" },
  saving: { ko: "담는 중", en: "Being saved" },
  done: { ko: "다 읽음", en: "Read" },
  failed: { ko: "읽지 못함", en: "Not readable" },
  discarded: { ko: "그만둠", en: "Left alone" },
};

/** The empty sheet that merchants download; its headings are Korean, so are its words. */
export const templateMessages = {
  sheet: "상품표",
  example: "보기",
  notes: "적는 법",
  categories: "카테고리",
  heading: "항목",
  needed: "꼭 적기",
  yes: "예",
  optional: "선택",
  how: "이렇게 적어 주세요",
  noticeHeading: "고시: 항목 이름",
  noticeHow:
    "상품정보 고시는 ‘고시: 식품의 유형’처럼 열을 더해 적습니다. 카테고리를 골라 받은 상품표에는 이 열이 들어 있습니다.",
  noticeKinds: {
    text: "법이 정한 표시 항목. 상세설명에 적혀 있으면 ‘상품 상세 참조’",
    boolean: "예 또는 아니오",
    month: "연도와 달. 날짜가 정해지지 않았으면 말로 적어도 됩니다",
    date: "연도, 달, 날. 날짜가 정해지지 않았으면 말로 적어도 됩니다",
  },
  noticeExamples: { text: "상품 상세 참조", boolean: "아니오", month: "2026-11", date: "2026-11-23" },
} as const;

/** For each column: how to fill it in, and an example. */
export const templateColumns: Record<ColumnKey, { how: string; example: string | number }> = {
  sku: { how: "상품마다 다른 코드. 한글, 영문, 숫자와 - _ . 로 30자까지", example: "GR-001" },
  name: { how: "손님이 볼 이름. 그림 글자 없이 100자까지", example: "아침에 짠 참기름 300ml" },
  category: { how: "‘카테고리’ 시트에 있는 이름", example: "가공식품" },
  price: { how: "원, 숫자로. 100원부터 10원 단위", example: 18000 },
  stock: { how: "팔 수 있는 개수. 없으면 0", example: 40 },
  origin: { how: "국내산, 지역 이름, 나라 이름", example: "국내산(참깨: 전남 진도)" },
  maker: { how: "만든 사람이나 가게 이름", example: "망원 방앗간" },
  description: { how: "손님에게 하고 싶은 이야기", example: "새벽에 볶아 아침에 짭니다." },
  photos: { how: "사진 파일 이름을 쉼표로. 첫 사진이 대표 사진", example: "GR-001.jpg, GR-001_뒷면.jpg" },
  options: { how: "고를 것이 있으면: 색상=빨강,파랑; 크기=S,M", example: "" },
  option_stock: { how: "옵션마다 재고: 빨강/S=5; 빨강/M=3", example: "" },
  option_price: { how: "옵션마다 더하거나 빼는 값: 빨강/M=+1000", example: "" },
  tax: { how: "과세, 면세, 영세 가운데 하나. 비우면 과세", example: "과세" },
  shipping_fee: { how: "원, 숫자로. 무료면 0, 비우면 가게의 기본 배송비", example: 3000 },
  kc: { how: "안전 인증번호가 있는 상품만", example: "" },
  tags: { how: "찾을 때 쓸 말을 쉼표로, 10개까지", example: "참기름, 방앗간" },
};
