import type { readinessCodes } from "#app/domain/issue/readiness-codes.ts";
import type { Sentence } from "../sentence.ts";

export const readinessSentences: Record<(typeof readinessCodes)[number], Sentence> = {
  "agreement.missing": {
    ko: "이 쇼핑몰의 수수료와 정산일에 아직 동의하지 않았어요. 보고 동의하면 바로 올려요.",
    en: "You have not agreed to this mall’s fee and settlement yet. Once you have, it goes there by itself.",
  },
  "consent.passing_on_missing": {
    ko: "쇼핑몰에 정보를 넘기는 데 동의하지 않아서 올리지 않았어요. 동의하면 바로 올려요.",
    en: "Nothing is sent to malls, because you have not agreed to it. Once you have, it goes there by itself.",
  },
  "account.closing": {
    ko: "계정을 닫는 중이라 쇼핑몰에 올리지 않아요. 닫기를 취소하면 다시 올려요.",
    en: "Your account is being closed, so nothing is sent. Take the closing back and it goes there again.",
  },
  "photo.none": {
    ko: "사진이 한 장도 없어요. 상품이 잘 보이는 사진을 올려 주세요.",
    en: "There is no photo yet. Upload one that shows the product well.",
  },
  "photo.below_minimum": {
    ko: "사진이 작아요(가로 {width}, 세로 {height}픽셀). 가로와 세로가 모두 {minimum}픽셀 이상인 사진을 올려 주세요.",
    en: "A photo is small ({width} × {height} pixels). Upload one with both sides of {minimum} pixels or more.",
  },
  "notice.missing": {
    ko: "법으로 알려야 하는 항목이 비어 있어요: {label}. 내용을 적어 주세요.",
    en: "A detail the law asks for is empty: {label}. Please fill it in.",
  },
  "notice.too_long": {
    ko: "고시 항목의 글이 길어요: {label}. {maximum}자까지 줄여 주세요.",
    en: "The text of a notice field is too long: {label}. Shorten it to {maximum} characters.",
  },
  "notice.told_in_detail": {
    ko: "‘{label}’ 항목이 {maximum}자보다 길어서 쇼핑몰의 고시 칸 대신 상세설명에 모두 적어 보내요. 고치지 않아도 돼요.",
    en: "“{label}” is longer than the mall's {maximum} characters, so the whole text goes into the detail page. Nothing needs to be done.",
  },
  "kc.missing": {
    ko: "이 카테고리는 안전 인증번호가 필요한데 비어 있어요. KC 인증번호를 적어 주세요.",
    en: "Goods of this category need a safety number, which is empty. Write the KC number.",
  },
  "origin.not_domestic": {
    ko: "원산지가 국내가 아니어서, 국내산만 받는 쇼핑몰에는 올릴 수 없어요. 원산지를 잘못 적었다면 고쳐 주세요.",
    en: "The origin is not domestic, so a mall that takes domestic goods only cannot have it. If the origin is wrong, correct it.",
  },
  "option.stock_missing": {
    ko: "재고를 적지 않은 옵션이 있어요. 옵션마다 팔 수 있는 개수를 옵션재고에 적어 주세요.",
    en: "An option has no stock stated. Write for each option how many you can sell.",
  },
  "category.code_missing": {
    ko: "이 카테고리의 쇼핑몰 분류 번호가 아직 없어요. 사무국이 번호를 넣으면 보낼 수 있어요.",
    en: "This category has no code at the mall yet. It can be sent once the programme office has entered it.",
  },
  "category.not_offered": {
    ko: "이 쇼핑몰은 이 카테고리의 상품을 받지 않아요. 다른 쇼핑몰에서는 그대로 팔 수 있어요.",
    en: "This mall takes no goods of this category. The other malls are not concerned.",
  },
  "name.too_long": {
    ko: "상품명이 쇼핑몰에 올리기에는 길어요. {maximum}자까지 줄여 주세요.",
    en: "The product name is too long for the mall. Shorten it to {maximum} characters.",
  },
  "name.too_many_bytes": {
    ko: "상품명이 쇼핑몰에 올리기에는 길어요. 한글로 {maximum}자까지 줄여 주세요. 영문자와 숫자, 빈칸은 두 개가 한 자예요.",
    en: "The product name is too long for the mall. Shorten it to {maximum} Korean characters; two Latin letters, digits or spaces count as one.",
  },
  "name.forbidden_characters": {
    ko: "상품명에 쇼핑몰이 받지 않는 글자가 있어요: {characters}. 그 글자를 빼 주세요.",
    en: "The product name has characters the mall does not take: {characters}. Leave them out.",
  },
  "text.forbidden_characters": {
    ko: "쇼핑몰이 받지 못하는 글자가 있어요: {characters}. 다른 글자로 바꿔 주세요.",
    en: "There are characters that the mall cannot take: {characters}. Write something else in their place.",
  },
  "price.above_maximum": {
    ko: "판매가가 쇼핑몰의 한도보다 높아요. {maximum}원까지로 고쳐 주세요.",
    en: "The price is above the mall's limit. Lower it to {maximum} won or less.",
  },
  "price.step": {
    ko: "판매가 {price}원을 쇼핑몰이 받지 않아요. {step}원 단위로 고쳐 주세요.",
    en: "The mall does not take a price of {price} won. Use steps of {step} won.",
  },
  "stock.none": {
    ko: "팔 수 있는 재고가 없어요. 재고수량을 1개 이상으로 적어 주세요.",
    en: "There is nothing in stock. Set the stock to 1 or more.",
  },
  "tags.unusable": {
    ko: "쇼핑몰이 받지 않는 태그는 빼고 보내요: {tag}. 다른 말로 바꿔도 좋아요.",
    en: "A tag the mall does not take will be left out: {tag}. You may choose another word.",
  },
  "description.missing": {
    ko: "상세설명이 비어 있어요. 무엇으로 어떻게 만들었는지 몇 줄만 적어 주세요.",
    en: "The description is empty. Write a few lines on what it is made of and how.",
  },
  "shipping_fee.too_high": {
    ko: "배송비가 쇼핑몰의 한도보다 높아요. {maximum}원까지로 고쳐 주세요.",
    en: "The delivery fee is above the mall's limit. Lower it to {maximum} won or less.",
  },
  "return_fee.too_high": {
    ko: "반품 배송비가 쇼핑몰의 한도보다 높아요. {maximum}원까지로 고쳐 주세요.",
    en: "The return fee is above the mall's limit. Lower it to {maximum} won or less.",
  },
  "store.return_terms_missing": {
    ko: "가게의 반품·교환 배송비가 비어 있어요. 금액을 적어 주세요.",
    en: "Your store's return and exchange fees are empty. Please enter them.",
  },
  "store.mail_order_number_missing": {
    ko: "통신판매업 신고번호가 비어 있어요. 신청서에 적어 주세요. 이미 함께하는 가게라면 사무국에 번호를 알려 주세요.",
    en: "The mail-order registration number is empty. Enter it in your application; once your store takes part, tell the office.",
  },
  "store.not_approved": {
    ko: "가게를 아직 확인하고 있어요. 확인이 끝나면 바로 보낼 수 있어요.",
    en: "Your store is still being checked. It can be sent as soon as that is done.",
  },
  "options.too_many": {
    ko: "옵션이 쇼핑몰이 받는 수보다 많아요. {maximum}개까지 줄여 주세요.",
    en: "There are more options than the mall takes. Reduce them to {maximum}.",
  },
  "options.too_many_names": {
    ko: "옵션 이름이 {actual}가지로 많아요. {maximum}가지까지 줄여 주세요.",
    en: "There are {actual} names of options. Reduce them to {maximum}.",
  },
  "options.no_base_price": {
    ko: "추가금이 없는 옵션이 하나는 있어야 해요. 가장 싼 옵션의 값을 판매가로 적고 나머지에 더할 금액을 적어 주세요.",
    en: "One option has to cost the price itself. State the cheapest option's price as the price, and what the others cost more.",
  },
  "options.price_too_far": {
    ko: "‘{option}’ 옵션의 추가금을 쇼핑몰이 받지 않아요. {minimum}원에서 {maximum}원 사이로 고쳐 주세요.",
    en: "The mall does not take the extra charge of the option “{option}”. Keep it between {minimum} and {maximum} won.",
  },
  "mall_field.missing": {
    ko: "이 쇼핑몰이 따로 묻는 항목이 비어 있어요: {field}. 내용을 적어 주세요.",
    en: "A detail this mall asks for is empty: {field}. Please fill it in.",
  },
  "mall_field.unit_unknown": {
    ko: "‘{field}’의 단위를 쇼핑몰이 알지 못해요. 이 가운데 하나로 적어 주세요: {units}.",
    en: "The mall does not know the unit of “{field}”. Use one of these: {units}.",
  },
  "mall_field.too_long": {
    ko: "‘{field}’에 적은 글이 길어요. {maximum}자까지 줄여 주세요.",
    en: "The text of “{field}” is too long. Shorten it to {maximum} characters.",
  },
  "mall_field.not_offered": {
    ko: "‘{field}’에 적은 값을 쇼핑몰이 받지 않아요. 이 가운데 하나로 적어 주세요: {values}.",
    en: "The mall does not offer this value for “{field}”. Use one of these: {values}.",
  },
};
