import type { StepKey } from "#app/domain/application/steps.ts";
import type { BusinessStatus, StoreKind } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

interface StepWords {
  /** In the list of steps. */
  name: Sentence;
  question: Sentence;
  lead: Sentence;
}

/** One question a screen. */
export const stepWords: Record<StepKey, StepWords> = {
  "business-number": {
    name: { ko: "사업자등록번호", en: "Business number" },
    question: { ko: "사업자등록번호를 적어 주세요", en: "What is your business number?" },
    lead: { ko: "사업자등록증 맨 위에 있는 숫자 열 자리예요.", en: "The ten digits at the top of your certificate." },
  },
  registration: {
    name: { ko: "사업자등록증", en: "Business registration" },
    question: { ko: "사업자등록증을 보여 주세요", en: "Show us your business registration" },
    lead: {
      ko: "휴대폰으로 찍은 사진이나 PDF 파일이면 돼요. 글자가 보이게 찍어 주세요.",
      en: "A photo taken with your phone or a PDF will do. Make sure that the letters can be read.",
    },
  },
  name: {
    name: { ko: "가게 이름", en: "Name of the store" },
    question: { ko: "가게 이름이 무엇인가요?", en: "What is your store called?" },
    lead: { ko: "손님이 볼 이름이에요.", en: "This is the name that customers will see." },
  },
  owner: {
    name: { ko: "대표자", en: "Owner" },
    question: { ko: "대표자는 누구세요?", en: "Who is the owner?" },
    lead: { ko: "사업자등록증에 있는 이름을 적어 주세요.", en: "As on the business registration." },
  },
  phone: {
    name: { ko: "가게 전화", en: "Telephone" },
    question: { ko: "가게 전화번호를 적어 주세요", en: "What is the store’s telephone number?" },
    lead: { ko: "손님이 물어볼 때 걸 번호예요. 휴대폰도 괜찮아요.", en: "For customers’ questions. A mobile is fine." },
  },
  kind: {
    name: { ko: "가게 종류", en: "Kind of store" },
    question: { ko: "어떤 가게인가요?", en: "What kind of store is it?" },
    lead: { ko: "하나만 골라 주세요.", en: "Please choose one." },
  },
  proof: {
    name: { ko: "확인 서류", en: "Proof" },
    question: { ko: "{document|을/를} 보여 주세요", en: "Show us your {document}" },
    lead: { ko: "사진이나 PDF 파일이면 돼요.", en: "A photo or a PDF will do." },
  },
  designation: {
    name: { ko: "지정번호와 날짜", en: "Designation" },
    question: { ko: "지정서에 있는 번호와 날짜를 적어 주세요", en: "Number and dates on your certificate" },
    lead: { ko: "지정이 끝나는 날까지 백년가게 표시가 보여요.", en: "The badge shows until the last day." },
  },
  address: {
    name: { ko: "가게 주소", en: "Address" },
    question: { ko: "가게 주소를 적어 주세요", en: "Where is your store?" },
    lead: { ko: "서울에 있는 가게만 신청할 수 있어요.", en: "Only stores in Seoul can join." },
  },
  market: {
    name: { ko: "시장", en: "Market" },
    question: { ko: "어느 시장에 있나요?", en: "Which market is it in?" },
    lead: { ko: "{district}에 있는 시장이에요. 하나만 골라 주세요.", en: "Markets in {district}. Please choose one." },
  },
  story: {
    name: { ko: "가게 이야기", en: "Story" },
    question: { ko: "가게 이야기를 들려주세요", en: "Tell us about your store" },
    lead: {
      ko: "언제 시작했고 무엇을 만드는지, 편하게 적어 주세요. 비워 두어도 괜찮아요.",
      en: "When did it begin, what do you make? You may leave this empty.",
    },
  },
  photo: {
    name: { ko: "가게 사진", en: "Photo" },
    question: { ko: "가게 사진을 올려 주세요", en: "Add a photo of your store" },
    lead: { ko: "간판이나 가게 앞이 보이면 좋아요.", en: "The front or the sign would be good." },
  },
  hours: {
    name: { ko: "여는 시간", en: "Opening hours" },
    question: { ko: "언제 여세요?", en: "When are you open?" },
    lead: { ko: "예: 월~토 09:00~19:00, 일요일 쉼", en: "For example: Mon–Sat 9:00–19:00, closed on Sundays" },
  },
  visits: {
    name: { ko: "찾아오기", en: "Visits" },
    question: { ko: "창작자가 찾아가도 될까요?", en: "May creators visit?" },
    lead: {
      ko: "영상이나 글로 가게를 알리는 분들이에요. 올 때마다 먼저 여쭤봐요.",
      en: "They tell others about your store. They ask before every visit.",
    },
  },
  "mail-order": {
    name: { ko: "통신판매업 신고", en: "Mail-order registration" },
    question: { ko: "통신판매업 신고를 하셨나요?", en: "Are you registered for mail order?" },
    lead: { ko: "온라인에서 팔 때 필요한 신고예요.", en: "It is needed for selling online." },
  },
  terms: {
    name: { ko: "배송비와 반품", en: "Delivery and returns" },
    question: { ko: "배송비와 반품 비용을 적어 주세요", en: "Delivery and return fees" },
    lead: {
      ko: "가게에서 한 번만 정하면 모든 상품에 쓰여요. 받지 않으면 0을 적어 주세요.",
      en: "Said once, used for all products. Enter 0 if you charge nothing.",
    },
  },
};

