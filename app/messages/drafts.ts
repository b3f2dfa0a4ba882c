import type { DraftPart } from "#app/domain/draft/parts.ts";
import type { Sentence } from "./sentence.ts";

interface PartWords {
  /** In the list of questions and in the review. */
  name: Sentence;
  question: Sentence;
  lead: Sentence;
}

/** One question a screen. */
export const partWords: Record<Exclude<DraftPart, "notice">, PartWords> = {
  photos: {
    name: { ko: "사진", en: "Photos" },
    question: { ko: "상품 사진부터 올려 주세요", en: "First, a photo of the product" },
    lead: {
      ko: "밝은 곳에서 상품만 보이게 찍으면 좋아요. 한 장만 올려도 저장돼요.",
      en: "Bright light, and nothing but the product. One photo is enough to begin.",
    },
  },
  name: {
    name: { ko: "상품명", en: "Name" },
    question: { ko: "상품 이름이 무엇인가요?", en: "What is it called?" },
    lead: { ko: "손님이 볼 이름이에요. 예: 국산 참기름 350ml", en: "As customers will see it." },
  },
  price: {
    name: { ko: "판매가", en: "Price" },
    question: { ko: "얼마에 파세요?", en: "How much is it?" },
    lead: { ko: "부가세까지 넣은 값을 적어 주세요.", en: "The price including tax." },
  },
  category: {
    name: { ko: "종류", en: "Kind" },
    question: { ko: "어떤 물건인가요?", en: "What kind of thing is it?" },
    lead: { ko: "가장 비슷한 그림을 눌러 주세요.", en: "Press the picture that fits best." },
  },
  tax: {
    name: { ko: "세금", en: "Tax" },
    question: { ko: "부가세가 붙는 물건인가요?", en: "Is value-added tax due on it?" },
    lead: {
      ko: "손질만 한 농산물·수산물·축산물과 책은 부가세가 없어요.",
      en: "None is due on plain farm goods, fish, meat and books.",
    },
  },
  origin: {
    name: { ko: "원산지", en: "Origin" },
    question: { ko: "어디에서 난 것인가요?", en: "Where does it come from?" },
    lead: { ko: "예: 국내산, 전남 해남군, 중국산", en: "For example: 국내산, 중국산" },
  },
  maker: {
    name: { ko: "제조자", en: "Maker" },
    question: { ko: "누가 만들었나요?", en: "Who makes it?" },
    lead: { ko: "만든 가게나 회사 이름을 적어 주세요.", en: "The name of the store or company." },
  },
  kc: {
    name: { ko: "안전 인증번호", en: "Safety number" },
    question: { ko: "안전 인증번호가 있나요?", en: "Does it have a safety number?" },
    lead: {
      ko: "제품이나 상자의 KC 표시 옆에 있어요. 받을 필요가 없는 물건이면 ‘없음’이라고 적어 주세요.",
      en: "It stands beside the KC mark. Write 없음 if the product needs none.",
    },
  },
  description: {
    name: { ko: "상세설명", en: "Description" },
    question: { ko: "손님에게 소개해 주세요", en: "Tell customers about it" },
    lead: {
      ko: "어떻게 만드는지, 무엇이 좋은지 이야기하듯 적어 주세요. 나중에 적어도 괜찮아요.",
      en: "How it is made and what is good about it. You may do this later.",
    },
  },
  stock: {
    name: { ko: "재고수량", en: "Stock" },
    question: { ko: "몇 개 팔 수 있나요?", en: "How many can you sell?" },
    lead: { ko: "지금 보낼 수 있는 개수예요. 언제든 고칠 수 있어요.", en: "You can change this at any time." },
  },
  shipping_fee: {
    name: { ko: "배송비", en: "Delivery" },
    question: { ko: "배송비는 얼마인가요?", en: "What does delivery cost?" },
    lead: {
      ko: "비워 두면 가게에서 정한 {fee|이/가} 쓰여요. 받지 않으면 0을 적어 주세요.",
      en: "Left empty, your store’s {fee} applies. Enter 0 if it is free.",
    },
  },
};

