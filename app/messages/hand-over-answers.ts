import type { Sentence } from "./sentence.ts";

export const answerMessages = {
  title: { ko: "회신표로 한꺼번에 적기", en: "Record many at once" },
  lead: {
    ko: "회신표를 받아 담당자에게 보내고, 답이 적혀 돌아온 파일을 그대로 올려 주세요. 꾸러미 안의 ‘상품정보.xlsx’에 적은 답도 올릴 수 있어요.",
    en: "Download the sheet of answers, have the operator fill it in, and upload it as it came back. The workbook inside each package can be answered and uploaded too.",
  },
  download: { ko: "회신표 받기 ({count}개)", en: "Download the sheet ({count})" },
  file: { ko: "답이 적힌 회신표", en: "The answered sheet" },
  upload: { ko: "올려서 적기", en: "Upload and record" },
  notRead: { ko: "{file}: 적지 못했어요", en: "{file}: nothing was recorded" },
  done: { ko: "{file}: 다 적었어요", en: "{file}: recorded" },
  partly: { ko: "{file}: 적지 못한 줄이 있어요", en: "{file}: some rows were not recorded" },
  nothingNew: { ko: "{file}: 새로 적을 것이 없었어요", en: "{file}: nothing new" },
  read: { ko: "읽은 줄", en: "Rows" },
  recorded: { ko: "적음", en: "Recorded" },
  unchanged: { ko: "이미 적혀 있음", en: "Known already" },
  unanswered: { ko: "아직 답 없음", en: "Not answered yet" },
  left: { ko: "그대로 둠", en: "Left as it is" },
  refused: { ko: "적지 못함", en: "Not recorded" },
  row: { ko: "{row}번째 줄", en: "Row {row}" },
  edition: { ko: "판", en: "Edition" },
  editionOf: { ko: "{edition}판 · {mark}", en: "{edition} · {mark}" },
  formerEdition: { ko: "{edition}판 ({date})", en: "Edition {edition} ({date})" },
  formerEditions: { ko: "앞서 만든 꾸러미", en: "Earlier packages" },
} satisfies Record<string, Sentence>;
