import type { Sentence } from "./sentence.ts";

/** A sheet that was judged and is not taken yet: columns, mistakes, and the choice to take what is good. */
export const mendingMessages = {
  title: { ko: "상품표를 확인해 주세요", en: "Please check your sheet" },
  someBad: { ko: "{count}줄에 고칠 곳이 있어요", en: "{count} rows need putting right" },
  someBadBody: {
    ko: "여기서 바로 고치거나, 잘된 상품만 먼저 담을 수 있어요. 아직 아무것도 담지 않았어요.",
    en: "Put them right here, or take the good ones first. Nothing has been taken yet.",
  },
  allGood: { ko: "틀린 곳이 없어요", en: "Nothing is wrong" },
  allGoodBody: { ko: "아래 단추를 누르면 내 상품에 담아요.", en: "Press the button below to take the products in." },
  columnsFirst: { ko: "꼭 필요한 열이 빠졌어요", en: "Needed columns are missing" },
  good: { ko: "담을 상품", en: "To take" },
  bad: { ko: "고칠 줄", en: "To fix" },
  same: { ko: "그대로", en: "Same" },
  take: { ko: "잘된 {count}개 담기", en: "Take the {count} good ones" },
  takeHint: {
    ko: "고칠 {count}줄은 담지 않아요. 나중에 고쳐서 다시 올려도 같은 상품이 두 번 생기지 않아요.",
    en: "The {count} rows to fix are left out. Upload them again later; nothing is entered twice.",
  },
  discard: { ko: "그만두기", en: "Leave it" },
  discardHint: { ko: "아무것도 담지 않고 이 상품표를 닫아요.", en: "Closes this sheet without taking anything." },

  columnsTitle: { ko: "열 맞추기", en: "Match the columns" },
  columnsLead: {
    ko: "어느 항목인지 모르는 열이에요. 골라 주시면 다음 상품표부터 저절로 맞춰요.",
    en: "We do not know what these columns are. Choose once; later sheets are matched by themselves.",
  },
  missing: {
    ko: "‘{heading}’ 열이 없어요. 아래에서 맞는 열을 골라 주세요. 없으면 엑셀에 열을 더해 다시 올려 주세요.",
    en: "There is no column for {heading}. Choose it below, or add it in Excel and upload again.",
  },
  example: { ko: "보기: {example}", en: "For example: {example}" },
  noExample: { ko: "값이 없는 열이에요", en: "An empty column" },
  notUsed: { ko: "쓰지 않기", en: "Not used" },
  sheetFields: { ko: "상품 항목", en: "Product" },
  noticeFields: { ko: "상품정보 고시", en: "Statutory notice" },
  needed: { ko: "{heading} (꼭 필요)", en: "{heading} (needed)" },
  suggested: { ko: "이 항목 같아요. 맞으면 그대로 두세요.", en: "This looks right; leave it if it is." },
  choose: { ko: "이대로 맞추기", en: "Match like this" },
  otherColumns: { ko: "열 {count}개를 어느 항목인지 골라 주세요", en: "{count} columns to match" },

  mistakesTitle: { ko: "고칠 줄", en: "Rows to put right" },
  allMistakes: { ko: "모두 {count}줄", en: "All {count}" },
  filter: { ko: "같은 잘못끼리 보기", en: "Show one kind of mistake" },
  kind: { ko: "{what} {count}줄", en: "{what}: {count}" },
  alikeTitle: { ko: "같은 값을 한꺼번에 고치기", en: "Mend equal cells at once" },
  alikeLead: {
    ko: "적으신 값이 그 값을 쓴 모든 줄에 들어가요.",
    en: "What you write goes into every row that says the same.",
  },
  alike: { ko: "{heading} ‘{text}’ · {count}줄", en: "{heading} “{text}” · {count} rows" },
  alikeBlank: { ko: "{heading} 빈칸 · {count}줄", en: "{heading}, empty · {count} rows" },
  recheck: { ko: "고친 것 다시 확인하기", en: "Check what I mended" },
  nextRows: { ko: "다음 줄 보기", en: "Next rows" },
  firstRows: { ko: "처음부터 보기", en: "From the start" },
  nothingMended: { ko: "고친 곳이 없어요", en: "Nothing was changed" },
  nothingMendedBody: { ko: "칸의 값을 바꾼 뒤에 눌러 주세요.", en: "Change a cell, then press the button." },
  notDone: { ko: "하지 못했어요", en: "That did not work" },
  warnings: { ko: "담을 수 있지만 확인하면 좋은 줄", en: "Can be taken, but worth a look" },
  aboutSheet: { ko: "상품표와 사진에 대해", en: "About the sheet and the photos" },

  soFar: { ko: "{count}줄 읽었어요", en: "{count} rows read" },
  savingTitle: { ko: "상품을 담고 있어요", en: "Taking your products in" },
  savingLead: {
    ko: "화면을 닫아도 계속 담아요. 다 담으면 알려 드려요.",
    en: "It goes on even when you close this page. We tell you when it is done.",
  },
  savingProgress: { ko: "담은 줄", en: "Rows taken" },
  discardedTitle: { ko: "그만둔 상품표예요", en: "This sheet was left alone" },
  discardedBody: {
    ko: "아무것도 담지 않았어요. 언제든 다시 올릴 수 있어요.",
    en: "Nothing was taken. You can upload it again at any time.",
  },
  waiting: { ko: "확인을 기다리는 상품표가 있어요", en: "A sheet waits for you" },
  check: { ko: "‘{name}’ 확인하기", en: "Check “{name}”" },
  markedHint: {
    ko: "컴퓨터에서 한꺼번에 고치고 싶다면, 고칠 칸에 색과 설명을 넣은 상품표를 받아 고친 뒤 다시 올려 주세요.",
    en: "To mend many at once, download your sheet with the bad cells coloured and explained, mend it, and upload it again.",
  },
  marked: { ko: "고칠 곳을 표시한 상품표 받기", en: "Download the sheet with marks" },
} satisfies Record<string, Sentence>;

/** By the last part of an issue's code: what is wrong with a cell, in a word or two behind the column's name. */
export const mistakeWords: Record<string, Sentence> = {
  missing: { ko: "빈칸", en: "empty" },
  unreadable: { ko: "못 읽음", en: "unreadable" },
  unknown: { ko: "모르는 값", en: "unknown" },
  out_of_range: { ko: "범위 밖", en: "out of range" },
  repeated: { ko: "겹침", en: "repeated" },
};