export const draftMessages = {
  begin: { ko: "상품 하나 올리기", en: "Add one product" },
  beginHint: { ko: "휴대폰으로 사진을 찍어서", en: "with your phone’s camera" },
  sheet: { ko: "엑셀로 여러 개 올리기", en: "Upload many by sheet" },
  sheetHint: { ko: "상품표 파일로 한꺼번에", en: "with a product sheet" },
  waysTitle: { ko: "상품 올리기", en: "Add products" },
  listTitle: { ko: "쓰던 상품 {count}개", en: "Unfinished products ({count})" },
  unnamed: { ko: "이름을 아직 안 적었어요", en: "No name yet" },
  answered: { ko: "{asked}가지 중 {answered}가지 적음", en: "{answered} of {asked} answered" },
  lastTouched: { ko: "{when}에 저장", en: "saved {when}" },
  goOn: { ko: "이어서 하기", en: "Go on" },
  goOnWith: { ko: "{name} 이어서 하기", en: "Go on with {name}" },

  place: { ko: "{number} / {total}", en: "{number} of {total}" },
  placeSpoken: { ko: "{total}단계 중 {number}번째", en: "step {number} of {total}" },
  next: { ko: "다음", en: "Next" },
  previous: { ko: "이전", en: "Back" },
  later: { ko: "나중에 할게요", en: "Later" },
  home: { ko: "저장하고 나가기", en: "Save and leave" },
  allSteps: { ko: "모든 질문 보기", en: "All questions" },
  stateEmpty: { ko: "아직", en: "Not yet" },
  stateWrong: { ko: "고쳐 주세요", en: "Please correct" },
  stateLacking: { ko: "비어 있음", en: "Empty" },
  stateComplete: { ko: "적음", en: "Done" },
  keptNotice: { ko: "적은 내용은 저장했어요", en: "What you typed is kept" },
  keptBody: { ko: "빨간 글을 보고 고쳐 주세요.", en: "Please correct what is marked in red." },
  offlineTitle: { ko: "지금은 인터넷이 끊겨 있어요", en: "You are offline" },
  offlineBody: {
    ko: "적은 내용은 화면에 그대로 있어요. 인터넷이 다시 연결되면 한 번 더 눌러 주세요.",
    en: "What you typed is still here. Press once more when the connection is back.",
  },
  suggested: {
    ko: "미리 채워 두었어요. 다르면 고쳐 주세요.",
    en: "Filled in for you. Change it if it is wrong.",
  },

  camera: { ko: "사진 찍기", en: "Take a photo" },
  album: { ko: "앨범에서 고르기", en: "Choose from album" },
  choosePhotos: { ko: "사진 고르기", en: "Choose photos" },
  photosFull: {
    ko: "사진 {maximum}장을 다 채웠어요. 바꾸고 싶은 사진을 뺀 뒤에 새 사진을 올려 주세요.",
    en: "All {maximum} photos are there. Remove one to add another.",
  },
  choosePhotosHint: {
    ko: "한 장에 60MB까지, 모두 10장까지 올릴 수 있어요.",
    en: "Up to 10 photos, each up to 60 MB.",
  },
  sendPhotos: { ko: "사진 올리기", en: "Upload photos" },
  morePhotos: { ko: "사진 더 올리기", en: "Add more photos" },
  photosTitle: { ko: "올린 사진", en: "Photos" },
  photosLead: {
    ko: "맨 앞 사진을 손님이 가장 먼저 봐요. {maximum}장까지 올릴 수 있어요.",
    en: "Customers see the first one first. Up to {maximum} photos.",
  },
  photoNumber: { ko: "{number}번째 사진", en: "Photo {number}" },
  mainPhoto: { ko: "대표 사진", en: "Main photo" },
  removePhoto: { ko: "빼기", en: "Remove" },
  removeNumber: { ko: "{number}번째 사진 빼기", en: "Remove photo {number}" },
  removeWaiting: { ko: "보내지 않기", en: "Do not send" },
  photoNotAdded: { ko: "사진을 올리지 못했어요", en: "The photo was not added" },

  inLine: { ko: "차례를 기다리는 중", en: "Waiting its turn" },
  preparing: { ko: "크기를 줄이는 중", en: "Making it smaller" },
  sending: { ko: "보내는 중", en: "Sending" },
  waiting: {
    ko: "기다리는 중 – 인터넷이 연결되면 다시 보내요",
    en: "Waiting – sent again when you are online",
  },
  signedOut: { ko: "기다리는 중 – 다시 로그인하면 보내요", en: "Waiting – sent when you log in again" },
  looking: { ko: "살펴보는 중", en: "Being looked at" },
  ready: { ko: "저장됨", en: "Saved" },
  refusedPhoto: { ko: "쓸 수 없는 사진", en: "Cannot be used" },
  keptOnPhone: {
    ko: "사진은 이 휴대폰에 있어요. 이 창을 닫아도 다음에 열면 이어서 보내요.",
    en: "The photos are kept on this phone. If you close the page they are sent when you open it again.",
  },
  notKept: {
    ko: "이 인터넷 창은 사진을 담아 둘 수 없어요. 다 보낼 때까지 닫지 마세요.",
    en: "This browser cannot keep photos. Do not close the page until they are sent.",
  },
  waitingElsewhere: { ko: "사진 {count}장을 보내는 중이에요", en: "{count} photos are being sent" },
  waitingElsewhereOffline: {
    ko: "사진 {count}장이 기다리고 있어요. 인터넷이 연결되면 보내요.",
    en: "{count} photos are waiting. They are sent when you are online.",
  },

  priceLabel: { ko: "판매가 (원)", en: "Price (won)" },
  addWon: { ko: "+{words}", en: "+{words}" },
  clear: { ko: "지우기", en: "Clear" },
  pieces: { ko: "재고수량 (개)", en: "Number of pieces" },
  feeLabel: { ko: "배송비 (원)", en: "Delivery fee (won)" },
  storeFee: { ko: "가게 배송비 {fee}", en: "the store’s {fee}" },
  taxable: { ko: "부가세가 붙어요 (과세)", en: "Taxable" },
  exempt: { ko: "부가세가 없어요 (면세)", en: "Exempt" },
  domestic: { ko: "국내산", en: "Korean (국내산)" },
  none: { ko: "없음", en: "None (없음)" },

  groups: { ko: "큰 갈래", en: "Groups" },
  otherGroups: { ko: "다른 갈래 보기", en: "Other groups" },
  word: { ko: "이름으로 찾기", en: "Find by name" },
  wordHint: { ko: "예: 참기름, 도마, 가방", en: "For example: rice, bag" },
  find: { ko: "찾기", en: "Find" },
  found: { ko: "‘{word}’에 맞는 종류", en: "Kinds for “{word}”" },
  notFound: {
    ko: "‘{word}’에 맞는 종류를 찾지 못했어요. 아래 그림에서 골라 주세요.",
    en: "Nothing was found for “{word}”. Choose from the pictures below.",
  },
  chosen: { ko: "지금 고른 종류", en: "Chosen now" },
  keepChosen: { ko: "이대로 다음", en: "Keep it and go on" },

  noticePlace: { ko: "법이 정한 표시 {number} / {total}", en: "What the law asks: {number} of {total}" },
  noticeLead: {
    ko: "이런 물건을 팔 때 손님에게 알려야 하는 것이에요. 모르면 비워 두고 넘어가도 돼요.",
    en: "Sellers of such goods must say this. You may leave it empty for now.",
  },
  example: { ko: "예: {example}", en: "For example: {example}" },
  inDetails: { ko: "‘상품 상세 참조’로 적기", en: "Write “상품 상세 참조” (see the description)" },
  inDetailsHint: {
    ko: "상세설명에 이 내용을 적을 때만 눌러 주세요.",
    en: "Only if the description says it.",
  },
  yes: { ko: "예", en: "Yes" },
  no: { ko: "아니오", en: "No" },

  reviewTitle: { ko: "이대로 올릴까요?", en: "Is this right?" },
  reviewLead: { ko: "고칠 곳이 있으면 ‘고치기’를 눌러 주세요.", en: "Press “Change” where something is wrong." },
  change: { ko: "고치기", en: "Change" },
  changeStep: { ko: "{step} 고치기", en: "Change: {step}" },
  empty: { ko: "아직 비어 있어요", en: "Still empty" },
  emptyOptional: { ko: "비워 두었어요", en: "Left empty" },
  noticesSaid: {
    ko: "법이 정한 표시 {total}가지 중 {count}가지 적음",
    en: "What the law asks: {count} of {total} said",
  },
  pieceCount: { ko: "{count}개", en: "{count} pieces" },
  wrongTitle: { ko: "{count}가지를 더 적거나 고쳐 주세요", en: "{count} answers are missing or wrong" },
  wrongBody: { ko: "다 되면 내 상품에 올릴 수 있어요.", en: "Then the product can be made." },
  lackingTitle: { ko: "{count}가지가 비어 있어요", en: "{count} answers are empty" },
  lackingBody: {
    ko: "지금 올려도 되지만, 쇼핑몰에 보내려면 필요해요.",
    en: "You can finish now, but the malls need them.",
  },
  fill: { ko: "빈 곳 채우기", en: "Fill them in" },
  mend: { ko: "고치러 가기", en: "Go and correct" },
  finish: { ko: "내 상품에 올리기", en: "Add to my products" },
  finishAnyway: { ko: "비워 두고 올리기", en: "Add without them" },
  notFinished: { ko: "아직 올리지 못했어요", en: "It was not added" },
  queuedHere: {
    ko: "아직 보내지 못한 사진이 {count}장 있어요. 다 보낸 뒤에 올려 주세요.",
    en: "{count} photos are not sent yet. Wait for them before you finish.",
  },
  deleteTitle: { ko: "이 상품 지우기", en: "Delete this product" },
  deleteBody: {
    ko: "적은 것과 사진이 모두 지워지고 되돌릴 수 없어요.",
    en: "Everything typed and all photos go, for good.",
  },
  deleteYes: { ko: "네, 지울게요", en: "Yes, delete it" },

  doneTitle: { ko: "내 상품에 올렸어요", en: "The product is made" },
  doneLead: { ko: "{name|이/가} 내 상품에 들어갔어요.", en: "{name} is among your products now." },
  doneReady: {
    ko: "{malls}에 올릴 준비가 됐어요. 심사에 보내면 심사위원이 살펴봐요.",
    en: "It is ready for {malls}. Send it, and the judges will look at it.",
  },
  doneReadyLater: {
    ko: "{malls}에 올릴 준비가 됐어요. 접수가 시작되면 심사에 보낼 수 있어요.",
    en: "It is ready for {malls}. It can be sent once the season opens.",
  },
  doneLacking: {
    ko: "아직 어느 쇼핑몰에도 올릴 수 없어요. 무엇이 빠졌는지 보고 채워 주세요.",
    en: "No mall would take it yet. See what is missing and fill it in.",
  },
  doneLackingElsewhere: {
    ko: "{malls}에는 아직 모자란 것이 있어요.",
    en: "Something is still missing for {malls}.",
  },
  seeMissing: { ko: "무엇이 빠졌는지 보기", en: "See what is missing" },
  another: { ko: "하나 더 올리기", en: "Add another" },
  see: { ko: "올린 상품 보기", en: "See it" },
  toProducts: { ko: "내 상품으로", en: "To my products" },
} satisfies Record<string, Sentence>;
