import type { Sentence } from "./sentence.ts";

/** What surrounds every page: the bar, the foot and the pages that say something went wrong. */
export const shellMessages = {
  name: { ko: "백선", en: "Baekseon" },
  skip: { ko: "본문으로 바로 가기", en: "Skip to the content" },
  mainNavigation: { ko: "주요 메뉴", en: "Main menu" },
  otherLanguage: { ko: "English", en: "한국어" },
  logIn: { ko: "로그인", en: "Log in" },
  logOut: { ko: "로그아웃", en: "Log out" },
  stores: { ko: "가게 둘러보기", en: "Stores" },
  myProducts: { ko: "내 상품", en: "My products" },
  selection: { ko: "심사", en: "Selection" },
  office: { ko: "사무국", en: "Office" },
  foot: {
    ko: "백선은 작은 가게의 물건 백 가지를 골라 여러 온라인 장터에 함께 내놓아요.",
    en: "Baekseon chooses a hundred things from small shops and brings them to many online markets.",
  },
  optional: { ko: "안 적어도 돼요", en: "optional" },
  progress: { ko: "{total}개 가운데 {done}개를 마쳤어요", en: "{done} of {total} done" },
  progressFailed: { ko: "{failed}개는 다시 봐 주세요", en: "{failed} need another look" },
  error: { ko: "오류", en: "Error" },
  warning: { ko: "확인", en: "Please check" },
  notFoundTitle: { ko: "찾으시는 페이지가 없어요", en: "We can’t find this page" },
  notFoundBody: {
    ko: "주소가 바뀌었거나 지워진 페이지예요. 주소를 다시 확인하거나 처음 화면에서 시작해 주세요.",
    en: "It was moved or removed. Check the address, or start from the first page.",
  },
  forbiddenTitle: { ko: "이 페이지는 볼 수 없어요", en: "You can’t see this page" },
  forbiddenBody: {
    ko: "지금 로그인한 계정으로는 열 수 없는 페이지예요. 다른 계정이 있다면 로그아웃하고 다시 로그인해 주세요.",
    en: "It isn’t open to the account you are logged in with. If you have another account, log out and log in with it.",
  },
  refusedTitle: { ko: "요청을 처리하지 못했어요", en: "We could not do that" },
  refusedBody: {
    ko: "보내신 내용을 읽지 못했어요. 앞 화면으로 돌아가 다시 보내 주세요.",
    en: "We could not read what was sent. Go back and send it again.",
  },
  failedTitle: { ko: "잠시 문제가 생겼어요", en: "Something went wrong" },
  failedBody: {
    ko: "저희 쪽 문제예요. 입력하신 내용이 저장되지 않았을 수 있어요. 잠시 뒤에 다시 열어 주세요.",
    en: "This is our fault, and what you entered may not be saved. Please open the page again in a moment.",
  },
  toFirstPage: { ko: "처음 화면으로 가기", en: "Go to the first page" },
} satisfies Record<string, Sentence>;
