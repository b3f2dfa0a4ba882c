import type { curationCodes } from "#app/domain/issue/curation-codes.ts";
import type { Sentence } from "../sentence.ts";

export const curationSentences: Record<(typeof curationCodes)[number], Sentence> = {
  "rules.unreadable": {
    ko: "읽지 못한 값이 있어요: {field}. 다시 적어 주세요.",
    en: "We could not read {field}. Please enter it again.",
  },
  "rules.quota_crossed": {
    ko: "가장 적은 자리가 가장 많은 자리보다 커요. 두 수를 바꿔 적었는지 확인해 주세요.",
    en: "The fewest places are more than the most. Check whether the two were swapped.",
  },
  "rules.quota_over_places": {
    ko: "종류마다 남겨 둔 자리를 더하면 {reserved}자리라서 전체 {places}자리보다 많아요. 줄여 주세요.",
    en: "The places kept for each kind add up to {reserved}, more than the {places} there are. Please lower them.",
  },
  "rules.dates_crossed": {
    ko: "날짜의 차례가 맞지 않아요. 접수 시작, 접수 끝, 심사 끝, 예비 끝 차례로 적어 주세요.",
    en: "The dates are out of order: intake begins, intake ends, judging ends, reserve ends.",
  },
  "rules.criterion_twice": {
    ko: "같은 심사 기준이 두 번 있어요. 하나를 지워 주세요.",
    en: "A criterion is there twice. Remove one of them.",
  },
  "rules.tie_unknown": {
    ko: "동점 차례에 있는 ‘{criterion}’ 기준이 심사 기준에 없어요. 동점 차례를 고쳐 주세요.",
    en: "“{criterion}” in the order of ties is not a criterion. Please correct that order.",
  },
  "rules.floor_too_high": {
    ko: "최저 점수가 받을 수 있는 가장 높은 {most}점보다 높아요. 낮춰 주세요.",
    en: "The floor is above {most}, the most that can be reached. Please lower it.",
  },
  "rules.fixed": {
    ko: "목록을 공개한 시즌이라 규칙을 바꿀 수 없어요. 다음 시즌의 규칙으로 적어 주세요.",
    en: "The list is published, so its rules stay. Put the change into the next season’s rules.",
  },
  "rules.places_taken": {
    ko: "이미 채운 자리가 {taken}개라서 그보다 줄일 수 없어요. 먼저 자리를 비워 주세요.",
    en: "{taken} places are taken, so there cannot be fewer. Free places first.",
  },
  "reason.missing": {
    ko: "까닭을 적어 주세요. 나중에 누구나 왜 그렇게 정했는지 볼 수 있어야 해요.",
    en: "Please say why. Years later anybody must be able to see the reason.",
  },
  "season.by_rubric": {
    ko: "이 시즌은 점수로 정해요. 심사를 마친 다음 사무국이 목록을 확정하면 자리가 정해져요.",
    en: "This season is decided by marks. Places are given when the office settles the list after judging.",
  },
  "season.no_rubric": {
    ko: "심사 기준이 없는 시즌이라 할 수 없는 일이에요. 먼저 시즌 규칙에 심사 기준을 넣어 주세요.",
    en: "This season has no rubric, so this cannot be done. Put one into its rules first.",
  },
  "season.intake_not_begun": {
    ko: "접수는 {date}부터예요. 그때 다시 보내 주세요. 적은 내용은 그대로 남아 있어요.",
    en: "Products are taken from {date} on. Please send it then; everything you entered is kept.",
  },
  "season.intake_over": {
    ko: "접수가 {date}에 끝났어요. 적은 내용은 그대로 남아 있으니 다음 시즌에 보내 주세요.",
    en: "The intake ended on {date}. Everything is kept; you can send it next season.",
  },
  "season.not_judging": {
    ko: "지금은 심사하는 때가 아니에요. 매긴 점수는 그대로 남아 있어요. 시즌 단계를 확인해 주세요.",
    en: "It is not the time for judging. Marks already given are kept. Please check where the season stands.",
  },
  "season.judging_over": {
    ko: "심사가 {date}에 끝났어요. 적어 둔 점수는 남아 있지만 결과에는 들어가지 않아요. 사무국에 알려 주세요.",
    en: "Judging ended on {date}. What you entered is kept but does not count. Please tell the office.",
  },
  "season.unfinished": {
    ko: "아직 안 끝난 심사가 {slots}건, 답을 기다리는 요청이 {requests}건 있어요. 그래도 확정하려면 까닭을 적어 주세요.",
    en: "{slots} judgements and {requests} answers are still missing. To settle the list all the same, say why.",
  },
  "gate.kind_proof": {
    ko: "가게 종류를 증명하는 서류를 아직 확인하지 못했어요. 서류를 올리거나 사무국에 물어봐 주세요.",
    en: "The proof of the store’s kind has not been confirmed yet. Upload it or ask the office.",
  },
  "gate.malls": {
    ko: "꼭 올려야 하는 쇼핑몰에 아직 올릴 수 없는 상품이에요. 아래 내용을 고쳐 주세요.",
    en: "It cannot go to the malls it has to go to. Please correct what is listed below.",
  },
  "gate.other_malls": {
    ko: "다른 쇼핑몰 {needed}곳에 더 올릴 수 있어야 하는데 지금은 {ready}곳이에요. 쇼핑몰마다 빠진 내용을 채워 주세요.",
    en: "It must be ready for {needed} further malls and is ready for {ready}. Fill in what each mall lacks.",
  },
  "judging.not_curator": {
    ko: "지금은 심사위원이 아니라서 심사할 수 없어요. 매긴 점수는 그대로 남아 있어요. 사무국에 물어봐 주세요.",
    en: "You are not a curator at the moment, so you cannot judge. Your marks are kept. Please ask the office.",
  },
  "judging.conflict": {
    ko: "이해관계가 있다고 알린 가게의 상품이라 심사할 수 없어요. 다음 상품으로 가 주세요.",
    en: "You declared a conflict of interest with this store, so you cannot judge it. Go on to the next product.",
  },
  "judging.no_slot": {
    ko: "이 상품은 심사할 사람이 이미 다 정해졌어요. 적어 둔 점수는 남아 있어요. 다음 상품으로 가 주세요.",
    en: "Others are judging this product already. What you entered is kept. Go on to the next product.",
  },
  "judging.version_changed": {
    ko: "보시는 동안 상인이 상품을 고쳤어요. 바뀐 곳을 보고 다시 내 주세요. 매긴 점수는 남아 있어요.",
    en: "The merchant changed the product while you looked. See what changed and give it again; your marks are kept.",
  },
  "judging.withdrawn": {
    ko: "보시는 동안 상인이 거둬들인 상품이에요. 더 심사하지 않아도 돼요.",
    en: "The product was taken back while you looked at it. Nothing more to do.",
  },
  "judging.decided": {
    ko: "보시는 동안 다른 사람이 먼저 정한 상품이에요. 더 심사하지 않아도 돼요.",
    en: "Somebody decided about this product while you looked at it. Nothing more to do.",
  },
  "judging.not_eligible": {
    ko: "심사하기 전에 갖춰야 할 것이 모자란 상품이에요. 자격을 갖추면 심사할 수 있어요.",
    en: "The product does not meet what comes before judging. It can be judged once it does.",
  },
  "judging.mark_range": {
    ko: "{criterion} 점수는 1에서 {scale} 사이로 매겨 주세요. 다른 점수는 그대로 남아 있어요.",
    en: "A mark for {criterion} goes from 1 to {scale}. The other marks are kept.",
  },
  "judging.criterion_unknown": {
    ko: "그사이 심사 기준이 바뀌었어요. 화면을 새로 열어 주세요. 매긴 점수는 남아 있어요.",
    en: "The criteria have changed meanwhile. Please open the page again; your marks are kept.",
  },
  "judging.marks_missing": {
    ko: "아직 점수를 안 매긴 기준이 {missing}개 있어요. 마저 매긴 다음 내 주세요.",
    en: "{missing} criteria have no mark yet. Mark them, then give the judgement.",
  },
  "conflict.exists": {
    ko: "이미 알린 이해관계예요. 이 가게 상품은 배정되지 않아요.",
    en: "This conflict is declared already. You are not dealt this store’s products.",
  },
  "conflict.not_found": {
    ko: "그 이해관계를 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that conflict. Please open the list again.",
  },
  "challenge.exists": {
    ko: "이 심사위원은 이미 바꿔 달라고 하셨어요. 사무국의 답을 기다려 주세요.",
    en: "You have challenged this curator already. Please wait for the office’s answer.",
  },
  "challenge.not_open": {
    ko: "이미 답한 기피 신청이에요. 목록을 새로 열어 주세요.",
    en: "This challenge has been answered. Please open the list again.",
  },
  "change_request.not_open": {
    ko: "이미 답했거나 거둬들인 요청이에요. 화면을 새로 열어 주세요.",
    en: "This request was answered or taken back. Please open the page again.",
  },
  "change_request.exists": {
    ko: "같은 곳을 고쳐 달라는 요청이 아직 열려 있어요. 답을 기다려 주세요.",
    en: "A request about the same thing is still open. Please wait for the answer.",
  },
  "change_request.unknown": {
    ko: "이 상품에 없는 항목이나 사진이에요. 화면을 새로 열어 주세요.",
    en: "This field or photo is not part of the product. Please open the page again.",
  },
  "change_request.nothing_said": {
    ko: "고친 내용도 적은 말도 없어요. 상품을 고치거나 왜 그대로인지 적어 주세요.",
    en: "Nothing was changed and nothing said. Change the product or say why it stays as it is.",
  },
  "waiver.not_needed": {
    ko: "이미 갖춘 자격이라 봐줄 것이 없어요. 화면을 새로 열어 주세요.",
    en: "This is met, so there is nothing to waive. Please open the page again.",
  },
  "waiver.not_found": {
    ko: "봐준 적이 없는 자격이에요. 화면을 새로 열어 주세요.",
    en: "This has not been waived. Please open the page again.",
  },
  "many.none_chosen": {
    ko: "고른 상품이 없어요. 왼쪽 칸에서 상품을 고른 뒤 다시 눌러 주세요.",
    en: "Nothing is chosen. Tick products in the first column and try again.",
  },
  "many.text_missing": {
    ko: "상인에게 무엇을 고쳐 달라는지 적혀 있지 않아요. 한 줄 적어 주세요.",
    en: "There is no word to the merchants. Please say what to change.",
  },
  "many.changed": {
    ko: "찾은 상품이 그사이 {seen}개에서 {now}개로 바뀌었어요. 목록을 다시 보고 골라 주세요. 아직 아무것도 바꾸지 않았어요.",
    en: "What was found has changed from {seen} to {now} meanwhile. Look again and choose; nothing was done yet.",
  },
  "many.too_many": {
    ko: "한 번에 {most}개까지 할 수 있는데 {chosen}개를 골랐어요. 조건을 좁혀서 나누어 해 주세요.",
    en: "At most {most} go at once, and {chosen} are chosen. Narrow the conditions and do it in parts.",
  },
  "bonus.range": {
    ko: "가점은 0점에서 {most}점까지예요. 다시 적어 주세요.",
    en: "A bonus goes from 0 to {most} points. Please enter it again.",
  },
  "by_hand.nothing": {
    ko: "넣을 상품이나 뺄 상품을 골라 주세요.",
    en: "Choose a product to put in or to take out.",
  },
  "by_hand.not_placed": {
    ko: "자리에 없는 상품이에요. 목록을 새로 열어 주세요.",
    en: "This product has no place. Please open the list again.",
  },
  "by_hand.not_fit": {
    ko: "자격이 모자라거나 회수한 상품이라 넣을 수 없어요. 먼저 자격을 확인해 주세요.",
    en: "It is not eligible or was recalled, so it cannot be put in. Check its eligibility first.",
  },
  "by_hand.quota": {
    ko: "그렇게 바꾸면 종류마다 정한 자리 수에 어긋나요. 같은 종류의 상품과 바꾸거나 규칙을 먼저 바꿔 주세요.",
    en: "That would break the places set for each kind. Swap products of one kind, or change the rules first.",
  },
  "submission.not_withdrawable": {
    ko: "이미 거둬들였거나 정해진 상품이에요. 목록을 새로 열어 주세요.",
    en: "It has been taken back or decided about already. Please open the list again.",
  },
};
