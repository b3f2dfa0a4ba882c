import type { seasonCodes } from "#app/domain/issue/season-codes.ts";
import type { Sentence } from "../sentence.ts";

export const seasonSentences: Record<(typeof seasonCodes)[number], Sentence> = {
  "season.not_open": {
    ko: "지금은 이 시즌에서 할 수 없는 일이에요. 시즌 일정을 확인해 주세요.",
    en: "This cannot be done in the season at the moment. Please check its dates.",
  },
  "season.full": {
    ko: "이번 시즌의 {places}자리가 모두 찼어요. 다른 상품을 넣으려면 먼저 한 자리를 비워 주세요.",
    en: "All {places} places of this season are taken. Free one first if another product should come in.",
  },
  "season.none": {
    ko: "아직 열린 시즌이 없어요. 사무국에서 시즌을 먼저 만들어 주세요.",
    en: "There is no season yet. The programme office has to create one first.",
  },
  "season.cannot_advance": {
    ko: "시즌을 그 단계로 옮길 수 없어요. 지금 단계를 확인하고 차례대로 옮겨 주세요.",
    en: "The season cannot move to that step. Check where it stands and move it step by step.",
  },
  "season.year_taken": {
    ko: "{year}년 시즌이 이미 있어요. 다른 해를 고르거나 있는 시즌을 열어 주세요.",
    en: "There already is a season for {year}. Choose another year or open that season.",
  },
  "submission.already_submitted": {
    ko: "이미 심사에 보낸 상품이에요. 내 상품에서 어디까지 왔는지 볼 수 있어요.",
    en: "This product has been submitted already. You can see where it stands under My products.",
  },
  "submission.already_selected": {
    ko: "이미 뽑힌 상품이에요. 다시 뽑지 않아도 돼요.",
    en: "This product has been selected already. Nothing more to do.",
  },
  "submission.not_selectable": {
    ko: "지금 상태에서는 이 상품을 뽑을 수 없어요. 심사 상태를 확인해 주세요.",
    en: "This product cannot be selected in its present state. Please check its review.",
  },
  "submission.not_ready": {
    ko: "아직 어느 쇼핑몰에도 보낼 준비가 안 된 상품이에요. 빠진 내용을 먼저 채워 주세요.",
    en: "This product is not ready for any mall yet. Fill in what is missing first.",
  },
  "submission.not_found": {
    ko: "심사에 보낸 그 상품을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that submission. Please open the list again.",
  },
  "mark.missing": {
    ko: "점수를 읽지 못했어요. 1에서 5 사이로 골라 주세요.",
    en: "We could not read the mark. Please choose one from 1 to 5.",
  },
  "product.not_found": {
    ko: "그 상품을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that product. Please open the list again.",
  },
  "product.has_errors": {
    ko: "상품에 고칠 내용이 남아 있어요. 빨갛게 표시된 항목을 고친 뒤 다시 해 주세요.",
    en: "The product still has things to correct. Fix the marked fields and try again.",
  },
  "listing.not_found": {
    ko: "쇼핑몰에 올린 그 상품을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that listing. Please open the list again.",
  },
  "view.name_missing": {
    ko: "보기의 이름을 읽지 못했어요. 40자 안으로 적어 주세요.",
    en: "We could not read the view’s name. Please write up to 40 letters.",
  },
  "view.too_many": {
    ko: "저장한 보기가 이미 {most}개예요. 안 쓰는 것을 지운 뒤 다시 저장해 주세요.",
    en: "There are {most} saved views already. Delete one you do not use and save again.",
  },
};
