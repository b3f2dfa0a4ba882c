import type { Sentence } from "./sentence.ts";

/** Choosing files and sending them, over connections that break. */
export const uploadMessages = {
  choose: { ko: "파일 고르기", en: "Choose files" },
  orDrop: { ko: "컴퓨터에서는 여기에 끌어다 놓아도 돼요.", en: "On a computer you can also drop them here." },
  chooseHint: {
    ko: "상품표 하나(엑셀 .xlsx나 CSV, 50MB까지)와 사진 여러 장 또는 압축 파일(.zip) 하나(2GB까지). 사진 파일 이름에 상품코드가 있으면 저절로 짝을 찾아요.",
    en: "One sheet (Excel .xlsx or CSV, up to 50 MB) and any number of photos or one .zip (up to 2 GB). Photos named after the product code find their product.",
  },
  files: { ko: "고른 파일", en: "Chosen files" },
  sheet: { ko: "상품표", en: "Sheet" },
  archive: { ko: "사진 묶음", en: "Photos" },
  photo: { ko: "사진", en: "Photo" },
  photos: { ko: "사진 {count}장", en: "{count} photos" },
  waiting: { ko: "차례를 기다려요", en: "Waiting" },
  sending: { ko: "{percent}% 올렸어요", en: "{percent}% sent" },
  paused: { ko: "{percent}%에서 멈췄어요", en: "Paused at {percent}%" },
  arrived: { ko: "다 올렸어요", en: "Uploaded" },
  refused: { ko: "쓰지 않아요", en: "Not used" },
  unfinished: {
    ko: "지난번에 {percent}%까지 올렸어요. 같은 파일을 다시 고르면 이어서 올려요.",
    en: "{percent}% came last time. Choose the same file again and it goes on.",
  },
  remove: { ko: "빼기", en: "Remove" },
  removeNamed: { ko: "{name} 빼기", en: "Remove {name}" },
  lost: { ko: "인터넷이 끊겼어요", en: "The connection is lost" },
  lostBody: {
    ko: "다시 연결되면 이어서 올려요. 지금까지 올린 것은 그대로 있어요.",
    en: "It goes on by itself when you are connected again. What was sent is kept.",
  },
  tryNow: { ko: "지금 다시 해 보기", en: "Try now" },
  signedOut: { ko: "로그인이 끝났어요", en: "You are no longer logged in" },
  signedOutBody: {
    ko: "다시 로그인하고 같은 파일을 고르면 이어서 올려요.",
    en: "Log in again and choose the same files: they go on where they were.",
  },
  logIn: { ko: "다시 로그인하기", en: "Log in again" },
  begin: { ko: "이 파일로 시작하기", en: "Start with these files" },
  beginWhenSent: { ko: "다 올라가면 저절로 시작해요", en: "Starts by itself when all is uploaded" },
  beginning: { ko: "올린 파일을 확인하고 있어요", en: "Checking the files" },
  closeLater: {
    ko: "화면을 닫아도 올린 만큼은 일주일 동안 남아 있어요.",
    en: "Even when you close this page, what was sent is kept for a week.",
  },
} satisfies Record<string, Sentence>;
