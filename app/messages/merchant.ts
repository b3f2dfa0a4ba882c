import type { ProductStage } from "#app/domain/product/stages.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

/** The merchant's own pages: home, sending, a product. */
export const merchantMessages = {
  homeTitle: { ko: "내 상품", en: "My products" },
  homeLead: { ko: "어떤 상품이 어디까지 왔는지 한눈에 볼 수 있어요.", en: "What you have, and how far each has come." },
  upload: { ko: "상품 올리기", en: "Upload products" },
  running: { ko: "지금 하고 있는 일", en: "Going on now" },
  runningImport: { ko: "상품표를 읽고 있어요", en: "Reading the product sheet" },
  runningPhotos: { ko: "사진을 살펴보고 있어요", en: "Looking at the photos" },
  recalled: {
    ko: "회수하는 상품이에요. 모든 쇼핑몰에서 내리고 있어요",
    en: "This product is recalled and is being taken down at every mall",
  },
  recalledAll: {
    ko: "회수한 상품이에요. 모든 쇼핑몰에서 내렸어요",
    en: "This product is recalled and is gone from every mall",
  },
  recalledBody: {
    ko: "까닭: {reason}. 사무국이 회수를 풀 때까지 어디에서도 팔 수 없어요. 궁금한 것은 사무국에 물어봐 주세요.",
    en: "Why: {reason}. It cannot be sold anywhere until the office lifts the recall. Please ask the office about it.",
  },
  publishingDone: {
    ko: "쇼핑몰마다 하나씩 세어 {total}건 가운데 {done}건을 마쳤어요",
    en: "{done} of {total} done, one for each product and mall",
  },
  publishingFailed: {
    ko: "{failed}건은 아래 상품에서 까닭을 봐 주세요",
    en: "{failed} need a look: the product below says why",
  },
  runningPublishing: { ko: "쇼핑몰에 보내고 있어요", en: "Sending to the malls" },
  see: { ko: "자세히 보기", en: "See more" },
  all: { ko: "전체", en: "All" },
  count: { ko: "{count}개", en: "{count}" },
  stagesTitle: { ko: "단계별로 보기", en: "By stage" },
  listTitle: { ko: "상품 목록", en: "Products" },
  nothingAtStage: { ko: "이 단계에 있는 상품은 없어요.", en: "No product is at this stage." },
  more: { ko: "더 보기", en: "Show more" },
  find: { ko: "상품 찾기", en: "Find a product" },
  findHint: { ko: "이름이나 상품코드의 한 부분만 적어도 돼요.", en: "A part of its name or code is enough." },
  findButton: { ko: "찾기", en: "Find" },
  found: { ko: "‘{word}’ 상품 {count}개", en: "“{word}”: {count}" },
  foundNone: {
    ko: "‘{word}’ 상품이 없어요. 짧게 적어 다시 찾아 보세요.",
    en: "Nothing for “{word}”. Try a shorter part.",
  },
  findAll: { ko: "모든 상품 보기", en: "See all products" },
  fromStart: { ko: "처음부터 보기", en: "Back to the first" },
  noPhoto: { ko: "사진 없음", en: "no photo" },
  emptyTitle: { ko: "아직 올린 상품이 없어요", en: "No products yet" },
  emptyBody: {
    ko: "상품 사진 한 장이면 시작할 수 있어요. 엑셀 상품표가 있으면 여러 개를 한꺼번에 올리셔도 돼요.",
    en: "One photo of a product is enough to begin. With a product sheet you can upload many at once.",
  },
  draftsTitle: { ko: "아직 보내지 않은 상품이 {count}개 있어요", en: "{count} products are not sent yet" },
  draftsBody: {
    ko: "심사를 받으려면 ‘{season}’에 보내 주세요. 보내기 전에 한 번 더 확인할 수 있어요.",
    en: "Send them to “{season}” to have them judged. You can check once more before they go.",
  },
  toSubmit: { ko: "심사에 보내기 ({count}개)", en: "Send to the season ({count})" },
  seasonClosed: {
    ko: "지금은 상품을 받는 기간이 아니에요. 올려 두시면 다음 접수 때 보낼 수 있어요.",
    en: "The season takes no products at the moment. What you upload now can be sent when it opens.",
  },
  sentNotice: { ko: "{count}개를 심사에 보냈어요", en: "{count} products were sent" },
  sentNoticeBody: {
    ko: "심사 결과가 나오면 알려 드릴게요. 지금은 기다리시면 돼요.",
    en: "We will tell you the result. There is nothing more to do now.",
  },
  sentHeldBack: { ko: "{count}개는 보내지 않고 남겨 두었어요.", en: "{count} were not sent and stay as they are." },

  submitTitle: { ko: "심사에 보내기", en: "Send to the season" },
  submitLead: {
    ko: "‘{season}’ 심사에 보낼 상품을 확인해 주세요.",
    en: "Check what goes to the judges of “{season}”.",
  },
  submitCount: { ko: "{count}개를 보낼 수 있어요", en: "{count} can be sent" },
  submitLacking: { ko: "다른 쇼핑몰에 모자란 것 보기", en: "See what the other malls still need" },
  submitByMall: { ko: "뽑히면 이 쇼핑몰에 올라가요", en: "If chosen, they go to these malls" },
  submitPinned: {
    ko: "보낸 뒤에도 재고와 낮춘 값은 바로 고칠 수 있어요. 이름이나 설명은 심사 중에 바뀌지 않아요.",
    en: "After sending, stock and a lower price can still be changed at once. Name and description stay as judged.",
  },
  submitButton: { ko: "{count}개 보내기", en: "Send {count}" },
  heldBackTitle: { ko: "아직 보낼 수 없는 상품 {count}개", en: "{count} cannot be sent yet" },
  heldBackBody: {
    ko: "아래 내용을 채우면 보낼 수 있어요. 먼저 보낼 수 있는 것부터 보내셔도 돼요.",
    en: "They can go once this is filled in. The others need not wait.",
  },
  heldBackMore: { ko: "그 밖에 {count}개가 더 있어요.", en: "And {count} more." },
  submitNone: { ko: "새로 보낼 상품이 없어요", en: "Nothing new to send" },
  submitNoneBody: {
    ko: "모두 보냈거나, 먼저 채울 내용이 있어요.",
    en: "Everything is sent already, or something has to be filled in first.",
  },
  backHome: { ko: "내 상품으로 가기", en: "To my products" },

  factsTitle: { ko: "상품 정보", en: "About the product" },
  noticeTitle: { ko: "상품정보 고시", en: "Product notice" },
  descriptionTitle: { ko: "상세설명", en: "Description" },
  photosTitle: { ko: "사진", en: "Photos" },
  photoAlt: { ko: "{name} 사진 {number}", en: "{name}, photo {number}" },
  enlarge: { ko: "크게 보기", en: "Enlarge" },
  optionsTitle: { ko: "옵션", en: "Options" },
  optionStock: { ko: "재고 {stock}개", en: "{stock} in stock" },
  stockUnknown: { ko: "재고 모름", en: "stock not said" },
  onReserve: { ko: "예비 {rank}번", en: "Reserve {rank}" },
  whereTitle: { ko: "어디까지 왔나요", en: "How far it has come" },
  readinessTitle: { ko: "쇼핑몰마다 필요한 것", en: "What each mall needs" },
  listingsTitle: { ko: "쇼핑몰 소식", en: "At the malls" },
  seeAtMall: { ko: "{mall}에서 보기", en: "See it at {mall}" },
  sentAt: { ko: "보낸 때", en: "sent" },
  heardAt: { ko: "답을 들은 때", en: "answered" },
  changedSince: {
    ko: "보낸 뒤에 고친 내용이 있어요. 심사와 판매는 보낸 때의 내용 그대로이고, 고친 내용은 다음에 보낼 때 쓰여요.",
    en: "You changed it after sending. Judging and sale keep what was sent; the changes go with the next time.",
  },
  rejectedBody: {
    ko: "아쉽지만 이번 시즌에는 뽑히지 않았어요. 다음 시즌에 다시 보낼 수 있어요.",
    en: "It was not chosen this season. You can send it again to the next one.",
  },
  edit: { ko: "고치기", en: "Change" },
  changePhotos: { ko: "사진 올리고 고치기", en: "Add and change photos" },
  toJudges: { ko: "심사에 보내러 가기", en: "Send it to be judged" },
  name: { ko: "상품명", en: "Name" },
  sku: { ko: "상품코드", en: "Product code" },
  category: { ko: "카테고리", en: "Category" },
  price: { ko: "판매가", en: "Price" },
  stock: { ko: "재고", en: "Stock" },
  stockOf: { ko: "재고 · {variant}", en: "Stock · {variant}" },
  stockCount: { ko: "{count}개", en: "{count}" },
  origin: { ko: "원산지", en: "Origin" },
  maker: { ko: "제조자", en: "Maker" },
  shippingFee: { ko: "배송비", en: "Delivery fee" },
  freeShipping: { ko: "무료 배송", en: "free" },
  tax: { ko: "과세구분", en: "Tax" },
  taxable: { ko: "과세", en: "taxable" },
  exempt: { ko: "면세", en: "exempt" },
  zero_rated: { ko: "영세율", en: "zero-rated" },
  kcNumber: { ko: "인증번호", en: "Safety number" },
  tags: { ko: "태그", en: "Tags" },
  yes: { ko: "예", en: "yes" },
  no: { ko: "아니오", en: "no" },

  editTitle: { ko: "상품 고치기", en: "Change the product" },
  editLeadDraft: { ko: "언제든 다시 고칠 수 있어요.", en: "You can change it again at any time." },
  editLeadSent: {
    ko: "이미 심사에 보낸 상품이에요. 재고와 낮춘 값은 바로 바뀌고, 다른 내용은 다음에 보낼 내용으로 따로 저장돼요.",
    en: "It was sent already. Stock and a lower price change at once; anything else is kept for the next time.",
  },
  stockLabel: { ko: "재고 (개)", en: "Stock" },
  descriptionFixed: {
    ko: "상세설명에 사진이나 표가 들어 있어 여기서는 고칠 수 없어요. 상품표에서 고쳐 다시 올려 주세요.",
    en: "The description holds pictures or tables and cannot be changed here. Change it in the sheet and upload it again.",
  },
  save: { ko: "저장하기", en: "Save" },
  cancel: { ko: "그만두기", en: "Cancel" },
  editRefused: { ko: "아직 저장하지 않았어요", en: "Not saved yet" },
  editRefusedBody: { ko: "빨갛게 표시된 곳을 고쳐 주세요.", en: "Please put right what is marked." },
  saved_draft_changed: { ko: "고친 내용을 저장했어요", en: "Your changes are saved" },
  saved_sold_on: { ko: "재고와 값을 바로 바꿨어요", en: "Stock and price were changed at once" },
  saved_next_version: {
    ko: "다음에 보낼 내용으로 저장했어요. 심사 중인 내용은 그대로예요",
    en: "Kept for the next time. What is being judged stays as it is",
  },
  retryWhen: {
    ko: "고칠 것을 고치셨거나 쇼핑몰과 이야기하셨으면 다시 보내 보세요.",
    en: "Send it again once you have put right what was wrong, or spoken with the mall.",
  },
  retry: { ko: "다시 보내기", en: "Send it again" },
  retried: {
    ko: "다시 보내기 시작했어요. 쇼핑몰이 답하면 여기에 보여 드려요",
    en: "It is on its way again. The mall's answer will be shown here",
  },
  notRetried: { ko: "다시 보내지 못했어요", en: "It was not sent again" },
  slowReview: {
    ko: "심사가 평소보다 오래 걸리고 있어요",
    en: "The review takes longer than usual",
  },
  slowReviewBody: {
    ko: "따로 하실 일은 없어요. 사무국이 알고 있고, 쇼핑몰이 답하면 바로 알려 드려요.",
    en: "There is nothing for you to do. The office knows, and you are told as soon as the mall answers.",
  },
  correctionSeen: {
    ko: "고친 내용을 사무국이 보고 있어요. 괜찮으면 쇼핑몰에 다시 보내 드려요.",
    en: "The office is looking at what you changed, and sends it to the mall again if it is right.",
  },
  saved_correction: {
    ko: "고친 내용을 저장했어요. 사무국이 보고 쇼핑몰에 다시 보내 드려요",
    en: "Your changes are saved. The office looks at them and sends them to the mall again",
  },
  saved_unchanged: { ko: "바뀐 내용이 없어요", en: "Nothing changed" },
} satisfies Record<string, Sentence>;

