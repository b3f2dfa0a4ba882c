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
  "own_shop.not_connected": {
    ko: "쇼핑몰이 아직 연결되지 않았어요. 먼저 연결해 주세요.",
    en: "The shop is not connected yet. Please connect it first.",
  },
  "own_shop.still_listed": {
    ko: "쇼핑몰에 아직 상품이 {count}개 있어요. 먼저 모두 내려 주세요. 연결을 끊으면 우리가 내릴 수 없어요.",
    en: "There are still {count} products in the shop. Please take them all out first: without the connection we cannot.",
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
  "answers.not_an_answer_sheet": {
    ko: "회신표가 아니에요. ‘회신’ 시트의 첫 줄에 접수번호, 판 번호, 결과, 상품 페이지 주소, 돌려보낸 까닭이 있어야 해요. 아래에서 회신표를 다시 받아 적어 주세요.",
    en: "This is no sheet of answers: the first row of its sheet “회신” has to name 접수번호, 판 번호, 결과, 상품 페이지 주소 and 돌려보낸 까닭. Please download it again below and fill it in.",
  },
  "answers.reference_missing": {
    ko: "접수번호가 비어 있어 어느 꾸러미인지 알 수 없어요. 받은 회신표의 접수번호를 그대로 적어 주세요.",
    en: "The reference is empty, so nobody knows which package is meant. Please enter it as it was in the sheet you downloaded.",
  },
  "answers.reference_unknown": {
    ko: "‘{raw}’ 접수번호로 넘긴 꾸러미가 없어요. 다른 곳의 회신표가 아닌지 확인해 주세요.",
    en: "No package was handed over under “{raw}”. Please check whether the sheet belongs to somebody else.",
  },
  "answers.mark_missing": {
    ko: "판 번호가 비어 있어 어느 꾸러미를 보고 답했는지 알 수 없어요. 받은 회신표의 판 번호를 그대로 적어 주세요.",
    en: "The edition is empty, so nobody knows which package was looked at. Please enter it as it was in the sheet you downloaded.",
  },
  "answers.mark_unknown": {
    ko: "이 꾸러미의 판 번호가 아니에요(적힌 값: ‘{raw}’, 지금 판 번호: ‘{mark}’). 다른 꾸러미의 줄과 섞이지 않았는지 확인해 주세요.",
    en: "The edition “{raw}” does not belong to this package; its present one is “{mark}”. Please check whether rows got mixed up.",
  },
  "answers.former_edition": {
    ko: "앞서 넘긴 꾸러미(판 번호 ‘{raw}’)에 대한 답이에요. 그 뒤에 꾸러미를 새로 만들었으니 새 꾸러미(‘{mark}’)를 보고 다시 답해 달라고 해 주세요.",
    en: "This answers an earlier package (edition “{raw}”). A new one (“{mark}”) has been made since: please have that one looked at and answered.",
  },
  "answers.result_missing": {
    ko: "주소나 까닭은 있는데 결과가 비어 있어요. 접수함, 검토함, 판매 중, 돌려보냄, 내림 가운데 하나를 적어 주세요.",
    en: "There is an address or a reason but no result. Please enter one of 접수함, 검토함, 판매 중, 돌려보냄, 내림.",
  },
  "answers.result_unknown": {
    ko: "결과를 읽지 못했어요(적힌 값: ‘{raw}’). 접수함, 검토함, 판매 중, 돌려보냄, 내림 가운데 하나를 적어 주세요.",
    en: "We could not read the result “{raw}”. Please enter one of 접수함, 검토함, 판매 중, 돌려보냄, 내림.",
  },
  "answers.repeated": {
    ko: "같은 접수번호가 {earlier}번째 줄에도 있는데 답이 서로 달라요. 앞의 줄만 적었으니 한 줄만 남겨 주세요.",
    en: "Row {earlier} has the same reference and another answer. Only that one was recorded: please keep one of the two.",
  },
  "answers.recorded_otherwise": {
    ko: "이미 ‘{raw}’라고 적혀 있는데 주소나 까닭이 달라요. 적혀 있는 것을 그대로 두었으니 목록에서 확인해 주세요.",
    en: "“{raw}” is recorded already, with another address or other reasons. That was left as it is: please compare it with the list.",
  },
  "answers.behind": {
    ko: "이 꾸러미는 ‘{raw}’보다 더 나아갔어요. 나중에 적은 것을 그대로 두었어요.",
    en: "This package has come further than “{raw}”. What was recorded later was left as it is.",
  },
  "answers.not_possible": {
    ko: "지금 상태에서는 ‘{raw}’라고 적을 수 없어요. 목록에서 꾸러미가 어디까지 왔는지 확인해 주세요.",
    en: "“{raw}” cannot be recorded in the package’s present state. Please check in the list where it stands.",
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
  "category.code_unreadable": {
    ko: "쇼핑몰의 코드가 아닌 것 같아요(적힌 값: ‘{raw}’). 쇼핑몰이 알려 준 숫자나 영문 코드를 띄어 쓰지 말고 그대로 적어 주세요.",
    en: "“{raw}” does not look like a mall’s code. Enter the number or the Latin letters that the mall gives, without spaces.",
  },
};