export const kindWords: Record<StoreKind, { name: Sentence; hint: Sentence }> = {
  hundred_year: {
    name: { ko: "백년가게", en: "백년가게 (hundred-year store)" },
    hint: { ko: "백년가게로 지정받은 가게", en: "Designated as one" },
  },
  traditional_market: {
    name: { ko: "전통시장", en: "Market stall" },
    hint: { ko: "전통시장 안에 있는 가게", en: "A stall in a traditional market" },
  },
  cooperative: {
    name: { ko: "협동조합", en: "Cooperative" },
    hint: { ko: "함께 만들고 함께 파는 조합", en: "Made and sold together" },
  },
  craft: {
    name: { ko: "소공인", en: "Craft maker" },
    hint: { ko: "손으로 직접 만드는 작은 공장이나 공방", en: "A workshop or small factory" },
  },
};

/** "Not checked" is said as such, never as checked. */
export const businessStatusWords: Record<BusinessStatus, Sentence> = {
  not_checked: { ko: "확인하지 않음", en: "Not checked" },
  active: { ko: "계속사업자", en: "Active" },
  suspended: { ko: "휴업", en: "Suspended" },
  closed: { ko: "폐업", en: "Closed" },
  unregistered: { ko: "등록되지 않은 번호", en: "Not registered" },
};

export const mailOrderWords = {
  number: { ko: "네, 신고번호가 있어요", en: "Yes, I have a number" },
  not_yet: { ko: "아직 안 했어요", en: "Not yet" },
  exempt: { ko: "신고하지 않아도 되는 가게예요", en: "My store is exempt" },
} satisfies Record<string, Sentence>;

export const visitWords = {
  yes: { ko: "네, 좋아요", en: "Yes" },
  no: { ko: "아니요", en: "No" },
} satisfies Record<string, Sentence>;

export const stepStateWords = {
  untouched: { ko: "아직 안 적음", en: "Not entered yet" },
  wrong: { ko: "다시 봐 주세요", en: "Needs another look" },
  complete: { ko: "적었어요", en: "Done" },
  returned: { ko: "고쳐 주세요", en: "To be corrected" },
} satisfies Record<string, Sentence>;

