import type { officeCodes } from "#app/domain/issue/office-codes.ts";
import type { Sentence } from "../sentence.ts";

export const officeSentences: Record<(typeof officeCodes)[number], Sentence> = {
  "channel.not_found": {
    ko: "그 쇼핑몰을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that mall. Please open the list again.",
  },
  "connection.missing": {
    ko: "아직 연결 정보가 없어요. 쇼핑몰에서 받은 값을 적어 주세요.",
    en: "Nothing is entered yet. Please enter what the mall has given you.",
  },
  "connection.address_not_public": {
    ko: "https://로 시작하는 쇼핑몰의 공개 주소를 적어 주세요.",
    en: "Please enter the mall’s public address, starting with https://.",
  },
  "connection.value_missing": {
    ko: "꼭 필요한 값이에요. 쇼핑몰에서 받은 값을 적어 주세요.",
    en: "This is needed. Please enter what the mall has given you.",
  },
  "connection.value_wrong": {
    ko: "모양이 맞지 않아요. 빠진 글자나 띄어쓰기가 없는지 확인해 주세요.",
    en: "This does not look right. Please check for missing characters or spaces.",
  },
  "category.not_found": {
    ko: "그 카테고리를 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that category. Please open the list again.",
  },
  "listing.not_repeatable": {
    ko: "지금 상태에서는 이 상품을 다시 보낼 수 없어요. 목록을 새로 열어 상태를 확인해 주세요.",
    en: "This product cannot be sent again in its present state. Open the list again and check where it stands.",
  },
  "hand_over.not_possible": {
    ko: "이 꾸러미에는 지금 그렇게 적을 수 없어요. 목록을 새로 열어 상태를 확인해 주세요.",
    en: "That cannot be recorded for this package now. Open the list again and check where it stands.",
  },
  "hand_over.page_needed": {
    ko: "상품 페이지 주소를 읽지 못했어요. https://로 시작하는 주소를 그대로 붙여 넣어 주세요.",
    en: "We could not read the address of the product page. Paste it whole, starting with https://.",
  },
  "hand_over.reasons_needed": {
    ko: "돌려보낸 까닭이 비어 있어요. 가게가 고칠 수 있게 한 줄에 하나씩 적어 주세요.",
    en: "The reasons are missing. Write one a line, so that the store can put them right.",
  },
  "store.not_found": {
    ko: "그 가게를 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that store. Please open the list again.",
  },
  "store.already_exists": {
    ko: "이 사업자등록번호의 가게가 이미 있어요. 가게 목록에서 찾아 주세요.",
    en: "There is a store with this business number already. Look for it in the list of stores.",
  },
  "store.not_waiting": {
    ko: "승인을 기다리는 가게가 아니에요. 목록을 새로 열어 상태를 확인해 주세요.",
    en: "This store does not wait for approval. Open the list again and check where it stands.",
  },
  "store.requirements_open": {
    ko: "아직 확인하지 않은 것이 {count}가지 있어 승인하지 못했어요. 아래 목록을 마저 확인해 주세요.",
    en: "It was not approved: {count} requirements are still open. Please go through the list below.",
  },
  "store.not_verifiable": {
    ko: "지금은 확인했다고 적을 수 없는 항목이에요. 서류가 있는지, 항목이 그대로인지 새로 열어 봐 주세요.",
    en: "This cannot be marked as looked at now. Open the page again and see whether its document is there.",
  },
  "store.note_needed": {
    ko: "돌려보내지 못했어요. 무엇을 고쳐야 하는지 한 칸에는 적어 주세요.",
    en: "It was not returned. Say at one field at least what is to be put right.",
  },
  "store.returned": {
    ko: "{field|을/를} 고쳐 주세요. 사무국이 “{note}”라고 적었어요.",
    en: "Please correct the {field}. The office writes: “{note}”",
  },
  "store.closed": {
    ko: "이미 문을 닫은 가게예요.",
    en: "This store is closed already.",
  },
  "store.still_listed": {
    ko: "쇼핑몰에 올라간 상품이 {count}개 있어 닫지 못했어요. 먼저 모두 내려 주세요.",
    en: "It was not closed: {count} of its products are still at malls. Take them down first.",
  },
  "designation.already_exists": {
    ko: "이 지정번호는 다른 가게에 이미 있어요. 지정서를 다시 확인해 주세요.",
    en: "Another store has this designation number already. Please compare it with the certificate.",
  },
};
