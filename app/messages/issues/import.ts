import type { importCodes } from "#app/domain/issue/import-codes.ts";
import type { Sentence } from "../sentence.ts";

export const importSentences: Record<(typeof importCodes)[number], Sentence> = {
  "import.not_found": {
    ko: "그 상품표를 찾지 못했어요. 올린 목록에서 다시 골라 주세요.",
    en: "We could not find that sheet. Please choose it from your uploads.",
  },
  "import.still_reading": {
    ko: "상품표를 아직 읽고 있어요. 다 읽은 뒤에 다시 눌러 주세요.",
    en: "The sheet is still being read. Please try again when that is done.",
  },
  "import.over": {
    ko: "이 상품표는 이미 끝났어요. 고칠 것이 있으면 상품표를 다시 올려 주세요.",
    en: "This sheet has come to its end. To change something, upload the sheet again.",
  },
  "import.judged_anew": {
    ko: "그사이에 상품표를 다시 확인했어요. 아래의 새 결과를 보고 다시 눌러 주세요.",
    en: "The sheet was checked anew in the meantime. Please look at the new result below and try again.",
  },
  "import.nothing_good": {
    ko: "담을 수 있는 상품이 없어요. 아래의 틀린 곳을 먼저 고쳐 주세요.",
    en: "There is nothing to take yet. Please put the mistakes below right first.",
  },
  "column.unknown": {
    ko: "그런 열은 없어요. 목록에서 골라 주세요.",
    en: "There is no such column. Please choose one from the list.",
  },
  "column.chosen_twice": {
    ko: "같은 항목을 두 열에 고르셨어요. 하나만 남겨 주세요.",
    en: "You chose the same for two columns. Please keep only one.",
  },
};