/** What a product's stage is called. */
export const stageWords: Record<ProductStage, Sentence> = {
  preparing: { ko: "준비 중", en: "Being prepared" },
  judging: { ko: "심사 중", en: "Being judged" },
  on_the_way: { ko: "올리는 중", en: "On its way" },
  live: { ko: "판매 중", en: "On sale" },
  returned: { ko: "다시 봐 주세요", en: "Look again" },
};

/** What a listing's state at a mall is called. */
export const listingWords: Record<ListingState, Sentence> = {
  not_ready: { ko: "준비 안 됨", en: "Not ready" },
  waiting: { ko: "기다리는 중", en: "Waiting" },
  sending: { ko: "보내는 중", en: "Being sent" },
  unknown: { ko: "확인하는 중", en: "Being checked" },
  in_review: { ko: "쇼핑몰이 심사 중", en: "The mall is reviewing it" },
  live: { ko: "판매 중", en: "On sale" },
  refused: { ko: "거절됨", en: "Refused" },
  failed: { ko: "사무국이 확인 중", en: "The office is looking" },
  withdrawing: { ko: "내리는 중", en: "Being taken down" },
  withdrawn: { ko: "내림", en: "Taken down" },
};

/** The way every product goes. */
export const stepWords = {
  received: { ko: "접수", en: "Received" },
  judging: { ko: "심사", en: "Judged" },
  chosen: { ko: "선정", en: "Chosen" },
  sending: { ko: "쇼핑몰에 보내는 중", en: "Going to the malls" },
  onSale: { ko: "판매 중", en: "On sale" },
  now: { ko: "지금", en: "now" },
  done: { ko: "마침", en: "done" },
  later: { ko: "다음", en: "later" },
  stopped: { ko: "멈춤", en: "stopped" },
  notSent: { ko: "아직 보내지 않았어요", en: "Not sent yet" },
  waitingForJudges: { ko: "심사위원이 보고 있어요", en: "The judges are looking at it" },
  notChosen: { ko: "이번에는 뽑히지 않았어요", en: "Not chosen this time" },
  left: { ko: "이번 시즌에서 빠졌어요", en: "It has left this season" },
  onReserve: {
    ko: "예비 {count}번이에요. 자리가 나면 차례대로 올라가고, 바로 알려 드릴게요",
    en: "Number {count} on reserve. It moves up when a place becomes free, and we will tell you at once",
  },
  atMalls: { ko: "쇼핑몰 {count}곳에서 팔고 있어요", en: "On sale at {count} malls" },
  needsCare: { ko: "쇼핑몰에서 고칠 것을 알려 왔어요", en: "The malls ask for something" },
} satisfies Record<string, Sentence>;
