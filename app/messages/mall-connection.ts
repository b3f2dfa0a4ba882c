import type { Sentence } from "./sentence.ts";

export const connectionMessages = {
  title: { ko: "{mall} 연결", en: "Connection to {mall}" },
  lead: {
    ko: "쇼핑몰에서 받은 열쇠와 번호를 적어 주세요. 열쇠는 암호로 바꿔 보관하고 다시 보여 주지 않아요.",
    en: "Enter the keys and numbers that the mall has given you. Keys are kept encrypted and never shown again.",
  },
  back: { ko: "쇼핑몰", en: "Malls" },
  open: { ko: "연결 정보", en: "Connection" },
  state: { ko: "연결 상태", en: "State of the connection" },
  works: { ko: "쇼핑몰이 받아 줘요", en: "The mall lets us in" },
  checkedAt: { ko: "{time}에 확인했어요", en: "Checked at {time}" },
  fails: { ko: "쇼핑몰에 들어가지 못했어요", en: "The mall does not let us in" },
  checking: { ko: "확인하고 있어요…", en: "Checking…" },
  unchecked: { ko: "아직 확인하지 않았어요", en: "Not checked yet" },
  check: { ko: "연결 확인하기", en: "Check the connection" },
  values: { ko: "연결 정보", en: "What the connection needs" },
  enteredAt: { ko: "{time}에 마지막으로 고쳤어요", en: "Last changed at {time}" },
  fromServer: {
    ko: "지금은 서버 설정에 있는 값을 써요. 여기에 적으면 그 값 대신 쓰여요.",
    en: "The server’s own settings are used now. What you enter here takes their place.",
  },
  secretKept: { ko: "보관돼 있어요. 바꿀 때만 새로 적어 주세요.", en: "Kept. Type only to change it." },
  mayBeEmpty: { ko: "비워 두면 기본값을 써요.", en: "Left empty, the usual value is used." },
  save: { ko: "저장하고 확인하기", en: "Save and check" },
  saved: { ko: "저장했어요. 연결을 확인하고 있어요.", en: "Saved. The connection is being checked." },
  unchanged: { ko: "바뀐 것이 없어요.", en: "Nothing changed." },
  notSaved: { ko: "저장하지 못했어요", en: "Not saved" },
  webhook: { ko: "바뀐 것을 바로 알기", en: "Changes told at once" },
  forget: { ko: "적은 정보 지우기", en: "Remove what was entered" },
  forgetSure: {
    ko: "이 쇼핑몰에 적어 둔 열쇠와 번호를 모두 지워요. 서버 설정에 값이 없으면 상품이 기다리게 돼요.",
    en: "All keys and numbers entered for this mall are removed. Without values in the server’s settings its listings wait.",
  },
  forgetNow: { ko: "지우기", en: "Remove" },
  unreadable: {
    ko: "보관한 연결 정보를 열 수 없어요. 서버의 암호 열쇠(SECRETS_KEY)가 바뀌었어요. 다시 적어 주세요.",
    en: "What was entered cannot be opened: the server’s key (SECRETS_KEY) has changed. Please enter it again.",
  },
} satisfies Record<string, Sentence>;