export const applicationMessages = {
  title: { ko: "가게 신청", en: "Your application" },
  beginLead: {
    ko: "한 번에 하나씩 여쭤볼게요. 적을 때마다 저장되니 쉬었다가 이어서 적어도 괜찮아요.",
    en: "We ask one thing at a time and save each. You can stop and go on later.",
  },
  begin: { ko: "시작하기", en: "Begin" },
  goOn: { ko: "이어서 적기", en: "Go on" },
  toReview: { ko: "보내기 전에 확인하기", en: "Check and send" },
  stepsTitle: { ko: "전체 단계", en: "All steps" },
  doneCount: { ko: "{total}가지 가운데 {done}가지를 적었어요", en: "{done} of {total} done" },
  place: { ko: "{number}/{total}", en: "{number}/{total}" },
  placeSpoken: { ko: "{total}단계 가운데 {number}번째", en: "Step {number} of {total}" },
  allSteps: { ko: "전체 단계 보기", en: "Show all steps" },
  next: { ko: "다음", en: "Next" },
  previous: { ko: "이전", en: "Back" },
  keptNotice: { ko: "적은 것은 그대로 저장했어요", en: "What you entered is saved" },
  keptBody: { ko: "아래 한 가지만 다시 봐 주세요.", en: "Please have another look at this." },
  officeSays: { ko: "사무국이 이렇게 적었어요", en: "The office writes" },

  sentTitle: { ko: "사무국이 확인하고 있어요", en: "The office is looking at it" },
  sentBody: {
    ko: "{date}에 보내셨어요. 확인이 끝나면 휴대폰으로 알려 드려요.",
    en: "Sent on {date}. We will tell you by phone when it is done.",
  },
  returnedTitle: { ko: "고쳐 주셨으면 하는 것이 있어요", en: "Some things need another look" },
  returnedBody: {
    ko: "아래 것만 고쳐서 다시 보내 주세요. 나머지는 그대로 두시면 돼요.",
    en: "Please correct these and send it again. Everything else can stay.",
  },
  correct: { ko: "‘{step}’ 고치기", en: "Correct “{step}”" },
  correctedAll: {
    ko: "모두 고치셨어요. 확인하고 다시 보내 주세요.",
    en: "All is corrected. Check it and send it again.",
  },
  closedTitle: { ko: "함께하지 않는 가게예요", en: "This store does not take part" },
  closedBody: { ko: "궁금한 것은 사무국에 물어봐 주세요.", en: "Please ask the office if you have questions." },
  show: { ko: "보낸 내용 보기", en: "See what you sent" },
  businessStatus: { ko: "국세청 확인", en: "Tax office register" },
  checkedAt: { ko: "{word} ({date} 확인)", en: "{word} (checked {date})" },

  upload: { ko: "올리기", en: "Upload" },
  choosePhoto: { ko: "사진 찍기 또는 고르기", en: "Take or choose a photo" },
  chooseFile: { ko: "사진 찍기 또는 파일 고르기", en: "Take a photo or choose a file" },
  fileHint: { ko: "20MB까지 올릴 수 있어요.", en: "Up to 20 MB." },
  added: { ko: "잘 받았어요", en: "We have it" },
  addMore: { ko: "한 장 더 올리기", en: "Add another" },
  replace: { ko: "다른 사진으로 바꾸기", en: "Use another photo" },
  remove: { ko: "‘{name}’ 지우기", en: "Remove “{name}”" },
  notAdded: { ko: "올리지 못했어요", en: "It was not added" },

  districtHint: {
    ko: "주소에 자치구가 있으면 고르지 않아도 돼요.",
    en: "Not needed when the address names it.",
  },
  districtNone: { ko: "주소에서 찾기", en: "As the address says" },
  postcodeHint: { ko: "숫자 다섯 자리", en: "Five digits" },
  addressHint: { ko: "예: 서울특별시 마포구 포은로6길 27", en: "For example 서울특별시 마포구 포은로6길 27" },
  marketWord: { ko: "시장 이름으로 찾기", en: "Find by name" },
  find: { ko: "찾기", en: "Find" },
  noMarket: {
    ko: "찾는 이름의 시장이 없어요. 다른 말로 찾거나 주소의 자치구를 확인해 주세요.",
    en: "There is no such market. Try another word, or check the district of your address.",
  },
  addressFirst: { ko: "주소를 먼저 적어 주세요", en: "First tell us the address" },
  addressFirstBody: { ko: "주소가 있는 자치구의 시장을 보여 드려요.", en: "We show the markets of its district." },
  kindFirst: { ko: "가게 종류를 먼저 골라 주세요", en: "First choose the kind of store" },
  kindFirstBody: { ko: "종류마다 필요한 서류가 달라요.", en: "Each kind has its own proof." },
  mailOrderNumber: { ko: "신고번호", en: "Number" },
  mailOrderNumberHint: {
    ko: "신고번호가 있으면 적어 주세요. 예: 제2026-서울마포-0123호",
    en: "If you have one, for example 제2026-서울마포-0123호",
  },
  dayHint: { ko: "예: 2024. 3. 15. 또는 20240315", en: "For example 2024-03-15 or 20240315" },
  won: { ko: "원 단위로 적어 주세요. 예: 3000", en: "In won, for example 3000" },

  reviewTitle: { ko: "적은 것을 확인해 주세요", en: "Please check what you entered" },
  reviewLead: {
    ko: "틀린 것이 있으면 ‘고치기’를 눌러 주세요. 다 맞으면 아래에서 보내 주세요.",
    en: "Press “Change” where something is wrong. If all is right, send it below.",
  },
  sentLead: { ko: "이렇게 보내셨어요.", en: "This is what you sent." },
  change: { ko: "고치기", en: "Change" },
  changeStep: { ko: "{step} 고치기", en: "Change {step}" },
  empty: { ko: "적지 않음", en: "Not entered" },
  send: { ko: "보내기", en: "Send" },
  sendBody: {
    ko: "보내면 사무국이 서류를 확인해요. 고칠 것이 있으면 알려 드리고, 그때 다시 고칠 수 있어요.",
    en: "The office then looks at your documents. If something needs another look, you can change it then.",
  },
  notReady: { ko: "아직 {count}가지가 남았어요", en: "{count} steps are still open" },
  notSent: { ko: "아직 보내지 못했어요", en: "It was not sent" },
  back: { ko: "신청 화면으로", en: "Back to the application" },
} satisfies Record<string, Sentence>;
